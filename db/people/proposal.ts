/** Changes that wait for a second administrator. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type Proposal = {
  readonly id: number;
  readonly personId: number | null;
  readonly proposerId: number;
  /** Checked by whoever carries it out. */
  readonly step: object;
};

export const insertProposal = async (tx: Tx, one: Omit<Proposal, 'id'>, now: Millis): Promise<number> => {
  const { id } = await tx
    .insertInto('directory_proposal')
    .values({
      person_id: one.personId,
      step: JSON.stringify(one.step),
      proposed_by: one.proposerId,
      proposed_at: new Date(now),
      state: 'asked',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Locked until the turn ends: of two who decide at once, the second finds it decided. */
export const lockProposal = async (tx: Tx, id: number): Promise<Proposal | null> =>
  (await asked(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

export const openProposals = (tx: Tx): Promise<Proposal[]> => asked(tx).orderBy('id').execute();

const asked = (tx: Tx) =>
  tx
    .selectFrom('directory_proposal')
    .select(['id', 'person_id as personId', 'proposed_by as proposerId', 'step'])
    .where('state', '=', 'asked');

export const decideProposal = async (
  tx: Tx,
  id: number,
  decision: { readonly state: 'agreed' | 'refused' | 'void'; readonly by: number; readonly at: Millis },
): Promise<void> => {
  await tx
    .updateTable('directory_proposal')
    .set({ state: decision.state, decided_by: decision.by, decided_at: new Date(decision.at) })
    .where('id', '=', id)
    .execute();
};

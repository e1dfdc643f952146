/** Minutes with the opinions on their last reading, addenda. */
import { sql } from 'kysely';
import type { EnterpriseOpinion, Minutes, Opinion } from '#domain/team/minutes.ts';
import type { Member } from '#domain/team/team.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

type Row = Omit<Minutes, 'enterprise'> & {
  readonly words: string | null;
  readonly signs: boolean | null;
  readonly reason: string | null;
  readonly witness: string | null;
};

export const minutesOf = async (tx: Tx, teamId: number): Promise<readonly Minutes[]> => {
  const { rows } = await sql<Row>`
    select m.id, m.enterprise_id as "enterpriseId", m.state, m.drafted_by as "draftedBy", m.began_at as "beganAt",
      m.ended_at as "endedAt", m.place, m.representative, m.round, m.enterprise_opinion as words,
      m.enterprise_signs as signs, m.refusal_reason as reason, m.witness, m.locked_by as "lockedBy",
      m.locked_at as "lockedAt", m.number, m.numbered_on as "numberedOn", m.scan_file_id as "scanFileId",
      (select coalesce(jsonb_agg(jsonb_build_object('personId', o.person_id, 'agrees', o.agrees, 'words', o.words)
        order by o.at), '[]') from minutes_opinion o where o.minutes_id = m.id and o.round = m.round) as opinions
    from minutes m where m.team_id = ${teamId} order by m.enterprise_id`.execute(tx);
  return rows.map(({ words, signs, reason, witness, ...rest }) => ({
    ...rest,
    enterprise: signs === null ? null : { words: words ?? '', signs, reason, witness },
  }));
};

export type Draft = {
  readonly enterpriseId: number;
  readonly beganAt: Millis;
  readonly endedAt: Millis;
  readonly place: string;
  readonly representative: string;
};

/** Drafted anew, it is the new drafter's. */
export const draftMinutes = async (tx: Tx, teamId: number, draft: Draft, by: { personId: number; at: Millis }) => {
  const values = {
    state: 'drafted' as const,
    drafted_by: by.personId,
    drafted_at: new Date(by.at),
    began_at: new Date(draft.beganAt),
    ended_at: new Date(draft.endedAt),
    place: draft.place,
    representative: draft.representative,
  };
  await tx
    .insertInto('minutes')
    .values({ team_id: teamId, enterprise_id: draft.enterpriseId, ...values })
    .onConflict((conflict) => conflict.columns(['team_id', 'enterprise_id']).doUpdateSet(values))
    .execute();
};

export const readMinutes = async (tx: Tx, id: number): Promise<void> => {
  await tx
    .updateTable('minutes')
    .set((eb) => ({
      state: 'read' as const,
      round: eb('round', '+', 1),
      // Given on what was read before.
      enterprise_opinion: null,
      enterprise_signs: null,
      refusal_reason: null,
      witness: null,
      enterprise_round: null,
    }))
    .where('id', '=', id)
    .execute();
};

export const reworkMinutes = async (tx: Tx, id: number): Promise<void> => {
  await tx.updateTable('minutes').set({ state: 'drafted' }).where('id', '=', id).execute();
};

export const saveOpinion = async (
  tx: Tx,
  minutes: Pick<Minutes, 'id' | 'round'>,
  { personId, agrees, words }: Opinion,
  now: Millis,
): Promise<void> => {
  const values = { agrees, words, at: new Date(now) };
  await tx
    .insertInto('minutes_opinion')
    .values({ minutes_id: minutes.id, round: minutes.round, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['minutes_id', 'round', 'person_id']).doUpdateSet(values))
    .execute();
};

/** On the wording that was read last. */
export const saveEnterpriseOpinion = async (
  tx: Tx,
  { id, round }: Pick<Minutes, 'id' | 'round'>,
  opinion: EnterpriseOpinion,
): Promise<void> => {
  await tx
    .updateTable('minutes')
    .set({
      enterprise_opinion: opinion.words,
      enterprise_signs: opinion.signs,
      refusal_reason: opinion.reason,
      witness: opinion.witness,
      enterprise_round: round,
    })
    .where('id', '=', id)
    .execute();
};

export const lockMinutes = async (
  tx: Tx,
  id: number,
  locked: { readonly by: number; readonly at: Millis; readonly content: object; readonly sha256: Buffer },
): Promise<void> => {
  await tx
    .updateTable('minutes')
    .set({
      state: 'locked',
      locked_by: locked.by,
      locked_at: new Date(locked.at),
      content: JSON.stringify(locked.content),
      sha256: locked.sha256,
    })
    .where('id', '=', id)
    .execute();
};

export const numberMinutes = async (tx: Tx, id: number, number: string, date: IsoDate): Promise<void> => {
  await tx.updateTable('minutes').set({ number, numbered_on: date }).where('id', '=', id).execute();
};

export const attachScan = async (tx: Tx, id: number, fileId: number): Promise<void> => {
  await tx.updateTable('minutes').set({ scan_file_id: fileId }).where('id', '=', id).execute();
};

export type Addendum = { readonly words: string; readonly authorId: number; readonly at: Millis };

export const addAddendum = async (tx: Tx, minutesId: number, { words, authorId, at }: Addendum): Promise<void> => {
  await tx
    .insertInto('minutes_addendum')
    .values({ minutes_id: minutesId, words, author_id: authorId, at: new Date(at) })
    .execute();
};

export const addendaOf = (tx: Tx, minutesId: number): Promise<Addendum[]> =>
  tx
    .selectFrom('minutes_addendum')
    .select(['words', 'author_id as authorId', 'at'])
    .where('minutes_id', '=', minutesId)
    .orderBy('id')
    .execute();

/** Who was in the team when they were locked; null: they are not. */
export const lockedMembers = async (tx: Tx, minutesId: number): Promise<readonly Member[] | null> => {
  const { rows } = await sql<{ members: readonly Member[] | null }>`
    select content -> 'team' -> 'members' as members from minutes where id = ${minutesId}`.execute(tx);
  return rows[0]?.members ?? null;
};

/** What acts leave beside the parts: pauses, extensions, hand-overs, further parts. */
import type { Decision, ExtensionChange, HandoverChange, PauseChange } from '#domain/request/decision.ts';
import type { PartState } from '#domain/request/request.ts';
import type { Tx } from './client.ts';
import type { Origin } from './fact.ts';

export const saveSide = async (tx: Tx, requestId: number, decision: Decision, origin: Origin): Promise<void> => {
  const { pause, extension, handover, newParts = [] } = decision;
  await Promise.all([
    pause === undefined ? undefined : savePause(tx, pause, origin),
    extension === undefined ? undefined : saveExtension(tx, extension, origin),
    handover === undefined ? undefined : saveHandover(tx, handover, origin),
    newParts.length === 0
      ? undefined
      : tx
          .insertInto('part')
          .values(
            newParts.map((part) => ({
              request_id: requestId,
              ordinal: part.ordinal,
              unit_id: part.unitId,
              state: 'awaiting',
              asked_at: new Date(part.askedAt),
              receipt_due: new Date(part.receiptDue),
              due: new Date(part.due),
              provisional: part.provisional,
              hand_count: part.handCount,
            })),
          )
          .execute(),
    dropUnfinished(tx, decision, origin),
  ]);
};

/** A part that is over takes what was open about it along: nobody is asked to decide on what no longer counts. */
const dropUnfinished = async (tx: Tx, { parts = [] }: Decision, { at }: Origin): Promise<void> => {
  const idsIn = (states: readonly PartState[]): number[] =>
    parts.flatMap(({ id, state }) => (state !== undefined && states.includes(state) ? [id] : []));
  const moved = parts.flatMap(({ id, state }) => (state !== undefined && state !== 'returned' ? [id] : []));
  const over = idsIn(['answered', 'silent', 'handed_on', 'cancelled']);
  const gone = idsIn(['handed_on', 'cancelled']);
  await Promise.all([
    moved.length === 0
      ? undefined
      : tx
          .updateTable('pause')
          .set({ to_at: new Date(at) })
          .where('part_id', 'in', moved)
          .where('to_at', 'is', null)
          .execute(),
    ...(over.length === 0
      ? []
      : (['extension', 'handover'] as const).map((table) =>
          tx
            .updateTable(table)
            .set({ state: 'void' })
            .where('part_id', 'in', over)
            .where('state', '=', 'asked')
            .execute(),
        )),
    gone.length === 0
      ? undefined
      : tx
          .updateTable('answer')
          .set({ state: 'returned' })
          .where('part_id', 'in', gone)
          .where('state', '=', 'submitted')
          .execute(),
  ]);
};

const savePause = async (tx: Tx, change: PauseChange, { actorId, at }: Origin): Promise<void> => {
  if (change.kind === 'begin') {
    const { partId, missing } = change;
    await tx
      .insertInto('pause')
      .values({ part_id: partId, from_at: new Date(at), missing, asked_by: byPerson(actorId) })
      .execute();
    return;
  }
  await tx
    .updateTable('pause')
    .set({ to_at: new Date(at), completion: change.completion, completed_by: actorId })
    .where('part_id', '=', change.partId)
    .where('to_at', 'is', null)
    .execute();
};

const saveExtension = async (tx: Tx, change: ExtensionChange, { actorId, at }: Origin): Promise<void> => {
  if (change.kind === 'ask') {
    const { partId, until, reason } = change;
    const asked = { asked_by: byPerson(actorId), asked_at: new Date(at), state: 'asked' as const };
    await tx
      .insertInto('extension')
      .values({ part_id: partId, until_at: new Date(until), reason, ...asked })
      .execute();
    return;
  }
  await tx
    .updateTable('extension')
    .set({ state: change.state, decided_by: actorId, decided_at: new Date(at) })
    .where('id', '=', change.id)
    .execute();
};

const saveHandover = async (tx: Tx, change: HandoverChange, { actorId, at }: Origin): Promise<void> => {
  if (change.kind === 'ask') {
    const { partId, toUnitId, reason } = change;
    const asked = { asked_by: byPerson(actorId), asked_at: new Date(at), state: 'asked' as const };
    await tx
      .insertInto('handover')
      .values({ part_id: partId, to_unit_id: toUnitId, reason, ...asked })
      .execute();
    return;
  }
  await tx
    .updateTable('handover')
    .set({ state: change.state, decided_by: actorId, decided_at: new Date(at) })
    .where('id', '=', change.id)
    .execute();
};

const byPerson = (actorId: number | null): number => {
  if (actorId === null) throw new Error('what is asked for has a person behind it');
  return actorId;
};

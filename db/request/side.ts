/** What acts leave beside the request and its parts: pauses, extensions, hand-overs, answers, further parts, … */
import type { Decision, SideChange } from '#domain/request/decision.ts';
import type { PartState } from '#domain/request/request.ts';
import type { Tx } from '../client.ts';
import { byPerson, type Origin } from '../fact.ts';
import { attachFiles } from '../file.ts';
import { decideAnswer, insertAnswer, numberAnswer } from './answer.ts';

export const saveSide = async (tx: Tx, requestId: number, change: SideChange, origin: Origin): Promise<unknown> => {
  const { actorId, actingFor = null, at } = origin;
  switch (change.kind) {
    case 'pause_begun':
      return tx
        .insertInto('pause')
        .values({ part_id: change.partId, from_at: new Date(at), missing: change.missing, asked_by: byPerson(origin) })
        .execute();
    case 'pause_ended':
      return endPause(tx, requestId, change, origin);
    case 'extension_asked':
      return tx
        .insertInto('extension')
        .values({ part_id: change.partId, until_at: new Date(change.until), reason: change.reason, ...asked(origin) })
        .execute();
    case 'handover_asked':
      return tx
        .insertInto('handover')
        .values({ part_id: change.partId, to_unit_id: change.toUnitId, reason: change.reason, ...asked(origin) })
        .execute();
    case 'extension_decided':
    case 'handover_decided':
      return tx
        .updateTable(change.kind === 'extension_decided' ? 'extension' : 'handover')
        .set({ state: change.state, decided_by: actorId, decided_for: actingFor, decided_at: new Date(at) })
        .where('id', '=', change.id)
        .execute();
    case 'part_added':
      return addPart(tx, requestId, change.part);
    case 'answer_given':
      return insertAnswer(tx, requestId, change, origin);
    case 'answer_decided':
      return decideAnswer(tx, change, origin);
    case 'answer_numbered':
      return numberAnswer(tx, change.answerId, change.document);
    case 'watcher_added':
      return tx
        .insertInto('request_watcher')
        .values({
          request_id: requestId,
          person_id: change.personId,
          added_by: byPerson(origin),
          added_at: new Date(at),
        })
        .execute();
    case 'exchanged':
      return exchange(tx, requestId, change, origin);
    case 'files_added':
      return attachFiles(tx, requestId, change.fileIds, {});
    default:
      return change satisfies never;
  }
};

const asked = (origin: Origin) => ({
  asked_by: byPerson(origin),
  asked_for: origin.actingFor ?? null,
  asked_at: new Date(origin.at),
  state: 'asked' as const,
});

type Change<Kind extends SideChange['kind']> = Extract<SideChange, { kind: Kind }>;

const endPause = async (
  tx: Tx,
  requestId: number,
  { partId, completion, fileIds }: Change<'pause_ended'>,
  { actorId, at }: Origin,
): Promise<void> => {
  await Promise.all([
    tx
      .updateTable('pause')
      .set({ to_at: new Date(at), completion, completed_by: actorId })
      .where('part_id', '=', partId)
      .where('to_at', 'is', null)
      .execute(),
    attachFiles(tx, requestId, fileIds, { partId }),
  ]);
};

const exchange = async (
  tx: Tx,
  requestId: number,
  { partId, words, fileIds }: Change<'exchanged'>,
  origin: Origin,
): Promise<void> => {
  await Promise.all([
    tx
      .insertInto('exchange')
      .values({ part_id: partId, author_id: byPerson(origin), at: new Date(origin.at), words })
      .execute(),
    attachFiles(tx, requestId, fileIds, { partId }),
  ]);
};

const addPart = (tx: Tx, requestId: number, part: Change<'part_added'>['part']) =>
  tx
    .insertInto('part')
    .values({
      request_id: requestId,
      ordinal: part.ordinal,
      unit_id: part.unitId,
      state: 'awaiting',
      asked_at: new Date(part.askedAt),
      receipt_due: new Date(part.receiptDue),
      due: new Date(part.due),
      provisional: part.provisional,
      hand_count: part.handCount,
    })
    .execute();

/** A part that is over takes what was open about it along: nobody is asked to decide on what no longer counts. */
export const dropUnfinished = async (tx: Tx, { parts = [] }: Decision, { at }: Origin): Promise<void> => {
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

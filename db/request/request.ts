/** Requests and their parts: rows in, domain values out. Lock order: request, then parts, then the counter. */
import { type Selectable, sql } from 'kysely';
import type { StartEvent } from '#domain/calendar/steps.ts';
import type { DocNumber } from '#domain/document/number.ts';
import type {
  Answer,
  Dossier,
  Extension,
  Handover,
  Part,
  PartState,
  Pause,
  Position,
  Request,
  RequestState,
  RequestType,
  Urgency,
} from '#domain/request/request.ts';
import type { Tx } from '../client.ts';
import type { Head } from '../fact.ts';
import type { Database } from '../schema.ts';

export type LoadedDossier = Dossier & { readonly head: Head };

/** Columns of a request, and who watches it, in one statement. */
const requestRows = (tx: Tx) =>
  tx
    .selectFrom('request')
    .selectAll()
    .select(
      sql<
        number[]
      >`array(select person_id from request_watcher w where w.request_id = request.id order by person_id)`.as(
        'watchers',
      ),
    );

type RequestRow = Awaited<ReturnType<ReturnType<typeof requestRows>['executeTakeFirstOrThrow']>>;

/** Locks the request: acts on it, and its chain of facts, go one after the other. */
export const lockDossier = async (tx: Tx, requestId: number): Promise<LoadedDossier | null> => {
  const [rows, parts] = await Promise.all([
    requestRows(tx).where('id', '=', requestId).forUpdate().execute(),
    // Sent behind the locking statement on the same connection: it starts when the lock is held.
    partRows(tx, [requestId]),
  ]);
  const [row] = rows;
  return row === undefined ? null : dossierOf(row, parts);
};

export const dossierByCode = async (tx: Tx, code: string): Promise<LoadedDossier | null> => {
  const row = await requestRows(tx).where('code', '=', code).executeTakeFirst();
  return row === undefined ? null : dossierOf(row, await partRows(tx, [row.id]));
};

export const dossiersById = async (tx: Tx, ids: readonly number[]): Promise<LoadedDossier[]> => {
  if (ids.length === 0) return [];
  const [rows, parts] = await Promise.all([requestRows(tx).where(amongIds(ids)).execute(), partRows(tx, ids)]);
  return dossiersOf(rows, parts);
};

const dossiersOf = (rows: readonly RequestRow[], parts: readonly PartRow[]): LoadedDossier[] => {
  const byRequest = Map.groupBy(parts, (part) => part.request_id);
  return rows.map((row) => dossierOf(row, byRequest.get(row.id) ?? []));
};

/** One parameter however many they are: the statement stays prepared. */
const amongIds = (ids: readonly number[]) => sql<boolean>`id = any(${[...ids]}::bigint[])`;

/**
 * Locks those requests that nobody holds, in the order of their ids. A request in the hands of a person is skipped: what
 * is due about it is looked at again a moment later.
 */
export const lockFreeDossiers = async (tx: Tx, ids: readonly number[]): Promise<LoadedDossier[]> => {
  if (ids.length === 0) return [];
  const rows = await requestRows(tx).where(amongIds(ids)).orderBy('id').forUpdate().skipLocked().execute();
  // Read after the lock is held, so that nothing an act has just changed is missed.
  const parts = await partRows(
    tx,
    rows.map((row) => row.id),
  );
  return dossiersOf(rows, parts);
};

/** Waits for those that somebody holds: for what must leave none of them out. */
export const lockDossiers = async (tx: Tx, ids: readonly number[]): Promise<LoadedDossier[]> => {
  if (ids.length === 0) return [];
  await tx.selectFrom('request').select('id').where(amongIds(ids)).orderBy('id').forUpdate().execute();
  return dossiersById(tx, ids);
};

type AnswerRow = Omit<Answer, 'position'> & { readonly position: string };

type PartRow = Selectable<Database['part']> & {
  /** The valid one and the draft under decision, as far as they are there. */
  readonly answers: readonly AnswerRow[] | null;
  readonly pauses: readonly Pause[] | null;
  readonly extensions: readonly Extension[] | null;
  readonly handover: Handover | null;
};

/** Parts with what their clock and their acts are decided on. */
const partRows = async (tx: Tx, requestIds: readonly number[]): Promise<PartRow[]> => {
  const result = await sql<PartRow>`
    select p.id, p.request_id, p.ordinal, p.unit_id, p.state, p.holder_id, p.asked_at, p.receipt_from, p.receipt_due, p.received_at,
      p.received_by, p.term_from, p.term_event, p.due, p.provisional, p.submitted_at, p.answered_at, p.hand_count,
      p.urged_at, p.silence_for, p.notified_at, p.urgency,
      (select jsonb_agg(jsonb_build_object('id', a.id, 'state', a.state, 'position', a.position, 'words', a.words,
          'authorId', a.author_id, 'authorFor', a.author_for, 'submittedAt', (extract(epoch from a.submitted_at) * 1000)::bigint,
          'decidedBy', a.decided_by, 'decidedFor', a.decided_for, 'decidedAt', (extract(epoch from a.decided_at) * 1000)::bigint, 'late', a.late,
          'document', case when a.doc_number is not null then
            jsonb_build_object('number', a.doc_number, 'date', a.doc_date, 'signer', a.signer) end))
        from answer a where a.part_id = p.id and a.state in ('submitted', 'valid')) as answers,
      (select jsonb_agg(jsonb_build_object('from', (extract(epoch from s.from_at) * 1000)::bigint,
          'to', (extract(epoch from s.to_at) * 1000)::bigint, 'missing', s.missing) order by s.id)
        from pause s where s.part_id = p.id) as pauses,
      (select jsonb_agg(jsonb_build_object('id', e.id, 'until', (extract(epoch from e.until_at) * 1000)::bigint,
          'reason', e.reason, 'askedBy', e.asked_by, 'askedFor', e.asked_for, 'state', e.state,
          'decidedAt', (extract(epoch from e.decided_at) * 1000)::bigint) order by e.id)
        from extension e where e.part_id = p.id) as extensions,
      (select jsonb_build_object('id', h.id, 'toUnitId', h.to_unit_id, 'askedBy', h.asked_by, 'askedFor', h.asked_for)
        from handover h where h.part_id = p.id and h.state = 'asked') as handover
    from part p
    where p.request_id = any(${[...requestIds]}::bigint[])
    order by p.request_id, p.ordinal`.execute(tx);
  return result.rows;
};

const dossierOf = (row: RequestRow, parts: readonly PartRow[]): LoadedDossier => ({
  request: requestOf(row),
  parts: parts.map(partOf),
  watchers: row.watchers,
  head: { seq: row.fact_seq, hash: row.fact_hash },
});

/** States, types and urgencies are held by check constraints: the casts below repeat them. */
const requestOf = (row: RequestRow): Request => ({
  id: row.id,
  code: row.code,
  state: row.state as RequestState,
  type: row.type as RequestType,
  fieldId: row.field_id,
  zoneId: row.zone_id,
  enterpriseId: row.enterprise_id,
  subject: row.subject,
  content: row.content,
  urgency: row.urgency as Urgency,
  docNumber: row.doc_number as DocNumber | null, // stored from the parsed value only
  docDate: row.doc_date,
  askingUnitId: row.asking_unit_id,
  filedUnitId: row.filed_unit_id,
  filerId: row.filer_id,
  signerId: row.signer_id,
  regulationId: row.regulation_id,
  filedAt: row.filed_at,
  visibleAt: row.visible_at,
  wantedBy: row.wanted_by,
  extra: row.extra,
  synthesis: row.synthesis,
  result: row.result,
  closedAt: row.closed_at,
  wasUndone: row.was_undone,
});

const partOf = (row: PartRow): Part => ({
  id: row.id,
  requestId: row.request_id,
  ordinal: row.ordinal,
  unitId: row.unit_id,
  state: row.state as PartState,
  holderId: row.holder_id,
  askedAt: row.asked_at,
  receiptFrom: row.receipt_from ?? row.asked_at,
  receiptDue: row.receipt_due,
  receivedAt: row.received_at,
  receivedBy: row.received_by,
  termFrom: row.term_from,
  due: row.due,
  provisional: row.provisional,
  submittedAt: row.submitted_at,
  answeredAt: row.answered_at,
  termEvent: row.term_event as StartEvent, // written from the domain's union only
  answer: answerIn(row, 'valid'),
  draft: answerIn(row, 'submitted'),
  pauses: row.pauses ?? [],
  extensions: row.extensions ?? [],
  handover: row.handover,
  handCount: row.hand_count,
  urgedAt: row.urged_at,
  silenceFor: row.silence_for,
  urgency: row.urgency as Urgency | null, // held by a check constraint
  notifiedAt: row.notified_at,
});

const answerIn = (row: PartRow, state: Answer['state']): Answer | null => {
  const found = row.answers?.find((one) => one.state === state);
  return found === undefined ? null : { ...found, position: found.position as Position }; // as the form's list has it
};

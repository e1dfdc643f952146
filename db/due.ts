/** What happens at a moment, as rows found by an index: one per kind and subject. */
import { sql } from 'kysely';
import type { PartMoment } from '#domain/request/moments.ts';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from './client.ts';
import { moment } from './moment.ts';

/** `publish`: a request's undo window ends. `repeat`: an important notice again. The others are a part's. */
type RequestDueKind = 'publish' | 'repeat' | PartMoment;
/** What belongs to no request: a duty, one that comes again, a stage of an inspection, a personal reminder, a report. */
export type OwnDueKind = 'duty' | 'recurring' | 'stage' | 'personal' | 'report';
export type DueKind = RequestDueKind | OwnDueKind;
export type DueRow = { readonly kind: DueKind; readonly subjectId: number; readonly at: Millis };
export type RequestDueRow = DueRow & { readonly kind: RequestDueKind; readonly requestId: number };

/** Sets, moves or (null) removes the moments of subjects, in the commit that changes them. */
export const setDue = async (
  tx: Tx,
  kind: DueKind,
  moments: readonly { readonly subjectId: number; readonly at: Millis | null }[],
): Promise<void> => {
  const set = moments.filter((one) => one.at !== null);
  const gone = moments.filter((one) => one.at === null).map((one) => one.subjectId);
  await Promise.all([
    set.length === 0 ? undefined : upsert(tx, kind, set),
    gone.length === 0
      ? undefined
      : sql`delete from due where kind = ${kind} and subject_id = any(${gone}::bigint[])`.execute(tx),
  ]);
};

const upsert = async (
  tx: Tx,
  kind: DueKind,
  moments: readonly { readonly subjectId: number; readonly at: Millis | null }[],
): Promise<void> => {
  const rows = moments.map((one) => ({ id: one.subjectId, at: new Date(one.at ?? 0) }));
  await sql`
    insert into due (kind, subject_id, at)
    select ${kind}, id, at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id bigint, at timestamptz)
    on conflict (kind, subject_id) do update set at = excluded.at`.execute(tx);
};

const REQUEST_KINDS: readonly RequestDueKind[] = ['publish', 'repeat', 'remind', 'pause', 'silence'];

/** Rows of one kind that belong to no request. Nothing is locked yet. */
export const ownDueNow = (tx: Tx, kind: OwnDueKind, now: Millis, limit: number): Promise<DueRow[]> =>
  tx
    .selectFrom('due')
    .select(['subject_id as subjectId', 'at'])
    .where('kind', '=', kind)
    .where('at', '<=', moment(now))
    .orderBy('at')
    .limit(limit)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, kind })));

/** What is due, oldest first, with the request it belongs to. Nothing is locked yet: requests come first in the lock order. */
export const dueNow = async ({ query }: Pick<Db, 'query'>, now: Millis, limit: number): Promise<RequestDueRow[]> => {
  const result = await sql<RequestDueRow>`
    select d.kind, d.subject_id as "subjectId", d.at,
      coalesce(p.request_id, n.request_id, d.subject_id) as "requestId"
    from (select kind, subject_id, at from due where at <= ${new Date(now)} and kind = any(${REQUEST_KINDS}) order by at limit ${limit}) d
    left join part p on d.kind in ('remind', 'pause', 'silence') and p.id = d.subject_id
    left join important_notice n on d.kind = 'repeat' and n.id = d.subject_id
    order by d.at`.execute(query);
  return result.rows;
};

/**
 * Takes rows whose requests the caller has locked. A row that another sweeper took, or an act moved, in the meantime is
 * not there at this moment any more and is left out. Whoever handles a taken row sets the next moment in the same commit.
 */
export const takeDue = async (tx: Tx, rows: readonly DueRow[]): Promise<DueRow[]> => {
  if (rows.length === 0) return [];
  const wanted = JSON.stringify(rows.map((row) => ({ kind: row.kind, id: row.subjectId, at: new Date(row.at) })));
  const result = await sql<DueRow>`
    delete from due d
    using jsonb_to_recordset(${wanted}::jsonb) as w(kind text, id bigint, at timestamptz)
    -- By its key: a backlog has a hundred thousand rows of one moment, and the index of moments would read them for each.
    where d.kind = w.kind and d.subject_id = w.id and d.at is not distinct from w.at
    returning d.kind, d.subject_id as "subjectId", d.at`.execute(tx);
  return result.rows;
};

export const nextDueAt = async (db: Db): Promise<Millis | null> => {
  const row = await db.query.selectFrom('due').select('at').orderBy('at').limit(1).executeTakeFirst();
  return row?.at ?? null;
};

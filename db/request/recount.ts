/**
 * Counting again what is open after a change of the calendar, in batches of their own commits: how far it is stands in a
 * row, whose lock lets one process at a time go on, so one that is killed is taken over from where it was.
 */
import { sql } from 'kysely';
import type { CalendarStep } from '#domain/calendar/change.ts';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';

/** In the commit of the change. Changes of before the counting has begun are counted in one go. */
export const addToRecount = async (tx: Tx, step: CalendarStep): Promise<void> => {
  const added = JSON.stringify([step]);
  const { rows } = await sql`
    update recount set changes = changes || ${added}::jsonb where barrier is null and done_at is null
    returning id`.execute(tx);
  if (rows.length === 0) await tx.insertInto('recount').values({ changes: added }).execute();
};

export type Recount = {
  readonly id: number;
  readonly changes: readonly CalendarStep[];
  readonly afterId: number;
  /** `early`: some who read the calendar before the change may still write, and would be overlooked. */
  readonly state: 'begun' | 'early' | 'ready';
};

/** The first that is not done, locked. `busy`: another process is at it. Null: everything is counted. */
export const lockRecount = async (tx: Tx): Promise<Recount | 'busy' | null> => {
  const { rows } = await sql<Recount>`
    select id, after_id as "afterId",
      -- A part may have been moved by a change that came since.
      (select jsonb_agg(step order by o.id) from recount o, jsonb_array_elements(o.changes) step
        where o.done_at is null) as changes,
      case when barrier is null then 'begun'
        -- A barrier beyond the present is of another server, from before a restore.
        when barrier::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) and exists (
          -- The older, the greater its age; another database of the server may be busy as long as it likes.
          select 1 from pg_stat_activity a where a.datname = current_database() and a.backend_xid is not null
            and age(a.backend_xid) > age(barrier::xid8::xid)) then 'early'
        else 'ready' end as state
    from recount where id = (select min(id) from recount where done_at is null) for update skip locked`.execute(tx);
  const [row] = rows;
  if (row === undefined) return (await isOpen(tx)) ? 'busy' : null;
  // Whoever runs now has read what he has read; whoever begins later reads the changed calendar.
  if (row.state === 'begun') {
    await sql`update recount set barrier = pg_snapshot_xmax(pg_current_snapshot())::text where id = ${row.id}`.execute(
      tx,
    );
  }
  return row;
};

const isOpen = async (on: Tx | Db['query']): Promise<boolean> => {
  const row = await on.selectFrom('recount').select('id').where('done_at', 'is', null).limit(1).executeTakeFirst();
  return row !== undefined;
};

/** Asked often, and mostly answered by two empty indexes. */
export const waitsForRecount = async ({ query }: Db): Promise<boolean> => {
  const [open, notice] = await Promise.all([
    isOpen(query),
    query.selectFrom('recount_notice').select('person_id').limit(1).executeTakeFirst(),
  ]);
  return open || notice !== undefined;
};

/** Requests that may hold a date, by id; those of the undo window too, whom nobody has been asked about yet. */
export const openAfter = async (tx: Tx, after: number, limit: number): Promise<number[]> => {
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('state', '=', 'open')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
};

export const advanceRecount = async (tx: Tx, id: number, afterId: number): Promise<void> => {
  await tx.updateTable('recount').set({ after_id: afterId }).where('id', '=', id).execute();
};

export const endRecount = async (tx: Tx, id: number, now: Millis): Promise<void> => {
  await tx
    .updateTable('recount')
    .set({ done_at: new Date(now) })
    .where('id', '=', id)
    .execute();
};

export type RecountNotice = {
  readonly personId: number;
  readonly partId: number;
  readonly requestId: number;
  readonly recountId: number;
  readonly beforeDue: Millis;
  readonly beforeProvisional: boolean;
};

/** A part that moves again before its person was told keeps the date that he knows. */
export const addRecountNotices = async (tx: Tx, rows: readonly RecountNotice[]): Promise<void> => {
  if (rows.length === 0) return;
  const given = JSON.stringify(rows.map((row) => ({ ...row, beforeDue: new Date(row.beforeDue) })));
  await sql`
    insert into recount_notice (person_id, part_id, request_id, recount_id, before_due, before_provisional)
    select "personId", "partId", "requestId", "recountId", "beforeDue", "beforeProvisional"
    from jsonb_to_recordset(${given}::jsonb) as t("personId" int, "partId" bigint, "requestId" bigint,
      "recountId" bigint, "beforeDue" timestamptz, "beforeProvisional" boolean)
    on conflict (person_id, part_id) do update set recount_id = excluded.recount_id`.execute(tx);
};

/** Takes all that some people are to be told, once everything is counted. */
export const takeRecountNotices = async (
  tx: Tx,
  people: number,
): Promise<(RecountNotice & { readonly changes: readonly CalendarStep[] })[]> => {
  const { rows } = await sql<RecountNotice & { changes: readonly CalendarStep[] }>`
    delete from recount_notice n using recount r
    where r.id = n.recount_id and n.person_id in (
      select distinct person_id from recount_notice order by person_id limit ${people})
    returning n.person_id as "personId", n.part_id as "partId", n.request_id as "requestId", n.recount_id as "recountId",
      n.before_due as "beforeDue", n.before_provisional as "beforeProvisional", r.changes`.execute(tx);
  return rows;
};

/** Reminders whose moment has come already: they are said as they are, and their next one is set then. */
export const remindersCome = async (tx: Tx, partIds: readonly number[], now: Millis): Promise<ReadonlySet<number>> => {
  const { rows } = await sql<{ id: number }>`
    select subject_id as id from due
    where kind = 'remind' and at <= ${new Date(now)} and subject_id = any(${[...partIds]}::bigint[])`.execute(tx);
  return new Set(rows.map((row) => row.id));
};

/** Moments at which something is said, still ahead. */
export const momentsAhead = async (tx: Tx, now: Millis): Promise<Millis[]> => {
  const { rows } = await sql<{ at: Millis }>`
    select not_before as at from reminder where not_before > ${new Date(now)}
    union select not_before from own_reminder where not_before > ${new Date(now)} and kind <> 'personal'`.execute(tx);
  return rows.map((row) => row.at);
};

export const moveReminders = async (tx: Tx, from: Millis, to: Millis): Promise<void> => {
  await Promise.all([
    sql`update reminder set not_before = ${new Date(to)} where not_before = ${new Date(from)}`.execute(tx),
    // What a person asked for himself is said when he asked for it.
    sql`update own_reminder set not_before = ${new Date(to)}
      where not_before = ${new Date(from)} and kind <> 'personal'`.execute(tx),
  ]);
};

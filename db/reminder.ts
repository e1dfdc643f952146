/** What is to be said to people: rows wait for their moment, and those of one person leave together as one message. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from './client.ts';
import { moment } from './moment.ts';

export type ReminderRow = {
  readonly personId: number;
  readonly partId: number;
  readonly requestId: number;
  readonly kind: string;
  readonly noticeId: number | null;
  readonly notBefore: Millis;
};

/** One row a person, part and kind: said again before it went out, it is the same. */
export const addReminders = async (tx: Tx, rows: readonly ReminderRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({ ...row, notBefore: new Date(row.notBefore) }));
  await sql`
    insert into reminder (person_id, part_id, kind, request_id, notice_id, not_before)
    select distinct on ("personId", "partId", kind) "personId", "partId", kind, "requestId", "noticeId", "notBefore"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as t("personId" int, "partId" bigint, kind text,
      "requestId" bigint, "noticeId" bigint, "notBefore" timestamptz)
    order by "personId", "partId", kind
    on conflict (person_id, part_id, kind) do update set notice_id = coalesce(excluded.notice_id, reminder.notice_id),
      not_before = least(reminder.not_before, excluded.not_before)`.execute(tx);
};

/** Takes all that is due for some people; another process that is at the same people waits and finds nothing. */
export const takeReminders = async (tx: Tx, now: Millis, people: number): Promise<ReminderRow[]> => {
  const result = await sql<ReminderRow>`
    delete from reminder r
    where r.not_before <= ${new Date(now)} and r.person_id in (
      select person_id from reminder where not_before <= ${new Date(now)} group by person_id
      order by min(not_before), person_id limit ${people})
    returning r.person_id as "personId", r.part_id as "partId", r.request_id as "requestId", r.kind,
      r.notice_id as "noticeId", r.not_before as "notBefore"`.execute(tx);
  return result.rows;
};

/** What has not been said about a part, in the commit that makes it untrue. */
export const dropReminders = async (tx: Tx, partIds: readonly number[]): Promise<void> => {
  if (partIds.length === 0) return;
  await tx
    .deleteFrom('reminder')
    .where('part_id', 'in', [...partIds])
    .execute();
};

/** When the next one is to be said, after those that are due already; null when none waits. */
export const nextReminderAt = async (db: Db, after: Millis): Promise<Millis | null> => {
  const row = await db.query
    .selectFrom('reminder')
    .select('not_before')
    .where('not_before', '>', moment(after))
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst();
  return row?.not_before ?? null;
};

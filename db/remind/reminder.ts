/** What is to be said to people: rows wait for their moment, and those of one person leave together as one message. */
import { sql } from 'kysely';
import { DIGEST_KINDS } from '#domain/request/digest.ts';
import { URGENCIES, type Urgency } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import { moment } from '../moment.ts';
import type { OwnReminder } from './own-reminder.ts';

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
      -- What the person put off himself is said when he said so last.
      not_before = case when excluded.kind = 'postponed' then excluded.not_before
        else least(reminder.not_before, excluded.not_before) end`.execute(tx);
};

export type TakenRow = ReminderRow & { readonly urgency: Urgency };
export type Taken = { readonly parts: readonly TakenRow[]; readonly own: readonly OwnReminder[] };

/**
 * To whom something is to be said: whoever's most urgent matter is more urgent than the others', those with nothing but
 * the morning's list last; then whoever has waited longest.
 */
export const peopleToTell = async ({ query }: Db, now: Millis, limit: number): Promise<number[]> => {
  const at = new Date(now);
  const found = await sql<{ id: number }>`
    select person_id as id from (
      select r.person_id, r.not_before,
        case when r.kind = any(${[...DIGEST_KINDS]}) then 0 else array_position(${[...URGENCIES]}, q.urgency) end as urgency
      from reminder r join request q on q.id = r.request_id where r.not_before <= ${at}
      -- Of no request: as an ordinary one.
      union all select person_id, not_before, case when kind = 'duty_listed' then 0 else 1 end
      from own_reminder where not_before <= ${at}) r
    group by person_id order by max(urgency) desc, min(not_before), person_id limit ${limit}`.execute(query);
  return found.rows.map(({ id }) => id);
};

/** Takes all that is due for these people; another process that is at the same people waits and finds nothing. */
export const takeReminders = async (tx: Tx, now: Millis, people: readonly number[]): Promise<Taken> => {
  const at = new Date(now);
  const [parts, own] = await Promise.all([
    sql<TakenRow>`
      delete from reminder r using request q
      where q.id = r.request_id and r.not_before <= ${at} and r.person_id = any(${[...people]}::int[])
      returning r.person_id as "personId", r.part_id as "partId", r.request_id as "requestId", r.kind,
        r.notice_id as "noticeId", r.not_before as "notBefore", q.urgency`.execute(tx),
    sql<OwnReminder>`
      delete from own_reminder where not_before <= ${at} and person_id = any(${[...people]}::int[])
      returning person_id as "personId", kind, subject_id as "subjectId", not_before as "notBefore"`.execute(tx),
  ]);
  return { parts: parts.rows, own: own.rows };
};

/** What has not been said about a part, in the commit that makes it untrue. */
export const dropReminders = async (tx: Tx, partIds: readonly number[]): Promise<void> => {
  if (partIds.length === 0) return;
  await tx
    .deleteFrom('reminder')
    .where('part_id', 'in', [...partIds])
    // Promised for its moment; what is true then is looked at then.
    .where('kind', '<>', 'postponed')
    .execute();
};

/** When the next one is to be said, after those that are due already; null when none waits. */
export const nextReminderAt = async (db: Db, after: Millis): Promise<Millis | null> => {
  const next = (table: 'reminder' | 'own_reminder') =>
    db.query
      .selectFrom(table)
      .select('not_before as at')
      .where('not_before', '>', moment(after))
      .orderBy('not_before')
      .limit(1)
      .executeTakeFirst();
  const found = (await Promise.all([next('reminder'), next('own_reminder')])).flatMap((row) => row?.at ?? []);
  return found.length === 0 ? null : Math.min(...found);
};

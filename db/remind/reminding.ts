/** How a person wants to be reminded, and what he reminds himself of. */
import { sql } from 'kysely';
import type { Hours } from '#domain/reminder/hours.ts';
import type { Mute } from '#domain/reminder/mute.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { moment } from '../moment.ts';

export const hoursOf = async (tx: Tx, people: readonly number[]): Promise<ReadonlyMap<number, Hours>> => {
  if (people.length === 0) return new Map();
  const rows = await tx
    .selectFrom('reminder_hours')
    .selectAll()
    .where('person_id', 'in', [...people])
    .execute();
  return new Map(rows.map((row) => [row.person_id, { from: row.from_minute, to: row.to_minute }]));
};

/** Null: all office hours. */
export const setHours = async (tx: Tx, personId: number, hours: Hours | null): Promise<void> => {
  await tx.deleteFrom('reminder_hours').where('person_id', '=', personId).execute();
  if (hours === null) return;
  await tx
    .insertInto('reminder_hours')
    .values({ person_id: personId, from_minute: hours.from, to_minute: hours.to })
    .execute();
};

/** @param name the code of its request, or the title of its duty */
export type StoredMute = Mute & { readonly name: string };

/** What these people are not reminded of now. */
export const mutesOf = async (tx: Tx, people: readonly number[], now: Millis): Promise<StoredMute[]> =>
  people.length === 0
    ? []
    : tx
        .selectFrom('mute as m')
        .leftJoin('request as r', 'r.id', 'm.request_id')
        .leftJoin('duty as d', 'd.id', 'm.duty_id')
        .select(['m.person_id as personId', 'm.request_id as requestId', 'm.part_id as partId', 'm.duty_id as dutyId'])
        .select(['m.until', 'm.reason', sql<string>`coalesce(r.code, d.title)`.as('name')])
        .where('m.person_id', 'in', [...people])
        .where('m.until', '>', moment(now))
        .orderBy('m.until')
        .execute();

/** The latest word of a person about one matter holds. */
export const insertMute = async (tx: Tx, mute: Mute, now: Millis): Promise<void> => {
  const { personId, requestId, partId, dutyId, until, reason } = mute;
  const once =
    dutyId === null
      ? sql`(person_id, request_id, coalesce(part_id, 0))`
      : sql`(person_id, duty_id) where duty_id is not null`;
  await sql`
    insert into mute (person_id, request_id, part_id, duty_id, until, reason, created_at)
    values (${personId}, ${requestId}, ${partId}, ${dutyId}, ${new Date(until)}, ${reason}, ${new Date(now)})
    on conflict ${once} do update
      set until = excluded.until, reason = excluded.reason, created_at = excluded.created_at`.execute(tx);
};

/** @returns false when nothing was silent */
export const endMutes = async (
  tx: Tx,
  personId: number,
  of: { readonly requestId: number } | { readonly dutyId: number },
): Promise<boolean> => {
  const own = tx.deleteFrom('mute').where('person_id', '=', personId);
  const { numDeletedRows } = await ('dutyId' in of
    ? own.where('duty_id', '=', of.dutyId)
    : own.where('request_id', '=', of.requestId)
  ).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
};

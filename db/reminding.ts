/** How a person wants to be reminded, and what he reminds himself of. */
import { sql } from 'kysely';
import type { Hours } from '#domain/reminder/hours.ts';
import type { Mute } from '#domain/reminder/mute.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';
import { moment } from './moment.ts';

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

export type StoredMute = Mute & { readonly code: string };

/** What these people are not reminded of now. */
export const mutesOf = async (tx: Tx, people: readonly number[], now: Millis): Promise<StoredMute[]> =>
  people.length === 0
    ? []
    : tx
        .selectFrom('mute as m')
        .innerJoin('request as r', 'r.id', 'm.request_id')
        .select(['m.person_id as personId', 'm.request_id as requestId', 'm.part_id as partId', 'm.until', 'm.reason'])
        .select('r.code')
        .where('m.person_id', 'in', [...people])
        .where('m.until', '>', moment(now))
        .orderBy('m.until')
        .execute();

export const insertMute = async (tx: Tx, mute: Mute, now: Millis): Promise<void> => {
  await sql`
    insert into mute (person_id, request_id, part_id, until, reason, created_at)
    values (${mute.personId}, ${mute.requestId}, ${mute.partId}, ${new Date(mute.until)}, ${mute.reason}, ${new Date(now)})
    on conflict (person_id, request_id, coalesce(part_id, 0)) do update
      set until = excluded.until, reason = excluded.reason, created_at = excluded.created_at`.execute(tx);
};

/** @returns false when nothing was silent */
export const endMutes = async (tx: Tx, personId: number, requestId: number): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('mute')
    .where('person_id', '=', personId)
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
};

/** Everybody of the sample data is there to be spoken with, in whatever kit. */
import { sql } from 'kysely';
import type { Db } from '#db/client.ts';
import type { Millis } from '#domain/time.ts';
import type { Platform } from '#test/fakes/profile/platform.ts';

/** Everybody of the directory has an account and a private chat on each platform, as after /start. */
export const seatAll = async (
  db: Db,
  platforms: readonly Platform[],
  now: Millis,
): Promise<ReadonlyMap<string, string>> => {
  const people = await db.query.selectFrom('person').select(['id', 'key', 'name']).orderBy('id').execute();
  const seats = platforms.toReversed().flatMap((platform, order) =>
    people.map(({ id, key, name }) => ({
      channel: platform.name,
      person_id: id,
      name,
      ...platform.seat(key, name),
      // The first platform is where everybody was last.
      seen: new Date(now - platforms.length + order),
    })),
  );
  await sql`
    with seat as (
      select * from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as t(
        channel text, person_id int, name text, "externalId" text, address text, seen timestamptz)
    ), account as (
      insert into account (channel, external_id, person_id, display_name, address, linked_at, seen_at)
      select channel, "externalId", person_id, name, address, seen, seen from seat
      on conflict (channel, external_id) do update set seen_at = excluded.seen_at
      returning id, channel, address
    )
    insert into conversation (channel, address, account_id, place, created_at)
    select channel, address, id, 'private', ${new Date(now)} from account`.execute(db.query);
  return new Map(people.map(({ key, name }) => [key, name]));
};

/** RE5: what is silent for a while, or said later, may be a duty as well as a part. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mute alter column request_id drop not null;
    alter table mute add column duty_id bigint references duty;
    alter table mute add constraint mute_of_one check (num_nonnulls(request_id, duty_id) = 1);
    create unique index mute_duty_once on mute (person_id, duty_id) where duty_id is not null;
  `.execute(db);
}

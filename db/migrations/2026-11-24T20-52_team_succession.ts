/** MA2: a team whose deciding unit has ended belongs to the unit that took over, and still shows who ordered it. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The unit that planned and decided it, where another has taken its place since.
    alter table team add column former_unit_id int references unit;
  `.execute(db);
}

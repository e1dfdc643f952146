/** Silence is measured in real time: the product's own may be a test's, and run faster or jump. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table heartbeat
      add column real_at timestamptz,
      -- An administrator has been told of this silence.
      add column warned_at timestamptz
  `.execute(db);
}

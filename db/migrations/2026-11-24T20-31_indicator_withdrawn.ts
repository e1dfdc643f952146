/** Indicators entered wrongly: whatever of one was wrong is corrected, and one that should not be there is withdrawn. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Nothing stands where the one before stood.
    alter table indicator_value add column withdrawn boolean not null default false
      check (not withdrawn or replaces is not null);
    -- What was withdrawn, or became another thing, may be entered anew. That one thing stands once is held by the lock of
    -- the stream, which whoever enters takes first.
    drop index indicator_value_code;
    create index indicator_value_code on indicator_value (code);
  `.execute(db);
}

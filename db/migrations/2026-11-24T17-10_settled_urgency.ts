/** A part keeps the date it was settled by, and what that was counted from, when the request's urgency changes. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The level whose terms it had when it was settled; null: the request's own.
    alter table part add column urgency text check (urgency in ('thuong', 'khan', 'thuong_khan', 'hoa_toc'));
  `.execute(db);
}

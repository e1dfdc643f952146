/** A platform may refuse to say what the bot reads in a group: that is kept too, and from when it is asked again. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Null: the platform refuses to say, or has not been reached yet.
    alter table group_rights alter column reads_all drop not null;
    alter table group_rights add column refused_at timestamptz;
    -- Nothing is asked before. Rows of the version before are asked about once more.
    alter table group_rights add column ask_from timestamptz not null default '-infinity';
    alter table group_rights add constraint group_rights_refused check (refused_at is null or reads_all is null);
  `.execute(db);
}

/** The application's own role: it reads and writes, and can neither change nor delete facts. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'app') then
        create role app nologin;
      end if;
    end $$;
    grant usage on schema public to app;
    -- The queue's own tables, which the queue makes itself; it holds nothing that is not also here.
    create schema if not exists bullmq authorization app;
    do $$ begin execute format('grant create on database %I to app', current_database()); end $$;
    grant select, insert, update, delete on all tables in schema public to app;
    grant usage, select on all sequences in schema public to app;
    revoke update, delete, truncate on fact from app;
    alter default privileges in schema public grant select, insert, update, delete on tables to app;
    alter default privileges in schema public grant usage, select on sequences to app;
  `.execute(db);
}

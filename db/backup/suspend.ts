/**
 * Takes triggers and references away while rows are loaded in any order, and gives them back as they were; Postgres then
 * checks every reference. Needs no more than the ownership of the tables, so it works for a hosted database too, where
 * `session_replication_role` is out of reach.
 */
import type { Client } from 'pg';

type Pair = { readonly off: string; readonly on: string };

const REFERENCES = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
  from pg_constraint
  where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`;

const TRIGGERS = `
  select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as off,
    format('alter table %s enable %s trigger %I', tgrelid::regclass,
      case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as on
  from pg_trigger join pg_class on pg_class.oid = tgrelid
  where relnamespace = 'public'::regnamespace and not tgisinternal and tgparentid = 0 and tgenabled <> 'D'`;

/** Runs `work` without triggers and references. Inside a transaction: if it fails, all is as before. */
export const withoutChecks = async (client: Client, work: () => Promise<void>): Promise<void> => {
  const pairs = [...(await client.query<Pair>(REFERENCES)).rows, ...(await client.query<Pair>(TRIGGERS)).rows];
  for (const { off } of pairs) await client.query(off);
  await work();
  for (const { on } of pairs) await client.query(on);
};

/** What a database holds that a backup must carry: its own tables and sequences of the schema `public`. */
import type { Client } from 'pg';
import type { Sequence, Table } from './format.ts';

/** Migrations write the list of migrations themselves; partitions come with their table; extensions keep their own. */
const OWN_TABLES = `
  from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = t.oid and deptype = 'e')
    and t.relname not in ('kysely_migration', 'kysely_migration_lock')
`;

/** Sets what COPY's text depends on to the same everywhere, and takes off the limits that a role may have. */
export const prepareSession = async (client: Client): Promise<void> => {
  await client.query(`
    set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
    set extra_float_digits = 3; set client_encoding = 'UTF8'; set search_path = public; set row_security = off;
    set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`);
};

/** Computed columns are left out: the target computes them again. */
export const tablesOf = async (client: Client): Promise<Table[]> => {
  const { rows } = await client.query<Table>(`
    select t.oid::regclass::text as name,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
       where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
    ${OWN_TABLES} order by name`);
  return rows;
};

export const sequencesOf = async (client: Client): Promise<Sequence[]> => {
  const { rows } = await client.query<Sequence>(`
    select format('%I.%I', schemaname, sequencename) as name,
      coalesce(last_value, start_value)::text as value, last_value is not null as "isCalled"
    from pg_sequences where schemaname = 'public' order by name`);
  return rows;
};

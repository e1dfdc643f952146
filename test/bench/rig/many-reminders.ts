/** Parts with a due row each, by the hundred thousand, held by people of the benchmark. */
import type pg from 'pg';
import type { Urgency } from '#domain/request/request.ts';

export type Group = {
  readonly count: number;
  /** Of the first due row; each next one is so much later. */
  readonly from: Date;
  readonly everyMs: number;
  readonly urgency: Urgency;
  /** When the answer is due. */
  readonly due: Date;
};

const TABLES = ['request', 'part', 'due'] as const;

/** As a restore does: triggers and foreign keys rest, and indexes are made when everything is there. */
export const fillReminders = async (pool: pg.Pool, groups: readonly Group[]): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '256MB'`);
    const { rows: indexes } = await client.query<{ name: string; words: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as words from pg_index i
       where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
      [TABLES],
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    for (const { count, from, everyMs, urgency, due } of groups) {
      const request = await reserve(client, 'request', count);
      const part = await reserve(client, 'part', count);
      await client.query(REQUESTS, [count, request, urgency, due]);
      await client.query(PARTS, [count, request, part, due]);
      await client.query(DUE, [count, part, from, everyMs]);
    }
    for (const { words } of indexes) await client.query(words);
    await client.query(`analyze ${TABLES.join(', ')}; reset session_replication_role`);
  } finally {
    client.release();
  }
};

/** @returns the first of so many ids in a row: with them in hand no statement has to look up what another has written */
const reserve = async (client: pg.PoolClient, table: string, count: number): Promise<number> => {
  const sequence = `pg_get_serial_sequence('${table}', 'id')`;
  const { rows } = await client.query<{ id: number }>(`select nextval(${sequence})::int as id`);
  const id = rows[0]?.id ?? 1;
  await client.query(`select setval(${sequence}, $1)`, [id + count]);
  return id;
};

/** Codes are of no year that people file in. */
const REQUESTS = `
  with asking as (select m.unit_id, min(m.person_id) as filer_id from membership m join unit u on u.id = m.unit_id
    where u.code = 'bql-qhxd' group by m.unit_id)
  insert into request (id, code, state, type, field_id, subject, content, urgency, asking_unit_id, filer_id, regulation_id,
    filed_at, visible_at, fact_seq, fact_hash)
  select $2::int + i, 'PH-1999-' || ($2::int + i), 'open', 'opinion', (select min(id) from field), 'Việc ' || ($2::int + i),
    '', $3, unit_id, filer_id, (select max(id) from regulation), $4::timestamptz - interval '30 days',
    $4::timestamptz - interval '30 days', 2, '\\x00'
  from asking, generate_series(0, $1::int - 1) i`;

/** Spread by a prime from where the group before ended: who holds what follows neither order nor urgency. */
const PARTS = `
  with worker as (select m.unit_id, m.person_id, row_number() over (order by m.person_id) - 1 as n
    from membership m join person p on p.id = m.person_id where p.key like 'bench-%' and m.role = 'official')
  insert into part (id, request_id, ordinal, unit_id, state, holder_id, asked_at, receipt_due, received_at, term_from, due,
    provisional, silence_for)
  select $3::int + i, $2::int + i, 1, unit_id, 'accepted', person_id, $4::timestamptz - interval '30 days',
    $4::timestamptz - interval '29 days', $4::timestamptz - interval '30 days', $4::timestamptz - interval '30 days',
    $4::timestamptz, false, $4::timestamptz
  from generate_series(0, $1::int - 1) i join worker on n = (($2::int + i)::bigint * 7919) % (select count(*) from worker)`;

const DUE = `
  insert into due (kind, subject_id, at)
  select 'remind', $2::int + i, $3::timestamptz + i::bigint * $4::int * interval '1 millisecond'
  from generate_series(0, $1::int - 1) i`;

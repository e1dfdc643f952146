/** Parts with a due row each, by the hundred thousand, held by people of the benchmark. */
import type pg from 'pg';

export type Group = {
  readonly count: number;
  /** Of the first due row; each next one is so much later. */
  readonly from: Date;
  readonly everyMs: number;
  readonly urgency: 'thuong' | 'hoa_toc';
  /** When the answer is due. */
  readonly due: Date;
};

const BATCH = 50_000;

export const fillReminders = async (pool: pg.Pool, group: Group): Promise<void> => {
  for (const table of ['request', 'part']) await pool.query(`alter table ${table} disable trigger user`);
  for (let from = 0; from < group.count; from += BATCH) {
    const to = Math.min(group.count, from + BATCH) - 1;
    await pool.query(INSERT, [from, to, group.from, group.everyMs, group.urgency, group.due]);
  }
  for (const table of ['request', 'part']) await pool.query(`alter table ${table} enable trigger user`);
  await pool.query('analyze request, part, due');
};

/** Codes are of no year that people file in. */
const INSERT = `
  with worker as (select m.unit_id, m.person_id, row_number() over (order by m.person_id) - 1 as n, count(*) over () as all_of_them
      from membership m join person p on p.id = m.person_id where p.key like 'bench-%'),
    asking as (select id from unit where code = 'bql-qhxd'),
    filer as (select m.person_id from membership m join asking on asking.id = m.unit_id order by 1 limit 1),
    one as (select i, 'PH-1999-' || nextval('request_id_seq') as code, w.unit_id, w.person_id
      from generate_series($1::int, $2::int) i join worker w on w.n = i % w.all_of_them),
    asked as (
      insert into request (code, state, type, field_id, subject, content, urgency, asking_unit_id, filer_id, regulation_id,
        filed_at, visible_at, fact_seq, fact_hash)
      select code, 'open', 'opinion', (select min(id) from field), 'Việc ' || code, '', $5, asking.id, filer.person_id,
        (select max(id) from regulation), $6::timestamptz - interval '30 days', $6::timestamptz - interval '30 days', 2, '\\x00'
      from one, asking, filer returning id, code
    ), owed as (
      insert into part (request_id, ordinal, unit_id, state, holder_id, asked_at, receipt_due, received_at, term_from, due,
        provisional, silence_for)
      select asked.id, 1, one.unit_id, 'accepted', one.person_id, $6::timestamptz - interval '30 days',
        $6::timestamptz - interval '29 days', $6::timestamptz - interval '30 days', $6::timestamptz - interval '30 days',
        $6::timestamptz, false, $6::timestamptz
      from asked join one using (code) returning id
    )
  insert into due (kind, subject_id, at)
  select 'remind', id, $3::timestamptz + ($1::int + row_number() over (order by id) - 1) * $4::int * interval '1 millisecond'
  from owed`;

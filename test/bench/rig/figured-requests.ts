/** Requests with a life: spread over five years up to now, fields, zones, units and holders; the last two weeks partly open. */
import type pg from 'pg';

const BATCH = 20_000;

/** Words are not searched here; the notes of the figures are what is measured, so their triggers stay on. */
export const fillFigured = async (pool: pg.Pool, from: number, until: number): Promise<void> => {
  for (const trigger of ['search_filed', 'search_part'])
    await pool.query(`alter table part disable trigger ${trigger}`);
  for (let at = from; at < until; at += BATCH) {
    await pool.query(INSERT, [at, Math.min(until, at + BATCH) - 1]);
    await pool.query('analyze request, part');
  }
  for (const trigger of ['search_filed', 'search_part']) await pool.query(`alter table part enable trigger ${trigger}`);
  await pool.query('vacuum analyze request, part');
};

const INSERT = `
  with worker as (select m.unit_id, array_agg(m.person_id order by m.person_id) as people from membership m
      where m.valid_to is null and m.role <> 'admin' group by m.unit_id),
    place as (select id, row_number() over (order by id) - 1 as n
      from unit where valid_to is null and id in (select unit_id from worker)),
    zone_at as (select id, row_number() over (order by id) - 1 as n from zone),
    field_at as (select id, row_number() over (order by id) - 1 as n from field),
    board as (select id, row_number() over (order by id) - 1 as n
      from unit where code like 'bql%' and id in (select unit_id from worker)),
    one as (
      select i, a.id as asking, w.people[1 + i % array_length(w.people, 1)] as filer, o.id as owing,
        h.people[1 + (i / 7) % array_length(h.people, 1)] as holder, z.id as zone, f.id as field,
        now() - interval '1 hour' - (((i::bigint * 7919) % 1000003)::float8 / 1000003) * interval '1825 days' as at
      from generate_series($1::int, $2::int) i
      -- Two in three are asked by the board, as it is.
      join place a on a.id = case when i % 3 = 0 then (select id from place where n = i % (select count(*) from place))
        else (select id from board where n = i % (select count(*) from board)) end
      join worker w on w.unit_id = a.id
      join place o on o.n = (i * 13 + 5) % (select count(*) from place) join worker h on h.unit_id = o.id
      join zone_at z on z.n = (i / 3) % (select count(*) from zone_at)
      join field_at f on f.n = (i / 5) % (select count(*) from field_at)
    ), asked as (
      insert into request (code, state, type, field_id, zone_id, subject, content, urgency, asking_unit_id, filer_id,
        regulation_id, filed_at, visible_at, fact_seq, fact_hash)
      select 'PH-2019-' || (1000000 + i), 'open', (array['opinion', 'information', 'joint_work', 'site_survey',
        'difficulty'])[1 + i % 5], field, zone, 'Góp ý', '', (array['thuong', 'thuong', 'thuong', 'khan'])[1 + i % 4],
        asking, filer, (select min(id) from regulation), at, at, 0, '\\x00' from one returning id, code
    )
  insert into part (request_id, ordinal, unit_id, state, holder_id, asked_at, receipt_due, received_at, due, answered_at,
    provisional)
  select asked.id, 1, owing, s.state, holder, at, at + interval '1 day', at + interval '1 hour' * (i % 30),
    at + interval '9 days', case when s.state in ('answered', 'closed') then at + interval '1 hour' * (i % 260) end, false
  from asked join one on code = 'PH-2019-' || (1000000 + i)
  cross join lateral (select case when at > now() - interval '14 days' and i % 2 = 0 then 'accepted'
    when i % 40 = 0 then 'silent' when i % 61 = 0 then 'handed_on' when i % 3 = 0 then 'answered' else 'closed' end) s(state)`;

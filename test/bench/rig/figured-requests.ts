/**
 * Requests with a life, in the order of their days over five years up to now, spread over fields, zones, units and
 * holders; the last two weeks are partly open. Written in sets with the triggers off; the notes that those would have
 * left are written by the product's own functions, and the product's job folds them.
 */
import type pg from 'pg';

const BATCH = 50_000;

/** @param pool of one connection, the owner's */
export const fillFigured = async (pool: pg.Pool, count: number): Promise<void> => {
  await pool.query('set session_replication_role = replica');
  await pool.query(WORKING_DAYS);
  for (let from = 0; from < count; from += BATCH) {
    await pool.query(INSERT, [from, Math.min(count, from + BATCH) - 1, count]);
    if (from === 0) await pool.query('analyze request, part');
  }
  await pool.query('vacuum analyze request, part');
  await pool.query(NOTES);
  await pool.query(`insert into figure_open select o.* from part p join request r on r.id = p.request_id
    cross join lateral figure_open_of(p, r) o on conflict do nothing`);
  await pool.query('reset session_replication_role');
  await pool.query('vacuum analyze figure_open, figure_delta');
};

/** As `figure_worked_days`, which counts the days of each part by themselves. */
const WORKING_DAYS = `create temp table worked as
  select d::date as day, sum(coalesce(c.kind = 'swap_work', extract(isodow from d) < 6)::int) over (order by d) as n
  from generate_series(now() - interval '6 years', now() + interval '1 month', interval '1 day') d
  left join calendar_day c on c.date = d::date`;

const NOTES = `insert into figure_delta (month, unit_id, asking_id, holder_id, filer_id, zone_id, field_id, type_no,
    urgency_no, outcome, receipt, extensions, returns, taken_over, days, n, day)
  select f.*, 1, figure_day(p.asked_at) from part p join request r on r.id = p.request_id
  cross join lateral figure_of(p, r) f where figure_settled(p.state) and r.code like 'PH-2019-%' order by p.id`;

const INSERT = `
  with worker as (select m.unit_id, array_agg(m.person_id order by m.person_id) as people from membership m
      where m.valid_to is null and m.role <> 'admin' group by m.unit_id),
    place as (select array_agg(id order by id) as all_of from unit where valid_to is null and id in (select unit_id from worker)),
    board as (select array_agg(id order by id) as all_of
      from unit where code like 'bql%' and id in (select unit_id from worker)),
    -- In the first year the districts of then were asked.
    gone as (select array_agg(id order by id) as all_of from unit where valid_to is not null),
    zones as (select array_agg(id order by id) as all_of from zone),
    fields as (select array_agg(id order by id) as all_of from field),
    dice as (
      select i, ((i::bigint * 7919) % 1000003)::int as d,
        now() - interval '1 hour' - (1 - i::float8 / $3) * interval '1825 days' as at
      from generate_series($1::int, $2::int) i
    ), one as (
      select i, a.id as asking, w.people[1 + d % array_length(w.people, 1)] as filer, o.id as owing,
        h.people[1 + (d / 7) % array_length(h.people, 1)] as holder, zones.all_of[1 + (d / 3) % array_length(zones.all_of, 1)]
        as zone, fields.all_of[1 + (d / 5) % array_length(fields.all_of, 1)] as field, d, at
      from dice, place, board, gone, zones, fields
      -- Two in three are asked by the board, as it is.
      cross join lateral (select case when d % 3 = 0 then place.all_of[1 + d % array_length(place.all_of, 1)]
        else board.all_of[1 + d % array_length(board.all_of, 1)] end as id) a
      cross join lateral (select case when at < now() - interval '1500 days' and d % 4 = 0
        then gone.all_of[1 + (d / 11) % array_length(gone.all_of, 1)]
        else place.all_of[1 + (d / 13) % array_length(place.all_of, 1)] end as id) o
      join worker w on w.unit_id = a.id left join worker h on h.unit_id = o.id
    ), asked as (
      insert into request (code, state, type, field_id, zone_id, subject, content, urgency, asking_unit_id, filer_id,
        regulation_id, filed_at, visible_at, fact_seq, fact_hash)
      select 'PH-2019-' || (1000000 + i), 'open', (array['opinion', 'information', 'joint_work', 'site_survey',
        'difficulty'])[1 + d % 5], field, zone, 'Góp ý', '', (array['thuong', 'thuong', 'thuong', 'khan'])[1 + d % 4],
        asking, filer, (select min(id) from regulation), at, at, 0, '\\x00' from one returning id, code
    )
  insert into part (request_id, ordinal, unit_id, state, holder_id, asked_at, receipt_due, received_at, due, answered_at,
    worked_days, provisional)
  select asked.id, 1, owing, s.state, holder, one.at, one.at + interval '1 day', one.at + interval '1 hour' * (d % 30),
    one.at + interval '9 days', a.at, until.n - since.n, false
  from asked join one on code = 'PH-2019-' || (1000000 + i)
  cross join lateral (select case when one.at > now() - interval '14 days' and d % 2 = 0 then 'accepted'
    when d % 40 = 0 then 'silent' when d % 61 = 0 then 'handed_on' when d % 3 = 0 then 'answered' else 'closed' end) s(state)
  cross join lateral (select case when s.state in ('answered', 'closed') then one.at + interval '1 hour' * (d % 260) end) a(at)
  join worked since on since.day = figure_day(one.at) left join worked until on until.day = figure_day(a.at)`;

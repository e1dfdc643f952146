/** People of the benchmark, linked to the platform: written by the database's owner, as an import would. */
import type pg from 'pg';

/** Telegram's ids of these people; far from those of nobody else, since the platform is ours. */
export const idOfFirst = 1_000;

export type Someone = { readonly userId: number; readonly unitId: number };

export type Where = {
  /** A condition on unit `u`; the people are spread over the units that meet it. */
  readonly units: string;
  /** The number of the first: those before are there already. */
  readonly first?: number;
};

export const addPeople = async (
  pool: pg.Pool,
  count: number,
  role: string,
  { units, first = 0 }: Where,
): Promise<readonly Someone[]> => {
  const { rows } = await pool.query<Someone>(
    `with place as (select u.id, row_number() over (order by u.id) - 1 as n, count(*) over () as all_of_them
       from unit u where u.valid_to is null and ${units}),
     someone as (
       insert into person (key, name, title, created_at)
       select 'bench-' || i, 'Bench ' || i, 'chuyên viên', now() from generate_series($4::int, $4::int + $1::int - 1) i
       returning id, split_part(key, '-', 2)::int as i),
     member as (
       insert into membership (person_id, unit_id, role, valid_from)
       select s.id, p.id, $2, '2025-07-01' from someone s join place p on p.n = s.i % p.all_of_them
       returning person_id, unit_id),
     linked as (
       insert into account (channel, external_id, person_id, display_name, address, linked_at, seen_at)
       select 'telegram', ($3::int + i)::text, id, 'Bench ' || ($3::int + i), ($3::int + i)::text, now(), now()
       from someone)
     select $3::int + s.i as "userId", m.unit_id as "unitId"
     from someone s join member m on m.person_id = s.id order by s.i`,
    [count, role, idOfFirst, first],
  );
  if (rows.length !== count) throw new Error(`${rows.length} of ${count} people were written`);
  return rows;
};

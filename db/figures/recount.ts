/**
 * The nightly recount: every sum of each month against the plain aggregate over the parts. What differs is reported
 * and put right; it would come from a change that went round the triggers.
 */
import { sql } from 'kysely';
import { type Db, inTransaction, type Tx } from '#db/client.ts';
import type { Millis } from '#domain/time.ts';
import { ADD_TO_CELLS, foldFigures, INSERT_CELLS, takeFoldLock } from './fold.ts';
import { ENTRY, expanded, SUMS } from './tuples.ts';

export type Recount = { readonly months: number; readonly different: number };

/** Month by month, so that no transaction lasts and no sum is locked for long. */
export const recountFigures = async (db: Db, now: Millis, ending?: AbortSignal): Promise<Recount> => {
  await foldFigures(db, ending);
  const { rows } = await sql<{ month: string }>`
    select distinct month from figure_cell where owner = 0 and dims = 0
    union select distinct date_trunc('month', asked_at at time zone interval '7 hours')::date from part
    order by 1`.execute(db.query);
  let different = await inTransaction(db, recountOpen);
  let months = 0;
  for (const { month } of rows) {
    if (ending?.aborted === true) break;
    different += await inTransaction(db, (tx) => recountMonth(tx, month));
    months += 1;
  }
  const found = { months, different };
  await db.query
    .insertInto('figure_recount')
    .values({ at: new Date(now), ...found })
    .execute();
  return found;
};

/** What the parts say, less what the sums and the notes not yet folded say: the difference is added to the sums. */
const recountMonth = async (tx: Tx, month: string): Promise<number> => {
  if (!(await takeFoldLock(tx))) return 0;
  const { rows } = await sql<{ different: number }>`
    with parts as (
      select g.*, figure_day(p.asked_at) as day, 1 as n
      from part p join request r on r.id = p.request_id cross join lateral figure_of(p, r) g
      where figure_settled(p.state)
        and p.asked_at >= ${month}::timestamp at time zone interval '7 hours'
        and p.asked_at < (${month}::timestamp + interval '1 month') at time zone interval '7 hours'
    ), f as (
      select month, ${ROW} from parts
      union all select month, ${NEGATIVE} from figure_delta where month = ${month}::date
    ), entry as (
      insert into figure_entry (${ROW})
      select ${KINDS}, sum(n) from (
        select ${ROW} from f union all
        select ${NEGATIVE} from figure_entry where day >= ${month}::date and day < ${month}::date + interval '1 month') e
      group by ${KINDS} having sum(n) <> 0 returning 1
    ), stored as (
      select owner, dims, owner_id, month, owner_unit, a_id, b_id, ${sql.raw(negative())}
      from figure_cell where month >= ${month}::date and month < ${month}::date + interval '1 month'
      union all
      select owner, dims, owner_id, k.month, owner_unit, a_id, b_id, ${sql.raw(positive())}
      from f cross join lateral ${expanded()}
      where k.a_id is not null and k.b_id is not null
    ), difference as (
      select owner, dims, owner_id, month, owner_unit, a_id, b_id, ${sql.raw(summed())}
      from stored group by owner, dims, owner_id, month, owner_unit, a_id, b_id
      having ${sql.raw(differs())}
    ), mended as (
      ${sql.raw(INSERT_CELLS)} select * from difference ${sql.raw(ADD_TO_CELLS)}
    )
    select ((select count(*) from difference) + (select count(*) from entry))::int as different`.execute(tx);
  return rows[0]?.different ?? 0;
};

/** The narrow rows of what is open, against the parts; those that differ are made anew under the locks of an act. */
const recountOpen = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ requestId: number; partId: number }>`
    select coalesce(plain.request_id, p.request_id) as "requestId", coalesce(plain.part_id, f.part_id) as "partId"
    from (
      select p.request_id, o.* from part p join request r on r.id = p.request_id
        cross join lateral figure_open_of(p, r) o
      where p.state in ('awaiting', 'accepted', 'drafted', 'returned')
    ) plain full join figure_open f on f.part_id = plain.part_id left join part p on p.id = f.part_id
    where ${sql.raw(`(${OPEN.map((column) => `plain.${column}`).join(', ')})`)}
      is distinct from ${sql.raw(`(${OPEN.map((column) => `f.${column}`).join(', ')})`)}`.execute(tx);
  if (rows.length === 0) return 0;
  const parts = sql`${rows.map(({ partId }) => partId)}::bigint[]`;
  await sql`select id from request where id = any(${rows.map(({ requestId }) => requestId)}::bigint[])
    order by id for update`.execute(tx);
  await sql`select id from part where id = any(${parts}) order by id for update`.execute(tx);
  await sql`delete from figure_open where part_id = any(${parts})`.execute(tx);
  await sql`insert into figure_open select o.* from part p join request r on r.id = p.request_id
    cross join lateral figure_open_of(p, r) o where p.id = any(${parts})`.execute(tx);
  return rows.length;
};

const OPEN = [
  ...['day', 'unit_id', 'asking_id', 'holder_id', 'filer_id', 'zone_id', 'field_id', 'type_no', 'urgency_no'],
  ...['receipt', 'extensions', 'returns', 'taken_over', 'is_awaiting', 'is_paused', 'receipt_due', 'due', 'visible_at'],
] as const;

const ROW = sql.raw(ENTRY);
const NEGATIVE = sql.raw(ENTRY.replace(/\bn$/, '-n'));
const KINDS = sql.raw(ENTRY.replace(/, n$/, ''));
const columns = Object.keys(SUMS);
const negative = (): string => columns.map((column) => `-${column} as ${column}`).join(', ');
const positive = (): string =>
  Object.values(SUMS)
    .map((value) => `(${value}) * f.n`)
    .join(', ');
const summed = (): string => columns.map((column) => `sum(${column}) as ${column}`).join(', ');
const differs = (): string => columns.map((column) => `sum(${column}) <> 0`).join(' or ');

/**
 * The one statement that figures are read by: sums of months and of days, what acts have noted since, rows of the days
 * between, and what is open. All of one snapshot, so that nothing is counted twice or missed while a job folds.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Period } from '#domain/figures/period.ts';
import type { FiguresQuery } from '#domain/figures/query.ts';
import { addDays } from '#domain/time.ts';
import { forOthers, othersUnits, ownedOpen, ownedRow, ownersOf, type SumOwner, sumOwners } from './owned.ts';
import {
  DIM_COLUMNS,
  type Dim,
  exactFilters,
  isPerson,
  keepsDays,
  type Owner,
  ownerColumn,
  SUMS,
  tupleOf,
  unitColumn,
} from './tuples.ts';
import { rowTable, type SumWindow, splitPeriod, sumTable, type Window, windowTable } from './windows.ts';

export type SumColumn = keyof typeof SUMS | 'paused' | 'open' | 'overdue';

/** Sums over those of the ask at place `i` that have this key. */
export type FigureRow = Readonly<Record<SumColumn, number>> & { readonly i: number; readonly key: number };

/** A period, apart by what; null: all in one row, of key 0. */
export type Ask = { readonly period: Period; readonly by: Dim | null };

export const figureStatement = (
  query: Omit<FiguresQuery, 'by'>,
  asks: readonly Ask[],
  /** `parts`: the plain aggregate over parts and requests, for comparison. */
  use: 'sums' | 'parts' = 'sums',
): RawBuilder<FigureRow> => {
  const filters = Object.entries(query.filters) as Filter[]; // the keys of Filters are dims
  const on = { query, asks, filters };
  const owners = ownersOf(query.selection).map((owner) => readingOf(on, owner));
  const whole = asks.map(({ period }, i) => ({ i, from: period.from, after: addDays(period.to, 1) }));
  // What is open has taken no days yet.
  const open = whole.filter(({ i }) => asks[i]?.by !== 'days');
  // What is not needed is not planned either.
  const rowSources = [
    ...(use === 'parts'
      ? [settled(on, whole, PARTS)]
      : [...owners.filter(({ rows }) => rows.length > 0).map(entries), settled(on, whole, NOTES)]),
    ...(open.length === 0 ? [] : [openRows(on, open)]),
  ];
  const sumSources = use === 'parts' ? [] : owners.filter(({ sums }) => sums.length > 0).map(cells);
  return sql<FigureRow>`
    with f as (
      -- Parts of one kind count together: a dozen sums over each row would cost more than reading it.
      select i, key, outcome, receipt, taken_over, sum(n) as n, sum(extensions * n) as extensions,
        sum(returns * n) as returns
      from (${sql.join(rowSources, sql` union all `)}) t(i, key, outcome, receipt, taken_over, extensions, returns, n)
      group by i, key, outcome, receipt, taken_over
    )
    select i, key, ${sql.raw(COLUMNS.map((column) => `sum(${column})::int as ${column}`).join(', '))}
    from (${sql.join([sql`select i, key, ${sql.raw(TALLIED)} from f`, ...sumSources], sql` union all `)})
      t(i, key, ${sql.raw(COLUMNS.join(', '))})
    group by i, key having sum(received) <> 0`;
};

/** What was settled has outcomes 1 to 5 (db/migrations). */
const OPEN = { paused: 6, open: 7, overdue: 8 } as const;
const COLUMNS = [...Object.keys(SUMS), ...Object.keys(OPEN)];

/** Sums of rows that count `f.n` times and have theirs multiplied. */
const TALLIED = [
  ...Object.entries(SUMS).map(([column, value]) =>
    column === 'extensions' || column === 'returns' ? value : `(${value}) * f.n`,
  ),
  ...Object.values(OPEN).map((outcome) => `(f.outcome = ${outcome})::int * f.n`),
].join(', ');

type Filter = readonly [dim: Dim, ids: readonly number[]];
type On = {
  readonly query: Omit<FiguresQuery, 'by'>;
  readonly asks: readonly Ask[];
  readonly filters: readonly Filter[];
};

/** How one owner's figures are read: each owner has sums of his own. */
type Reading = {
  readonly on: On;
  readonly owner: Owner;
  readonly owners: readonly SumOwner[];
  readonly filters: readonly Filter[];
  readonly sums: readonly SumWindow[];
  readonly rows: readonly Window[];
};

/** Narrowed to units, what everybody or some units owe is what those owe: of units there are sums of every kind. */
const readingOf = (on: On, asked: Owner): Reading => {
  const wanted = on.filters.find(([dim]) => dim === 'unit')?.[1];
  const isOfUnits = wanted !== undefined && (asked === 'all' || asked === 'unit');
  const owner = isOfUnits ? 'unit' : asked;
  const filters = isOfUnits ? on.filters.filter(([dim]) => dim !== 'unit') : on.filters;
  const owners = sumOwners(on.query.selection, owner, isOfUnits ? wanted : null);
  const sums: SumWindow[] = [];
  const rows: Window[] = [];
  const dims = filters.map(([dim]) => dim);
  const within = [...new Set(filters[0]?.[1] ?? [0])];
  for (const [i, { period, by }] of on.asks.entries()) {
    const tuple = tupleOf(owner, dims, by);
    const eachDay = dims.length === 0 && by === null && keepsDays(owner);
    const split = splitPeriod(i, period, { tuple, eachDay });
    sums.push(...split.sums.flatMap((window) => within.map((id) => ({ ...window, within: id }))));
    rows.push(...split.rows);
  }
  return { on, owner, owners, filters, sums, rows };
};

/** Each window's sums stand beside each other under the whole of their key. */
const cells = ({ on: { query, asks }, owner, owners, filters, sums }: Reading) => sql`
  select w.i, ${cellKey(asks, filters)}, ${sql.raw(CELL_SUMS)}, 0, 0, 0
  from ${sumTable(sums, owners)}
  join figure_cell c on c.owner = w.owner and c.dims = w.dims and c.owner_id = w.owner_id and c.a_id = w.a_id
    and c.month >= w.first and c.month < w.after
  where ${forOthers(query.selection, owner, 'c.owner_unit')}
    ${sql.join(
      // As an expression: as a condition of the index the planner takes it for many searches, and reads the whole table.
      filters.slice(1).map(([, ids]) => sql`and c.b_id + 0 = ${among(ids)}`),
      sql` `,
    )}`;

/** Rows of the days, each found by all that an index has of it: none is read that does not count. */
const entries = ({ on, owner, owners, filters, rows }: Reading) => {
  const exact = filters.slice(0, exactFilters(owner));
  const equal = [
    ...(owner === 'all' ? [] : [`f.${ownerColumn(owner)} = w.owner_id`]),
    ...(isPerson(owner) ? [`f.${unitColumn(owner)} = u.unit_id`] : []),
    ...exact.map(([dim], at) => `f.${DIM_COLUMNS[dim]} = w.${at === 0 ? 'a_id' : 'b_id'}`),
  ];
  const units = isPerson(owner) ? sql`cross join lateral ${othersUnits(on.query.selection, owner)} u` : sql``;
  return sql`
  select w.i, ${keyOf(on)}, f.outcome, f.receipt, f.taken_over, f.extensions, f.returns, f.n
  from ${rowTable(
    rows,
    owners,
    exact.map(([, ids]) => ids),
  )} ${units}
  join figure_entry f on ${sql.raw([...equal, 'f.day >= w.first', 'f.day < w.after'].join(' and '))}
  where ${kept(on, 'settled', filters.slice(exact.length))}`;
};

const cellKey = (asks: readonly Ask[], [first]: readonly Filter[]) => {
  const places = (matches: (by: Dim | null) => boolean) => asks.flatMap(({ by }, i) => (matches(by) ? [i] : []));
  const within = places((by) => by !== null && by === first?.[0]);
  const apart = places((by) => by !== null && by !== first?.[0]);
  const when = (at: readonly number[], column: string) =>
    at.length === 0 ? '' : `when w.i in (${at.join(', ')}) then ${column} `;
  const cases = `${when(within, 'c.a_id')}${when(apart, 'c.b_id')}`;
  return sql.raw(cases === '' ? '0' : `case ${cases}else 0 end`);
};

const CELL_SUMS = Object.keys(SUMS)
  .map((column) => `c.${column}`)
  .join(', ');

/** @param from what is not folded yet, or the parts themselves */
const settled = (on: On, windows: readonly Window[], from: RawBuilder<unknown>) => sql`
  select w.i, ${keyOf(on)}, f.outcome, f.receipt, f.taken_over, f.extensions, f.returns, f.n
  from ${windowTable(windows)} join ${from} f on f.day >= w.first and f.day < w.after
  where ${ownedRow(on.query.selection)} and ${kept(on, 'settled', on.filters)}`;

const NOTES = sql`figure_delta`;
const PARTS = sql`(select g.*, figure_day(p.asked_at) as day, 1 as n
  from part p join request r on r.id = p.request_id cross join lateral figure_of(p, r) g where figure_settled(p.state))`;

const openRows = (on: On, windows: readonly Window[]) => {
  const now = sql`${new Date(on.query.now)}::timestamptz`;
  return sql`
  select w.i, ${keyOf(on, 'open')},
    case when f.is_paused then ${sql.lit(OPEN.paused)} when f.due <= ${now} then ${sql.lit(OPEN.overdue)}
      else ${sql.lit(OPEN.open)} end,
    case when f.is_awaiting and f.receipt = 0 and f.receipt_due <= ${now} then 3 else f.receipt end,
    f.taken_over, f.extensions, f.returns, 1
  from ${windowTable(windows)} join figure_open f on f.day >= w.first and f.day < w.after
  where f.visible_at <= ${now} and ${ownedOpen(on.query.selection, sql`f.is_awaiting`)} and ${kept(on, 'open', on.filters)}`;
};

/** Each ask is apart by its own thing. */
const keyOf = ({ asks }: On, of: 'settled' | 'open' = 'settled'): RawBuilder<unknown> => {
  const things = [...new Set(asks.map(({ by }) => by))].filter(
    (by) => by !== null && !(by === 'days' && of === 'open'),
  );
  const cases = things.map((by) => {
    const places = asks.flatMap((ask, i) => (ask.by === by ? [i] : []));
    return `when w.i in (${places.join(', ')}) then f.${by === null ? 0 : DIM_COLUMNS[by]}`;
  });
  return sql.raw(cases.length === 0 ? '0' : `case ${cases.join(' ')} else 0 end`);
};

/** @param filters not as conditions of an index, which it would search all days for, each time */
const kept = (on: On, of: 'settled' | 'open', filters: readonly Filter[]) =>
  sql.join(
    [
      // Only answers took days.
      sql`${keyOf(on, of)} is not null`,
      ...filters.map(([dim, ids]) => sql`${sql.raw(`f.${DIM_COLUMNS[dim]} + 0`)} = ${among(ids)}`),
    ],
    sql` and `,
  );

const among = (ids: readonly number[]) => sql`any(${[...ids]}::int[])`;

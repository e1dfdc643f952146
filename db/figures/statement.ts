/** The one statement that figures are read by: sums, notes not yet folded, days at the edges, and what is open. */
import { type RawBuilder, sql } from 'kysely';
import type { Period } from '#domain/figures/period.ts';
import type { FiguresQuery } from '#domain/figures/query.ts';
import { ownedCell, ownedOpen, ownedRow, ownersOf } from './owned.ts';
import { DIM_COLUMNS, type Dim, SUMS, type Tuple, tupleOf } from './tuples.ts';
import { wholeOf, windowsOf } from './windows.ts';

export type SumColumn = keyof typeof SUMS | 'paused' | 'open' | 'overdue';

/** Sums over those of period `i` that have this key. */
export type FigureRow = Readonly<Record<SumColumn, number>> & { readonly i: number; readonly key: number };

type Asked = {
  readonly query: FiguresQuery;
  /** Null: all in one row, of key 0. */
  readonly by: Dim | null;
  readonly periods: readonly Period[];
  /** Without the sums: the plain aggregate, for comparison. */
  readonly plain?: true;
};

export const figureStatement = ({ query, by, periods, plain }: Asked): RawBuilder<FigureRow> => {
  const filters = Object.entries(query.filters) as Filter[]; // the keys of Filters are dims
  const wanted = new Set([...filters.map(([dim]) => dim), ...(by === null ? [] : [by])]);
  const tuple = plain === true ? null : tupleOf(ownersOf(query.selection), wanted);
  const { months, edges } = windowsOf(periods, tuple === null);
  const on = { ...query, by, filters };
  const sources = [
    settledParts(on, edges),
    ...(tuple === null ? [] : [cells(on, tuple, months), notes(on, months)]),
    // What is open has taken no days yet.
    ...(by === 'days' ? [] : [openParts(on, wholeOf(periods))]),
  ];
  const columns = [...Object.keys(SUMS), 'paused', 'open', 'overdue'];
  return sql<FigureRow>`
    select i, key, ${sql.raw(columns.map((column) => `sum(${column})::int as ${column}`).join(', '))}
    from (${sql.join(sources, sql` union all `)}) t(i, key, ${sql.raw(columns.join(', '))})
    group by i, key having sum(received) <> 0`;
};

type Filter = readonly [dim: Dim, ids: readonly number[]];
type On = Omit<FiguresQuery, 'by' | 'filters'> & { readonly by: Dim | null; readonly filters: readonly Filter[] };

const NONE_OPEN = sql.raw('0, 0, 0');

const settledParts = (on: On, edges: RawBuilder<unknown>) => sql`
  select w.i, ${rowKey(on)} as key, ${rowSums('1')}, ${NONE_OPEN}
  from ${edges} join part p on p.asked_at >= w.from_at and p.asked_at < w.to_at
    and p.state in ('answered', 'closed', 'silent', 'handed_on', 'cancelled')
  join request r on r.id = p.request_id cross join lateral figure_of(p, r) f
  where ${ownedRow(on.selection)} and ${keptRow(on)}`;

const cells = (on: On, tuple: Tuple, months: RawBuilder<unknown>) => sql`
  select w.i, ${on.by === null ? sql.raw('0') : sql.raw(cellColumn(tuple, on.by))} as key,
    ${sql.raw(
      Object.keys(SUMS)
        .map((column) => `c.${column}`)
        .join(', '),
    )}, ${NONE_OPEN}
  from ${months} join figure_cell c on c.month >= w.first and c.month < w.after
  where ${ownedCell(on.selection)} and c.dims = ${sql.lit(tuple.no)}
    ${sql.join(
      on.filters.map(([dim, ids]) => sql`and ${among(cellColumn(tuple, dim), ids)}`),
      sql` `,
    )}`;

const notes = (on: On, months: RawBuilder<unknown>) => sql`
  select w.i, ${rowKey(on)} as key, ${rowSums('f.n')}, ${NONE_OPEN}
  from ${months} join figure_delta f on f.month >= w.first and f.month < w.after
  where ${ownedRow(on.selection)} and ${keptRow(on)}`;

const openParts = (on: On, whole: RawBuilder<unknown>) => {
  const now = sql`${new Date(on.now)}::timestamptz`;
  const sums: Readonly<Record<keyof typeof SUMS, RawBuilder<unknown>>> = {
    ...{ received: sql`1`, on_time: sql`0`, late: sql`0`, silent: sql`0`, handed_on: sql`0`, cancelled: sql`0` },
    receipt_on_time: sql.raw(SUMS.receipt_on_time),
    receipt_late: sql.raw(SUMS.receipt_late),
    unreceived: sql`(p.state = 'awaiting' and p.received_at is null and p.receipt_due <= ${now})::int`,
    extensions: sql`f.extensions`,
    returns: sql`f.returns`,
    taken_over: sql`f.taken_over`,
  };
  return sql`
    select w.i, ${rowKey(on)} as key, ${sql.join(Object.values(sums))}, (p.state = 'returned')::int,
      (p.state <> 'returned' and p.due > ${now})::int, (p.state <> 'returned' and p.due <= ${now})::int
    from ${whole} join part p on p.asked_at >= w.from_at and p.asked_at < w.to_at
      and p.state in ('awaiting', 'accepted', 'drafted', 'returned')
    join request r on r.id = p.request_id and r.visible_at <= ${now} cross join lateral figure_of(p, r) f
    where ${ownedOpen(on.selection)} and ${keptRow(on)}`;
};

const rowKey = ({ by }: On) => sql.raw(by === null ? '0' : `f.${DIM_COLUMNS[by]}`);

const keptRow = (on: On) =>
  sql.join(
    [
      // Only answers took days.
      sql`${rowKey(on)} is not null`,
      ...on.filters.map(([dim, ids]) => among(`f.${DIM_COLUMNS[dim]}`, ids)),
    ],
    sql` and `,
  );

const among = (column: string, ids: readonly number[]) => sql`${sql.raw(column)} = any(${[...ids]}::int[])`;

const cellColumn = ({ dims }: Tuple, dim: Dim): string => (dims[0] === dim ? 'c.a_id' : 'c.b_id');

/** @param times SQL of how often the row counts */
const rowSums = (times: string) =>
  sql.raw(
    Object.values(SUMS)
      .map((value) => `(${value}) * ${times}`)
      .join(', '),
  );

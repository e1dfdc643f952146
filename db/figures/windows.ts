/** Periods as what they are read from: sums of whole months, sums of days, and the rows of the days that are left. */
import { type RawBuilder, sql } from 'kysely';
import type { Period } from '#domain/figures/period.ts';
import { addDays, type IsoDate } from '#domain/time.ts';
import type { SumOwner } from './owned.ts';
import { EACH_DAY, type Tuple } from './tuples.ts';

/** Which days of period `i` are read. */
export type Window = { readonly i: number; readonly from: IsoDate; readonly after: IsoDate };

/** Sums of this kind, of these days, narrowed to `within` (0: to nothing). */
export type SumWindow = Window & { readonly dims: number; readonly within: number };

/** @param tuple null: no sums are kept of what is asked for */
export const splitPeriod = (i: number, period: Period, { tuple, eachDay }: Kept) => {
  const from = period.from;
  const after = addDays(period.to, 1);
  const first = from.endsWith('-01') ? from : nextMonth(from);
  const last = `${after.slice(0, 8)}01`;
  const months = tuple === null || first >= last ? [] : [{ i, from: first, after: last, dims: tuple.no }];
  const rest = months.length === 0 ? [{ i, from, after }] : edgesOf({ i, from, after }, first, last);
  return eachDay
    ? { sums: [...months, ...rest.map((window) => ({ ...window, dims: EACH_DAY }))], rows: [] }
    : { sums: months, rows: rest };
};

type Kept = { readonly tuple: Tuple | null; readonly eachDay: boolean };

const edgesOf = ({ i, from, after }: Window, first: IsoDate, last: IsoDate): readonly Window[] => [
  ...(from < first ? [{ i, from, after: first }] : []),
  ...(last < after ? [{ i, from: last, after }] : []),
];

const nextMonth = (day: IsoDate): IsoDate => `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;

/** As a table `w`. */
export const windowTable = (rows: readonly Window[]): RawBuilder<unknown> =>
  sql`unnest(${rows.map(({ i }) => i)}::int[], ${rows.map(({ from }) => from)}::date[],
    ${rows.map(({ after }) => after)}::date[]) as w(i, first, after)`;

/**
 * Windows and owners as one table `w`, so that each sum is found by its whole key: of two tables the planner, who
 * expects few rows, would join one to the sums first and read all that any period has.
 */
export const sumTable = (windows: readonly SumWindow[], owners: readonly SumOwner[]): RawBuilder<unknown> => {
  const rows = windows.flatMap((window) => owners.map((owner) => ({ ...window, owner })));
  return sql`unnest(${rows.map(({ i }) => i)}::int[], ${rows.map(({ from }) => from)}::date[],
    ${rows.map(({ after }) => after)}::date[], ${rows.map(({ dims }) => dims)}::int[],
    ${rows.map(({ within }) => within)}::int[], ${rows.map(({ owner }) => owner.no)}::int[],
    ${rows.map(({ owner }) => owner.id)}::int[], ${rows.map(({ owner }) => owner.isOwn)}::boolean[])
    as w(i, first, after, dims, a_id, owner, owner_id, is_own)`;
};

/** The same for rows, narrowed to each of the first things, and of the second. */
export const rowTable = (
  windows: readonly Window[],
  owners: readonly SumOwner[],
  narrowed: readonly (readonly number[])[],
): RawBuilder<unknown> => {
  const [a, b] = [narrowed[0] ?? [0], narrowed[1] ?? [0]].map((ids) => [...new Set(ids)]);
  const rows = windows.flatMap((window) =>
    owners.flatMap((owner) =>
      (a ?? []).flatMap((first) => (b ?? []).map((second) => ({ ...window, owner, first, second }))),
    ),
  );
  return sql`unnest(${rows.map(({ i }) => i)}::int[], ${rows.map(({ from }) => from)}::date[],
    ${rows.map(({ after }) => after)}::date[], ${rows.map(({ owner }) => owner.id)}::int[],
    ${rows.map(({ owner }) => owner.isOwn)}::boolean[], ${rows.map(({ first }) => first)}::int[],
    ${rows.map(({ second }) => second)}::int[]) as w(i, first, after, owner_id, is_own, a_id, b_id)`;
};

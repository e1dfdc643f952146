/**
 * What sums are kept of: for each owner, narrowed to one thing and apart by another. What is not kept is added up from
 * the rows of the days themselves: right all the same, only dearer.
 */
import { type RawBuilder, sql } from 'kysely';

/** Columns of a figure row; `days` are the working days that an answer took. */
export const DIM_COLUMNS = {
  zone: 'zone_id',
  field: 'field_id',
  unit: 'unit_id',
  type: 'type_no',
  urgency: 'urgency_no',
  days: 'days',
} as const;
export type Dim = keyof typeof DIM_COLUMNS;

/** What people narrow by. A sum stands under the value it is narrowed to (`a_id`) and the one it is apart by (`b_id`). */
const FILTERS = [null, 'zone', 'field', 'unit'] as const;
export type Narrowed = (typeof FILTERS)[number];
const KEYS = [null, 'zone', 'field', 'unit', 'type', 'urgency', 'days'] as const satisfies readonly (Dim | null)[];

export type Tuple = { readonly no: number; readonly filter: Narrowed; readonly key: Dim | null };

/** Their number is stored: a new filter or key goes to the end of its list, of at most ten. */
const TUPLES: readonly Tuple[] = FILTERS.flatMap((filter, f) =>
  KEYS.flatMap((key, k) => (key === null || key !== filter ? [{ no: 10 * f + k, filter, key }] : [])),
);

/** Beside the tuples: one sum for each day, for periods that are no whole months. */
export const EACH_DAY = 100;

export type Owner = 'all' | 'unit' | 'asking' | 'holder' | 'filer';

const alone = ({ filter }: Tuple): boolean => filter === null;
const nearlyAlone = ({ filter, key }: Tuple): boolean => filter === null || (filter !== 'unit' && key === null);
/** Narrowed to a unit, everybody's sums are that unit's own. */
const butUnits = ({ filter }: Tuple): boolean => filter !== 'unit';
/** Of what one unit asks of another there are few rows: apart by its things they would be as many sums. */
const wide = ({ filter, key }: Tuple): boolean => filter !== 'unit' || key === null;

/**
 * Everybody's sums in all these ways, and those of who asks, since a few ask most; of other owners there are fewer.
 * `exact`: by how many things beside its owner a row is found at once (the indexes of `figure_entry`).
 */
const OWNERS = {
  all: { no: 0, column: '0', unitColumn: '0', keeps: butUnits, eachDay: true, exact: 2 },
  unit: { no: 1, column: 'unit_id', unitColumn: '0', keeps: nearlyAlone, eachDay: true, exact: 1 },
  asking: { no: 2, column: 'asking_id', unitColumn: '0', keeps: wide, eachDay: true, exact: 1 },
  holder: { no: 3, column: 'holder_id', unitColumn: 'unit_id', keeps: alone, eachDay: false, exact: 0 },
  filer: { no: 4, column: 'filer_id', unitColumn: 'asking_id', keeps: alone, eachDay: false, exact: 1 },
} as const satisfies Record<Owner, unknown>;

export const ownerNo = (owner: Owner): number => OWNERS[owner].no;

/** Null: this owner's sums are not kept so. Narrowed by two, the second is what they are apart by. */
export const tupleOf = (owner: Owner, filters: readonly Dim[], by: Dim | null): Tuple | null => {
  if (filters.length > 2 || (filters.length === 2 && by !== null)) return null;
  const [filter = null, second = null] = filters;
  const found = TUPLES.find((one) => one.filter === filter && one.key === (by ?? second));
  // Apart by what it is narrowed to: the same rows, which have their key in the other column.
  const own = by !== null && by === filter ? TUPLES.find((one) => one.filter === filter && one.key === null) : found;
  return own !== undefined && OWNERS[owner].keeps(own) ? own : null;
};

/** Sums of single days are kept for this owner. */
export const keepsDays = (owner: Owner): boolean => OWNERS[owner].eachDay;

/** The column of a figure row that names its owner; everybody has none. */
export const ownerColumn = (owner: Owner): string => OWNERS[owner].column;

/** Whose sums are apart by the unit that it was for. */
export const isPerson = (owner: Owner): boolean => OWNERS[owner].unitColumn !== '0';
export const unitColumn = (owner: Owner): string => OWNERS[owner].unitColumn;

export const exactFilters = (owner: Owner): number => OWNERS[owner].exact;

/** One row for each sum that a figure row `f` belongs to; `month` is the first day of what it sums up. */
export const expanded = (): RawBuilder<unknown> => {
  const rows = Object.values(OWNERS).flatMap(({ no, column, unitColumn, keeps, eachDay }) => {
    const owner = column === '0' ? column : `f.${column}`;
    const unit = unitColumn === '0' ? unitColumn : `f.${unitColumn}`;
    const months = TUPLES.filter(keeps).map(
      (tuple) =>
        `(${no}, ${tuple.no}, ${owner}, f.month, ${unit}, ${valueColumn(tuple.filter)}, ${valueColumn(tuple.key)})`,
    );
    return eachDay ? [...months, `(${no}, ${EACH_DAY}, ${owner}, f.day, ${unit}, 0, 0)`] : months;
  });
  // Fixed names of ours only.
  return sql.raw(`(values ${rows.join(', ')}) as k(owner, dims, owner_id, month, owner_unit, a_id, b_id)`);
};

const valueColumn = (dim: Dim | null): string => (dim === null ? '0' : `f.${DIM_COLUMNS[dim]}`);

/** Columns of `figure_delta` and `figure_entry`. */
export const ENTRY = `day, unit_id, asking_id, holder_id, filer_id, zone_id, field_id, type_no, urgency_no, outcome,
  receipt, extensions, returns, taken_over, days, n`;

/** Sums of a cell, from a figure row `f` that counts `f.n` times; the names are columns of the cells. */
export const SUMS = {
  received: '1',
  on_time: '(f.outcome = 1)::int',
  late: '(f.outcome = 2)::int',
  silent: '(f.outcome = 3)::int',
  handed_on: '(f.outcome = 4)::int',
  cancelled: '(f.outcome = 5)::int',
  receipt_on_time: '(f.receipt = 1)::int',
  receipt_late: '(f.receipt = 2)::int',
  // 3: of what is open, and late by now.
  unreceived: '(f.receipt = 3 or (f.outcome = 3 and f.receipt = 0))::int',
  extensions: 'f.extensions',
  returns: 'f.returns',
  taken_over: 'f.taken_over',
} as const;

export const SUM_COLUMNS = Object.keys(SUMS).join(', ');

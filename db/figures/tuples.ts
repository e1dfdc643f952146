/**
 * What sums are kept of: for each owner, alone and apart by one or two things. What is not kept is added up from the
 * parts themselves: right all the same, only dearer.
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

/** The number of each is stored: new ones go to the end. */
const DIMS = [
  [],
  ['zone'],
  ['field'],
  ['unit'],
  ['type'],
  ['urgency'],
  ['days'],
  ['zone', 'field'],
  ['zone', 'unit'],
  ['zone', 'type'],
  ['zone', 'urgency'],
  ['zone', 'days'],
  ['field', 'unit'],
  ['field', 'type'],
  ['field', 'urgency'],
  ['field', 'days'],
  ['unit', 'type'],
  ['unit', 'urgency'],
  ['unit', 'days'],
] as const satisfies readonly (readonly Dim[])[];

export type Owner = 'all' | 'unit' | 'asking' | 'holder' | 'filer';

const ONE_UNIT: readonly Dim[] = ['zone', 'field', 'type', 'urgency', 'days'];

/** Everybody's sums in all these ways; a unit's own are fewer, since there are fewer parts to add up anew. */
const OWNERS = {
  all: { no: 0, column: '0', unitColumn: '0', keeps: () => true },
  unit: { no: 1, column: 'unit_id', unitColumn: '0', keeps: alone(ONE_UNIT) },
  asking: {
    no: 2,
    column: 'asking_id',
    unitColumn: '0',
    keeps: (dims: readonly Dim[]) => alone([...ONE_UNIT, 'unit'])(dims) || dims[0] === 'zone',
  },
  holder: { no: 3, column: 'holder_id', unitColumn: 'unit_id', keeps: alone(ONE_UNIT) },
  filer: { no: 4, column: 'filer_id', unitColumn: 'asking_id', keeps: alone([...ONE_UNIT, 'unit']) },
} as const satisfies Record<Owner, unknown>;

export const ownerNo = (owner: Owner): number => OWNERS[owner].no;

function alone(kept: readonly Dim[]): (dims: readonly Dim[]) => boolean {
  return (dims) => dims.length === 0 || (dims.length === 1 && dims.every((dim) => kept.includes(dim)));
}

export type Tuple = { readonly no: number; readonly dims: readonly Dim[] };

/** Null: no sums are kept of this for all these owners. */
export const tupleOf = (owners: readonly Owner[], wanted: ReadonlySet<Dim>): Tuple | null => {
  const no = DIMS.findIndex((dims) => dims.length === wanted.size && dims.every((dim) => wanted.has(dim)));
  const dims = DIMS[no];
  return dims !== undefined && owners.every((owner) => OWNERS[owner].keeps(dims)) ? { no, dims } : null;
};

/** One row for each sum that a figure row `f` belongs to. */
export const expanded = (): RawBuilder<unknown> => {
  const rows = Object.values(OWNERS).flatMap(({ no, column, unitColumn, keeps }) =>
    DIMS.flatMap((dims, index) => {
      const [a, b] = dims.map((dim) => `f.${DIM_COLUMNS[dim]}`);
      const owner = column === '0' ? column : `f.${column}`;
      const unit = unitColumn === '0' ? unitColumn : `f.${unitColumn}`;
      return keeps(dims) ? [`(${no}, ${index}, ${owner}, ${unit}, ${a ?? '0'}, ${b ?? '0'})`] : [];
    }),
  );
  // Fixed names of ours only.
  return sql.raw(`(values ${rows.join(', ')}) as k(owner, dims, owner_id, owner_unit, a_id, b_id)`);
};

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
  unreceived: '(f.outcome = 3 and f.receipt = 0)::int',
  extensions: 'f.extensions',
  returns: 'f.returns',
  taken_over: 'f.taken_over',
} as const;

export const SUM_COLUMNS = Object.keys(SUMS).join(', ');

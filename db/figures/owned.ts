/** The SQL side of `isSelected`: on a figure row, on a sum, and on a part that is still open. */
import { type RawBuilder, sql } from 'kysely';
import type { Selection } from '#domain/figures/selection.ts';
import { type Owner, ownerNo } from './tuples.ts';

export const ownersOf = ({ side }: Selection): readonly Owner[] => {
  if (side === 'all') return ['all'];
  return side === 'owed' ? ['unit', 'holder'] : ['asking', 'filer'];
};

type Narrow = Exclude<Selection, { side: 'all' }>;

const ints = (ids: readonly number[]) => sql`${[...ids]}::int[]`;

/** On a sum `c`. What a person holds for a unit that counts anyway is in that unit's sum. */
export const ownedCell = (selection: Selection): RawBuilder<boolean> => {
  if (selection.side === 'all') return sql`c.owner = 0`;
  const { units, people, self, own } = selection;
  const [wide, narrow] = ownersOf(selection);
  if (wide === undefined || narrow === undefined) throw new Error('a side has its two owners');
  const elsewhere = sql`c.owner_unit <> all(${ints(units)})`;
  return sql`(
    (c.owner = ${sql.lit(ownerNo(wide))} and c.owner_id = any(${ints(units)}))
    or (c.owner = ${sql.lit(ownerNo(narrow))} and c.owner_id = any(${ints(people)}) and ${elsewhere})
    or (c.owner = ${sql.lit(ownerNo(narrow))} and c.owner_id = ${self} and c.owner_id <> all(${ints(people)})
      and c.owner_unit = any(${ints(own)}) and ${elsewhere})
  )`;
};

/** On a figure row `f`, noted or of a settled part. */
export const ownedRow = (selection: Selection): RawBuilder<boolean> =>
  selection.side === 'all' ? sql`true` : sql`(${narrowRow(selection)})`;

/** On a figure row `f` of an open part `p`: what waits at the person's desk counts too. */
export const ownedOpen = (selection: Selection): RawBuilder<boolean> => {
  if (selection.side === 'all') return sql`true`;
  const desk = sql`(p.state = 'awaiting' and f.unit_id = any(${ints(selection.desks)}))`;
  return selection.side === 'asked' ? ownedRow(selection) : sql`(${narrowRow(selection)} or ${desk})`;
};

const narrowRow = ({ side, units, people, self, own }: Narrow): RawBuilder<boolean> => {
  const unit = sql.raw(side === 'owed' ? 'f.unit_id' : 'f.asking_id');
  const person = sql.raw(side === 'owed' ? 'f.holder_id' : 'f.filer_id');
  return sql`${unit} = any(${ints(units)}) or ${person} = any(${ints(people)})
    or (${person} = ${self} and ${unit} = any(${ints(own)}))`;
};

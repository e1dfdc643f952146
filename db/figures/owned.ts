/** The SQL side of `isSelected`: whose sums are added up, and which rows are counted. */
import { type RawBuilder, sql } from 'kysely';
import type { Selection } from '#domain/figures/selection.ts';
import { keepsDays, type Owner, ownerNo } from './tuples.ts';

export const ownersOf = (selection: Selection): readonly Owner[] => {
  if (selection.side === 'all') return ['all'];
  const [wide, narrow] = SIDES[selection.side];
  const hasUnits = selection.units.length > 0;
  return needsPeople(selection) || !hasUnits ? [...(hasUnits ? [wide] : []), narrow] : [wide];
};

const SIDES = { owed: ['unit', 'holder'], asked: ['asking', 'filer'] } as const;

type Narrow = Exclude<Selection, { side: 'all' }>;

/** What a person does for units that count anyway is in their sums. */
const needsPeople = ({ units, people, own }: Narrow): boolean =>
  people.length > 0 || own.some((unit) => !units.includes(unit));

/** Sums of single days are kept of all that is asked for. */
export const hasDays = (selection: Selection): boolean => keepsDays(ownersOf(selection));

const ints = (ids: readonly number[]) => sql`${[...ids]}::int[]`;

/** Whose sums are added up; `isOwn`: only what is for units he works for. */
export type SumOwner = { readonly no: number; readonly id: number; readonly isOwn: boolean };

export const sumOwners = (selection: Selection): readonly SumOwner[] => {
  if (selection.side === 'all') return [{ no: ownerNo('all'), id: 0, isOwn: false }];
  const { units, people, self } = selection;
  const [wide, narrow] = SIDES[selection.side].map(ownerNo) as [number, number]; // a pair stays a pair
  const isPeopled = ownersOf(selection).length > 1 || units.length === 0;
  return [
    ...units.map((id) => ({ no: wide, id, isOwn: false })),
    ...(isPeopled ? people.map((id) => ({ no: narrow, id, isOwn: false })) : []),
    ...(isPeopled && !people.includes(self) ? [{ no: narrow, id: self, isOwn: true }] : []),
  ];
};

/** On a sum `c` of owner `w`: what a person holds for a unit that counts anyway is in that unit's sum. */
export const ownedCell = (selection: Selection): RawBuilder<boolean> => {
  if (selection.side === 'all') return sql`true`;
  const { units, own } = selection;
  const wide = sql.lit(ownerNo(SIDES[selection.side][0]));
  return sql`(w.owner = ${wide}
    or (c.owner_unit <> all(${ints(units)}) and (not w.is_own or c.owner_unit = any(${ints(own)}))))`;
};

/** On a figure row `f` of a settled part. */
export const ownedRow = (selection: Selection): RawBuilder<boolean> =>
  selection.side === 'all' ? sql`true` : sql`(${narrowRow(selection)})`;

/** On a figure row `f` of an open part that is known to wait: what waits at the person's desk counts too. */
export const ownedOpen = (selection: Selection, isAwaiting: RawBuilder<unknown>): RawBuilder<boolean> => {
  if (selection.side === 'all') return sql`true`;
  const desk = sql`(${isAwaiting} and f.unit_id = any(${ints(selection.desks)}))`;
  return selection.side === 'asked' ? ownedRow(selection) : sql`(${narrowRow(selection)} or ${desk})`;
};

const narrowRow = ({ side, units, people, self, own }: Narrow): RawBuilder<boolean> => {
  const unit = sql.raw(side === 'owed' ? 'f.unit_id' : 'f.asking_id');
  const person = sql.raw(side === 'owed' ? 'f.holder_id' : 'f.filer_id');
  return sql`${unit} = any(${ints(units)}) or ${person} = any(${ints(people)})
    or (${person} = ${self} and ${unit} = any(${ints(own)}))`;
};

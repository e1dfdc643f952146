/** The SQL side of `isSelected`: whose sums are added up, and which rows are counted. */
import { type RawBuilder, sql } from 'kysely';
import type { Selection } from '#domain/figures/selection.ts';
import { isPerson, type Owner, ownerNo } from './tuples.ts';

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

const ints = (ids: readonly number[]) => sql`${[...ids]}::int[]`;

/** Whose sums or rows are read; `isOwn`: only what is for units he works for. */
export type SumOwner = { readonly no: number; readonly id: number; readonly isOwn: boolean };

/** All that are this kind of owner. */
export const sumOwners = (
  selection: Selection,
  owner: Owner,
  /** Of units: no others. */
  within: readonly number[] | null,
): readonly SumOwner[] => {
  const no = ownerNo(owner);
  const each = (ids: readonly number[]) => ids.map((id) => ({ no, id, isOwn: false }));
  if (selection.side === 'all') return each([...new Set(within ?? [0])]);
  const { units, people, self } = selection;
  if (owner === 'unit' || owner === 'asking') return each(units.filter((id) => within?.includes(id) !== false));
  return people.includes(self) ? each(people) : [...each(people), { no, id: self, isOwn: true }];
};

/** On what a person of `w` does for the unit in `column`: what is for a unit that counts anyway is among that unit's. */
export const forOthers = (selection: Selection, owner: Owner, column: string): RawBuilder<boolean> => {
  if (selection.side === 'all' || !isPerson(owner)) return sql`true`;
  const unit = sql.raw(column);
  return sql`(${unit} <> all(${ints(selection.units)}) and (not w.is_own or ${unit} = any(${ints(selection.own)})))`;
};

/** The other units that a person of `w` did something for, by the sums of those months: mostly none. */
export const othersUnits = (selection: Selection, owner: Owner): RawBuilder<unknown> => sql`(
    select distinct c.owner_unit as unit_id from figure_cell c
    where c.owner = ${sql.lit(ownerNo(owner))} and c.dims = 0 and c.owner_id = w.owner_id and c.a_id = 0
      and c.month >= date_trunc('month', w.first)::date and c.month < w.after
      and ${forOthers(selection, owner, 'c.owner_unit')})`;

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

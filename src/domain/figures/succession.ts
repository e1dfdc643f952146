/**
 * Figures by the units of today: what a unit that has ended was asked goes to the heir that now has the zone, else to
 * the default heir; where the zone tells nothing and there is no heir it stays where it was.
 */
import { isValidOn } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { add, type Counts } from './counts.ts';

/** By id, the default heir first. */
export type Heirs = ReadonlyMap<number, readonly number[]>;

export const heirOf = (reference: Reference, heirs: Heirs, unitId: number, { zone, day }: Ground): number => {
  const { directory, zones } = reference;
  const unit = directory.units.get(unitId);
  const next = heirs.get(unitId) ?? [];
  if (unit === undefined || isValidOn(unit, day) || next.length === 0) return unitId;
  const main = (zones.get(zone)?.units ?? []).filter((one) => one.role === 'main' && isValidOn(one, day));
  const found = next.find((id) => main.some((one) => one.unitId === id)) ?? next[0];
  // Successions make no rings (`domain/directory/succession.ts`): the chain ends.
  return found === undefined ? unitId : heirOf(reference, heirs, found, { zone, day });
};

/** Zone 0: none. */
export type Ground = { readonly zone: number; readonly day: IsoDate };

/** All units whose matters, of some zone, are now those of this one. */
export const withPredecessors = (heirs: Heirs, unitId: number): readonly number[] => {
  const found = [unitId];
  for (const id of found) {
    for (const [old, next] of heirs) if (next.includes(id) && !found.includes(old)) found.push(old);
  }
  return found;
};

/** @param ended for each unit that has ended, its counts by zone */
export const byUnitsOfToday = (
  reference: Reference,
  heirs: Heirs,
  { rows, ended, day }: Split,
): ReadonlyMap<number, Counts> => {
  const sums = new Map([...rows].filter(([unit]) => !ended.has(unit)));
  for (const [unit, zones] of ended) {
    for (const [zone, counts] of zones) {
      const heir = heirOf(reference, heirs, unit, { zone, day });
      const before = sums.get(heir);
      sums.set(heir, before === undefined ? counts : add(before, counts));
    }
  }
  return sums;
};

type Split = {
  readonly rows: ReadonlyMap<number, Counts>;
  readonly ended: ReadonlyMap<number, ReadonlyMap<number, Counts>>;
  readonly day: IsoDate;
};

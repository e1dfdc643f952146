/** The end of a unit and those who take over from it. A unit is never deleted: it ends on a day, which is its last. */
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { type Directory, isValidOn, type Unit, type UnitId, withSections } from './directory.ts';

/** Who took over from whom, old to new. */
export type Successors = ReadonlyMap<UnitId, readonly UnitId[]>;

export type Heirs = { readonly unit: Unit; readonly heirs: readonly Unit[] };

/** @returns the unit and its sections that end with it */
export const checkClose = (directory: Directory, code: string, on: IsoDate): Result<readonly Unit[]> => {
  const unit = directory.unitsByCode.get(code);
  if (unit === undefined) return refused('unit.unknown', { unit: code });
  if (unit.validTo !== null) return refused('unit.ended', { unit: unit.name, on: unit.validTo });
  if (on < unit.validFrom) return refused('unit.before_start', { unit: unit.name, from: unit.validFrom });
  const ending = withSections(directory, unit.id).flatMap((id) => directory.units.get(id) ?? []);
  return ok(ending.filter((one) => one.validTo === null));
};

export const checkSuccession = (
  directory: Directory,
  successors: Successors,
  code: string,
  heirCodes: readonly string[],
): Result<Heirs> => {
  const unit = directory.unitsByCode.get(code);
  if (unit === undefined) return refused('unit.unknown', { unit: code });
  const heirs: Unit[] = [];
  for (const heirCode of new Set(heirCodes)) {
    const heir = directory.unitsByCode.get(heirCode);
    if (heir === undefined) return refused('unit.unknown', { unit: heirCode });
    // Open work follows the successors: a ring would send it round for ever.
    if (isHeirOf(successors, heir.id, unit.id)) return refused('unit.ring', { unit: unit.name, heir: heir.name });
    heirs.push(heir);
  }
  return ok({ unit, heirs });
};

/** Who is there now of those who took over, through others that have ended in their turn. */
export const livingHeirs = (
  directory: Directory,
  successors: Successors,
  from: UnitId,
  day: IsoDate,
): readonly UnitId[] => {
  const found = new Set<UnitId>();
  const seen = new Set<UnitId>([from]);
  const waiting = [...(successors.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const unit = directory.units.get(next);
    if (unit === undefined || seen.has(next)) continue;
    seen.add(next);
    if (isValidOn(unit, day)) found.add(next);
    else waiting.push(...(successors.get(next) ?? []));
  }
  return [...found].sort((a, b) => a - b);
};

/** Whether `candidate` is, or takes over directly or through others from, the unit `from`. */
const isHeirOf = (successors: Successors, from: UnitId, candidate: UnitId): boolean => {
  const seen = new Set<UnitId>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === candidate) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(successors.get(next) ?? []));
  }
  return false;
};

/** Who administers a person's account: the admins of his unit or of a unit above it, else those of the standing unit. */
import type { IsoDate } from '#domain/time.ts';
import { chainOf, type Directory, isValidOn, membershipsOf, type PersonId, STANDING_UNIT } from './directory.ts';

export const adminsFor = (directory: Directory, personId: PersonId, day: IsoDate): readonly PersonId[] => {
  const units = membershipsOf(directory, personId, day).flatMap((row) => chainOf(directory, row.unitId));
  const own = units.flatMap((unit) => adminsOfUnit(directory, unit.id, day));
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  const found = own.length > 0 || standing === undefined ? own : adminsOfUnit(directory, standing.id, day);
  return [...new Set(found)].filter((id) => id !== personId);
};

/** Those who keep the whole product. */
export const standingAdmins = (directory: Directory, day: IsoDate): readonly PersonId[] => {
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  return standing === undefined ? [] : [...new Set(adminsOfUnit(directory, standing.id, day))];
};

const adminsOfUnit = (directory: Directory, unitId: number, day: IsoDate): readonly PersonId[] =>
  (directory.byUnit.get(unitId) ?? [])
    .filter((row) => row.role === 'admin' && isValidOn(row, day))
    .map((row) => row.personId);

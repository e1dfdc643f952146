/** Who enters and corrects indicators: whoever answers for the figures of the standing unit; all others read them. */
import {
  type Directory,
  membershipsOf,
  type PersonId,
  type Role,
  STANDING_UNIT,
  withSections,
} from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';

const ENTER: readonly Role[] = ['coordinator', 'focal', 'head', 'leader'];

export const mayEnterIndicators = (directory: Directory, personId: PersonId, day: IsoDate): boolean => {
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  if (standing === undefined) return false;
  const units = withSections(directory, standing.id);
  return membershipsOf(directory, personId, day).some(
    ({ unitId, role }) => units.includes(unitId) && ENTER.includes(role),
  );
};

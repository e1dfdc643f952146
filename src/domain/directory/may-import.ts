/** Who may bring what by a sheet: no more than he may do one by one, and at once. */
import type { IsoDate } from '#domain/time.ts';
import { mayEnterIndicators } from '../indicator/may.ts';
import { mayAdminister } from './administer.ts';
import { type Directory, hasStandingRole, membershipsOf, type PersonId, type Role, type UnitId } from './directory.ts';

export const mayImport = (directory: Directory, personId: PersonId, day: IsoDate): boolean =>
  membershipsOf(directory, personId, day).some(({ role }) => role === 'admin') ||
  mayEnterIndicators(directory, personId, day);

export const mayImportEnterprises = (directory: Directory, personId: PersonId, day: IsoDate): boolean =>
  hasStandingRole(directory, personId, 'admin', day);

export const mayImportIndicators = (directory: Directory, personId: PersonId, day: IsoDate): boolean =>
  hasStandingRole(directory, personId, 'admin', day) || mayEnterIndicators(directory, personId, day);

/** What a second administrator must confirm is proposed one by one. */
export const mayImportPerson = (
  directory: Directory,
  adminId: PersonId,
  place: { readonly unitId: UnitId; readonly role: Role },
  day: IsoDate,
): boolean => {
  const way = mayAdminister(directory, adminId, { kind: 'invite_new', unitId: place.unitId, role: place.role }, day);
  return way.ok && way.value === 'at_once';
};

/**
 * Standing in for a colleague who is away (ủy quyền): inside one organisation, for a period of days. He may do there what
 * his principal may, is told in his place, and never approves what either of the two wrote. It ends with its last day,
 * and with the membership of either.
 */
import { ok, type Result, refused } from '#domain/result.ts';
import { addDays, type IsoDate } from '#domain/time.ts';
import {
  chainOf,
  chiefsOf,
  type Delegation,
  type Directory,
  isValidOn,
  type Membership,
  membershipsOf,
  type PersonId,
  type Unit,
  type UnitId,
} from './directory.ts';

/** The unit at the top of a unit's chain. */
export const organisationOf = (directory: Directory, unitId: UnitId): Unit | null =>
  chainOf(directory, unitId).at(-1) ?? null;

/** What a person may lend: his work in the organisation, and no role that counts for the whole regulation. */
export const lendable = (
  directory: Directory,
  personId: PersonId,
  organisation: UnitId,
  day: IsoDate,
): readonly Membership[] =>
  membershipsOf(directory, personId, day).filter(
    ({ role, unitId }) =>
      !['admin', 'auditor', 'coordinator'].includes(role) && organisationOf(directory, unitId)?.id === organisation,
  );

const isActive = (directory: Directory, one: Delegation, day: IsoDate): boolean =>
  isValidOn(one, day) &&
  lendable(directory, one.fromId, one.unitId, day).length > 0 &&
  lendable(directory, one.toId, one.unitId, day).length > 0;

/** For whom a person stands in on a day. */
export const principalsOf = (directory: Directory, personId: PersonId, day: IsoDate): readonly Delegation[] =>
  directory.delegations.filter((one) => one.toId === personId && isActive(directory, one, day));

/** For whom he stands in where a unit is concerned. */
export const principalsIn = (
  directory: Directory,
  personId: PersonId,
  unitId: UnitId,
  day: IsoDate,
): readonly PersonId[] => {
  const organisation = organisationOf(directory, unitId)?.id;
  return principalsOf(directory, personId, day).flatMap((one) => (one.unitId === organisation ? [one.fromId] : []));
};

/** The head or leader of a unit for whom a person stands in; null: none. */
export const lentChief = (directory: Directory, personId: PersonId, unitId: UnitId, day: IsoDate): PersonId | null => {
  const chiefs = chiefsOf(directory, unitId, day);
  return principalsIn(directory, personId, unitId, day).find((id) => chiefs.includes(id)) ?? null;
};

/** Who is told in a matter of a unit: in the place of those who are away, those who stand in for them. */
export const standIns = (
  directory: Directory,
  people: readonly PersonId[],
  unitId: UnitId,
  day: IsoDate,
): readonly PersonId[] => {
  if (directory.delegations.length === 0) return people;
  const organisation = organisationOf(directory, unitId)?.id;
  const standIn = (id: PersonId): PersonId =>
    directory.delegations.find(
      (one) => one.fromId === id && one.unitId === organisation && isActive(directory, one, day),
    )?.toId ?? id;
  return [...new Set(people.map(standIn))];
};

/** An absence, not a transfer. */
const LONGEST_DAYS = 366;

/** Whoever is away stands in for nobody, and nobody is stood in for twice: so there is no chain and no circle. */
export const checkDelegation = (
  directory: Directory,
  wanted: Omit<Delegation, 'id'>,
  today: IsoDate,
): Result<Omit<Delegation, 'id'>> => {
  const { fromId, toId, unitId, validFrom, validTo } = wanted;
  if (fromId === toId) return refused('delegate.self');
  if (validFrom < today) return refused('delegate.past');
  if (validTo < validFrom || validTo > addDays(validFrom, LONGEST_DAYS)) return refused('delegate.period');
  for (const id of [fromId, toId]) {
    if (lendable(directory, id, unitId, validFrom).length === 0) return refused('delegate.elsewhere');
  }
  const same = directory.delegations.filter((one) => one.validFrom <= validTo && validFrom <= one.validTo);
  const isTaken = same.some((one) => one.fromId === fromId || one.toId === fromId || one.fromId === toId);
  return isTaken ? refused('delegate.overlap') : ok(wanted);
};

/** The two, and the chiefs of whoever is away: they see it and may end it. */
export const mayEndDelegation = (directory: Directory, personId: PersonId, one: Delegation, day: IsoDate): boolean =>
  personId === one.fromId || personId === one.toId || chiefsOfAway(directory, one, day).includes(personId);

export const chiefsOfAway = (directory: Directory, one: Omit<Delegation, 'id'>, day: IsoDate): readonly PersonId[] => [
  ...new Set(
    lendable(directory, one.fromId, one.unitId, day).flatMap(({ unitId }) => chiefsOf(directory, unitId, day)),
  ),
];

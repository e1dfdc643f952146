/**
 * Units and people at a moment: who belongs where, who receives for a unit, who leads it. A plain value loaded once
 * and replaced when the data change; every question is a pure function of it and of the local date.
 */
import type { IsoDate } from '#domain/time.ts';

export type UnitId = number & { readonly brand?: 'unit' };
export type PersonId = number & { readonly brand?: 'person' };

export type Role = 'official' | 'focal' | 'head' | 'leader' | 'clerk' | 'coordinator' | 'admin' | 'auditor';

export type Unit = {
  readonly id: UnitId;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: UnitId | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly symbol: string | null;
  /** A head of this section may approve its answers. */
  readonly headApproves: boolean;
};

export type Person = {
  readonly id: PersonId;
  readonly key: string;
  readonly name: string;
  readonly gender: 'nam' | 'nu' | null;
  readonly title: string;
};

export type Membership = {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly role: Role;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
};

/** Who stands in for whom in one organisation (a unit without a parent, and all its sections), for its days. */
export type Delegation = {
  readonly id: number;
  readonly fromId: PersonId;
  readonly toId: PersonId;
  readonly unitId: UnitId;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
};

export type Directory = {
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly unitsByCode: ReadonlyMap<string, Unit>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly byPerson: ReadonlyMap<PersonId, readonly Membership[]>;
  readonly byUnit: ReadonlyMap<UnitId, readonly Membership[]>;
  /** People with a chat account. */
  readonly linked: ReadonlySet<PersonId>;
  /** Who stands in for whom, by day; those ended early are not among them. */
  readonly delegations: readonly Delegation[];
};

/** The unit whose coordinator, admin and auditor count for the whole regulation. */
export const STANDING_UNIT = 'bql';

export const isValidOn = (row: { validFrom: IsoDate; validTo: IsoDate | null }, day: IsoDate): boolean =>
  row.validFrom <= day && (row.validTo === null || day <= row.validTo);

export const membershipsOf = (directory: Directory, personId: PersonId, day: IsoDate): readonly Membership[] =>
  (directory.byPerson.get(personId) ?? []).filter((row) => isValidOn(row, day));

/** The unit itself, then its parents upwards. */
export const chainOf = (directory: Directory, unitId: UnitId): readonly Unit[] => {
  const chain: Unit[] = [];
  let next: UnitId | null = unitId;
  while (next !== null) {
    const unit = directory.units.get(next);
    if (unit === undefined) break;
    chain.push(unit);
    next = unit.parentId;
  }
  return chain;
};

/** The unit and all its sections, downwards. */
export const withSections = (directory: Directory, unitId: UnitId): readonly UnitId[] => {
  const known = sections.get(directory) ?? sectionsOf(directory);
  sections.set(directory, known);
  return known.get(unitId) ?? [];
};

/** Found once for each directory, which is never changed but replaced: every reminder asks who is of a unit. */
const sections = new WeakMap<Directory, ReadonlyMap<UnitId, readonly UnitId[]>>();

const sectionsOf = (directory: Directory): ReadonlyMap<UnitId, readonly UnitId[]> => {
  const steps = [...directory.units.keys()].flatMap((id) => chainOf(directory, id).map((above) => ({ above, id })));
  const grouped = Map.groupBy(steps, ({ above }) => above.id);
  return new Map([...grouped].map(([unitId, own]) => [unitId, own.map(({ id }) => id)]));
};

const withRole = (directory: Directory, unitId: UnitId, roles: readonly Role[], day: IsoDate): readonly PersonId[] => [
  ...new Set(
    (directory.byUnit.get(unitId) ?? [])
      .filter((row) => isValidOn(row, day) && roles.includes(row.role))
      .map((row) => row.personId),
  ),
];

/** Who receives for a unit: its focal, else head and leader, else all members. */
export const deskOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly PersonId[] => {
  const focal = withRole(directory, unitId, ['focal'], day);
  if (focal.length > 0) return focal;
  const chiefs = withRole(directory, unitId, ['head', 'leader'], day);
  return chiefs.length > 0 ? chiefs : membersOf(directory, unitId, day);
};

/** The unit's leader: its own, else the nearest parent's, else its head. */
export const leadersOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly PersonId[] => {
  for (const unit of chainOf(directory, unitId)) {
    const leaders = withRole(directory, unit.id, ['leader'], day);
    if (leaders.length > 0) return leaders;
  }
  return headsOf(directory, unitId, day);
};

export const headsOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly PersonId[] =>
  withRole(directory, unitId, ['head'], day);

/** Head and leader: who answers for a unit's requests beside their filer. */
export const chiefsOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly PersonId[] => [
  ...new Set([...headsOf(directory, unitId, day), ...leadersOf(directory, unitId, day)]),
];

export const clerksOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly PersonId[] => {
  for (const unit of chainOf(directory, unitId)) {
    const clerks = withRole(directory, unit.id, ['clerk'], day);
    if (clerks.length > 0) return clerks;
  }
  return [];
};

/** Members who can do the unit's work: admins and auditors are no hands of it. */
export const membersOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly PersonId[] =>
  withRole(directory, unitId, HANDS, day);

const HANDS: readonly Role[] = ['official', 'focal', 'head', 'leader', 'clerk', 'coordinator'];

/** Members of the unit and of its sections: who may be given its work. */
export const staffOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly PersonId[] => [
  ...new Set(withSections(directory, unitId).flatMap((id) => membersOf(directory, id, day))),
];

export const isStaffOf = (directory: Directory, personId: PersonId, unitId: UnitId, day: IsoDate): boolean =>
  membershipsOf(directory, personId, day).some(
    (row) => HANDS.includes(row.role) && withSections(directory, unitId).includes(row.unitId),
  );

/** Whether the person belongs to the unit or one of its sections: whoever has gone or moved acts for it no longer. */
export const worksFor = (directory: Directory, personId: PersonId, unitId: UnitId, day: IsoDate): boolean =>
  workedFor(directory, personId, day).includes(unitId);

/** The units of the person, with those above them. */
export const workedFor = (directory: Directory, personId: PersonId, day: IsoDate): readonly UnitId[] => [
  ...new Set(
    membershipsOf(directory, personId, day).flatMap((row) => chainOf(directory, row.unitId).map((unit) => unit.id)),
  ),
];

/** Whether anybody of the unit, or its leader, can be reached in chat: else it is followed on paper (DESIGN 4). */
export const isReached = (directory: Directory, unitId: UnitId, day: IsoDate): boolean =>
  // The first who can be ends the search: a backlog asks this of each of its parts.
  withSections(directory, unitId).some((id) =>
    (directory.byUnit.get(id) ?? []).some(
      (row) => directory.linked.has(row.personId) && HANDS.includes(row.role) && isValidOn(row, day),
    ),
  ) || leadersOf(directory, unitId, day).some((id) => directory.linked.has(id));

/** Whether the person holds this role for the whole regulation. */
export const hasStandingRole = (
  directory: Directory,
  personId: PersonId,
  role: 'coordinator' | 'admin' | 'auditor',
  day: IsoDate,
): boolean => {
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  return membershipsOf(directory, personId, day).some((row) => row.unitId === standing?.id && row.role === role);
};

export const coordinatorsOf = (directory: Directory, day: IsoDate): readonly PersonId[] => {
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  return standing === undefined ? [] : withRole(directory, standing.id, ['coordinator'], day);
};

/** The unit a person files for: where he is head or leader, else the first he works in. */
export const homeUnitOf = (directory: Directory, personId: PersonId, day: IsoDate): Unit | null => {
  const rows = membershipsOf(directory, personId, day).filter((row) => row.role !== 'admin' && row.role !== 'auditor');
  const first = rows.find((row) => row.role === 'leader' || row.role === 'head') ?? rows[0];
  return first === undefined ? null : (directory.units.get(first.unitId) ?? null);
};

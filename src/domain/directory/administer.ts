/** What an administrator may change of whom. A change is allowed at once, waits for a second one, or is refused. */
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { adminsFor } from './admins.ts';
import {
  chainOf,
  type Directory,
  hasStandingRole,
  isValidOn,
  membershipsOf,
  type Person,
  type PersonId,
  type Role,
  STANDING_UNIT,
  type Unit,
  type UnitId,
  withSections,
} from './directory.ts';
import { STANDING_ROLES } from './invitation.ts';

type Place = { readonly unitId: UnitId; readonly role: Role };

export type Change =
  /** To a person as a whole, so to all that he may do anywhere. */
  | {
      readonly kind: 'see' | 'correct' | 'leave' | 'ban' | 'unban' | 'invite_again' | 'confirm_account';
      readonly personId: PersonId;
    }
  | ({ readonly kind: 'invite_new' } & Place)
  | ({ readonly kind: 'add_role' | 'end_role' | 'move'; readonly personId: PersonId } & Place);

/** Whether it happens now, or once another admin of the standing unit has confirmed it. */
export type Way = 'at_once' | 'with_second';

export const mayAdminister = (directory: Directory, adminId: PersonId, change: Change, day: IsoDate): Result<Way> => {
  const administered = membershipsOf(directory, adminId, day).filter((row) => row.role === 'admin');
  if (administered.length === 0) return refused('admin.none');
  if ('personId' in change && change.personId === adminId && change.kind !== 'see') return refused('admin.self');
  if (givesStandingRoleElsewhere(directory, change)) return refused('admin.standing_role');

  const touched = placesTouched(directory, change, day);
  const weighty = touched.some((place) => isWeighty(directory, place));
  if (hasStandingRole(directory, adminId, 'admin', day)) {
    return ok(weighty && !CARRIED_OUT_ALONE.includes(change.kind) ? 'with_second' : 'at_once');
  }
  if (weighty && change.kind !== 'see') return refused('admin.standing');
  const own = new Set(administered.map((row) => row.unitId));
  const isOwn = (place: Place): boolean => chainOf(directory, place.unitId).some((unit) => own.has(unit.id));
  // Somebody who belongs nowhere today is nobody's but the standing unit's.
  return touched.length > 0 && touched.every(isOwn) ? ok('at_once') : refused('admin.elsewhere');
};

/** Who is told when a person's account or data wait for an administrator: the nearest who may decide on it. */
export const administratorsOf = (
  directory: Directory,
  personId: PersonId,
  kind: 'correct' | 'confirm_account',
  day: IsoDate,
): readonly PersonId[] => {
  const may = (id: PersonId): boolean => mayAdminister(directory, id, { kind, personId }, day).ok;
  const near = adminsFor(directory, personId, day).filter(may);
  return near.length > 0 ? near : standingMembers(directory).filter(may);
};

const standingMembers = (directory: Directory): readonly PersonId[] => {
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  const rows = standing === undefined ? [] : (directory.byUnit.get(standing.id) ?? []);
  return [...new Set(rows.map((row) => row.personId))];
};

/** The units that an admin may give people to: all for one of the standing unit. */
export const managedUnits = (directory: Directory, adminId: PersonId, day: IsoDate): readonly Unit[] => {
  const own = new Set(
    membershipsOf(directory, adminId, day)
      .filter((row) => row.role === 'admin')
      .flatMap((row) => withSections(directory, row.unitId)),
  );
  const isStanding = hasStandingRole(directory, adminId, 'admin', day);
  return [...directory.units.values()].filter((unit) => isValidOn(unit, day) && (isStanding || own.has(unit.id)));
};

export const managedPeople = (directory: Directory, adminId: PersonId, day: IsoDate): readonly Person[] =>
  [...directory.people.values()].filter(
    (person) => mayAdminister(directory, adminId, { kind: 'see', personId: person.id }, day).ok,
  );

/** The other admins of the standing unit, of whom one must confirm. */
export const secondsFor = (
  directory: Directory,
  proposal: { readonly proposerId: PersonId; readonly personId: PersonId | null },
  day: IsoDate,
): readonly PersonId[] => standingMembers(directory).filter((id) => mayConfirm(directory, proposal, id, day).ok);

/** The second one: another admin of the standing unit, whom the change does not concern. */
export const mayConfirm = (
  directory: Directory,
  proposal: { readonly proposerId: PersonId; readonly personId: PersonId | null },
  confirmerId: PersonId,
  day: IsoDate,
): Result<null> => {
  if (!hasStandingRole(directory, confirmerId, 'admin', day)) return refused('admin.standing');
  if (confirmerId === proposal.proposerId) return refused('admin.own_proposal');
  return confirmerId === proposal.personId ? refused('admin.self') : ok(null);
};

/**
 * A stolen account must be stopped before a second one is found; to open it again takes two. An account that replaces
 * another comes with a code that two gave already, so one confirms it.
 */
const CARRIED_OUT_ALONE: readonly Change['kind'][] = ['see', 'ban', 'confirm_account'];

const givesStandingRoleElsewhere = (directory: Directory, change: Change): boolean =>
  (change.kind === 'invite_new' || change.kind === 'add_role' || change.kind === 'move') &&
  STANDING_ROLES.includes(change.role) &&
  directory.units.get(change.unitId)?.code !== STANDING_UNIT;

/**
 * A new code or a new role lets somebody act as the person, so they touch every place he has: else an admin of one
 * unit could reach another through a person of both. The end of one role touches that one only.
 */
const placesTouched = (directory: Directory, change: Change, day: IsoDate): readonly Place[] => {
  if (change.kind === 'invite_new' || change.kind === 'end_role') return [change];
  const has = (directory.byPerson.get(change.personId) ?? []).filter(
    (row) => row.validTo === null || day <= row.validTo,
  );
  return 'role' in change ? [...has, change] : has;
};

/** The roles that watch or rule, and all of the standing unit, whose people count for the whole regulation. */
const isWeighty = (directory: Directory, { unitId, role }: Place): boolean =>
  role === 'admin' ||
  STANDING_ROLES.includes(role) ||
  chainOf(directory, unitId).some((unit) => unit.code === STANDING_UNIT);

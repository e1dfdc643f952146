/**
 * What a person may see, as one value. `canSee` answers for a loaded request and `db/request-scope.ts` for a query;
 * both read this value, so that lists, search, figures and cards cannot differ.
 */

import { lendable, principalsOf } from '#domain/directory/delegation.ts';
import {
  chainOf,
  type Directory,
  deskOf,
  isValidOn,
  type Membership,
  membershipsOf,
  type PersonId,
  STANDING_UNIT,
  type UnitId,
  withSections,
} from '#domain/directory/directory.ts';
import type { Dossier } from '#domain/request/request.ts';
import type { IsoDate, Millis } from '#domain/time.ts';

export type Scope = {
  readonly personId: PersonId;
  /** Units he works for: what he filed or holds for another, before he moved, is seen no longer. */
  readonly own: readonly UnitId[];
  /** Coordinator and auditor see every request. */
  readonly all: boolean;
  /** Units whose requests and parts are seen: focal, clerk, leader and head, with the sections below. */
  readonly units: readonly UnitId[];
  /** Units whose awaiting parts are seen, since he belongs to the desk. */
  readonly desks: readonly UnitId[];
  /** People whose filed and held work is seen: those of a head's section. */
  readonly people: readonly PersonId[];
  /** Whose filed and held work is seen as his own, and for which units: he stands in for them. */
  readonly lent: readonly { readonly personId: PersonId; readonly units: readonly UnitId[] }[];
};

/** In his own right, and of those he stands in for what is theirs in the organisation in which he does. */
export const scopeOf = (directory: Directory, personId: PersonId, day: IsoDate): Scope => {
  const own = scopeBy(directory, personId, day, membershipsOf(directory, personId, day));
  const lent = principalsOf(directory, personId, day).map((one) =>
    scopeBy(directory, one.fromId, day, lendable(directory, one.fromId, one.unitId, day)),
  );
  if (lent.length === 0) return own;
  const joined = (of: (scope: Scope) => readonly number[]): number[] => [...new Set([own, ...lent].flatMap(of))];
  return {
    ...own,
    units: joined((scope) => scope.units),
    desks: joined((scope) => scope.desks),
    people: joined((scope) => scope.people),
    lent: lent.map((scope) => ({ personId: scope.personId, units: scope.own })),
  };
};

const scopeBy = (directory: Directory, personId: PersonId, day: IsoDate, rows: readonly Membership[]): Scope => {
  const wide = rows.filter((row) => ['focal', 'clerk', 'leader', 'head'].includes(row.role));
  const headed = rows.filter((row) => row.role === 'head').flatMap((row) => withSections(directory, row.unitId));
  return {
    personId,
    own: [...new Set(rows.flatMap((row) => chainOf(directory, row.unitId).map(({ id }) => id)))],
    all: rows.some((row) => isStanding(directory, row)),
    lent: [],
    units: [...new Set(wide.flatMap((row) => withSections(directory, row.unitId)))],
    desks: rows.map((row) => row.unitId).filter((id) => deskOf(directory, id, day).includes(personId)),
    people: [
      ...new Set(
        headed.flatMap((id) =>
          (directory.byUnit.get(id) ?? [])
            .filter((row) => row.role !== 'admin' && isValidOn(row, day))
            .map((row) => row.personId),
        ),
      ),
    ],
  };
};

/** Until the undo window is over only the filer sees a request; and for ever, when he took it back within it. */
export const canSee = (scope: Scope, dossier: Dossier, now: Millis): boolean => {
  if (isOwnFiling(scope, dossier)) return true;
  const { visibleAt, wasUndone } = dossier.request;
  return now >= visibleAt && !wasUndone && (isParty(scope, dossier) || dossier.watchers.includes(scope.personId));
};

/** Sees it by his work; whoever only watches sees its course and nothing more. */
export const isParty = (scope: Scope, dossier: Dossier): boolean => {
  const { request, parts } = dossier;
  return (
    isOwnFiling(scope, dossier) ||
    scope.all ||
    scope.units.includes(request.askingUnitId) ||
    scope.people.includes(request.filerId) ||
    isLent(scope, request.filerId, request.askingUnitId) ||
    parts.some(
      (part) =>
        (part.holderId === scope.personId && scope.own.includes(part.unitId)) ||
        scope.units.includes(part.unitId) ||
        (part.state === 'awaiting' && scope.desks.includes(part.unitId)) ||
        (part.holderId !== null && (scope.people.includes(part.holderId) || isLent(scope, part.holderId, part.unitId))),
    )
  );
};

/** Done or held by somebody he stands in for. */
export const isLent = ({ lent }: Scope, personId: PersonId, unitId: UnitId): boolean =>
  lent.some((one) => one.personId === personId && one.units.includes(unitId));

/** Coordinator and auditor count for the whole regulation, and exist in its standing unit only. */
const isStanding = (directory: Directory, { role, unitId }: Membership): boolean =>
  (role === 'coordinator' || role === 'auditor') && unitId === directory.unitsByCode.get(STANDING_UNIT)?.id;

const isOwnFiling = (scope: Scope, { request }: Dossier): boolean =>
  request.filerId === scope.personId && scope.own.includes(request.askingUnitId);

/**
 * What a person may see, as one value. `canSee` answers for a loaded request and `db/request-scope.ts` for a query;
 * both read this value, so that lists, search, figures and cards cannot differ.
 */
import {
  type Directory,
  deskOf,
  hasStandingRole,
  isValidOn,
  membershipsOf,
  type PersonId,
  type UnitId,
  withSections,
  workedFor,
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
};

export const scopeOf = (directory: Directory, personId: PersonId, day: IsoDate): Scope => {
  const rows = membershipsOf(directory, personId, day);
  const wide = rows.filter((row) => ['focal', 'clerk', 'leader', 'head'].includes(row.role));
  const headed = rows.filter((row) => row.role === 'head').flatMap((row) => withSections(directory, row.unitId));
  return {
    personId,
    own: workedFor(directory, personId, day),
    all:
      hasStandingRole(directory, personId, 'coordinator', day) || hasStandingRole(directory, personId, 'auditor', day),
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
    parts.some(
      (part) =>
        (part.holderId === scope.personId && scope.own.includes(part.unitId)) ||
        scope.units.includes(part.unitId) ||
        (part.state === 'awaiting' && scope.desks.includes(part.unitId)) ||
        (part.holderId !== null && scope.people.includes(part.holderId)),
    )
  );
};

const isOwnFiling = (scope: Scope, { request }: Dossier): boolean =>
  request.filerId === scope.personId && scope.own.includes(request.askingUnitId);

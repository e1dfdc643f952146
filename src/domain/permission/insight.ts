/**
 * How far a person sees into a request that he may see (DESIGN 4, "Who sees"): a unit's drafts and inner acts are the
 * unit's and the auditor's; answers are the asking side's, and every party's after the synthesis.
 */
import {
  type Directory,
  hasStandingRole,
  membershipsOf,
  type PersonId,
  type UnitId,
  withSections,
  worksFor,
} from '#domain/directory/directory.ts';
import type { Dossier } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';

export type Insight = {
  /** Drafts, remarks, assignments: what the unit keeps to itself. */
  readonly inside: (unitId: UnitId) => boolean;
  /** The unit's official answer, its files and the course of its part. */
  readonly answers: (unitId: UnitId) => boolean;
};

export const insightInto = (
  directory: Directory,
  personId: PersonId,
  { request, parts }: Dossier,
  day: IsoDate,
): Insight => {
  const own = new Set([
    ...membershipsOf(directory, personId, day).flatMap((row) => withSections(directory, row.unitId)),
    // Held for a unit above one's own section.
    ...parts
      .filter((part) => part.holderId === personId && worksFor(directory, personId, part.unitId, day))
      .map((part) => part.unitId),
  ]);
  const isAuditor = hasStandingRole(directory, personId, 'auditor', day);
  const isAsking =
    (request.filerId === personId && worksFor(directory, personId, request.askingUnitId, day)) ||
    own.has(request.askingUnitId) ||
    hasStandingRole(directory, personId, 'coordinator', day);
  const isGathered = request.state === 'synthesised' || request.state === 'closed';
  const inside = (unitId: UnitId): boolean => isAuditor || own.has(unitId);
  return { inside, answers: (unitId) => isAsking || isGathered || inside(unitId) };
};

/** Facts that a unit keeps to itself. */
const INNER: ReadonlySet<string> = new Set(['assigned', 'submitted', 'replacement_submitted', 'draft_returned']);

export const seesFact = (
  insight: Insight,
  fact: { readonly kind: string; readonly unitId: UnitId | null },
): boolean => {
  if (fact.unitId === null) return true;
  return INNER.has(fact.kind) ? insight.inside(fact.unitId) : insight.answers(fact.unitId);
};

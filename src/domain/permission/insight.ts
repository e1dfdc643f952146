/**
 * How far a person sees into a request that he may see (DESIGN 4, "Who sees"): a unit's drafts and inner acts are the
 * unit's and the auditor's; answers are the asking side's, and every party's after the synthesis.
 */

import { lendable, principalsOf } from '#domain/directory/delegation.ts';
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
import { isLent, isParty, scopeOf } from './scope.ts';

export type Insight = {
  /** The request's own words and files; a watcher from outside the parties sees none. */
  readonly content: boolean;
  /** What the two sides of a part write to each other. */
  readonly between: (unitId: UnitId) => boolean;
  /** Drafts, remarks, assignments: what the unit keeps to itself. */
  readonly inside: (unitId: UnitId) => boolean;
  /** The unit's official answer, its files and the course of its part. */
  readonly answers: (unitId: UnitId) => boolean;
};

export const insightInto = (directory: Directory, personId: PersonId, dossier: Dossier, day: IsoDate): Insight => {
  const { request, parts } = dossier;
  const scope = scopeOf(directory, personId, day);
  const own = new Set([
    ...unitsOf(directory, personId, day),
    // Held for a unit above one's own section.
    ...parts
      .filter(
        ({ holderId, unitId }) =>
          holderId !== null &&
          ((holderId === personId && worksFor(directory, personId, unitId, day)) || isLent(scope, holderId, unitId)),
      )
      .map((part) => part.unitId),
  ]);
  const isAuditor = hasStandingRole(directory, personId, 'auditor', day);
  const isAsking =
    (request.filerId === personId && worksFor(directory, personId, request.askingUnitId, day)) ||
    isLent(scope, request.filerId, request.askingUnitId) ||
    own.has(request.askingUnitId) ||
    hasStandingRole(directory, personId, 'coordinator', day);
  const isGathered = request.state === 'synthesised' || request.state === 'closed';
  const inside = (unitId: UnitId): boolean => isAuditor || own.has(unitId);
  const content = isParty(scope, dossier);
  const between = (unitId: UnitId): boolean => content && (isAsking || inside(unitId));
  return { content, inside, between, answers: (unitId) => between(unitId) || (content && isGathered) };
};

/** Whose answers a person reads before the synthesis, as one value for a query; `insightInto` decides for a loaded request. */
export type AnswerReader = { readonly all: boolean; readonly units: readonly UnitId[] };

export const answerReader = (directory: Directory, personId: PersonId, day: IsoDate): AnswerReader => ({
  all: hasStandingRole(directory, personId, 'auditor', day) || hasStandingRole(directory, personId, 'coordinator', day),
  units: [...new Set(unitsOf(directory, personId, day))],
});

/** His units with their sections, and those in which he stands in for somebody. */
const unitsOf = (directory: Directory, personId: PersonId, day: IsoDate): readonly UnitId[] =>
  [
    ...membershipsOf(directory, personId, day),
    ...principalsOf(directory, personId, day).flatMap((one) => lendable(directory, one.fromId, one.unitId, day)),
  ].flatMap((row) => withSections(directory, row.unitId));

/** Facts that a unit keeps to itself. */
const INNER: ReadonlySet<string> = new Set([
  'assigned',
  'submitted',
  'replacement_submitted',
  'draft_returned',
  'reminder_muted',
  'reminder_postponed',
  'reminder_unmuted',
]);

/** Facts between the two sides of a part, also after the synthesis. */
const BETWEEN: ReadonlySet<string> = new Set(['exchanged', 'completion_asked', 'completed']);
/** All that whoever only watches sees of the history: that it moved, without words. */
const COURSE: ReadonlySet<string> = new Set([
  'filed',
  'sent',
  'received',
  'synthesised',
  'closed',
  'withdrawn',
  'reopened',
]);

export const seesFact = (
  insight: Insight,
  fact: { readonly kind: string; readonly unitId: UnitId | null },
): boolean => {
  if (!insight.content) return COURSE.has(fact.kind);
  if (fact.unitId === null) return true;
  if (BETWEEN.has(fact.kind)) return insight.between(fact.unitId);
  return INNER.has(fact.kind) ? insight.inside(fact.unitId) : insight.answers(fact.unitId);
};

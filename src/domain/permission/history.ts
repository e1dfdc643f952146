/**
 * Which facts of a request a person may read. A unit's drafts, remarks and assignments are that unit's and the
 * auditor's; of another unit's part only the asking side and the coordinator read the rest (DESIGN 4, Who sees).
 */
import { type Directory, membershipsOf, type UnitId, withSections } from '#domain/directory/directory.ts';
import type { FactKind } from '#domain/request/decision.ts';
import type { PartId } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';
import { relationsOf, type Standing } from './relation.ts';
import { scopeOf } from './scope.ts';

/** What happens inside a unit before its answer is approved. */
const INNER: ReadonlySet<FactKind> = new Set(['assigned', 'submitted', 'draft_returned']);

export const mayReadFact = (
  asked: Omit<Standing, 'part'>,
  fact: { readonly kind: FactKind; readonly partId: PartId | null },
): boolean => {
  const { directory, personId, dossier, day } = asked;
  const part = dossier.parts.find((one) => one.id === fact.partId);
  if (part === undefined) return true;
  const relations = relationsOf({ ...asked, part });
  const isOf = (unitId: UnitId): boolean => belongsTo(directory, personId, unitId, day);
  if (relations.has('auditor') || relations.has('holder') || isOf(part.unitId)) return true;
  if (INNER.has(fact.kind)) return false;
  return relations.has('coordinator') || relations.has('filer') || isOf(dossier.request.askingUnitId);
};

/** A member of the unit or of its sections, or one above it who sees its work. */
const belongsTo = (directory: Directory, personId: number, unitId: UnitId, day: IsoDate): boolean =>
  membershipsOf(directory, personId, day).some((row) => withSections(directory, unitId).includes(row.unitId)) ||
  scopeOf(directory, personId, day).units.includes(unitId);

/**
 * Chuyển đơn vị khác: another unit owes the matter, with terms of its own. Twice it is done at once; from the third on
 * the asking unit's leader decides, so that a matter does not go round for ever (MA6).
 */
import { isValidOn, type UnitId } from '#domain/directory/directory.ts';
import { ok, type Refusal, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Case, Decision } from '../decision.ts';
import { newPart } from '../filing.ts';
import { isSettled, type Part } from '../request.ts';

/** Hand-overs of one matter that need nobody's consent. */
const FREE_HANDOVERS = 2;

/** Whoever acts. */
export type Known = Omit<Case, 'actor'>;

export type HandOn = { readonly unitId: UnitId; readonly reason: string };

export const handOn = (on: Case, part: Part, to: HandOn): Result<Decision> => {
  const fault = unitFault(on, to.unitId);
  if (fault !== null) return fault;
  if (part.handCount < FREE_HANDOVERS) return ok(handed(on, part, to));
  return ok({
    side: [{ kind: 'handover_asked', partId: part.id, toUnitId: to.unitId, reason: to.reason }],
    facts: [{ kind: 'handover_asked', partId: part.id, data: { unit: to.unitId, reason: to.reason } }],
    told: ['filer', 'asking_leaders'],
  });
};

export const agreeHandover = (on: Case, part: Part): Result<Decision> => {
  const { handover } = part;
  if (handover === null) return refused('handover.none');
  const fault = unitFault(on, handover.toUnitId);
  if (fault !== null) return fault;
  const decision = handed(on, part, { unitId: handover.toUnitId, reason: '' });
  const agreed = { kind: 'handover_decided' as const, id: handover.id, state: 'agreed' as const };
  return ok({ ...decision, side: [agreed, ...(decision.side ?? [])] });
};

export const refuseHandover = (_on: Case, part: Part): Result<Decision> => {
  const { handover } = part;
  if (handover === null) return refused('handover.none');
  return ok({
    side: [{ kind: 'handover_decided', id: handover.id, state: 'refused' }],
    facts: [{ kind: 'handover_refused', partId: part.id, data: { unit: handover.toUnitId } }],
    told: ['holder', 'desk', 'filer'],
  });
};

const handed = (on: Case, part: Part, { unitId, reason }: HandOn): Decision => ({
  parts: [{ id: part.id, state: 'handed_on' }],
  side: [{ kind: 'part_added', part: { ...further(on, unitId), handCount: part.handCount + 1 } }],
  facts: [{ kind: 'handed_on', partId: part.id, data: { from: part.state, to: 'handed_on', unit: unitId, reason } }],
  told: ['filer', 'holder'],
});

/** One more part of the request, asked now. */
export const further = ({ reference, regulation, dossier, now }: Known, unitId: UnitId) =>
  newPart(
    { calendar: reference.calendar, regulation, request: dossier.request },
    { unitId, ordinal: Math.max(...dossier.parts.map((one) => one.ordinal)) + 1, askedAt: now },
  );

export const unitFault = ({ reference, dossier, now }: Known, unitId: UnitId): Refusal | null => {
  const unit = reference.directory.units.get(unitId);
  if (unit === undefined) return refused('file.no_unit');
  if (!isValidOn(unit, dateOf(now))) return refused('file.unit_ended', { unit: unit.name });
  if (unitId === dossier.request.askingUnitId) return refused('unit.asks', { unit: unit.name });
  const owes = dossier.parts.some((one) => one.unitId === unitId && !isSettled(one));
  return owes ? refused('unit.owes_already', { unit: unit.name }) : null;
};

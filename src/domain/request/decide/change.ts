/**
 * What the asking side changes while a request is open: urgency, units, a further answer, and urging. Raised urgency
 * counts from the change; a lowered one gives the longer term from where the term began (DESIGN 3).
 */
import { type Calendar, workingDaysBefore } from '#domain/calendar/calendar.ts';
import { lentChief } from '#domain/directory/delegation.ts';
import { chiefsOf, type UnitId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { answerDeadline, endOf, receiptDeadline } from '../clock.ts';
import type { Case, Decision, PartChange } from '../decision.ts';
import { isSettled, type Part, URGENCIES, type Urgency } from '../request.ts';
import { further, unitFault } from './hand-on.ts';

export const changeUrgency = (on: Case, to: Urgency, reason: string): Result<Decision> => {
  const { request, parts } = on.dossier;
  if (to === request.urgency) return refused('urgency.same');
  const isGrave = to === 'thuong_khan' || to === 'hoa_toc';
  const chiefs = chiefsOf(on.reference.directory, request.askingUnitId, dateOf(on.now));
  const isChief =
    chiefs.includes(on.actor) ||
    lentChief(on.reference.directory, on.actor, request.askingUnitId, dateOf(on.now)) !== null;
  if (isGrave && request.docNumber === null && !isChief) return refused('file.urgency_needs_chief');
  return ok({
    request: { urgency: to },
    parts: parts.flatMap((part) => (isSettled(part) ? keptBy(part, request.urgency) : recounted(on, part, to))),
    facts: [{ kind: 'urgency_changed', partId: null, data: { before: request.urgency, after: to, reason } }],
    told: ['changed_parts'],
  });
};

/** What is over keeps its date, and explains it by the terms it had. */
const keptBy = (part: Part, urgency: Urgency): readonly PartChange[] =>
  part.urgency === null ? [{ id: part.id, urgency }] : [];

const recounted = ({ reference, regulation, dossier, now }: Case, part: Part, urgency: Urgency): PartChange => {
  const request = { ...dossier.request, urgency };
  const isRaised = URGENCIES.indexOf(urgency) > URGENCIES.indexOf(dossier.request.urgency);
  const receiptFrom = isRaised ? now : part.askedAt;
  const receipt =
    part.termFrom === null
      ? { receiptFrom, receiptDue: receiptDeadline(reference.calendar, regulation, urgency, receiptFrom).due }
      : {};
  const raised = isRaised && part.termFrom !== null ? { termFrom: now, termEvent: 'urgency_raised' as const } : {};
  const terms = { ...part, ...receipt, ...raised };
  const { due, provisional } = answerDeadline(reference.calendar, regulation, request, terms);
  return { id: part.id, ...receipt, ...raised, due, provisional };
};

export const addUnit = (on: Case, unitId: UnitId): Result<Decision> => {
  const fault = unitFault(on, unitId);
  if (fault !== null) return fault;
  return ok({
    side: [{ kind: 'part_added', part: { ...further(on, unitId), handCount: 0 } }],
    facts: [{ kind: 'unit_added', partId: null, data: { unit: unitId } }],
    told: [],
  });
};

export const dropUnit = (_on: Case, part: Part, reason: string): Decision => ({
  parts: [{ id: part.id, state: 'cancelled' }],
  facts: [{ kind: 'unit_dropped', partId: part.id, data: { from: part.state, to: 'cancelled', reason } }],
  told: ['changed_parts', 'leaders'],
});

/** Đề nghị trả lời lại: the answer stands until a new one is approved; the new answer has the whole term from now. */
export const askAgain = (on: Case, part: Part, reason: string): Decision => ({
  parts: [{ ...again(on, part, 'asked_again'), submittedAt: null, answeredAt: null }],
  facts: [{ kind: 'asked_again', partId: part.id, data: { from: part.state, to: 'accepted', reason } }],
  told: ['holder', 'leaders'],
});

/** The part is owed once more, with the whole answer term from now. */
export const again = (
  { reference, regulation, dossier, now }: Case,
  part: Part,
  termEvent: 'asked_again' | 'reopened',
): PartChange => {
  const begun = { termFrom: now, termEvent, urgency: null };
  const terms = { ...part, ...begun };
  const { due, provisional } = answerDeadline(reference.calendar, regulation, dossier.request, terms);
  return { id: part.id, state: 'accepted', ...begun, due, provisional };
};

export const urge = ({ now }: Case, part: Part): Decision => ({
  parts: [{ id: part.id, urgedAt: now }],
  isImportant: true,
  facts: [{ kind: 'urged', partId: part.id, data: { due: part.due } }],
  told: ['changed_parts', 'leaders'],
});

/** Overdue, or within one working day of it. */
export const isUrgeable = (calendar: Calendar, part: Part, now: Millis): boolean =>
  now >= part.due || dateOf(now) >= workingDaysBefore(calendar, endOf(part.due).date, 1);

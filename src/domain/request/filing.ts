/** Gửi: what a filled draft becomes, or why it may not be sent. */
import type { Calendar } from '#domain/calendar/calendar.ts';
import { lentChief } from '#domain/directory/delegation.ts';
import { chiefsOf, isValidOn, type PersonId, type Unit, type UnitId } from '#domain/directory/directory.ts';
import type { DocNumber } from '#domain/document/number.ts';
import { type Reference, type Regulation, regulationOn } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate, type Millis, SECOND } from '#domain/time.ts';
import { answerDeadline, NEW_TERMS, receiptDeadline } from './clock.ts';
import type { ExtraAnswer } from './own-form.ts';
import { isGrave } from './reminders.ts';
import { type Part, type Request, type RequestType, URGENCIES, type Urgency } from './request.ts';

export type Draft = {
  readonly type: RequestType;
  readonly fieldId: number;
  readonly zoneId: number | null;
  readonly enterpriseId: number | null;
  readonly subject: string;
  readonly content: string;
  readonly urgency: Urgency;
  readonly docNumber: DocNumber | null;
  readonly docDate: IsoDate | null;
  readonly unitIds: readonly UnitId[];
  readonly wantedBy: Millis | null;
  readonly signerId: PersonId | null;
  readonly extra: readonly ExtraAnswer[];
};

export type NewPart = Pick<Part, 'ordinal' | 'unitId' | 'askedAt' | 'receiptDue' | 'due' | 'provisional'>;

export type Filed = {
  readonly request: Omit<Request, 'id' | 'code' | 'synthesis' | 'result' | 'closedAt' | 'wasUndone'>;
  readonly parts: readonly NewPart[];
};

/** More units than this need a head or leader, or a signed document (DESIGN 4, Gửi). */
const MOST_UNITS_BY_OFFICIAL = 5;
/** Hỏa tốc terms are hours: half a minute of undo would be felt. */
const UNDO_HOA_TOC_MS = 10 * SECOND;

export type Filing = {
  readonly reference: Reference;
  readonly filerId: PersonId;
  /** The unit he files for. */
  readonly unit: Unit;
  readonly now: Millis;
  readonly undoMs: number;
};

export const file = (by: Filing, draft: Draft): Result<Filed> => {
  const { reference, filerId, unit, now } = by;
  const day = dateOf(now);
  const regulation = regulationOn(reference, day);
  if (regulation === null) return refused('file.no_regulation');
  const fault = unitFault(by, draft, day) ?? authorityFault(by, draft, day) ?? signerFault(by, draft);
  if (fault !== null) return fault;
  const visibleAt = now + (draft.urgency === 'hoa_toc' ? Math.min(by.undoMs, UNDO_HOA_TOC_MS) : by.undoMs);
  const { unitIds, ...asked } = draft;
  const terms = { calendar: reference.calendar, regulation, request: draft };
  return ok({
    request: {
      ...asked,
      state: 'open',
      askingUnitId: unit.id,
      filedUnitId: null,
      filerId,
      regulationId: regulation.id,
      filedAt: now,
      visibleAt,
    },
    parts: unitIds.map((unitId, index) => newPart(terms, { unitId, ordinal: index + 1, askedAt: visibleAt })),
  });
};

export type PartTerms = {
  readonly calendar: Calendar;
  readonly regulation: Regulation;
  readonly request: Pick<Request, 'urgency' | 'wantedBy'>;
};

/** What one unit owes from the moment it is asked; before receipt the answer date is only expected. */
export const newPart = (
  { calendar, regulation, request }: PartTerms,
  asked: Pick<Part, 'unitId' | 'ordinal' | 'askedAt'>,
): NewPart => {
  const receiptDue = receiptDeadline(calendar, regulation, request.urgency, asked.askedAt).due;
  const { due, provisional } = answerDeadline(calendar, regulation, request, { ...NEW_TERMS, receiptDue });
  return { ...asked, receiptDue, due, provisional };
};

const unitFault = ({ reference, unit: own }: Filing, draft: Draft, day: IsoDate) => {
  if (draft.unitIds.length === 0) return refused('file.no_unit');
  for (const unitId of draft.unitIds) {
    const unit = reference.directory.units.get(unitId);
    if (unit === undefined) return refused('file.no_unit');
    if (!isValidOn(unit, day)) return refused('file.unit_ended', { unit: unit.name });
    if (unitId === own.id) return refused('file.own_unit', { unit: unit.name });
  }
  return null;
};

/** What only a chief may send, or anybody with a document that one has signed. */
const needsChief = ({ urgency, unitIds, docNumber }: Draft): boolean =>
  docNumber === null && (isGrave(urgency) || unitIds.length > MOST_UNITS_BY_OFFICIAL);

const authorityFault = (by: Filing, draft: Draft, day: IsoDate) => {
  const chiefs = chiefsOf(by.reference.directory, by.unit.id, day);
  if (!needsChief(draft) || chiefs.includes(by.filerId) || filedFor(by, draft) !== null) return null;
  return refused(isGrave(draft.urgency) ? 'file.urgency_needs_chief' : 'file.many_need_chief');
};

/** The chief in whose place it is sent, where the filer's own right is not enough. */
export const filedFor = ({ reference: { directory }, filerId, unit, now }: Filing, draft: Draft): PersonId | null =>
  needsChief(draft) && !chiefsOf(directory, unit.id, dateOf(now)).includes(filerId)
    ? lentChief(directory, filerId, unit.id, dateOf(now))
    : null;

/** Who may be named beside the filer; his rights do not come with his name. */
export const signersFor = ({ reference, filerId, unit, now }: Filing): readonly PersonId[] =>
  chiefsOf(reference.directory, unit.id, dateOf(now)).filter((id) => id !== filerId);

const signerFault = (by: Filing, { signerId }: Draft) =>
  signerId === null || signersFor(by).includes(signerId) ? null : refused('file.signer');

/**
 * An asked date that comes before the regulation's makes nobody late. The lowest urgency whose term does meet it, among
 * those this person may send; null where the date is met as it is, or by none.
 */
export const urgencyMeeting = (by: Filing, draft: Draft): Urgency | null => {
  if (draft.wantedBy === null || meets(by, draft)) return null;
  const higher = URGENCIES.slice(URGENCIES.indexOf(draft.urgency) + 1);
  return higher.find((urgency) => meets(by, { ...draft, urgency })) ?? null;
};

const meets = (by: Filing, draft: Draft): boolean => {
  const filed = file(by, draft);
  return filed.ok && filed.value.parts.every((part) => draft.wantedBy !== null && part.due <= draft.wantedBy);
};

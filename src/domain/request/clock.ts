/**
 * The clock of a part: when receipt and answer are due, as a function of stored facts. It runs from receipt, at the
 * latest from the end of the receipt term, so that refusing to receive gains nothing (DESIGN 3). Terms are those of
 * the regulation version under which the request was filed.
 */
import type { Calendar } from '#domain/calendar/calendar.ts';
import { type Deadline, deadline } from '#domain/calendar/deadline.ts';
import { type End, endAt, endOfDay } from '#domain/calendar/end.ts';
import type { Regulation } from '#domain/reference.ts';
import { dateOf, type Millis, minuteOfDay } from '#domain/time.ts';
import type { Part, Request, Urgency } from './request.ts';

export const receiptDeadline = (
  calendar: Calendar,
  regulation: Regulation,
  urgency: Urgency,
  askedAt: Millis,
): Deadline => deadline(calendar, { from: askedAt, event: 'sent', term: termsOf(regulation, urgency).receipt });

/** What the answer date of a part is a function of, beside calendar and regulation. */
export type Terms = Pick<Part, 'receiptDue' | 'termFrom' | 'termEvent' | 'pauses' | 'extensions' | 'urgency'>;

export const NEW_TERMS: Omit<Terms, 'receiptDue'> = {
  termFrom: null,
  termEvent: 'receipt',
  urgency: null,
  pauses: [],
  extensions: [],
};

/**
 * The answer term. Before receipt the end of the receipt term stands in for it, and the date is only expected.
 * The date that was asked for counts when it is not earlier than the regulation's; an earlier one makes nobody late.
 */
export const answerDeadline = (
  calendar: Calendar,
  regulation: Regulation,
  request: Pick<Request, 'urgency' | 'wantedBy'>,
  part: Terms,
): Deadline => {
  const from = part.termFrom ?? part.receiptDue;
  return deadline(calendar, {
    from,
    // Where a receipt term in days ended at 24:00, its day is the day of the event, not the one that begins there.
    fromDate: endOf(from).date,
    event: part.termFrom === null ? 'receipt_term_ended' : part.termEvent,
    term: termsOf(regulation, part.urgency ?? request.urgency).answer,
    ...(request.wantedBy === null ? {} : { asked: endOf(request.wantedBy) }),
    pauses: part.pauses.flatMap((pause) => (pause.to === null ? [] : [{ from: pause.from, to: pause.to }])),
    extensions: part.extensions.flatMap((one) =>
      one.state === 'agreed' && one.decidedAt !== null ? [{ agreedAt: one.decidedAt, until: endOf(one.until) }] : [],
    ),
  });
};

export const termsOf = (regulation: Regulation, urgency: Urgency) => {
  const terms = regulation.terms.get(urgency);
  if (terms === undefined) throw new Error(`regulation ${regulation.code} has no terms for ${urgency}`);
  return terms;
};

/** Dates as they are shown: provisional while the days off of their year may still change (DL11). */
export type Dated = Pick<Part, 'receiptDue' | 'due' | 'provisional'>;
type Shown = End & { readonly provisional: boolean };

export const answerEnd = ({ due, provisional }: Pick<Dated, 'due' | 'provisional'>): Shown => ({
  ...endOf(due),
  provisional,
});

/** The receipt term ends within the count of the answer term: of the same year, it is as sure as that. */
export const receiptEnd = ({ receiptDue, due, provisional }: Dated): Shown => {
  const end = endOf(receiptDue);
  return { ...end, provisional: provisional && end.date.slice(0, 4) === endOf(due).date.slice(0, 4) };
};

/** A stored moment as the end it was: day terms end at 24:00, and no hour term ends at midnight. */
export const endOf = (due: Millis): End => (minuteOfDay(due) === 0 ? endOfDay(dateOf(due - 1)) : endAt(due));

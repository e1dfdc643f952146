/**
 * A changed calendar: an open part is counted again from the same stored facts. What is over keeps its date and result
 * (DESIGN 5.10), and so do dates that were given as such: an extension, the day that was asked for.
 */
import type { Calendar } from '#domain/calendar/calendar.ts';
import { type CalendarStep, concerns } from '#domain/calendar/change.ts';
import type { Regulation } from '#domain/reference.ts';
import { dateOf } from '#domain/time.ts';
import { answerDeadline, receiptDeadline } from './clock.ts';
import type { PartChange } from './decision.ts';
import { isOwed, type Part, type Request } from './request.ts';

/** Parts whose date still counts, the paused ones too. */
export const isCounted = (request: Pick<Request, 'state'>, part: Part): boolean =>
  request.state === 'open' && (isOwed(part) || part.state === 'returned');

export type Counting = {
  readonly calendar: Calendar;
  readonly regulation: Regulation;
  readonly request: Pick<Request, 'urgency' | 'wantedBy'>;
};

export type Recounted = Required<Pick<PartChange, 'receiptDue' | 'due' | 'provisional'>>;

/** @returns null: it comes out as before */
export const recount = ({ calendar, regulation, request }: Counting, part: Part): Recounted | null => {
  // Once received, the receipt term is history.
  const receiptDue =
    part.termFrom === null
      ? receiptDeadline(calendar, regulation, request.urgency, part.receiptFrom).due
      : part.receiptDue;
  const { due, provisional } = answerDeadline(calendar, regulation, request, { ...part, receiptDue });
  const isSame = receiptDue === part.receiptDue && due === part.due && provisional === part.provisional;
  return isSame ? null : { receiptDue, due, provisional };
};

/** Of several changes, those that can have moved this part. */
export const causesOf = (
  changes: readonly CalendarStep[],
  part: Part,
  to: Pick<Recounted, 'due'>,
): readonly CalendarStep[] => {
  const first = dateOf(part.termFrom ?? part.receiptFrom);
  const last = dateOf(Math.max(part.due, to.due));
  return changes.filter((one) => concerns(one, first, last));
};

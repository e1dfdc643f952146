/**
 * What is counted, defined once for chats, pictures, sheets and reports (ST3). A part belongs to the day on which its
 * unit was asked and to that unit alone, so that lateness is charged to whose it is; the outcomes add up to what was
 * received. `db/figures` says the same in SQL; a property test holds the two against each other.
 */
import type { Dossier, Part } from '#domain/request/request.ts';
import { isOverdue } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';

/** Each part has exactly one. */
export const OUTCOMES = ['onTime', 'late', 'silent', 'paused', 'open', 'overdue', 'handedOn', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const MEASURES = [
  'received',
  ...OUTCOMES,
  // The term for receipt is apart from the term for the answer.
  'receiptOnTime',
  'receiptLate',
  'unreceived',
  'extensions',
  'returns',
  'takenOver',
] as const;
export type Measure = (typeof MEASURES)[number];

export type Counts = Readonly<Record<Measure, number>>;

export const NOTHING: Counts = {
  ...{ received: 0, onTime: 0, late: 0, silent: 0, paused: 0, open: 0, overdue: 0, handedOn: 0, cancelled: 0 },
  ...{ receiptOnTime: 0, receiptLate: 0, unreceived: 0, extensions: 0, returns: 0, takenOver: 0 },
};

export const outcomeOf = (part: Part, now: Millis): Outcome => {
  switch (part.state) {
    case 'answered':
    case 'closed':
      return part.answeredAt !== null && part.answeredAt > part.due ? 'late' : 'onTime';
    case 'silent':
      return 'silent';
    case 'returned':
      return 'paused';
    case 'handed_on':
      return 'handedOn';
    case 'cancelled':
      return 'cancelled';
    default:
      return isOverdue(part, now) ? 'overdue' : 'open';
  }
};

/** What one part adds to the figures. */
export const countsOf = (part: Part, now: Millis): Counts => ({
  ...NOTHING,
  received: 1,
  [outcomeOf(part, now)]: 1,
  ...receiptOf(part, now),
  extensions: part.extensions.filter((one) => one.state === 'agreed').length,
  returns: part.pauses.length,
  takenOver: part.handCount > 0 ? 1 : 0,
});

const receiptOf = (part: Part, now: Millis): Partial<Counts> => {
  if (part.receivedAt !== null) return part.receivedAt > part.receiptDue ? { receiptLate: 1 } : { receiptOnTime: 1 };
  const isMissing = part.state === 'silent' || (part.state === 'awaiting' && now >= part.receiptDue);
  return isMissing ? { unreceived: 1 } : {};
};

/** Others see a request from the end of its undo window on, and never when it was taken back within it. */
export const isCounted = ({ request }: Dossier, now: Millis): boolean => now >= request.visibleAt && !request.wasUndone;

export const add = (one: Counts, other: Counts): Counts => {
  const sum = { ...NOTHING };
  for (const measure of MEASURES) sum[measure] = one[measure] + other[measure];
  return sum;
};

export const sumOf = (all: Iterable<Counts>): Counts => {
  let sum = NOTHING;
  for (const one of all) sum = add(sum, one);
  return sum;
};

export const answeredIn = (counts: Counts): number => counts.onTime + counts.late;

/** All that let its term pass. */
export const lateIn = (counts: Counts): number => counts.late + counts.overdue + counts.silent;

/** Of all that came to its term: answered, or let pass in silence. Null: nothing did. */
export const onTimePercent = (counts: Counts): number | null => {
  const ended = counts.onTime + lateIn(counts);
  return ended === 0 ? null : (100 * counts.onTime) / ended;
};

/**
 * When a part is spoken of next, by itself. A pure function of the part and the calendar: the stored due row is its
 * cached result, moved in the commit of every change. Moments are whole minutes; those of day terms stand at the start of
 * the first session, so that what is due for one person comes together.
 */
import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBefore,
  workingDaysBetween,
} from '#domain/calendar/calendar.ts';
import { addWorkingMinutes, workingMinutesBetween, workingSpansBetween } from '#domain/calendar/working-time.ts';
import { addDays, dateOf, type IsoDate, MINUTE, type Millis, momentOf } from '#domain/time.ts';
import { endOf } from './clock.ts';
import { isOwed, type Part, type Urgency } from './request.ts';

/** Working days before the due day on which a reminder goes out; 0 is the day itself. */
export const LADDER = [7, 3, 1, 0] as const;
/** Working minutes before the end of an urgent term. Ours, as the ladder above: proposals, not rules of law. */
const URGENT_LADDER = [240, 120, 60] as const;
/** Once overdue: on the next working day, then every second one, until all who must hear of it have heard. */
const OVERDUE_EVERY = 2;
/** Holder, head, leader, asking unit, coordinator (RE4). */
const OVERDUE_STEPS = 5;
/** From then on all know: once a week it is said again, and each morning's list has it. */
const KNOWN_EVERY = 5;
/** Urgent and overdue: so often, by the working clock, for as many steps; then as all others. */
const URGENT_OVERDUE_MINUTES = 120;

export type ReminderKind = 'receipt' | 'before' | 'today' | 'overdue';
export type Reminder = { readonly at: Millis; readonly kind: ReminderKind };

/** What the ladder depends on beside the part. */
export type Pace = { readonly calendar: Calendar; readonly urgency: Urgency };

/** Hours count here, not days (thượng khẩn, hỏa tốc). */
export const isGrave = (urgency: Urgency): boolean => urgency === 'thuong_khan' || urgency === 'hoa_toc';

/** The first moment after `after`, or null when nothing more will be said. */
export const nextReminder = (pace: Pace, part: Part, after: Millis): Reminder | null => {
  const candidates = [...receiptReminders(pace, part, after), ...answerReminders(pace, part, after)];
  return candidates.filter((one) => one.at > after).sort((a, b) => a.at - b.at)[0] ?? null;
};

/** Without receipt by its term: at its end, then each working morning; for urgent ones also halfway, then each two hours. */
const receiptReminders = ({ calendar, urgency }: Pace, part: Part, after: Millis): Reminder[] => {
  if (part.state !== 'awaiting') return [];
  const grave = isGrave(urgency);
  const moments = [
    ...(grave ? [halfway(calendar, part.askedAt, part.receiptDue)] : []),
    part.receiptDue,
    grave
      ? every(calendar, part.receiptDue, URGENT_OVERDUE_MINUTES, after)
      : morningAfter(calendar, Math.max(after, part.receiptDue)),
  ];
  return moments.filter((at) => at < part.due).map((at) => ({ at, kind: 'receipt' }));
};

const halfway = (calendar: Calendar, from: Millis, to: Millis): Millis =>
  wholeMinute(addWorkingMinutes(calendar, from, Math.floor(workingMinutesBetween(calendar, from, to) / 2)));

/** The first of the moments `from`, plus minutes, plus twice the minutes, … that is after `after`. */
const every = (calendar: Calendar, from: Millis, minutes: number, after: Millis): Millis => {
  const steps = Math.max(1, Math.floor(workingMinutesBetween(calendar, from, after) / minutes));
  for (let step = steps; ; step += 1) {
    const at = wholeMinute(addWorkingMinutes(calendar, from, step * minutes));
    if (at > after) return at;
  }
};

const answerReminders = (pace: Pace, part: Part, after: Millis): Reminder[] => {
  if (!isOwed(part)) return [];
  const { calendar, urgency } = pace;
  const begun = part.termFrom ?? part.askedAt;
  // A rung from before the part was asked for belongs to no one.
  const rungs = part.state === 'awaiting' ? [] : [...dayRungs(calendar, part.due), ...hourRungs(pace, part)];
  const overdue = isGrave(urgency)
    ? nextGraveOverdue(calendar, part.due, after)
    : nextOverdue(calendar, part.due, after);
  return [...rungs.filter((one) => one.at > begun), { at: overdue, kind: 'overdue' }];
};

/** At the end of the term, then by the hour until the last step; whoever is not moved by that is not by the thirtieth. */
const nextGraveOverdue = (calendar: Calendar, due: Millis, after: Millis): Millis => {
  if (after < due) return due;
  const last = addWorkingMinutes(calendar, due, (OVERDUE_STEPS - 1) * URGENT_OVERDUE_MINUTES);
  const hourly = after < last ? every(calendar, due, URGENT_OVERDUE_MINUTES, after) : null;
  return hourly ?? nextOverdue(calendar, due, after);
};

/** The ladder of whatever is due on a day: before it, on it, and once it is overdue for as long as it is owed. */
export const nextDayReminder = (
  calendar: Calendar,
  { begun, due }: { readonly begun: Millis; readonly due: Millis },
  after: Millis,
): Reminder =>
  dayRungs(calendar, due)
    .filter((one) => one.at > Math.max(begun, after))
    .sort((a, b) => a.at - b.at)[0] ?? { at: nextOverdue(calendar, due, after), kind: 'overdue' };

const dayRungs = (calendar: Calendar, due: Millis): Reminder[] => {
  const { date } = endOf(due);
  return LADDER.map(
    (days): Reminder => ({
      at: morning(calendar, days === 0 ? lastWorkingDayUpTo(calendar, date) : workingDaysBefore(calendar, date, days)),
      kind: days === 0 ? 'today' : 'before',
    }),
  );
};

/** So many working minutes before the end; of a day term, before the close of its last day. */
const hourRungs = ({ calendar, urgency }: Pace, part: Part): Reminder[] => {
  if (!isGrave(urgency)) return [];
  const begun = part.termFrom ?? part.askedAt;
  const spans = workingSpansBetween(calendar, begun, part.due);
  return URGENT_LADDER.flatMap((minutes): Reminder[] => {
    const at = backFromEnd(spans, minutes * MINUTE);
    return at === null ? [] : [{ at: wholeMinute(at), kind: endOf(part.due).date === dateOf(at) ? 'today' : 'before' }];
  });
};

/** @returns the moment with so much of the spans behind it, null when they are shorter */
const backFromEnd = (spans: ReturnType<typeof workingSpansBetween>, length: Millis): Millis | null => {
  let left = length;
  for (const span of spans.toReversed()) {
    if (span.to - span.from > left) return span.to - left;
    left -= span.to - span.from;
  }
  return null;
};

const nextOverdue = (calendar: Calendar, due: Millis, after: Millis): Millis => {
  let day = firstOverdueDay(calendar, due);
  for (let step = 1; morning(calendar, day) <= after || morning(calendar, day) < due; step += 1) {
    day = addWorkingDays(calendar, day, step < OVERDUE_STEPS ? OVERDUE_EVERY : KNOWN_EVERY);
  }
  return morning(calendar, day);
};

const firstOverdueDay = (calendar: Calendar, due: Millis): IsoDate => nextWorkingDay(calendar, endOf(due).date);

/** How far up it is told, from one: each reminder goes one step further; beyond the last step nobody is left. */
export const overdueStep = ({ calendar, urgency }: Pace, due: Millis, now: Millis): number => {
  if (isGrave(urgency)) return 1 + Math.floor(workingMinutesBetween(calendar, due, now) / URGENT_OVERDUE_MINUTES);
  const first = firstOverdueDay(calendar, due);
  return dateOf(now) <= first ? 1 : 1 + Math.floor(workingDaysBetween(calendar, first, dateOf(now)) / OVERDUE_EVERY);
};

const morningAfter = (calendar: Calendar, after: Millis): Millis => {
  const day = dateOf(after);
  const today = isWorkingDay(calendar, day) ? morning(calendar, day) : after;
  return today > after ? today : morning(calendar, nextWorkingDay(calendar, day));
};

const lastWorkingDayUpTo = (calendar: Calendar, date: IsoDate): IsoDate =>
  isWorkingDay(calendar, date) ? date : workingDaysBefore(calendar, addDays(date, 1), 1);

export const morning = (calendar: Calendar, date: IsoDate): Millis => momentOf(date, calendar.sessions[0]?.from ?? 0);

const wholeMinute = (at: Millis): Millis => Math.ceil(at / MINUTE) * MINUTE;

/** What is to be said of a part at a moment that has come; null when it is no longer owed. */
export const reminderNow = (part: Part, now: Millis): ReminderKind | null => {
  if (!isOwed(part)) return null;
  if (now >= part.due) return 'overdue';
  if (part.state === 'awaiting') return 'receipt';
  return endOf(part.due).date === dateOf(now) ? 'today' : 'before';
};

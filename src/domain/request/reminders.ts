/**
 * When a part is spoken of next, by itself. A pure function of the part and the calendar: the stored due row is its
 * cached result, moved in the commit of every change. Moments are whole minutes at the start of the first session,
 * so that what is due for one person comes together.
 */
import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBefore,
} from '#domain/calendar/calendar.ts';
import { addDays, dateOf, type IsoDate, type Millis, momentOf } from '#domain/time.ts';
import { endOf } from './clock.ts';
import { isOwed, type Part } from './request.ts';

/** Working days before the due day on which a reminder goes out; 0 is the day itself. */
export const LADDER = [7, 3, 1, 0] as const;
/** Once overdue: on the next working day, then every second one. */
const OVERDUE_EVERY = 2;

export type ReminderKind = 'receipt' | 'before' | 'today' | 'overdue';
export type Reminder = { readonly at: Millis; readonly kind: ReminderKind };

/** The first moment after `after`, or null when nothing more will be said. */
export const nextReminder = (calendar: Calendar, part: Part, after: Millis): Reminder | null => {
  const candidates = [...receiptReminders(calendar, part, after), ...answerReminders(calendar, part, after)];
  return candidates.filter((one) => one.at > after).sort((a, b) => a.at - b.at)[0] ?? null;
};

/** Without receipt by its term: at its end, then at the start of each working day. */
const receiptReminders = (calendar: Calendar, part: Part, after: Millis): Reminder[] => {
  if (part.state !== 'awaiting') return [];
  const at = part.receiptDue > after ? part.receiptDue : morningAfter(calendar, dateOf(after), after);
  return at < part.due ? [{ at, kind: 'receipt' }] : [];
};

const answerReminders = (calendar: Calendar, part: Part, after: Millis): Reminder[] => {
  if (part.state !== 'accepted' && part.state !== 'drafted' && part.state !== 'awaiting') return [];
  const { date } = endOf(part.due);
  const before = LADDER.map(
    (days): Reminder => ({
      at: morning(calendar, days === 0 ? lastWorkingDayUpTo(calendar, date) : workingDaysBefore(calendar, date, days)),
      kind: days === 0 ? 'today' : 'before',
    }),
  );
  // A rung from before the part was asked for belongs to no one.
  const rungs = part.state === 'awaiting' ? [] : before.filter((one) => one.at > (part.termFrom ?? part.askedAt));
  return [...rungs, nextOverdue(calendar, part.due, after)];
};

const nextOverdue = (calendar: Calendar, due: Millis, after: Millis): Reminder => {
  let day = nextWorkingDay(calendar, endOf(due).date);
  while (morning(calendar, day) <= after || morning(calendar, day) < due) {
    day = addWorkingDays(calendar, day, OVERDUE_EVERY);
  }
  return { at: morning(calendar, day), kind: 'overdue' };
};

const morningAfter = (calendar: Calendar, day: IsoDate, after: Millis): Millis => {
  const today = isWorkingDay(calendar, day) ? morning(calendar, day) : after;
  return today > after ? today : morning(calendar, nextWorkingDay(calendar, day));
};

const lastWorkingDayUpTo = (calendar: Calendar, date: IsoDate): IsoDate =>
  isWorkingDay(calendar, date) ? date : workingDaysBefore(calendar, addDays(date, 1), 1);

const morning = (calendar: Calendar, date: IsoDate): Millis => momentOf(date, calendar.sessions[0]?.from ?? 0);

/** What is to be said of a part at a moment that has come; null when it is no longer owed. */
export const reminderNow = (part: Part, now: Millis): ReminderKind | null => {
  if (!isOwed(part)) return null;
  if (now >= part.due) return 'overdue';
  if (part.state === 'awaiting') return 'receipt';
  return endOf(part.due).date === dateOf(now) ? 'today' : 'before';
};

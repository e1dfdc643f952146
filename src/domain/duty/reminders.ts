/** When a duty is spoken of next, by itself: the ladder of a term in days, until it is reported done. */
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import { endOf } from '#domain/request/clock.ts';
import { upTo } from '#domain/request/escalation.ts';
import { nextDayReminder, overdueStep } from '#domain/request/reminders.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Duty } from './duty.ts';
import { dutySteps } from './hands.ts';

export type DutyReminder = 'before' | 'today' | 'overdue';

export const nextDutyReminder = (calendar: Calendar, duty: Duty, after: Millis): Millis | null =>
  duty.state === 'open' ? nextDayReminder(calendar, { begun: duty.createdAt, due: duty.due }, after).at : null;

/** What is to be said of a duty at a moment that has come; null when it is not owed any more. */
export const dutyReminderNow = (duty: Duty, now: Millis): DutyReminder | null => {
  if (duty.state !== 'open') return null;
  if (now >= duty.due) return 'overdue';
  return endOf(duty.due).date === dateOf(now) ? 'today' : 'before';
};

/** Those in whose hands it is; each overdue reminder goes one step further up. */
export const remindedOf = (
  on: { readonly directory: Directory; readonly calendar: Calendar; readonly now: Millis },
  duty: Duty,
): readonly PersonId[] => {
  const { directory, calendar, now } = on;
  const step = now >= duty.due ? overdueStep({ calendar, urgency: 'thuong' }, duty.due, now) : 1;
  return upTo(dutySteps(directory, duty, dateOf(now)), step);
};

/** Notices that are repeated until their receiver presses Đã nhận. */

import { type Calendar, nextWorkingDay, workingDaysBetween } from '#domain/calendar/calendar.ts';
import { addWorkingMinutes, nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { dateOf, MINUTE, type Millis } from '#domain/time.ts';
import { morning } from './reminders.ts';

export type ImportantKind = 'overdue' | 'urged';

/** Half a working day: often enough to be noticed, seldom enough to be borne. A proposal, not a rule of law. */
const REPEAT_AFTER_MINUTES = 240;

/** So many working days late it is no news: it comes back once a day, with the morning's other matters. */
const NEWS_DAYS = 2;

/**
 * When an important notice is repeated, in office hours and on a whole minute.
 * @param due when the part it is about is late
 */
export const nextRepeat = (calendar: Calendar, due: Millis, after: Millis): Millis => {
  const today = dateOf(after);
  if (after > due && workingDaysBetween(calendar, dateOf(due), today) > NEWS_DAYS) {
    return morning(calendar, nextWorkingDay(calendar, today));
  }
  const at = nextWorkingMoment(calendar, addWorkingMinutes(calendar, after, REPEAT_AFTER_MINUTES));
  return Math.ceil(at / MINUTE) * MINUTE;
};

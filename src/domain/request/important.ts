/** Notices that are repeated until their receiver presses Đã nhận. */

import type { Calendar } from '#domain/calendar/calendar.ts';
import { addWorkingMinutes, nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { MINUTE, type Millis } from '#domain/time.ts';

export type ImportantKind = 'overdue' | 'urged';

/** Half a working day: often enough to be noticed, seldom enough to be borne. A proposal, not a rule of law. */
const REPEAT_AFTER_MINUTES = 240;

/** When an important notice is repeated, in office hours and on a whole minute. */
export const nextRepeat = (calendar: Calendar, after: Millis): Millis => {
  const at = nextWorkingMoment(calendar, addWorkingMinutes(calendar, after, REPEAT_AFTER_MINUTES));
  return Math.ceil(at / MINUTE) * MINUTE;
};

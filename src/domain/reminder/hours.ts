/** When a person may be reminded: in office hours, and within the hours that he has chosen of them (RE2). */
import type { Calendar, Session } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { MINUTE, type Millis } from '#domain/time.ts';

/** Minutes of the day. */
export type Hours = Session;

/** Less than this leaves no room for what is due in a day. */
const SHORTEST = 30;

/** Chosen hours outside the office's would silence every reminder. */
export const checkHours = (calendar: Calendar, hours: Hours): Result<Hours> => {
  const left = within(calendar.sessions, hours).reduce((sum, { from, to }) => sum + to - from, 0);
  return left >= SHORTEST ? ok(hours) : refused('remind.hours');
};

/** The moment itself where it lies in his hours, else their next opening. */
export const hearingMoment = (calendar: Calendar, hours: Hours | null, at: Millis): Millis => {
  const own = hours === null ? [] : within(calendar.sessions, hours);
  // Office hours were changed since he chose: those hold rather than none.
  const sessions = own.length === 0 ? calendar.sessions : own;
  // The last minute of a session is still office time: terms end on it.
  return Math.max(at, nextWorkingMoment({ ...calendar, sessions }, at - MINUTE));
};

const within = (sessions: readonly Session[], hours: Hours): readonly Session[] =>
  sessions
    .map(({ from, to }) => ({ from: Math.max(from, hours.from), to: Math.min(to, hours.to) }))
    .filter(({ from, to }) => from < to);

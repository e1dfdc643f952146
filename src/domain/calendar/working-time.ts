/**
 * Office hours: arithmetic in working minutes inside the sessions of working days. Every moment counts from the
 * minute it lies in, so that what is shown (16:30, 11:00) is what was computed; seconds never matter.
 */
import type { Millis } from '../time.ts';
import { dateOf, MINUTE, minuteOfDay, momentOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { isWorkingDay, nextWorkingDay } from './calendar.ts';

export type Span = { readonly from: Millis; readonly to: Millis };

/** The moment itself inside a session, else the start of the next one. */
export const nextWorkingMoment = (calendar: Calendar, at: Millis): Millis =>
  Math.max(at, spansFrom(calendar, at).next().value.from);

/** The moment when so many working minutes have passed: a session's end (12:00), not the next one's start. */
export const addWorkingMinutes = (calendar: Calendar, from: Millis, minutes: number): Millis => {
  if (minutes === 0) return minuteStart(from);
  const spans = spansFrom(calendar, from);
  let left = minutes * MINUTE;
  for (;;) {
    const span = spans.next().value;
    const length = span.to - span.from;
    if (length >= left) return span.from + left;
    left -= length;
  }
};

/** The pieces of sessions that lie between two moments, in order. */
export const workingSpansBetween = (calendar: Calendar, from: Millis, to: Millis): readonly Span[] => {
  const end = minuteStart(to);
  const spans: Span[] = [];
  for (const span of spansFrom(calendar, from)) {
    if (span.from >= end) break;
    spans.push({ from: span.from, to: Math.min(span.to, end) });
  }
  return spans;
};

/** Working minutes between two moments; 0 when `to` is not later. Adds up over adjoining spans. */
export const workingMinutesBetween = (calendar: Calendar, from: Millis, to: Millis): number =>
  minutesOf(workingSpansBetween(calendar, from, to));

export const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + (span.to - span.from) / MINUTE, 0);

export const minuteStart = (at: Millis): Millis => at - (at % MINUTE);

/** All working time from a moment on, without end; its readers stop when they have enough. */
function* spansFrom(calendar: Calendar, at: Millis): Generator<Span, never> {
  // Without a session nothing would ever be yielded, and the reader would wait for ever.
  if (calendar.sessions.length === 0) throw new Error('the calendar has no sessions');
  const minute = minuteOfDay(at);
  let date = dateOf(at);
  if (isWorkingDay(calendar, date)) {
    for (const { from, to } of calendar.sessions) {
      if (to > minute) yield { from: momentOf(date, Math.max(from, minute)), to: momentOf(date, to) };
    }
  }
  for (;;) {
    date = nextWorkingDay(calendar, date);
    for (const { from, to } of calendar.sessions) yield { from: momentOf(date, from), to: momentOf(date, to) };
  }
}

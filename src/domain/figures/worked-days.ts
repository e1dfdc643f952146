/** How long a unit took: working days from the day after it was asked to the day of its answer, less those it waited. */
import { type Calendar, workingDaysBetween } from '#domain/calendar/calendar.ts';
import type { Part } from '#domain/request/request.ts';
import { addDays, dateOf, type Millis } from '#domain/time.ts';

/** Null while there is no answer. A matter that was asked again, or went on after its end, counts from there. */
export const workedDays = (calendar: Calendar, part: Part): number | null => {
  if (part.answeredAt === null) return null;
  const start = startOf(part);
  const taken = workingDaysBetween(calendar, dateOf(start), dateOf(part.answeredAt));
  const waited = part.pauses.reduce(
    (sum, { from, to }) => (from < start || to === null ? sum : sum + lost(calendar, from, to)),
    0,
  );
  return Math.max(0, taken - waited);
};

const startOf = ({ termEvent, termFrom, askedAt }: Part): Millis =>
  termFrom !== null && ['asked_again', 'reopened', 'letter_arrived'].includes(termEvent) ? termFrom : askedAt;

/** As in the clock of a term: the day on which the wait begins is lost, the one on which it ends is not. */
const lost = (calendar: Calendar, from: Millis, to: Millis): number =>
  workingDaysBetween(calendar, addDays(dateOf(from), -1), addDays(dateOf(to), -1));

/** How many parts took how many days. */
export type DaysTaken = ReadonlyMap<number, number>;

export type Spread = { readonly answers: number; readonly median: number; readonly p90: number };

/** Values that at least half, and at least nine in ten, of the answers did not exceed. Null: there is no answer. */
export const spreadOf = (days: DaysTaken): Spread | null => {
  const answers = [...days.values()].reduce((sum, count) => sum + count, 0);
  return answers === 0 ? null : { answers, median: reached(days, answers * 0.5), p90: reached(days, answers * 0.9) };
};

const reached = (days: DaysTaken, wanted: number): number => {
  let seen = 0;
  const sorted = [...days].toSorted(([a], [b]) => a - b);
  for (const [value, count] of sorted) {
    seen += count;
    if (seen >= wanted) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
};

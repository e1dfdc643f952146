/**
 * Counts one term, with its pauses, from one start. Day terms leave out the day of the start (Civil Code art. 147);
 * a calendar-day term whose last day is off ends on the next working day (art. 148); hour terms run in the sessions.
 * A pause adds exactly the time paused: working days, working minutes, or calendar days before the end is moved.
 */
import type { IsoDate, Millis } from '../time.ts';
import { addDays, DAY, dateOf } from '../time.ts';
import type { Calendar, DayOff } from './calendar.ts';
import { addWorkingDays, isMakeUpDay, nextWorkingDay, whyOff, workingDaysBetween } from './calendar.ts';
import type { End } from './end.ts';
import { endAt, endOfDay } from './end.ts';
import type { Step } from './steps.ts';
import type { Term } from './term.ts';
import type { Span } from './working-time.ts';
import { addWorkingMinutes, workingMinutesBetween, workingSpansBetween } from './working-time.ts';

export type Start = { readonly at: Millis; readonly date: IsoDate };
/** Hours are counted as minutes, because a pause is. */
type CountedUnit = 'working_day' | 'working_minute' | 'calendar_day';
export type CountedTerm = { readonly amount: number; readonly unit: CountedUnit };
type Counted = { readonly end: End; readonly steps: readonly Step[] };

export const countedTerm = ({ amount, unit }: Term): CountedTerm =>
  unit === 'working_hour' ? { amount: amount * 60, unit: 'working_minute' } : { amount, unit };

/** Pauses come in order. */
export const count = (calendar: Calendar, start: Start, term: CountedTerm, pauses: readonly Span[]): Counted => {
  switch (term.unit) {
    case 'working_day':
      return countWorkingDays(calendar, start, term, pauses);
    case 'working_minute':
      return countWorkingMinutes(calendar, start, term, pauses);
    case 'calendar_day':
      return countCalendarDays(calendar, start, term, pauses);
  }
};

type Count = typeof count;
type Paused = Extract<Step, { readonly kind: 'paused' }>;

const countWorkingDays: Count = (calendar, start, term, pauses) => {
  const paused = pauses.map((pause) => pausedStep(pause, workingDaysPaused(calendar, pause), term));
  const total = totalOf(term, paused);
  const end = endOfDay(addWorkingDays(calendar, start.date, total.amount));
  const days = daySteps(calendar, addDays(start.date, 1), end.date);
  return { end, steps: [...paused, ...days, ...reachedSteps(total, end)] };
};

const countWorkingMinutes: Count = (calendar, start, term, pauses) => {
  const paused = pauses.map((pause) => pausedStep(pause, workingMinutesBetween(calendar, pause.from, pause.to), term));
  const total = totalOf(term, paused);
  const end = endAt(addWorkingMinutes(calendar, start.at, total.amount));
  const days = daySteps(calendar, start.date, end.date);
  const worked: Step = { kind: 'worked', spans: workingSpansBetween(calendar, start.at, end.due) };
  return { end, steps: [...paused, ...days, worked, ...reachedSteps(total, end)] };
};

const countCalendarDays: Count = (calendar, start, term, pauses) => {
  let last = addDays(start.date, term.amount);
  const steps = reachedSteps(term, endOfDay(last));
  const moveOffDaysOff = () => {
    const moved = firstPossibleEnd(calendar, last);
    if (moved !== last) steps.push(...movedSteps(calendar, last, moved));
    last = moved;
  };
  for (const pause of pauses) {
    // Begun when only the days off still held the end open: it lengthens the end as moved.
    if (dateOf(pause.from) > last) moveOffDaysOff();
    const days = daysBetween(dateOf(pause.from), dateOf(pause.to));
    last = addDays(last, days);
    steps.push(pausedStep(pause, days, term));
  }
  moveOffDaysOff();
  return { end: endOfDay(last), steps };
};

/**
 * The day on which a pause begins is lost and the one on which it ends is not: so whatever the weekday, a pause that
 * begins before the end of a term is never over after it.
 */
const workingDaysPaused = (calendar: Calendar, { from, to }: Span): number =>
  workingDaysBetween(calendar, addDays(dateOf(from), -1), addDays(dateOf(to), -1));

const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / DAY;

const pausedStep = (pause: Span, amount: number, { unit }: CountedTerm): Paused => ({
  kind: 'paused',
  pause,
  added: { amount, unit },
});

const totalOf = ({ amount, unit }: CountedTerm, paused: readonly Paused[]): CountedTerm => ({
  amount: paused.reduce((sum, { added }) => sum + added.amount, amount),
  unit,
});

/** The first day from `date` on that a calendar-day term may end on. */
const firstPossibleEnd = (calendar: Calendar, date: IsoDate): IsoDate => {
  const off = whyOff(calendar, date) !== undefined;
  const skipped = calendar.movesEndOnMakeUpDay && isMakeUpDay(calendar, date);
  return off || skipped ? firstPossibleEnd(calendar, nextWorkingDay(calendar, date)) : date;
};

/** Nothing is reached by counting nothing, as after a fixed end without working time paused. */
const reachedSteps = (total: CountedTerm, end: End): Step[] =>
  total.amount === 0 ? [] : [{ kind: 'reached', total, end }];

const movedSteps = (calendar: Calendar, from: IsoDate, to: IsoDate): Step[] => {
  const why = whyOff(calendar, from) ?? ({ kind: 'make_up' } as const);
  const passed = daySteps(calendar, from, to).filter(({ kind }) => kind === 'not_counted');
  return [{ kind: 'moved', from, why, to }, ...passed];
};

/** Of the days from `first` to `last`, those that need a word: the ones not counted, and weekend days that are. */
const daySteps = (calendar: Calendar, first: IsoDate, last: IsoDate): Step[] => {
  const off = new Map<string, { why: DayOff; dates: IsoDate[] }>();
  const madeUp: Step[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const why = whyOff(calendar, date);
    const day = calendar.days.get(date);
    if (why === undefined) {
      if (day !== undefined) madeUp.push({ kind: 'make_up', date, reason: day.reason });
      continue;
    }
    const reason = day?.reason ?? '';
    const known = off.get(reason);
    if (known === undefined) off.set(reason, { why, dates: [date] });
    else known.dates.push(date);
  }
  return [...[...off.values()].map((days): Step => ({ kind: 'not_counted', ...days })), ...madeUp];
};

/**
 * Counts one term, with its pauses, from one start. Day terms leave out the day of the start (Civil Code art. 147);
 * a calendar-day term whose last day is off ends on the next working day (art. 148); hour terms run in the sessions.
 * A pause adds exactly the time paused in the unit counted, so it is the same as counting on from where it stopped.
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
export type CountedUnit = 'working_day' | 'working_minute' | 'calendar_day';
export type CountedTerm = { readonly amount: number; readonly unit: CountedUnit };
export type Counted = { readonly end: End; readonly steps: readonly Step[] };

export const countedTerm = ({ amount, unit }: Term): CountedTerm =>
  unit === 'working_hour' ? { amount: amount * 60, unit: 'working_minute' } : { amount, unit };

export const count = (calendar: Calendar, start: Start, term: CountedTerm, pauses: readonly Span[]): Counted => {
  const { unit } = term;
  const paused = pauses.map((pause) => ({ pause, amount: timePaused(calendar, pause, unit) }));
  const total = { amount: paused.reduce((sum, { amount }) => sum + amount, term.amount), unit };
  const counted = countBy[unit](calendar, start, total);
  return {
    end: counted.end,
    steps: [
      ...paused.map(({ pause, amount }): Step => ({ kind: 'paused', pause, added: { amount, unit } })),
      ...counted.steps,
    ],
  };
};

/** By the same rule as terms the day on which a pause begins adds nothing, the day on which it ends does. */
const timePaused = (calendar: Calendar, { from, to }: Span, unit: CountedUnit): number => {
  switch (unit) {
    case 'working_day':
      return workingDaysBetween(calendar, dateOf(from), dateOf(to));
    case 'calendar_day':
      return (Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / DAY;
    case 'working_minute':
      return workingMinutesBetween(calendar, from, to);
  }
};

type Count = (calendar: Calendar, start: Start, total: CountedTerm) => Counted;

const countWorkingDays: Count = (calendar, start, total) => {
  const end = endOfDay(addWorkingDays(calendar, start.date, total.amount));
  return { end, steps: [...daySteps(calendar, addDays(start.date, 1), end.date), { kind: 'reached', total, end }] };
};

const countWorkingMinutes: Count = (calendar, start, total) => {
  const end = endAt(addWorkingMinutes(calendar, start.at, total.amount));
  return {
    end,
    steps: [
      ...daySteps(calendar, start.date, end.date),
      { kind: 'worked', spans: workingSpansBetween(calendar, start.at, end.due) },
      { kind: 'reached', total, end },
    ],
  };
};

const countCalendarDays: Count = (calendar, start, total) => {
  const last = addDays(start.date, total.amount);
  const reached: Step = { kind: 'reached', total, end: endOfDay(last) };
  const moved = firstPossibleEnd(calendar, last);
  if (moved === last) return { end: endOfDay(last), steps: [reached] };
  const why = whyOff(calendar, last) ?? ({ kind: 'make_up' } as const);
  const passed = daySteps(calendar, last, moved).filter(({ kind }) => kind === 'not_counted');
  return { end: endOfDay(moved), steps: [reached, { kind: 'moved', from: last, why, to: moved }, ...passed] };
};

const countBy: Readonly<Record<CountedUnit, Count>> = {
  working_day: countWorkingDays,
  working_minute: countWorkingMinutes,
  calendar_day: countCalendarDays,
};

/** The first day from `date` on that a calendar-day term may end on. */
const firstPossibleEnd = (calendar: Calendar, date: IsoDate): IsoDate => {
  const off = whyOff(calendar, date) !== undefined;
  const skipped = calendar.movesEndOnMakeUpDay && isMakeUpDay(calendar, date);
  return off || skipped ? firstPossibleEnd(calendar, nextWorkingDay(calendar, date)) : date;
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

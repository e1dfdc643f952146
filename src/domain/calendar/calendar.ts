/**
 * The working calendar of the agencies: Monday to Friday, less the days off, plus the weekend days worked to make up
 * for a swapped weekday. It is data given to every function. A year is confirmed when an administrator has said that
 * its days off are complete; until then what is computed in it is provisional.
 */
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { IsoDate } from '../time.ts';
import { addDays, weekdayOf } from '../time.ts';

/** The kinds of days off, and last the one of a weekend day that is worked. */
export const DAY_KINDS = ['holiday', 'comp', 'swap_off', 'swap_work'] as const;
type DayOffKind = Exclude<(typeof DAY_KINDS)[number], 'swap_work'>;
export type CalendarDay = {
  readonly date: IsoDate;
  readonly kind: DayOffKind | 'swap_work';
  readonly reason: string;
};
/** Minutes of the day, `from` included and `to` not: 12:00 belongs to the break, not to the morning. */
export type Session = { readonly from: number; readonly to: number };
export type Calendar = {
  readonly days: ReadonlyMap<IsoDate, CalendarDay>;
  /** In order, apart from each other, at least one. */
  readonly sessions: readonly Session[];
  readonly confirmedYears: ReadonlySet<number>;
  /** Whether a calendar-day term that ends on a make-up weekend day moves on as from a weekend. Not settled in law. */
  readonly movesEndOnMakeUpDay: boolean;
};
export type DayOff = { readonly kind: 'weekend' } | { readonly kind: DayOffKind; readonly reason: string };

export const calendarOf = (data: {
  readonly days: Iterable<CalendarDay>;
  readonly sessions: readonly Session[];
  readonly confirmedYears: Iterable<number>;
  readonly movesEndOnMakeUpDay: boolean;
}): Calendar => ({
  ...data,
  days: new Map(Array.from(data.days, (day) => [day.date, day])),
  confirmedYears: new Set(data.confirmedYears),
});

export const isWorkingDay = (calendar: Calendar, date: IsoDate): boolean => {
  const day = calendar.days.get(date);
  return day === undefined ? !isWeekend(date) : day.kind === 'swap_work';
};

export const isMakeUpDay = (calendar: Calendar, date: IsoDate): boolean =>
  calendar.days.get(date)?.kind === 'swap_work';

/** Why a day is not counted; nothing for a working day. */
export const whyOff = (calendar: Calendar, date: IsoDate): DayOff | undefined => {
  const day = calendar.days.get(date);
  if (day === undefined) return isWeekend(date) ? { kind: 'weekend' } : undefined;
  return day.kind === 'swap_work' ? undefined : { kind: day.kind, reason: day.reason };
};

/** The first working day after a date. */
export const nextWorkingDay = (calendar: Calendar, date: IsoDate): IsoDate => stepToWorkingDay(calendar, date, 1);

/** The nth working day after a date; the date itself for 0. */
export const addWorkingDays = (calendar: Calendar, date: IsoDate, count: number): IsoDate =>
  stepWorkingDays(calendar, date, count, 1);

/** The nth working day before a date; the date itself for 0. */
export const workingDaysBefore = (calendar: Calendar, date: IsoDate, count: number): IsoDate =>
  stepWorkingDays(calendar, date, count, -1);

/** Working days after `from` up to and including `to`; 0 when `to` is not later. Adds up over adjoining spans. */
export const workingDaysBetween = (calendar: Calendar, from: IsoDate, to: IsoDate): number => {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
};

/** The years from one date to another whose days off may still change: what is computed in them is provisional. */
export const unconfirmedYears = (calendar: Calendar, first: IsoDate, last: IsoDate): number[] => {
  const years: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!calendar.confirmedYears.has(year)) years.push(year);
  }
  return years;
};

/** A weekday is worked anyway, so only a Saturday or a Sunday can make up for another day. */
export const checkCalendarDay = (day: CalendarDay): Result<CalendarDay> =>
  day.kind === 'swap_work' && !isWeekend(day.date)
    ? refused('calendar.make_up_not_weekend', { date: day.date })
    : ok(day);

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

const isWeekend = (date: IsoDate): boolean => {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
};

const stepWorkingDays = (calendar: Calendar, date: IsoDate, count: number, direction: 1 | -1): IsoDate => {
  let reached = date;
  for (let left = count; left > 0; left -= 1) reached = stepToWorkingDay(calendar, reached, direction);
  return reached;
};

/** No run of days off comes near a year: one that does is broken data, and must not become an endless search. */
const LONGEST_RUN_OFF = 366;

/**
 * Steps taken once, forth and back: a backlog asks for those of a few days a hundred thousand times. Kept as long as
 * the calendar itself, which is never changed but replaced.
 */
const taken = new WeakMap<Calendar, Readonly<Record<1 | -1, Map<IsoDate, IsoDate>>>>();

const stepToWorkingDay = (calendar: Calendar, date: IsoDate, direction: 1 | -1): IsoDate => {
  const steps = taken.get(calendar) ?? { 1: new Map(), [-1]: new Map() };
  taken.set(calendar, steps);
  const known = steps[direction].get(date);
  if (known !== undefined) return known;
  const reached = findWorkingDay(calendar, date, direction);
  steps[direction].set(date, reached);
  return reached;
};

const findWorkingDay = (calendar: Calendar, date: IsoDate, direction: 1 | -1): IsoDate => {
  let next = date;
  for (let tried = 0; tried < LONGEST_RUN_OFF; tried += 1) {
    next = addDays(next, direction);
    if (isWorkingDay(calendar, next)) return next;
  }
  throw new Error(`the calendar has no working day within a year of ${date}`);
};

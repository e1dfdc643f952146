/** Arithmetic of local dates that the readers share. */
import { addDays, type IsoDate, weekdayOf } from '#domain/time.ts';
import type { Direction, Frame, Span } from './atom.ts';

/** Years that a sentence of an official can mean. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** 31/02 is no date. */
export const dateIn = (year: number, month: number, day: number): IsoDate | null => {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null;
  return isoOf(year, month, day);
};

const isoOf = (year: number, month: number, day: number): IsoDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));

export const fullYear = (written: string): number => (written.length === 2 ? 2000 + Number(written) : Number(written));

/** From the first day of a month to the last of another of the same or a later year. */
export const monthSpan = (year: number, month: number, count = 1): Span => {
  const from = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  const to = new Date(Date.UTC(year, month - 1 + count, 0)).toISOString().slice(0, 10);
  return { from, to };
};

export const yearSpan = (year: number): Span => monthSpan(year, 1, 12);

/** 1 Monday … 7 Sunday. */
export const isoWeekdayOf = (date: IsoDate): number => weekdayOf(date) || 7;

/** Monday to Sunday; 0 is the week of the date. */
export const weekSpan = (date: IsoDate, weeks: number): Span => {
  const from = addDays(date, 1 - isoWeekdayOf(date) + 7 * weeks);
  return { from, to: addDays(from, 6) };
};

/** The same day so many months on, or the last one of a shorter month. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const { from, to } = monthSpan(yearOf(date), monthOf(date) + months);
  const wanted = from.slice(0, 8) + date.slice(8);
  const isLonger = wanted > to;
  return isLonger ? to : wanted;
};

/** 29/02 may have to wait eight years. */
const FARTHEST_YEARS = 8;

/** A day without a year: the next one, today included; for figures the last one. */
export const dayWithoutYear = (frame: Frame, inYear: (year: number) => IsoDate | null): IsoDate | null => {
  const step = frame.direction === 'back' ? -1 : 1;
  for (let tried = 0; tried <= FARTHEST_YEARS; tried += 1) {
    const date = inYear(yearOf(frame.today) + step * tried);
    if (date !== null && (step === 1 ? date >= frame.today : date <= frame.today)) return date;
  }
  return null;
};

const HALF_YEAR = 183;

/** A period without a year: the last that has begun; where it is a deadline, the next that is not over. */
export const spanWithoutYear = (today: IsoDate, direction: Direction, inYear: (year: number) => Span): Span => {
  const span = inYear(yearOf(today));
  if (direction === 'nearest') {
    return span.from > addDays(today, HALF_YEAR) ? inYear(yearOf(today) - 1) : span;
  }
  if (direction === 'forward') return span.to >= today ? span : inYear(yearOf(today) + 1);
  return span.from <= today ? span : inYear(yearOf(today) - 1);
};

/** Calendar periods of the figures (the decree's 15–14 periods are those of the reports) and what each is compared with. */
import { addDays, DAY, type IsoDate, weekdayOf } from '#domain/time.ts';

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'six', 'nine', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Both days included. */
export type Period = { readonly kind: PeriodKind | 'span'; readonly from: IsoDate; readonly to: IsoDate };

const MONTHS: Readonly<Record<Exclude<PeriodKind, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  six: 6,
  nine: 9,
  year: 12,
};

/** The one that a day lies in; the nine months are the first nine. */
export const periodAround = (kind: PeriodKind, day: IsoDate): Period => {
  if (kind === 'week') {
    const from = addDays(day, -((weekdayOf(day) + 6) % 7));
    return { kind, from, to: addDays(from, 6) };
  }
  const months = MONTHS[kind];
  const month = Number(day.slice(5, 7)) - 1;
  const first = kind === 'nine' ? 0 : month - (month % months);
  return span(kind, Number(day.slice(0, 4)), first, months);
};

/** A span of days as the calendar period that it is. */
export const periodOf = (from: IsoDate, to: IsoDate): Period => {
  const kind = PERIOD_KINDS.find((one) => {
    const whole = periodAround(one, from);
    return whole.from === from && whole.to === to;
  });
  return { kind: kind ?? 'span', from, to };
};

export const previousOf = ({ kind, from, to }: Period): Period => {
  if (kind === 'span' || kind === 'week') {
    const days = daysIn(from, to);
    return { kind, from: addDays(from, -days), to: addDays(from, -1) };
  }
  const months = MONTHS[kind];
  const first = Number(from.slice(5, 7)) - 1;
  // Nine months stand in a year of their own.
  return span(kind, Number(from.slice(0, 4)), first - (kind === 'nine' ? 12 : months), months);
};

/** The same days a year before; a week begins on a Monday there too. */
export const lastYearOf = ({ kind, from, to }: Period): Period =>
  kind === 'week'
    ? { kind, from: addDays(from, -364), to: addDays(to, -364) }
    : { kind, from: back(from), to: back(to) };

/** A period that still runs is compared with as many days of the other: half a month with half a month. */
export const comparable = (other: Period, running: Period, today: IsoDate): Period => {
  if (today >= running.to || today < running.from) return other;
  const to = addDays(other.from, daysIn(running.from, today) - 1);
  return to >= other.to ? other : { ...other, to };
};

export const daysIn = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / DAY + 1;

const span = (kind: PeriodKind, year: number, month: number, months: number): Period => ({
  kind,
  from: dayOne(year, month),
  to: addDays(dayOne(year, month + months), -1),
});

/** The first of a month, counted from 0; months before and behind the year are of others. */
const dayOne = (year: number, month: number): IsoDate => {
  const index = year * 12 + month;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
};

const back = (day: IsoDate): IsoDate => {
  const year = String(Number(day.slice(0, 4)) - 1);
  // The last of a month stays the last: 29/02 has no other in most years, and 28/02 may have a 29th behind it.
  const isLast = addDays(day, 1).slice(8) === '01';
  if (!isLast) return `${year}${day.slice(4)}`;
  return addDays(dayOne(Number(year), Number(day.slice(5, 7))), -1);
};

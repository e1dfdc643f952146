/** What people want to know of the calendar: this week, the days off and make-up days ahead, and how sure they are. */
import type { IsoDate } from '../time.ts';
import { addDays, weekdayOf } from '../time.ts';
import { type Calendar, type CalendarDay, type DayOff, whyOff } from './calendar.ts';

export type Outlook = {
  /** Monday to Sunday. */
  readonly week: readonly {
    readonly date: IsoDate;
    readonly off: DayOff | null;
    /** What it makes up for; null for other days. */
    readonly makeUp: string | null;
  }[];
  readonly daysOff: readonly CalendarDay[];
  readonly makeUpDays: readonly CalendarDay[];
  /** This year and the next. */
  readonly years: readonly { readonly year: number; readonly confirmed: boolean }[];
};

/** More than these are asked for by nobody on a phone. */
const MOST_LISTED = 8;

export const outlook = (calendar: Calendar, today: IsoDate): Outlook => {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const year = Number(today.slice(0, 4));
  const ahead = daysAhead(calendar, today);
  return {
    week: Array.from({ length: 7 }, (_, index) => {
      const date = addDays(monday, index);
      const day = calendar.days.get(date);
      return {
        date,
        off: whyOff(calendar, date) ?? null,
        makeUp: day?.kind === 'swap_work' ? day.reason : null,
      };
    }),
    daysOff: ahead.filter(({ kind }) => kind !== 'swap_work').slice(0, MOST_LISTED),
    makeUpDays: ahead.filter(({ kind }) => kind === 'swap_work').slice(0, MOST_LISTED),
    years: [year, year + 1].map((of) => ({ year: of, confirmed: calendar.confirmedYears.has(of) })),
  };
};

/** Entered days from a day on, in order. */
export const daysAhead = (calendar: Calendar, from: IsoDate): readonly CalendarDay[] =>
  [...calendar.days.values()].filter(({ date }) => date >= from).toSorted((a, b) => (a.date < b.date ? -1 : 1));

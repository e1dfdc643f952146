/** One change of the working calendar, and whether it makes sense. Who may make it: `directory/administer`. */
import { ok, type Result, refused } from '../result.ts';
import { type IsoDate, weekdayOf } from '../time.ts';
import { type Calendar, type CalendarDay, checkCalendarDay } from './calendar.ts';

export type CalendarStep =
  /** Enters a day, or changes the one entered before. */
  | { readonly kind: 'set_day'; readonly date: IsoDate; readonly day: CalendarDay['kind']; readonly reason: string }
  /** The day is as its weekday is again. */
  | { readonly kind: 'drop_day'; readonly date: IsoDate }
  | { readonly kind: 'confirm_year'; readonly year: number };

const CALENDAR_KINDS: readonly string[] = ['set_day', 'drop_day', 'confirm_year'] satisfies CalendarStep['kind'][];

export const isCalendarStep = <S extends { readonly kind: string }>(step: S): step is Extract<S, CalendarStep> =>
  CALENDAR_KINDS.includes(step.kind);

export const checkCalendarStep = (calendar: Calendar, step: CalendarStep): Result<null> => {
  switch (step.kind) {
    case 'set_day': {
      const sound = checkCalendarDay({ date: step.date, kind: step.day, reason: step.reason });
      if (!sound.ok) return sound;
      const old = calendar.days.get(step.date);
      if (old?.kind === step.day && old.reason === step.reason)
        return refused('calendar.same_day', { date: step.date });
      const isOffAnyway = step.day !== 'swap_work' && isWeekend(step.date) && old?.kind !== 'swap_work';
      return isOffAnyway ? refused('calendar.weekend_off', { date: step.date }) : ok(null);
    }
    case 'drop_day':
      return calendar.days.has(step.date) ? ok(null) : refused('calendar.no_day', { date: step.date });
    case 'confirm_year':
      return calendar.confirmedYears.has(step.year) ? refused('calendar.confirmed', { year: step.year }) : ok(null);
  }
};

/** Whether a count that ran through these days may have come out differently because of it. */
export const concerns = (step: CalendarStep, first: IsoDate, last: IsoDate): boolean => {
  if (step.kind !== 'confirm_year') return first <= step.date && step.date <= last;
  return Number(first.slice(0, 4)) <= step.year && step.year <= Number(last.slice(0, 4));
};

const isWeekend = (date: IsoDate): boolean => [0, 6].includes(weekdayOf(date));

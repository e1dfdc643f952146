/** The calendar of the sample data, and short ways to say moments in tests. */
import { calendarDays, confirmedYears, sampleSessions } from '#db/seed/data/calendar-days.ts';
import type { CalendarDay } from '#domain/calendar/calendar.ts';
import { calendarOf } from '#domain/calendar/calendar.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import { dateOf, minuteOfDay, momentOf } from '#domain/time.ts';

export const calendarWith = (more: {
  readonly days?: readonly CalendarDay[];
  readonly years?: readonly number[];
  readonly movesEndOnMakeUpDay?: boolean;
}) =>
  calendarOf({
    days: [...calendarDays, ...(more.days ?? [])],
    sessions: sampleSessions,
    confirmedYears: [...confirmedYears, ...(more.years ?? [])],
    movesEndOnMakeUpDay: more.movesEndOnMakeUpDay ?? false,
  });

export const calendar = calendarWith({});

/** `at('2026-11-23 16:30')` */
export const at = (text: string): Millis => {
  const [date = '', hour = '', minute = ''] = text.split(/[ :]/);
  return momentOf(date, Number(hour) * 60 + Number(minute));
};

/** `2026-11-23 16:30` */
export const written = (moment: Millis): string => {
  const minute = minuteOfDay(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dateOf(moment)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

export const day = (date: IsoDate) => ({ from: momentOf(date, 0), fromDate: date });

import { expect, test } from 'vitest';
import { calendarDays } from '#db/seed/data/calendar-days.ts';
import {
  calendarOf,
  checkCalendarDay,
  isMakeUpDay,
  isWorkingDay,
  nextWorkingDay,
  whyOff,
} from '#domain/calendar/calendar.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import { addWorkingMinutes, nextWorkingMoment, workingMinutesBetween } from '#domain/calendar/working-time.ts';
import { addDays } from '#domain/time.ts';
import { at, calendar, calendarWith, day, written } from './sample.ts';

test('a make-up day on a weekday is refused, on a Saturday or Sunday taken', () => {
  const makeUp = (date: string) => checkCalendarDay({ date, kind: 'swap_work', reason: 'Làm bù' });
  expect(makeUp('2027-02-05')).toEqual({
    ok: false,
    code: 'calendar.make_up_not_weekend',
    params: { date: '2027-02-05' },
  });
  expect(makeUp('2027-02-06').ok).toBe(true);
  expect(makeUp('2027-02-07').ok).toBe(true);
});

test('the sample calendar has no day twice, lists only weekdays off, and passes its own check', () => {
  expect(new Set(calendarDays.map(({ date }) => date)).size).toBe(calendarDays.length);
  const bare = calendarOf({ ...calendar, days: [] });
  for (const entry of calendarDays) {
    expect(checkCalendarDay(entry).ok).toBe(true);
    expect(isWorkingDay(bare, entry.date)).toBe(entry.kind !== 'swap_work');
  }
});

test('a day that is not counted says why, a working day has nothing to say', () => {
  expect(whyOff(calendar, '2026-11-24')).toEqual({ kind: 'holiday', reason: 'Ngày Văn hóa Việt Nam' });
  expect(whyOff(calendar, '2026-08-31')).toEqual({ kind: 'swap_off', reason: 'Nghỉ hoán đổi' });
  expect(whyOff(calendar, '2026-11-28')).toEqual({ kind: 'weekend' });
  expect(whyOff(calendar, '2026-08-22')).toBeUndefined();
  expect(whyOff(calendar, '2026-11-25')).toBeUndefined();
  expect(isMakeUpDay(calendar, '2026-08-22')).toBe(true);
});

test('a holiday that falls on a weekend keeps its name', () => {
  const withTet = calendarWith({ days: [{ date: '2027-02-06', kind: 'holiday', reason: 'Tết Nguyên đán' }] });
  expect(whyOff(withTet, '2027-02-06')).toEqual({ kind: 'holiday', reason: 'Tết Nguyên đán' });
});

test('the next working day after a day off is found over weekends, Tết and make-up Saturdays', () => {
  expect(nextWorkingDay(calendar, '2026-02-14')).toBe('2026-02-23');
  expect(nextWorkingDay(calendar, '2026-08-21')).toBe('2026-08-22');
  expect(nextWorkingDay(calendar, '2026-12-31')).toBe('2027-01-01');
});

test.each([
  ['2026-11-23 07:00', '2026-11-23 08:00'],
  ['2026-11-23 08:00', '2026-11-23 08:00'],
  ['2026-11-23 12:00', '2026-11-23 13:30'],
  ['2026-11-23 17:29', '2026-11-23 17:29'],
  ['2026-11-23 17:30', '2026-11-25 08:00'],
  ['2026-08-21 20:00', '2026-08-22 08:00'],
])('the working moment at or after %s is %s', (from, expected) => {
  expect(written(nextWorkingMoment(calendar, at(from)))).toBe(expected);
});

test('seconds inside a minute change neither a deadline nor a sum of working time', () => {
  const late = 59_999;
  const from = at('2026-11-23 16:30');
  expect(addWorkingMinutes(calendar, from + late, 240)).toBe(at('2026-11-25 11:00'));
  expect(workingMinutesBetween(calendar, from + late, at('2026-11-23 17:00') + late)).toBe(30);
  expect(nextWorkingMoment(calendar, from + late)).toBe(from + late);
});

test('time that runs backwards is no working time', () => {
  expect(workingMinutesBetween(calendar, at('2026-11-25 11:00'), at('2026-11-23 11:00'))).toBe(0);
});

test('the longest term ends in a year without any data, and says that it is provisional', () => {
  const result = deadline(calendar, { ...day('2040-01-02'), term: { amount: 400, unit: 'working_day' } });
  expect(result).toMatchObject({ date: addDays('2040-01-02', 80 * 7), provisional: true });
});

test('broken calendar data stops with an error instead of searching for ever', () => {
  const allOff = calendarOf({
    ...calendar,
    days: Array.from({ length: 800 }, (_, n) => ({
      date: addDays('2026-01-01', n),
      kind: 'holiday' as const,
      reason: 'Nghỉ',
    })),
  });
  expect(() => nextWorkingDay(allOff, '2026-02-01')).toThrow('no working day');
  const noHours = { ...calendar, sessions: [] };
  expect(() => addWorkingMinutes(noHours, at('2026-11-23 08:00'), 1)).toThrow('no sessions');
});

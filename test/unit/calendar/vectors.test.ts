/** The published examples: terms counted by hand from the announced days off. */
import { describe, expect, test } from 'vitest';
import { addWorkingDays, workingDaysBefore, workingDaysBetween } from '#domain/calendar/calendar.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import { momentOf } from '#domain/time.ts';
import { at, calendar, calendarWith, day, written } from './sample.ts';

describe('a term in working days skips days off and counts make-up Saturdays', () => {
  test.each([
    ['2026-11-23', 5, '2026-12-01', 'the new holiday 24/11'],
    ['2026-11-24', 3, '2026-11-27', 'received on a holiday'],
    ['2026-11-20', 1, '2026-11-23', 'a plain weekend'],
    ['2026-08-20', 5, '2026-08-26', 'Saturday 22/08 counts'],
    ['2026-08-21', 1, '2026-08-22', 'due on a make-up Saturday'],
    ['2026-08-28', 3, '2026-09-07', 'a swap and Quốc khánh'],
    ['2026-04-23', 5, '2026-05-05', 'a day off in lieu, 30/4 and 1/5'],
    ['2026-02-12', 7, '2026-03-02', 'Tết 2026'],
    ['2026-01-09', 1, '2026-01-10', 'due on a make-up Saturday'],
    ['2025-12-31', 1, '2026-01-05', 'change of year and a swap'],
    ['2025-04-25', 1, '2025-04-26', 'due on a make-up Saturday'],
    ['2025-04-25', 5, '2025-05-06', 'counts 26/4, skips 30/4 to 4/5'],
    ['2024-04-26', 3, '2024-05-04', 'the swap of 29/4'],
    ['2025-01-24', 5, '2025-02-07', 'Tết 2025'],
    ['2024-02-07', 10, '2024-02-28', 'Tết 2024'],
    ['2023-04-28', 2, '2023-05-05', 'days off in lieu'],
  ])('%s + %i working days is %s: %s', (from, amount, due) => {
    const result = deadline(calendar, { ...day(from), term: { amount, unit: 'working_day' } });
    expect(result).toMatchObject({ date: due, dayTerm: true, provisional: false, due: momentOf(due, 1440) });
  });

  test('2026-12-28 + 7 working days is 2027-01-06, provisional while 2027 is not confirmed', () => {
    const input = { ...day('2026-12-28'), term: { amount: 7, unit: 'working_day' } } as const;
    expect(deadline(calendar, input)).toMatchObject({ date: '2027-01-06', provisional: true });
    expect(deadline(calendarWith({ years: [2027] }), input)).toMatchObject({ date: '2027-01-06', provisional: false });
  });

  test('the hour of receipt does not matter', () => {
    const term = { amount: 5, unit: 'working_day' } as const;
    const dates = ['2026-11-23 00:00', '2026-11-23 12:30', '2026-11-23 23:59'].map(
      (from) => deadline(calendar, { from: at(from), term }).date,
    );
    expect(dates).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
  });
});

describe('a term in calendar days ends on a working day', () => {
  test.each([
    ['2026-04-15', 15, '2026-05-04'],
    ['2026-08-02', 30, '2026-09-03'],
    ['2026-02-01', 15, '2026-02-23'],
    ['2026-11-14', 10, '2026-11-25'],
    ['2026-08-07', 15, '2026-08-22'],
  ])('%s + %i days is %s', (from, amount, due) => {
    const result = deadline(calendar, { ...day(from), term: { amount, unit: 'calendar_day' } });
    expect(result).toMatchObject({ date: due, dayTerm: true, due: momentOf(due, 1440) });
  });

  test('an end on a make-up Saturday moves only where the calendar says so', () => {
    const input = { ...day('2026-08-07'), term: { amount: 15, unit: 'calendar_day' } } as const;
    expect(deadline(calendarWith({ movesEndOnMakeUpDay: true }), input).date).toBe('2026-08-24');
  });
});

describe('a term in working hours runs inside the sessions only', () => {
  test.each([
    ['2026-11-23 16:30', 4, '2026-11-25 11:00'],
    ['2026-11-23 16:30', 8, '2026-11-25 16:30'],
    ['2026-08-21 17:00', 8, '2026-08-22 17:00'],
    ['2026-11-20 19:10', 4, '2026-11-23 12:00'],
    ['2026-11-25 11:30', 4, '2026-11-25 17:00'],
    ['2026-11-24 09:00', 4, '2026-11-25 12:00'],
  ])('%s + %i working hours is %s', (from, amount, due) => {
    const result = deadline(calendar, { from: at(from), term: { amount, unit: 'working_hour' } });
    expect(written(result.due)).toBe(due);
    expect(result).toMatchObject({ dayTerm: false, date: due.slice(0, 10) });
  });

  test('minutes are counted in the same way, over the lunch break', () => {
    const result = deadline(calendar, { from: at('2026-11-23 11:45'), term: { amount: 30, unit: 'working_minute' } });
    expect(written(result.due)).toBe('2026-11-23 13:45');
  });
});

describe('counting back for reminders', () => {
  test.each([
    ['2026-12-01', 7, '2026-11-19'],
    ['2026-12-01', 3, '2026-11-26'],
    ['2026-12-01', 1, '2026-11-30'],
    ['2026-11-27', 3, '2026-11-23'],
    ['2026-09-03', 3, '2026-08-26'],
  ])('before %s by %i working days is %s', (date, count, expected) => {
    expect(workingDaysBefore(calendar, date, count)).toBe(expected);
  });
});

test.each([
  ['2026-11-14', '2026-11-17'],
  ['2026-02-14', '2026-02-24'],
  ['2026-06-14', '2026-06-16'],
  ['2026-12-14', '2026-12-16'],
])('a report with cut-off %s is sent by %s, two working days later', (cutOff, due) => {
  expect(addWorkingDays(calendar, cutOff, 2)).toBe(due);
});

test.each([
  [2023, 249],
  [2024, 251],
  [2025, 250],
  [2026, 249],
])('the year %i has %i working days', (year, expected) => {
  expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(expected);
});

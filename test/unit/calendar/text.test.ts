import { describe, expect, test } from 'vitest';
import { endAt, endOfDay } from '#domain/calendar/end.ts';
import type { TermUnit } from '#domain/calendar/term.ts';
import {
  formatDateWithWeekday,
  formatDay,
  formatDue,
  formatMoment,
  formatTime,
  weekdayName,
} from '#text/calendar/dates.ts';
import { formatMinutes, formatTerm, formatTotal, parseTerm } from '#text/calendar/term.ts';
import { formatNumber, formatPercent } from '#text/numbers.ts';
import { at } from './sample.ts';

describe('a term is read', () => {
  test.each([
    ['5 ngày làm việc', 5, 'working_day'],
    ['05 ngày làm việc', 5, 'working_day'],
    ['5 ngay lam viec', 5, 'working_day'],
    ['5 NGÀY LÀM VIỆC', 5, 'working_day'],
    ['5 ngày làm việc'.normalize('NFD'), 5, 'working_day'],
    ['  5\u00a0ngày  làm\u200b việc ', 5, 'working_day'],
    ['5 nlv', 5, 'working_day'],
    ['4 giờ làm việc', 4, 'working_hour'],
    ['4 gio lam viec', 4, 'working_hour'],
    ['30 phút làm việc', 30, 'working_minute'],
    ['15 ngày', 15, 'calendar_day'],
    ['15ngay', 15, 'calendar_day'],
  ])('from %j', (text, amount, unit) => {
    expect(parseTerm(text)).toEqual({ ok: true, value: { amount, unit } });
  });

  test.each(['', 'ngày', 'năm ngày', '4 giờ', '2 tuần', '1,5 ngày', '-5 ngày', '5 ngày làm việc nữa', '5 ngày 4 giờ'])(
    'and %j is refused, not guessed',
    (text) => {
      expect(parseTerm(text)).toEqual({ ok: false, code: 'term.unreadable', params: { text } });
    },
  );

  test.each(['0 ngày', '401 ngày làm việc', '3201 giờ làm việc', '601 ngày', '999999999 phút làm việc'])(
    'and %j is refused with the limit',
    (text) => {
      expect(parseTerm(text)).toMatchObject({ ok: false, code: 'term.out_of_range' });
    },
  );

  test.each<TermUnit>(['working_day', 'working_hour', 'working_minute', 'calendar_day'])(
    'as it was written, in the unit %s',
    (unit) => {
      for (const amount of [1, 7, 30, 400]) {
        expect(parseTerm(formatTerm({ amount, unit }))).toEqual({ ok: true, value: { amount, unit } });
      }
    },
  );
});

test('what has been added up is said in hours and minutes', () => {
  expect(formatTotal({ amount: 270, unit: 'working_minute' })).toBe('4 giờ 30 phút làm việc');
  expect(formatTotal({ amount: 2, unit: 'working_day' })).toBe('2 ngày làm việc');
  expect([0, 59, 60, 61].map(formatMinutes)).toEqual(['0 phút', '59 phút', '1 giờ', '1 giờ 1 phút']);
});

test('dates and hours are written as officials write them', () => {
  expect(formatDay('2026-11-27')).toBe('ngày 27/11/2026');
  expect(formatDateWithWeekday('2026-11-27')).toBe('27/11/2026 (thứ Sáu)');
  expect(formatTime(at('2026-11-27 07:05'))).toBe('07:05');
  expect(formatMoment(at('2026-11-27 17:00'))).toBe('17:00 ngày 27/11/2026');
  expect(formatDue(endOfDay('2026-12-04'))).toBe('hết ngày 04/12/2026');
  expect(formatDue(endAt(at('2026-11-25 11:00')))).toBe('11:00 ngày 25/11/2026');
  expect(formatDue({ ...endOfDay('2027-01-06'), provisional: true })).toBe('hết ngày 06/01/2027 (tạm tính)');
});

test('the days of a week have their names', () => {
  const week = ['22', '23', '24', '25', '26', '27', '28'].map((day) => weekdayName(`2026-11-${day}`));
  expect(week).toEqual(['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']);
});

test('numbers have dots between thousands and a comma before decimals', () => {
  expect(formatNumber(1234.5)).toBe('1.234,5');
  expect(formatNumber(1234567)).toBe('1.234.567');
  expect(formatNumber(0.126)).toBe('0,13');
  expect(formatNumber(1234.56, 0)).toBe('1.235');
  expect(formatNumber(-1234.5)).toBe('-1.234,5');
  expect(formatNumber(-0.001)).toBe('0');
  expect(formatPercent(25)).toBe('25%');
  expect(formatPercent(33.333)).toBe('33,3%');
});

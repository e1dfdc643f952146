/** "Cách tính thời hạn" tells the whole count, and ends with the very date that was computed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeadlineInput } from '#domain/calendar/deadline.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import { endOfDay } from '#domain/calendar/end.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { formatDate, formatDue } from '#text/calendar/dates.ts';
import { explain } from '#text/calendar/explain.ts';
import { at, calendar, calendarWith, day } from './sample.ts';

const told = (input: DeadlineInput, rule?: string) => explain(deadline(calendar, input), rule);

test('a term in working days names its start, first day, every day not counted, and its end', () => {
  expect(told({ ...day('2026-11-23'), term: { amount: 5, unit: 'working_day' } })).toEqual([
    'Mốc tính: ngày 23/11/2026 (thứ Hai), ngày này không tính (Điều 147 Bộ luật Dân sự).',
    'Thời hạn: 5 ngày làm việc.',
    'Ngày đầu tiên được tính: 25/11/2026 (thứ Tư).',
    'Không tính Ngày Văn hóa Việt Nam: 24/11/2026.',
    'Không tính ngày nghỉ cuối tuần: 28/11/2026, 29/11/2026.',
    'Đủ 5 ngày làm việc: ngày 01/12/2026 (thứ Ba).',
    'Hạn: hết ngày 01/12/2026.',
  ]);
});

test('a make-up Saturday is told as counted', () => {
  expect(told({ ...day('2026-08-21'), term: { amount: 1, unit: 'working_day' } })).toEqual([
    'Mốc tính: ngày 21/08/2026 (thứ Sáu), ngày này không tính (Điều 147 Bộ luật Dân sự).',
    'Thời hạn: 1 ngày làm việc.',
    'Ngày đầu tiên được tính: 22/08/2026 (thứ Bảy).',
    'Có tính 22/08/2026 (thứ Bảy): Làm bù cho 31/8.',
    'Đủ 1 ngày làm việc: ngày 22/08/2026 (thứ Bảy).',
    'Hạn: hết ngày 22/08/2026.',
  ]);
});

test('a term in calendar days says why its end moved', () => {
  expect(told({ ...day('2026-04-15'), term: { amount: 15, unit: 'calendar_day' } }).slice(3)).toEqual([
    'Đủ 15 ngày: ngày 30/04/2026 (thứ Năm).',
    'Ngày cuối 30/04/2026 (thứ Năm) là ngày nghỉ (Giải phóng miền Nam); hạn chuyển sang ngày làm việc tiếp theo, 04/05/2026 (thứ Hai) (Điều 148 Bộ luật Dân sự).',
    'Không tính Giải phóng miền Nam: 30/04/2026.',
    'Không tính Quốc tế Lao động: 01/05/2026.',
    'Không tính ngày nghỉ cuối tuần: 02/05/2026, 03/05/2026.',
    'Hạn: hết ngày 04/05/2026.',
  ]);
});

test('an end moved off a make-up Saturday, where that is set, says so', () => {
  const input = { ...day('2026-08-07'), term: { amount: 15, unit: 'calendar_day' } } as const;
  expect(explain(deadline(calendarWith({ movesEndOnMakeUpDay: true }), input)).slice(4)).toEqual([
    'Ngày cuối 22/08/2026 (thứ Bảy) là ngày làm bù; hạn chuyển sang ngày làm việc tiếp theo, 24/08/2026 (thứ Hai) (Điều 148 Bộ luật Dân sự).',
    'Không tính ngày nghỉ cuối tuần: 23/08/2026.',
    'Hạn: hết ngày 24/08/2026.',
  ]);
});

test('a term in working hours shows the sessions that were used', () => {
  expect(told({ from: at('2026-11-23 16:30'), term: { amount: 4, unit: 'working_hour' } })).toEqual([
    'Mốc tính: 16:30 ngày 23/11/2026 (thứ Hai).',
    'Thời hạn: 4 giờ làm việc.',
    'Không tính Ngày Văn hóa Việt Nam: 24/11/2026.',
    'Tính 23/11/2026 (thứ Hai): 16:30 - 17:30 (1 giờ).',
    'Tính 25/11/2026 (thứ Tư): 08:00 - 11:00 (3 giờ).',
    'Đủ 4 giờ làm việc: 11:00 ngày 25/11/2026.',
    'Hạn: 11:00 ngày 25/11/2026.',
  ]);
});

test('a start outside office hours says from when it counts', () => {
  expect(told({ from: at('2026-11-20 19:10'), term: { amount: 4, unit: 'working_hour' } })).toContain(
    'Giờ làm việc đầu tiên được tính: 08:00 ngày 23/11/2026.',
  );
});

test('the rule, the event, the asked date, pauses and extensions are told in the order in which they count', () => {
  const input: DeadlineInput = {
    from: at('2026-11-25 09:00'),
    event: 'receipt',
    term: { amount: 7, unit: 'working_day' },
    asked: endOfDay('2026-12-09'),
    pauses: [
      { from: at('2026-11-26 10:00'), to: at('2026-11-30 15:00') },
      { from: at('2026-12-02 10:00'), to: at('2026-12-03 15:00') },
    ],
    extensions: [{ agreedAt: at('2026-12-01 10:00'), until: endOfDay('2026-12-15') }],
  };
  expect(told(input, 'theo Quy chế (đề xuất), phiên bản 2')).toEqual([
    'Tiếp nhận: 09:00 ngày 25/11/2026 (thứ Tư), ngày này không tính (Điều 147 Bộ luật Dân sự).',
    'Thời hạn: 7 ngày làm việc, theo Quy chế (đề xuất), phiên bản 2.',
    'Ngày đầu tiên được tính: 26/11/2026 (thứ Năm).',
    'Không tính ngày nghỉ cuối tuần: 28/11/2026, 29/11/2026.',
    'Đủ 7 ngày làm việc: ngày 04/12/2026 (thứ Sáu).',
    'Bên đề nghị hẹn hết ngày 09/12/2026, không sớm hơn thời hạn trên nên được lấy làm hạn.',
    'Tạm dừng từ 10:00 ngày 26/11/2026 đến 15:00 ngày 30/11/2026: cộng 2 ngày làm việc.',
    'Đủ 2 ngày làm việc: ngày 11/12/2026 (thứ Sáu).',
    'Được gia hạn đến hết ngày 15/12/2026 (đồng ý lúc 10:00 ngày 01/12/2026).',
    'Tạm dừng từ 10:00 ngày 02/12/2026 đến 15:00 ngày 03/12/2026: cộng 1 ngày làm việc.',
    'Đủ 1 ngày làm việc: ngày 16/12/2026 (thứ Tư).',
    'Hạn: hết ngày 16/12/2026.',
  ]);
});

test('a date in a year not confirmed is marked, and the year is named', () => {
  expect(told({ ...day('2026-12-28'), term: { amount: 7, unit: 'working_day' } }).slice(-2)).toEqual([
    'Tạm tính vì ngày nghỉ năm 2027 chưa được xác nhận đủ.',
    'Hạn: hết ngày 06/01/2027 (tạm tính).',
  ]);
});

test('the longest terms stay readable in a chat', () => {
  for (const unit of ['working_day', 'working_hour', 'calendar_day'] as const) {
    const lines = told({ ...day('2024-01-02'), term: { amount: 400, unit } });
    expect(lines.length).toBeLessThan(25);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(180);
  }
});

test('the last line is the date that was computed, and every day off in between is told', () => {
  const term = fc.record({
    amount: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom('working_day', 'working_hour', 'working_minute', 'calendar_day'),
  } as const);
  const minute = fc.integer({ min: at('2023-01-01 00:00') / MINUTE, max: at('2027-12-31 00:00') / MINUTE });
  const check = fc.property(minute, term, fc.boolean(), (start, length, isPaused) => {
    const from = start * MINUTE;
    const pauses = isPaused ? [{ from: from + HOUR, to: from + 2 * DAY }] : [];
    const result = deadline(calendar, { from, term: length, pauses });
    const lines = explain(result);
    expect(lines.at(-1)).toBe(`Hạn: ${formatDue(result)}.`);
    expect(lines.at(-1)).toContain(formatDate(result.date));
    const off = result.steps.flatMap((step) => (step.kind === 'not_counted' ? step.dates : []));
    for (const date of off.slice(0, 10)) expect(lines.join('\n')).toContain(formatDate(date));
  });
  fc.assert(check, { seed: 20_261_124, numRuns: 300 });
});

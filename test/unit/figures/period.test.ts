/** Periods of the figures, and what each is held against. */
import { expect, test } from 'vitest';
import { comparable, lastYearOf, periodAround, periodOf, previousOf } from '#domain/figures/period.ts';
import { spreadOf } from '#domain/figures/worked-days.ts';
import { periodName } from '#text/figures/periods.ts';

const NAMED = [
  [
    'week',
    '2026-11-23',
    'tuần 23/11/2026 – 29/11/2026',
    'tuần 16/11/2026 – 22/11/2026',
    'tuần 24/11/2025 – 30/11/2025',
  ],
  ['month', '2026-01-31', 'tháng 1/2026', 'tháng 12/2025', 'tháng 1/2025'],
  ['quarter', '2026-02-01', 'quý I/2026', 'quý IV/2025', 'quý I/2025'],
  ['six', '2026-07-01', '6 tháng cuối năm 2026', '6 tháng đầu năm 2026', '6 tháng cuối năm 2025'],
  ['nine', '2026-12-31', '9 tháng năm 2026', '9 tháng năm 2025', '9 tháng năm 2025'],
  ['year', '2026-12-31', 'năm 2026', 'năm 2025', 'năm 2025'],
] as const;
test.each(NAMED)('%s', (...[kind, day, ...names]) => {
  const period = periodAround(kind, day);
  expect(periodOf(period.from, period.to)).toEqual(period);
  expect([period, previousOf(period), lastYearOf(period)].map(periodName)).toEqual(names);
});

test('a span of its own is held against as many days before; leap days have their end of month', () => {
  const span = periodOf('2024-02-10', '2024-02-29');
  expect(span.kind).toBe('span');
  expect(previousOf(span)).toMatchObject({ from: '2024-01-21', to: '2024-02-09' });
  expect(lastYearOf(span)).toMatchObject({ from: '2023-02-10', to: '2023-02-28' });
});

test('a period that still runs is held against as many days, one that is over against the whole', () => {
  const quarter = periodAround('quarter', '2026-11-23');
  const before = previousOf(quarter);
  expect(comparable(before, quarter, '2026-11-23')).toMatchObject({ from: '2026-07-01', to: '2026-08-23' });
  expect(comparable(before, quarter, '2026-12-31')).toEqual(before);
  expect(comparable(before, quarter, '2027-03-01')).toEqual(before);
});

test('median and ninetieth percentile are values that were there; of nothing there is none', () => {
  expect(spreadOf(new Map())).toBeNull();
  expect(
    spreadOf(
      new Map([
        [1, 5],
        [3, 4],
        [20, 1],
      ]),
    ),
  ).toEqual({ answers: 10, median: 1, p90: 3 });
});

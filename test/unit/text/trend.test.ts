/** Trends: a missing period is a gap in the picture, and in words a change says since when. */
import { expect, test } from 'vitest';
import type { Indicator } from '#domain/indicator/indicator.ts';
import { trendOf } from '#domain/indicator/trend.ts';
import { trendChart } from '#src/documents/chart/trend-chart.ts';
import { trendLines } from '#text/indicator/entry.ts';

const ONE: Indicator = {
  ...{ id: 0, code: '', name: 'Doanh thu', series: 'Doanh thu', periodLabel: '', isPeriodUncertain: false },
  ...{ from: '2022-01-01', to: '2022-12-31', value: 0, valueMax: null, isApprox: false, unit: 'million_usd' },
  ...{ kind: 'actual', zoneId: null, ofPlan: null, vsPrevious: null, statedTotalOf: [], note: null, source: '' },
};
const ofYear = (year: number, value: number): Indicator => ({
  ...{ ...ONE, id: year, value },
  ...{ from: `${year}-01-01`, to: `${year}-12-31` },
});
const half = (year: number, value: number): Indicator => ({ ...ofYear(year, value), to: `${year}-06-30` });

const drawn = (all: readonly Indicator[]) => {
  const [first] = all;
  const trend = first === undefined ? null : trendOf(first, all);
  if (trend === null) throw new Error('there is no trend');
  return { words: trendLines(trend, null).slice(2), chart: trendChart(trend, null, 0) };
};

test('years that follow each other are one line; where one is missing the line is broken and the change names its base', () => {
  const { words, chart } = drawn([ofYear(2021, 100), ofYear(2022, 150), { ...ofYear(2026, 120), isApprox: true }]);
  expect(chart.categories).toEqual(['Năm 2021', 'Năm 2022', '…', 'Năm 2026']);
  expect(chart.series.map(({ values }) => values)).toEqual([[100, 150, null, 120]]);
  expect(chart.series[0]?.labels).toEqual(['100', '150', '', 'khoảng 120']);
  expect(words).toEqual([
    'Năm 2021: thực hiện 100',
    'Năm 2022: thực hiện 150 (tăng 50%)',
    'Năm 2026: thực hiện khoảng 120 (giảm 20% so với năm 2022)',
  ]);
});

test('half-years follow the half of the year before, and an estimate is not held against what was done', () => {
  const { words, chart } = drawn([half(2024, 100), { ...half(2025, 90), kind: 'estimate' }, half(2026, 110)]);
  expect(chart.categories).toHaveLength(3);
  expect(words.at(-1)).toBe('6 tháng đầu năm 2026: thực hiện 110 (tăng 10% so với 6 tháng đầu năm 2024)');
});

/** The picture of an indicator over like periods: one line for each kind of value. */
import { INDICATOR_KINDS, type IndicatorKind } from '#domain/indicator/indicator.ts';
import type { Trend } from '#domain/indicator/trend.ts';
import type { Millis } from '#domain/time.ts';
import { entryTexts, kindNames, periodOfPoint, trendSubtitle, trendTitle } from '#text/indicator/entry.ts';
import { formatNumber } from '#text/numbers.ts';
import { upperFirst } from '#text/request/words.ts';
import { type Chart, COLOURS } from './chart.ts';

const COLOUR: Readonly<Record<IndicatorKind, string>> = {
  actual: COLOURS.blue,
  estimate: COLOURS.orange,
  forecast: COLOURS.purple,
  target: COLOURS.grey,
};

export const trendChart = (trend: Trend, zone: string | null, now: Millis): Chart => ({
  kind: 'line',
  title: trendTitle(trend),
  subtitle: trendSubtitle(trend, zone),
  source: entryTexts.drawn(now),
  categories: trend.points.map((point) => upperFirst(periodOfPoint(trend.of, point))),
  series: INDICATOR_KINDS.map((kind) => ({
    name: kindNames[kind],
    colour: COLOUR[kind],
    values: trend.points.map(({ values }) => values.get(kind)?.value ?? null),
  })).filter(({ values }) => values.some((value) => value !== null)),
  format: formatNumber,
});

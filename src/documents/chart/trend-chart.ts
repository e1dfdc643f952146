/** The picture of an indicator over like periods: one line for each kind of value. */
import { INDICATOR_KINDS, type IndicatorKind } from '#domain/indicator/indicator.ts';
import { isNext, type Trend, type TrendPoint } from '#domain/indicator/trend.ts';
import type { Millis } from '#domain/time.ts';
import { entryTexts, kindNames, periodOfPoint, pointValue, trendSubtitle, trendTitle } from '#text/indicator/entry.ts';
import { formatNumber } from '#text/numbers.ts';
import { upperFirst } from '#text/request/words.ts';
import { type Chart, COLOURS, type Series } from './chart.ts';

const LOOKS = {
  actual: { colour: COLOURS.blue, line: { symbol: 'circle', dash: 'solid' } },
  estimate: { colour: COLOURS.vermilion, line: { symbol: 'triangle', dash: 'solid' } },
  forecast: { colour: COLOURS.purple, line: { symbol: 'diamond', dash: 'dashed' } },
  target: { colour: COLOURS.grey, line: { symbol: 'rect', dash: 'dashed' } },
} as const satisfies Readonly<Record<IndicatorKind, Pick<Series, 'colour' | 'line'>>>;

export const trendChart = (trend: Trend, zone: string | null, now: Millis): Chart => {
  const slots = slotsOf(trend.points);
  return {
    kind: 'line',
    title: trendTitle(trend),
    subtitle: trendSubtitle(trend, zone),
    source: entryTexts.drawn(now),
    categories: slots.map((point) => (point === null ? '…' : upperFirst(periodOfPoint(trend.of, point)))),
    series: INDICATOR_KINDS.map((kind) => ({
      name: kindNames[kind],
      ...LOOKS[kind],
      values: slots.map((point) => point?.values.get(kind)?.value ?? null),
      labels: slots.map((point) => {
        const one = point?.values.get(kind);
        return one === undefined ? '' : pointValue(one);
      }),
    })).filter(({ values }) => values.some((value) => value !== null)),
    format: formatNumber,
  };
};

/** Where periods are missing there is a gap, which no line crosses. */
const slotsOf = (points: readonly TrendPoint[]): readonly (TrendPoint | null)[] =>
  points.flatMap((point, at) => {
    const before = points[at - 1];
    return before === undefined || isNext(before, point) ? [point] : [null, point];
  });

/** Lines over time, one for each series, the number at each point. */
import type { Chart, Series } from './chart.ts';
import { linesIn, widthOf, wrap } from './letters.ts';
import { axisLabel, FONT, inkOf, MARGIN, SIZES, WIDTH } from './look.ts';
import { type Scale, scaleOf } from './scale.ts';

const PLOT = 500;
const RIGHT = 50;

export const linesBody = ({ categories, series, format }: Chart) => {
  const scale = scaleOf(series.flatMap(({ values }) => values.filter((value) => value !== null)));
  const left = MARGIN + 14 + Math.max(...[scale.min, scale.max].map((end) => widthOf(format(end), SIZES.label)));
  const room = (WIDTH - left - RIGHT) / categories.length - 8;
  const names = categories.map((name) => wrap(name, { room, size: SIZES.label, most: 4 }));
  const below = Math.max(...names.map(linesIn)) * 32 + 24;
  const shifts = categories.map((_, at) => shiftsAt(series, at, scale));
  return {
    height: PLOT + below + 10,
    left,
    right: RIGHT,
    below,
    option: {
      xAxis: {
        type: 'category',
        data: names,
        axisLabel: { ...axisLabel, interval: 0, margin: 14 },
        axisTick: { show: false },
        axisLine: { onZero: false },
      },
      yAxis: {
        type: 'value',
        ...{ min: scale.min, max: scale.max, interval: scale.step },
        axisLabel: { ...axisLabel, formatter: format },
      },
      series: [
        // The first kind is the one that counts: no other is drawn over it.
        ...series.toReversed().map((one) => line(one)),
        // Above all lines, so that none runs through a number.
        ...series.map((one, place) => numbers(one, { format, at: shifts.map((shift) => shift.get(place) ?? ABOVE) })),
      ],
    },
  };
};

const line = ({ name, colour, values, line: look }: Series) => ({
  type: 'line',
  name,
  data: [...values],
  symbol: look?.symbol ?? 'circle',
  symbolSize: 18,
  lineStyle: { width: 5, color: colour, type: look?.dash ?? 'solid' },
  itemStyle: { color: colour },
  z: 3,
});

/** `at`: how far from its point each number stands. */
type Told = { readonly format: Chart['format']; readonly at: readonly number[] };

const numbers = ({ colour, values, labels }: Series, { format, at }: Told) => ({
  type: 'line',
  name: '',
  silent: true,
  symbol: 'circle',
  symbolSize: 1,
  lineStyle: { opacity: 0 },
  itemStyle: { color: 'rgba(0,0,0,0)' },
  z: 5,
  data: values.map((value, index) => ({
    value,
    label: {
      formatter: value === null ? '' : (labels?.[index] ?? format(value)),
      offset: [0, at[index] ?? ABOVE],
    },
  })),
  label: {
    show: true,
    position: 'inside',
    fontFamily: FONT,
    fontSize: SIZES.number,
    fontWeight: 600,
    color: inkOf(colour),
    backgroundColor: '#FFFFFF',
    padding: [1, 4],
  },
});

const ABOVE = -28;
const BELOW = 28;
const APART = 31;

/** Numbers of one period beside each other's points: the lowest under its own, the others above, none over another. */
const shiftsAt = (series: readonly Series[], at: number, { min, max }: Scale): ReadonlyMap<number, number> => {
  const heightOf = (value: number): number => PLOT * (1 - (value - min) / (max - min));
  const points = series
    .flatMap(({ values }, place) => {
      const value = values[at] ?? null;
      return value === null ? [] : [{ place, y: heightOf(value), isBelow: value < 0 }];
    })
    .toSorted((a, b) => b.y - a.y);
  const shifts = new Map<number, number>();
  let free = Number.POSITIVE_INFINITY;
  for (const [index, { place, y, isBelow }] of points.entries()) {
    const isUnder = (isBelow || (index === 0 && points.length > 1)) && y + BELOW + 16 < PLOT;
    const wanted = y + (isUnder ? BELOW : ABOVE);
    const stands = Math.min(wanted, free);
    shifts.set(place, stands - y);
    free = stands - APART;
  }
  return shifts;
};

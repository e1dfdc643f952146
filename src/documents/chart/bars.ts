/** Bars on top of each other, one for each category, its sum at its end. */
import type { Chart, Series } from './chart.ts';
import { linesIn, widthOf, wrap } from './letters.ts';
import { axisLabel, FONT, INK, inkOn, MARGIN, SIZES, WIDTH } from './look.ts';
import { scaleOf } from './scale.ts';

/** The longest names of fields and offices fit in three lines of these. */
const NAMES = 370;
const RIGHT = 60;

export const barsBody = ({ categories, series, format }: Chart) => {
  const names = categories.map((name) => wrap(name, { room: NAMES, size: SIZES.label, most: 3 }));
  const rowHeight = Math.max(72, Math.max(...names.map(linesIn)) * 32 + 24);
  const left =
    MARGIN + 14 + Math.max(...names.flatMap((name) => name.split('\n').map((line) => widthOf(line, SIZES.label))));
  const sums = categories.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  const scale = scaleOf(sums);
  const wide = (value: number): number => (value / scale.max) * (WIDTH - left - RIGHT);
  const number = { fontFamily: FONT, fontSize: SIZES.number };
  return {
    height: names.length * rowHeight + 70,
    left,
    right: RIGHT,
    option: {
      yAxis: { type: 'category', inverse: true, data: names, axisLabel, axisTick: { show: false }, z: 9 },
      xAxis: { type: 'value', max: scale.max, interval: scale.step, axisLabel: { ...axisLabel, formatter: format } },
      series: [
        ...series.map((one, index) => ({
          ...bar(one),
          // A number wider than its bar would run into the next one.
          data: one.values.map((value) => ({ value, label: { show: fits(value, wide, format) } })),
          label: { ...number, color: inkOn(one.colour), formatter: told(format) },
          z: index,
        })),
        {
          ...bar({ name: '', colour: '#FFFFFF' }),
          data: sums.map((sum) => ({ value: 0, label: { formatter: format(sum) } })),
          label: { ...number, show: true, position: 'right', color: INK, fontWeight: 600 },
        },
      ],
    },
  };
};

const bar = ({ name, colour }: Pick<Series, 'name' | 'colour'>) => ({
  type: 'bar',
  stack: 'all',
  name,
  barWidth: 44,
  itemStyle: { color: colour, borderColor: '#FFFFFF', borderWidth: 2 },
});

const fits = (value: number | null, wide: (value: number) => number, format: Chart['format']): boolean =>
  value !== null && value > 0 && wide(value) > widthOf(format(value), SIZES.number) + 10;

const told =
  (format: Chart['format']) =>
  ({ value }: { readonly value: number }): string =>
    format(value);

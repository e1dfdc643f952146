/** The picture of a screen of figures: outcomes of what was received, for each row of it or against other periods. */
import type { Counts, Measure } from '#domain/figures/counts.ts';
import type { ScreenFigures } from '#domain/figures/screen.ts';
import type { Reference } from '#domain/reference.ts';
import { measureName } from '#text/figures/measures.ts';
import { chartSource, chartUnit, periodLabels } from '#text/figures/picture.ts';
import { breakdownNames, rowsOf, screenScope, screenTitle } from '#text/figures/screen.ts';
import { formatNumber } from '#text/numbers.ts';
import { type Chart, COLOURS } from './chart.ts';

/** From what went well to what did not. */
const SHOWN: readonly (readonly [Measure, string])[] = [
  ['onTime', COLOURS.blue],
  ['late', COLOURS.orange],
  ['silent', COLOURS.vermilion],
  ['overdue', COLOURS.purple],
  ['open', COLOURS.sky],
  ['paused', COLOURS.green],
  ['handedOn', COLOURS.grey],
  ['cancelled', COLOURS.pale],
];
const MOST_ROWS = 12;

export const figuresChart = (reference: Reference, figures: ScreenFigures): Chart => {
  const { plan, current, previous, lastYear } = figures;
  const { by } = plan.screen;
  const labels = periodLabels(plan);
  const named = rowsOf(reference, figures, 'short');
  const rows: readonly { readonly name: string; readonly counts: Counts }[] =
    by === null
      ? [
          { name: labels.current, counts: current.total },
          { name: labels.previous, counts: previous },
          // The year before a year is both.
          ...(labels.lastYear === labels.previous ? [] : [{ name: labels.lastYear, counts: lastYear }]),
        ]
      : named.slice(0, MOST_ROWS);
  const series = SHOWN.map(([measure, colour]) => ({
    name: measureName(measure),
    colour,
    values: rows.map(({ counts }) => counts[measure]),
  })).filter(({ values }) => values.some((value) => value > 0));
  return {
    kind: 'stacked',
    title: screenTitle(plan),
    subtitle: [
      screenScope(reference, plan),
      // The scope says it.
      ...(by === null || (by === 'unit' && plan.screen.units === 'now')
        ? []
        : [breakdownNames[by].toLocaleLowerCase('vi')]),
      chartUnit(plan, rows.length, by === null ? rows.length : named.length),
    ].join(' · '),
    source: chartSource(plan),
    categories: rows.map(({ name }) => name),
    series,
    format: formatNumber,
  };
};

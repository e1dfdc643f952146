/** The sheets of a screen of figures: what the chat says, what it is made of, and what each figure means. */
import { type Counts, MEASURES, onTimePercent } from '#domain/figures/counts.ts';
import type { FiguredPart } from '#domain/figures/query.ts';
import type { ScreenFigures } from '#domain/figures/screen.ts';
import type { Reference } from '#domain/reference.ts';
import { measureWords, onTimeWords, workedWords } from '#text/figures/measures.ts';
import { chartSource, periodLabels } from '#text/figures/picture.ts';
import { breakdownNames, rowsOf, screenScope, screenTitle } from '#text/figures/screen.ts';
import { listed, sheetTexts } from '#text/figures/sheet.ts';
import type { Cell, Sheet } from './sheet.ts';

export const figuresSheets = (
  reference: Reference,
  figures: ScreenFigures,
  parts: AsyncIterable<FiguredPart>,
): readonly Sheet[] => {
  const head = [screenTitle(figures.plan), screenScope(reference, figures.plan), chartSource(figures.plan)];
  return [totals(figures, head), ...breakdown(reference, figures, head), list(reference, parts, head)];
};

const totals = ({ plan, current, previous, lastYear, days }: ScreenFigures, head: readonly string[]): Sheet => {
  const labels = periodLabels(plan);
  const percents = [current.total, previous, lastYear].map(percentOf);
  const rows: (readonly Cell[])[] = [
    ...MEASURES.map((measure): readonly Cell[] => {
      const { name, meaning } = measureWords[measure];
      return [name, current.total[measure], previous[measure], lastYear[measure], meaning];
    }),
    [onTimeWords.name, ...percents, onTimeWords.meaning],
    ...(days === null
      ? []
      : [
          [workedWords.median.name, days.median, null, null, workedWords.median.meaning],
          [workedWords.p90.name, days.p90, null, null, workedWords.p90.meaning],
        ]),
  ];
  const columns = [
    { heading: sheetTexts.measure, width: 30 },
    ...[labels.current, labels.previous, labels.lastYear].map((heading) => ({ heading, width: 18 })),
    { heading: sheetTexts.meaning, width: 90 },
  ];
  return { name: sheetTexts.totals, head, columns, rows };
};

const percentOf = (counts: Counts): Cell => {
  const percent = onTimePercent(counts);
  return percent === null ? null : { percent };
};

const breakdown = (reference: Reference, figures: ScreenFigures, head: readonly string[]): readonly Sheet[] => {
  const { by } = figures.plan.screen;
  if (by === null) return [];
  const line = (name: string, counts: Counts): readonly Cell[] => [
    name,
    ...MEASURES.map((measure) => counts[measure]),
    percentOf(counts),
  ];
  return [
    {
      name: breakdownNames[by],
      head,
      columns: [
        { heading: breakdownNames[by], width: 48 },
        ...MEASURES.map((measure) => ({ heading: measureWords[measure].name, width: 13 })),
        { heading: onTimeWords.name, width: 13 },
      ],
      rows: rowsOf(reference, figures).map(({ name, counts }) => line(name, counts)),
      total: line(sheetTexts.total, figures.current.total),
    },
  ];
};

const list = (reference: Reference, parts: AsyncIterable<FiguredPart>, head: readonly string[]): Sheet => ({
  name: sheetTexts.list,
  head,
  columns: [
    ...[14, 50, 30, 30, 24, 14, 34, 34, 24].map((width, index) => ({
      heading: sheetTexts.columns[index] ?? '',
      width,
    })),
    ...sheetTexts.dates.map((heading) => ({ heading, width: 18 })),
    { heading: sheetTexts.days, width: 14 },
  ],
  rows: rowsOfList(reference, parts),
});

async function* rowsOfList(reference: Reference, parts: AsyncIterable<FiguredPart>): AsyncIterable<readonly Cell[]> {
  const moment = (at: number | null): Cell => (at === null ? null : { at });
  for await (const part of parts) {
    yield [
      ...listed(reference, part),
      ...[part.askedAt, part.receivedAt, part.due, part.answeredAt].map(moment),
      part.days,
    ];
  }
}

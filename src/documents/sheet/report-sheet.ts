/** The annex of a report: the same figures as on paper, the whole list of parts, and what each figure means. */
import { type Counts, MEASURES, onTimePercent, sumOf } from '#domain/figures/counts.ts';
import { sumsBy } from '#domain/report/report.ts';
import { dateOf } from '#domain/time.ts';
import type { Report } from '#src/documents/report.ts';
import { periodName } from '#text/duty/reports.ts';
import { measureName, measureWords, onTimeWords } from '#text/figures/measures.ts';
import { annexTitle, columns, outcomeName, texts } from '#text/report/paper.ts';
import { periodRule, takenLine } from '#text/report/screen.ts';
import { unitName } from '#text/request/card.ts';
import type { Cell, Sheet } from './sheet.ts';

export const reportSheets = (report: Report): readonly Sheet[] => {
  const { reference, figures } = report;
  const { directory, fields } = reference;
  const fieldOf = (id: number): number => fields.get(id)?.parentId ?? id;
  const byField = sumsBy(figures.cells, ({ fieldId }) => fieldOf(fieldId));
  const byUnit = sumsBy(figures.cells, ({ unitId }) => unitId);
  return [
    sums(report, texts.sheets.fields, {
      what: columns.field,
      rows: byField,
      nameOf: (id) => fields.get(id)?.name ?? '',
    }),
    sums(report, texts.sheets.units, { what: columns.unit, rows: byUnit, nameOf: (id) => unitName(directory, id) }),
    ...(report.isBrief ? [] : [parts(report)]),
    meanings(report),
  ];
};

const headOf = ({ period, figures }: Report): readonly string[] => [
  annexTitle(period, periodName(period)),
  periodRule(period),
  takenLine(figures),
];

type Sums = {
  readonly what: string;
  readonly rows: ReturnType<typeof sumsBy>;
  readonly nameOf: (id: number) => string;
};

const sums = (report: Report, name: string, { what, rows, nameOf }: Sums): Sheet => ({
  name,
  head: headOf(report),
  columns: [
    { heading: what, width: 48 },
    ...MEASURES.map((measure) => ({ heading: measureName(measure), width: 13 })),
    { heading: onTimeWords.name, width: 13 },
  ],
  rows: rows.map(({ id, counts }) => line(nameOf(id), counts)),
  total: line(texts.total, sumOf(report.figures.cells.map(({ counts }) => counts))),
});

const line = (name: string, counts: Counts): readonly Cell[] => {
  const percent = onTimePercent(counts);
  return [name, ...MEASURES.map((measure) => counts[measure]), percent === null ? null : { percent }];
};

const parts = (report: Report): Sheet => ({
  name: texts.sheets.parts,
  head: headOf(report),
  columns: [
    { heading: columns.code, width: 16 },
    { heading: columns.subject, width: 60 },
    { heading: columns.unit, width: 40 },
    { heading: columns.due, width: 18 },
    { heading: columns.outcome, width: 20 },
  ],
  rows: report.figures.parts.map((part) => [
    part.code,
    part.subject,
    unitName(report.reference.directory, part.unitId),
    // 24:00 of a day is that day's end.
    { day: dateOf(part.due - 1) },
    outcomeName(part),
  ]),
});

const meanings = (report: Report): Sheet => ({
  name: texts.sheets.meaning,
  head: headOf(report),
  columns: [
    { heading: columns.measure, width: 32 },
    { heading: columns.meaning, width: 100 },
  ],
  rows: [...MEASURES.map((measure) => measureWords[measure]), onTimeWords].map(({ name, meaning }) => [name, meaning]),
});

/** A report on a regulation and a period: what was asked and answered, by field and unit, and what units say to it. */
import { chainOf, STANDING_UNIT, type UnitId } from '#domain/directory/directory.ts';
import type { Template } from '#domain/document/template.ts';
import type { Duty } from '#domain/duty/duty.ts';
import type { ReportPeriod } from '#domain/duty/period.ts';
import { type Counts, onTimePercent, sumOf } from '#domain/figures/counts.ts';
import type { Reference, Regulation } from '#domain/reference.ts';
import type { NoteKind, ReportNote } from '#domain/report/note.ts';
import { type ReportFigures, sumsBy } from '#domain/report/report.ts';
import { endOf } from '#domain/request/clock.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { plainLine } from '#message/outbound.ts';
import { formatDay, formatDue } from '#text/calendar/dates.ts';
import { agencyOf } from '#text/documents/agency.ts';
import { regulationName } from '#text/documents/letters.ts';
import type { Signatory } from '#text/documents/signers.ts';
import { periodName } from '#text/duty/reports.ts';
import { measureName, onTimeWords } from '#text/figures/measures.ts';
import { formatNumber, formatPercent } from '#text/numbers.ts';
import { columns, explainReport, outcomeName, texts } from '#text/report/paper.ts';
import { reviewTitle, summaryLines, takenWords } from '#text/report/screen.ts';
import { unitName } from '#text/request/card.ts';
import type { Annex, Block, Column, Paper } from './decree30/paper.ts';
import { fillTemplate } from './from-template.ts';

export type Report = {
  readonly reference: Reference;
  readonly regulation: Regulation;
  readonly period: ReportPeriod;
  readonly figures: ReportFigures;
  readonly notes: readonly ReportNote[];
  readonly findings: readonly Duty[];
  readonly unitId: UnitId;
  readonly signatory: Signatory;
  readonly now: Millis;
  /** Sums only: no matter is named. */
  readonly isBrief: boolean;
};

export const reportPaper = (report: Report, template: Template, foot: string): Paper => {
  const { reference, regulation, period, unitId, now } = report;
  const agency = agencyOf(reference.directory, unitId);
  return {
    head: {
      superior: agency.superiorLines,
      issuer: agency.issuerLines,
      symbol: texts.symbol(agency.issuerSymbol),
      about: null,
      place: agency.place,
      year: Number(dateOf(now).slice(0, 4)),
      stamp: null,
    },
    title: { kind: texts.kind, about: reviewTitle(period) },
    basis: [texts.decree, texts.basis(regulationName(regulation))],
    addressees: [],
    body: fillTemplate(template, valuesOf(report)),
    signature: { left: null, right: report.signatory },
    recipients: recipientsOf(report),
    archive: agency.archive,
    annexes: annexes(period, template),
    reference: foot,
  };
};

const valuesOf = (report: Report) => {
  const { reference, regulation, period, figures } = report;
  const { fields } = reference;
  const total = sumOf(figures.cells.map(({ counts }) => counts));
  const fieldOf = (id: number): number => fields.get(id)?.parentId ?? id;
  const byField = sumsBy(figures.cells, ({ fieldId }) => fieldOf(fieldId));
  const byUnit = sumsBy(figures.cells, ({ unitId }) => unitId);
  return {
    quy_che: regulationName(regulation),
    ky: periodName(period),
    tu_ngay: formatDay(period.from),
    den_ngay: formatDay(period.to),
    chot_luc: takenWords(figures),
    tong_quan: [dashed(listed(summaryLines(total)))],
    bang_linh_vuc: countTable(
      columns.field,
      named(byField, (id) => fields.get(id)?.name ?? ''),
      total,
    ),
    bang_don_vi: countTable(
      columns.unit,
      named(byUnit, (id) => unitName(reference.directory, id)),
      total,
    ),
    bang_qua_han: partTable(report),
    kho_khan: noteBlocks(report, 'difficulty'),
    kien_nghi: noteBlocks(report, 'proposal'),
    kien_nghi_kiem_tra: findingBlocks(report),
    cach_tinh: meanings(period),
  };
};

const recipientsOf = ({ reference: { directory }, unitId }: Report): readonly string[] => {
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  const own = chainOf(directory, unitId).some(({ id }) => id === standing?.id);
  const above = agencyOf(directory, unitId).superiorLines.join(' ');
  return texts.recipients(own ? above : null, standing?.name ?? '');
};

/** How figures are counted belongs to whoever doubts them: in an annex, unless the office's template has it elsewhere. */
const annexes = (period: ReportPeriod, template: Template): readonly Annex[] =>
  template.some((line) => line.kind === 'block' && line.name === 'cach_tinh')
    ? []
    : [{ title: texts.meanings, blocks: meanings(period), pictures: [] }];

const meanings = (period: ReportPeriod): readonly Block[] =>
  explainReport(period).map((line): Block => ({ kind: 'paragraph', words: plainLine(line) }));

const named = (sums: ReturnType<typeof sumsBy>, nameOf: (id: number) => string): readonly Named[] =>
  sums.map(({ id, counts }) => ({ name: nameOf(id), counts }));

type Named = { readonly name: string; readonly counts: Counts };

const SHOWN = ['received', 'onTime', 'late', 'silent', 'overdue'] as const;

const countTable = (what: string, rows: readonly Named[], total: Counts): readonly Block[] => {
  if (rows.length === 0) return [nothing];
  const head: readonly Column[] = [
    { title: columns.no, share: 2, align: 'center' },
    { title: what, share: 10, align: 'left' },
    ...SHOWN.map((measure): Column => ({ title: measureName(measure), share: 4, align: 'right' })),
    { title: onTimeWords.name, share: 4, align: 'right' },
  ];
  const line = (no: string, { name, counts }: Named): readonly string[] => {
    const percent = onTimePercent(counts);
    const figures = SHOWN.map((measure) => formatNumber(counts[measure]));
    return [no, name, ...figures, percent === null ? '' : formatPercent(percent)];
  };
  const lines = rows.map((row, at) => line(String(at + 1), row));
  return [{ kind: 'table', columns: head, rows: lines, total: line('', { name: texts.total, counts: total }) }];
};

const PART_COLUMNS: readonly Column[] = [
  { title: columns.no, share: 1, align: 'center' },
  { title: columns.part, share: 6, align: 'left' },
  { title: columns.unit, share: 4, align: 'left' },
  { title: columns.due, share: 3, align: 'left' },
  { title: columns.outcome, share: 3, align: 'left' },
];

/** The whole list stands in the annex; on paper nobody reads more. */
const MOST_PARTS = 100;

const partTable = ({ reference, figures, isBrief }: Report): readonly Block[] => {
  if (isBrief) return [];
  if (figures.parts.length === 0) return [nothing];
  const rows = figures.parts
    .slice(0, MOST_PARTS)
    .map((part, at) => [
      String(at + 1),
      texts.part(part),
      unitName(reference.directory, part.unitId),
      formatDue(endOf(part.due)),
      outcomeName(part),
    ]);
  return [{ kind: 'table', columns: PART_COLUMNS, rows }];
};

const noteBlocks = ({ reference, notes, isBrief }: Report, kind: NoteKind): readonly Block[] => {
  if (isBrief) return [];
  const own = notes.filter((note) => note.kind === kind);
  if (own.length === 0) return [{ kind: 'paragraph', words: texts.noUnitWords }];
  return own.flatMap(({ unitId, words }): readonly Block[] => {
    const [first = '', ...rest] = words.split('\n');
    const name = { bold: `${unitName(reference.directory, unitId)}: ` };
    const more = rest.map((line): Block => ({ kind: 'paragraph', words: line }));
    return [{ kind: 'dashed', items: [[name, first]] }, ...more];
  });
};

const findingBlocks = ({ reference, findings, isBrief }: Report): readonly Block[] => {
  if (isBrief) return [];
  if (findings.length === 0) return [nothing];
  const items = findings.map(
    ({ title, unitId, due }) =>
      `${unitName(reference.directory, unitId)}: ${texts.finding(title, formatDue(endOf(due)))}`,
  );
  return [dashed(items)];
};

/** `a;` `b.` */
const listed = (items: readonly string[]): readonly string[] =>
  items.map((words, at) => `${words}${at === items.length - 1 ? '.' : ';'}`);

const dashed = (items: readonly string[]): Block => ({ kind: 'dashed', items });
const nothing: Block = { kind: 'paragraph', words: texts.none };

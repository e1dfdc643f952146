/** The few elements that every part of a paper is put together from. */
import type { IParagraphOptions, ITableCellOptions, Paragraph, Table, TableCell, TextRun } from 'docx';
import { millimetres } from './measures.ts';
import type { Words } from './paper.ts';
import { widthMm } from './width.ts';

/** The package is heavy and loaded when the first paper is made: it is handed to those who build with it. */
export type Docx = typeof import('docx');

type Look = { readonly size: number; readonly bold?: boolean; readonly italics?: boolean };

export const runs = ({ TextRun: Run }: Docx, words: Words, look: Look): TextRun[] =>
  (typeof words === 'string' ? [words] : words).map((run) => {
    if (typeof run === 'string') return new Run({ ...look, text: clean(run) });
    return 'bold' in run
      ? new Run({ ...look, text: clean(run.bold), bold: true })
      : new Run({ ...look, text: clean(run.italic), italics: true });
  });

export const paragraph = (
  docx: Docx,
  words: Words,
  { look, ...options }: { readonly look: Look } & Omit<IParagraphOptions, 'text' | 'children'>,
): Paragraph => new docx.Paragraph({ ...options, children: runs(docx, words, look) });

/** A line of a given length under what stands above, in the middle of a column. */
export const rule = (docx: Docx, lengthMm: number, columnMm: number): Paragraph => {
  const side = millimetres((columnMm - lengthMm) / 2);
  return new docx.Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 0, line: 60, lineRule: docx.LineRuleType.EXACT },
    border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
};

/** Between a third and a half as long as the line of words over it; what fills the column counts as one line of it. */
export const ruleUnder = (docx: Docx, words: string, look: Look, columnMm: number): Paragraph =>
  rule(docx, SHARE * Math.min(columnMm, widthMm(words, look)), columnMm);

const SHARE = 0.42;

/** Two columns side by side without lines between them, as head and close are set. */
export const columns = (
  docx: Docx,
  [leftMm, rightMm]: readonly [number, number],
  rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[],
): Table => {
  const widths = [millimetres(leftMm), millimetres(rightMm)] as const;
  const cell = (children: readonly Paragraph[], width: number): TableCell =>
    new docx.TableCell({
      children: children.length === 0 ? [new docx.Paragraph({})] : children,
      width: { size: width, type: docx.WidthType.DXA },
      margins: NO_MARGINS,
    });
  return new docx.Table({
    columnWidths: [...widths],
    width: { size: widths[0] + widths[1], type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    borders: docx.TableBorders.NONE,
    rows: rows.map(
      ([left, right]) =>
        new docx.TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] }),
    ),
  });
};

const NO_MARGINS: NonNullable<ITableCellOptions['margins']> = { left: 0, right: 0 };

/** What people type may hold signs that XML has no place for: one of them, and no word processor opens the file. */
const clean = (text: string): string => text.toWellFormed().replaceAll(NO_XML, '');
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

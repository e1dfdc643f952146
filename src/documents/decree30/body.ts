/** Headings, paragraphs, lists, tables. */
import type { Paragraph, Table } from 'docx';
import { texts } from '#text/documents/decree30.ts';
import { columns, type Docx, paragraph, runs } from './elements.ts';
import { FIRST_LINE, millimetres, PARAGRAPH, SIGNING, SIZE, WIDTH_MM } from './measures.ts';
import type { Block, Column, Signer, Words } from './paper.ts';

/** Lists of one paper count each for itself: every one has its own instance of the numbering. */
export const NUMBERING = 'decree30';

export const bodyBlocks = (docx: Docx, blocks: readonly Block[], firstList = 0): (Paragraph | Table)[] =>
  blocks.flatMap((block, at) => blockOf(docx, block, firstList + at, at === blocks.length - 1));

/** @param isLast a signature does not stand on a page of its own: the last lines go over with it */
const blockOf = (docx: Docx, block: Block, list: number, isLast: boolean): (Paragraph | Table)[] => {
  const closes = (at: number, items: readonly unknown[]): boolean => isLast && at === items.length - 1;
  switch (block.kind) {
    case 'heading':
      return [heading(docx, block.words)];
    case 'paragraph':
      return [flowing(docx, block.words, { indent: { firstLine: FIRST_LINE }, keepNext: isLast })];
    case 'numbered':
      return block.items.map((words, at) =>
        flowing(docx, words, {
          numbering: { reference: NUMBERING, level: 0, instance: list },
          keepNext: closes(at, block.items),
        }),
      );
    case 'dashed':
      return block.items.map((words, at) =>
        flowing(docx, dashed(words), { indent: { firstLine: FIRST_LINE }, keepNext: closes(at, block.items) }),
      );
    case 'table':
      return [tableOf(docx, block), new docx.Paragraph({ spacing: AFTER_TABLE })];
    case 'signers':
      return [signersOf(docx, block.signers)];
  }
};

const heading = (docx: Docx, words: string): Paragraph =>
  new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_1,
    keepNext: true,
    children: runs(docx, words, { size: SIZE.body, bold: true }),
  });

const dashed = (words: Words): Words => ['- ', ...(typeof words === 'string' ? [words] : words)];

const flowing = (
  docx: Docx,
  words: Words,
  options: Omit<Parameters<typeof paragraph>[2], 'look' | 'alignment' | 'spacing'>,
): Paragraph =>
  paragraph(docx, words, {
    ...options,
    look: { size: SIZE.body },
    alignment: docx.AlignmentType.JUSTIFIED,
    spacing: PARAGRAPH,
  });

/** A line of small height: the next heading brings its own room. */
const AFTER_TABLE = { before: 0, after: 0, line: 120, lineRule: 'exact' } as const;

/** The first row is repeated on each page the table goes on to. */
const tableOf = (docx: Docx, { columns: shape, rows, total }: Extract<Block, { kind: 'table' }>): Table => {
  const all = shape.reduce((sum, { share }) => sum + share, 0);
  const widths = shape.map(({ share }) => millimetres((WIDTH_MM * share) / all));
  const row = (cells: readonly string[], { isHead = false, bold = false } = {}) =>
    new docx.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: shape.map(({ align }, at) =>
        cellOf(docx, cells[at] ?? '', { isHead, bold, align, width: widths[at] ?? 0 }),
      ),
    });
  return new docx.Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    rows: [
      row(
        shape.map(({ title }) => title),
        { isHead: true, bold: true },
      ),
      ...rows.map((cells) => row(cells)),
      ...(total === undefined ? [] : [row(total, { bold: true })]),
    ],
  });
};

type Cell = {
  readonly isHead: boolean;
  readonly bold: boolean;
  readonly align: Column['align'];
  readonly width: number;
};

const cellOf = (docx: Docx, words: string, { isHead, bold, align, width }: Cell) =>
  new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    margins: CELL,
    verticalAlign: isHead ? docx.VerticalAlign.CENTER : docx.VerticalAlign.TOP,
    children: words.split('\n').map((line) =>
      paragraph(docx, line, {
        look: { size: SIZE.table, bold },
        alignment: isHead ? 'center' : align,
      }),
    ),
  });

const CELL = { top: 40, bottom: 40, left: 80, right: 80 };

/** Two and two, with room to sign. */
const signersOf = (docx: Docx, signers: readonly Signer[]): Table => {
  const half = WIDTH_MM / 2;
  const pairs = Array.from({ length: Math.ceil(signers.length / 2) }, (_, row) => signers.slice(row * 2, row * 2 + 2));
  return columns(
    docx,
    [half, half],
    pairs.flatMap(([left, right]) => signerRows(docx, left, right)),
  );
};

/** Titles in one row and names in the next: names stand level where one signs on behalf of somebody and the other not. */
export const signerRows = (docx: Docx, ...pair: readonly [Signer | undefined, Signer | undefined]): SignerRow[] => {
  const [left, right] = pair.map((signer) => (signer === undefined ? [] : signerLines(docx, signer)));
  const row = (part: (lines: readonly Paragraph[]) => readonly Paragraph[]): SignerRow => [
    part(left ?? []),
    part(right ?? []),
  ];
  return [row((lines) => lines.slice(0, -1)), row((lines) => lines.slice(-1))];
};

type SignerRow = readonly [readonly Paragraph[], readonly Paragraph[]];

/** On whose behalf, as what, room to sign, and the name. */
export const signerLines = (docx: Docx, { authority, title, name }: Signer): Paragraph[] => {
  const line = (words: string, before = 0): Paragraph =>
    paragraph(docx, words, {
      look: { size: SIZE.body, bold: true },
      alignment: docx.AlignmentType.CENTER,
      spacing: { before },
      keepNext: true,
    });
  return [
    ...authority.map((words) => line(words.toLocaleUpperCase('vi'))),
    line(title.toLocaleUpperCase('vi')),
    line(name ?? texts.unsigned, SIGNING),
  ];
};

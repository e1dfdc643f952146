/** From the national name to whom the paper is addressed. */
import type { Paragraph, Table } from 'docx';
import { texts } from '#text/documents/decree30.ts';
import { columns, type Docx, paragraph, rule, ruleUnder } from './elements.ts';
import { HEAD_MM, millimetres, PARAGRAPH, SIZE, WIDTH_MM } from './measures.ts';
import type { Head, Paper } from './paper.ts';

export const headTable = (docx: Docx, head: Head): Table =>
  columns(docx, HEAD_MM, [
    [agency(docx, head), nation(docx)],
    [numberLines(docx, head), [place(docx, head)]],
  ]);

const agency = (docx: Docx, { superior, issuer }: Head): Paragraph[] => [
  ...superior.map((line) => centred(docx, line.toLocaleUpperCase('vi'), { size: SIZE.agency })),
  ...issuer.map((line) => centred(docx, line.toLocaleUpperCase('vi'), { size: SIZE.agency, bold: true })),
  ruleUnder(docx, (issuer.at(-1) ?? '').toLocaleUpperCase('vi'), { size: SIZE.agency, bold: true }, HEAD_MM[0]),
];

const nation = (docx: Docx): Paragraph[] => [
  centred(docx, texts.nation, { size: SIZE.nation, bold: true }),
  centred(docx, texts.motto, { size: SIZE.motto, bold: true }),
  // As long as the motto, not a share of it.
  rule(docx, 56, HEAD_MM[1]),
];

const numberLines = (docx: Docx, { symbol, about, stamp }: Head): Paragraph[] => [
  centred(docx, texts.number(symbol), { size: SIZE.number }, 60),
  ...(about === null ? [] : [centred(docx, texts.about(about), { size: SIZE.about }, 60)]),
  ...(stamp === null ? [] : [stampOf(docx, stamp)]),
];

const place = (docx: Docx, head: Head): Paragraph =>
  centred(docx, [{ italic: texts.day(head.place, head.year) }], { size: SIZE.place }, 60);

const stampOf = (docx: Docx, words: string): Paragraph => {
  const line = { style: docx.BorderStyle.SINGLE, size: 8, space: 2, color: '000000' };
  const side = millimetres(HEAD_MM[0] / 4);
  return paragraph(docx, words.toLocaleUpperCase('vi'), {
    look: { size: SIZE.body, bold: true },
    alignment: docx.AlignmentType.CENTER,
    spacing: { before: 160, after: 40 },
    indent: { left: side, right: side },
    border: { top: line, bottom: line, left: line, right: line },
  });
};

export const titleLines = (docx: Docx, { title }: Paper): Paragraph[] =>
  title === null
    ? []
    : [
        centred(docx, title.kind.toLocaleUpperCase('vi'), { size: SIZE.title, bold: true }, 300),
        centred(docx, title.about, { size: SIZE.title, bold: true }),
        ruleUnder(docx, title.about, { size: SIZE.title, bold: true }, WIDTH_MM),
      ];

export const basisLines = (docx: Docx, { basis }: Paper): Paragraph[] =>
  basis.map((words, at) =>
    paragraph(docx, [{ italic: `${words}${at === basis.length - 1 ? '.' : ';'}` }], {
      look: { size: SIZE.body },
      alignment: docx.AlignmentType.JUSTIFIED,
      spacing: { ...PARAGRAPH, ...(at === 0 ? { before: 160 } : {}) },
      indent: { firstLine: millimetres(12.7) },
    }),
  );

/** One on the line itself, several as a list. */
export const addresseeLines = (docx: Docx, { addressees }: Paper): Paragraph[] => {
  const [only, ...more] = addressees;
  if (only === undefined) return [];
  const look = { size: SIZE.body };
  const spacing = { before: 240, after: 160 };
  if (more.length === 0) return [centred(docx, `${texts.addressees} ${only}`, look, 240, 160)];
  return [
    paragraph(docx, texts.addressees, { look, spacing: { before: 240 }, indent: { left: millimetres(35) } }),
    ...addressees.map((name, at) => {
      const isLast = at === addressees.length - 1;
      return paragraph(docx, `- ${name}${isLast ? '.' : ';'}`, {
        look,
        indent: { left: millimetres(50) },
        ...(isLast ? { spacing: { after: spacing.after } } : {}),
      });
    }),
  ];
};

const centred = (
  docx: Docx,
  words: Parameters<typeof paragraph>[1],
  look: { readonly size: number; readonly bold?: boolean },
  ...[before = 0, after = 0]: number[]
): Paragraph => paragraph(docx, words, { look, alignment: docx.AlignmentType.CENTER, spacing: { before, after } });

/** An official paper as a .docx, laid out as annex I of Decree 30/2020/NĐ-CP has it. */
import type { ISectionOptions } from 'docx';
import { annexBlocks } from './annex.ts';
import { bodyBlocks, NUMBERING } from './body.ts';
import { closing } from './close.ts';
import { type Docx, paragraph } from './elements.ts';
import { addresseeLines, basisLines, headTable, titleLines } from './head.ts';
import { A4, FIRST_LINE, FONT, MARGIN, PARAGRAPH, SIZE } from './measures.ts';
import type { Paper } from './paper.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const renderPaper = async (paper: Paper): Promise<Uint8Array> => {
  const docx = await import('docx');
  const main = section(docx, paper, [
    headTable(docx, paper.head),
    ...titleLines(docx, paper),
    ...addresseeLines(docx, paper),
    ...basisLines(docx, paper),
    ...bodyBlocks(docx, paper.body),
    ...closing(docx, paper),
  ]);
  const annexes = paper.annexes.map((_, at) => section(docx, paper, annexBlocks(docx, paper, at)));
  const document = new docx.Document({
    creator: paper.head.issuer.join(' '),
    title: paper.title?.about ?? paper.head.about ?? '',
    styles: STYLES,
    numbering: { config: [numberingOf(docx)] },
    sections: [main, ...annexes],
  });
  return docx.Packer.pack(document, 'uint8array');
};

/** Pages are counted in the middle of the upper margin, each part for itself, and the first shows no number. */
const section = (docx: Docx, paper: Paper, children: ISectionOptions['children']): ISectionOptions => ({
  properties: { titlePage: true, page: { size: A4, margin: MARGIN, pageNumbers: { start: 1 } } },
  headers: {
    default: new docx.Header({
      children: [
        new docx.Paragraph({
          alignment: docx.AlignmentType.CENTER,
          children: [new docx.TextRun({ size: SIZE.pageNumber, children: [docx.PageNumber.CURRENT] })],
        }),
      ],
    }),
    first: new docx.Header({ children: [new docx.Paragraph({})] }),
  },
  footers: { default: footer(docx, paper), first: footer(docx, paper) },
  children,
});

const footer = (docx: Docx, { reference }: Paper) =>
  new docx.Footer({
    children: [paragraph(docx, reference, { look: { size: SIZE.reference }, alignment: docx.AlignmentType.RIGHT })],
  });

/** The package's own headings are blue and of another face. */
const STYLES = {
  default: {
    document: { run: { font: FONT, size: SIZE.body, color: '000000' } },
    heading1: {
      run: { font: FONT, size: SIZE.body, bold: true, color: '000000' },
      paragraph: { spacing: { ...PARAGRAPH, before: 160 }, indent: { firstLine: FIRST_LINE } },
    },
  },
};

const numberingOf = (docx: Docx) => ({
  reference: NUMBERING,
  levels: [
    {
      level: 0,
      format: docx.LevelFormat.DECIMAL,
      text: '%1.',
      alignment: docx.AlignmentType.LEFT,
      suffix: docx.LevelSuffix.SPACE,
      style: {
        run: { font: FONT, size: SIZE.body },
        paragraph: { indent: { left: 0, firstLine: FIRST_LINE } },
      },
    },
  ],
});

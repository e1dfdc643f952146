/** An annex begins on a page of its own, says what it belongs to, and may hold pictures. */
import type { Paragraph, Table } from 'docx';
import { texts } from '#text/documents/decree30.ts';
import { bodyBlocks } from './body.ts';
import { type Docx, paragraph, ruleUnder } from './elements.ts';
import { SIZE, WIDTH_MM } from './measures.ts';
import type { Paper, Picture } from './paper.ts';
import { sizeOf } from './picture-size.ts';
import { roman } from './roman.ts';

export const annexBlocks = (docx: Docx, paper: Paper, index: number): (Paragraph | Table)[] => {
  const annex = paper.annexes[index];
  if (annex === undefined) return [];
  const centred = (words: string, look: Parameters<typeof paragraph>[2]['look'], after = 0): Paragraph =>
    paragraph(docx, words, { look, alignment: docx.AlignmentType.CENTER, spacing: { after } });
  return [
    // Its number is left out where there is only one.
    centred(texts.annex(paper.annexes.length === 1 ? '' : roman(index + 1)).trim(), {
      size: SIZE.title,
      bold: true,
    }),
    centred(annex.title.toLocaleUpperCase('vi'), { size: SIZE.title, bold: true }),
    centred(texts.annexOf(paper), { size: SIZE.body, italics: true }),
    ruleUnder(docx, texts.annexOf(paper), { size: SIZE.body }, WIDTH_MM),
    ...bodyBlocks(docx, annex.blocks, (index + 1) * LISTS_APART),
    ...annex.pictures.flatMap((picture) => pictureLines(docx, picture)),
  ];
};

/** No body has so many blocks that its lists and an annex's would be one. */
const LISTS_APART = 10_000;

/** Two pictures of a phone held upright fit on a page. */
const MOST_PX = { width: 560, height: 400 };

const pictureLines = (docx: Docx, { bytes, mime, caption }: Picture): Paragraph[] => {
  const size = sizeOf(bytes, mime);
  const words = (keep: boolean): Paragraph =>
    paragraph(docx, caption, {
      look: { size: SIZE.table, italics: true },
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: keep ? 120 : 0, after: 160 },
    });
  // What cannot be measured cannot be set; its caption says that there is one.
  if (size === null) return [words(true)];
  const scale = Math.min(1, MOST_PX.width / size.width, MOST_PX.height / size.height);
  const transformation = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
  const image = new docx.ImageRun({ type: mime === 'image/png' ? 'png' : 'jpg', data: bytes, transformation });
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: 160, after: 40 },
      keepNext: true,
      children: [image],
    }),
    words(false),
  ];
};

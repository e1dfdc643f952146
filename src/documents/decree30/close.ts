/** Who signs on the right, who gets the paper on the left. */
import type { Paragraph, Table } from 'docx';
import { texts } from '#text/documents/decree30.ts';
import { signerLines, signerRows } from './body.ts';
import { columns, type Docx, paragraph } from './elements.ts';
import { SIZE, WIDTH_MM } from './measures.ts';
import type { Paper } from './paper.ts';

const RIGHT_MM = 90;

/** Minutes have their second signer where other papers have the recipients; those follow below then. */
export const closing = (docx: Docx, { signature, recipients, archive }: Paper): (Paragraph | Table)[] => {
  const space = new docx.Paragraph({ spacing: { before: 120 }, keepNext: true });
  const listed = recipientLines(docx, recipients, archive);
  if (signature.left === null)
    return [space, columns(docx, [WIDTH_MM - RIGHT_MM, RIGHT_MM], [[listed, signerLines(docx, signature.right)]])];
  const half = WIDTH_MM / 2;
  return [space, columns(docx, [half, half], signerRows(docx, signature.left, signature.right)), ...listed];
};

const recipientLines = (docx: Docx, recipients: readonly string[], archive: string): Paragraph[] =>
  recipients.length === 0
    ? []
    : [
        paragraph(docx, texts.recipients, { look: { size: SIZE.recipientsHead, bold: true, italics: true } }),
        ...[...recipients.map((name) => `- ${name};`), texts.archive(archive)].map((line) =>
          paragraph(docx, line, { look: { size: SIZE.recipients } }),
        ),
      ];

/** Reads the first sheet of an .xlsx: headings, then rows with their numbers, cells as people see them. */
import type { CellValue } from 'exceljs';
import { unpacked } from './unpacked.ts';

export type ReadCell = string | number | Date | null;
export type ReadRow = { readonly number: number; readonly cells: ReadonlyMap<string, ReadCell> };

export type ReadBook = { readonly headings: readonly string[]; readonly rows: readonly ReadRow[] };

/** No spreadsheet, or one that would fill the memory. */
export type Unread = 'unreadable' | 'too_big';

export const readXlsx = async (bytes: Uint8Array): Promise<ReadBook | Unread> => {
  const size = unpacked(bytes);
  if (size !== 'fits') return size;
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  try {
    await book.xlsx.load(Buffer.from(bytes) as never); // its types know an older Buffer
  } catch {
    return 'unreadable'; // whatever is wrong inside, it cannot be read as a spreadsheet
  }
  const [sheet] = book.worksheets;
  if (sheet === undefined) return 'unreadable';
  const headings = new Map<number, string>();
  sheet.getRow(1).eachCell((cell, column) => headings.set(column, textOf(cell.value).trim()));
  const rows: ReadRow[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells = new Map<string, ReadCell>();
    row.eachCell((cell, column) => {
      const heading = headings.get(column);
      if (heading !== undefined) cells.set(heading, cellOf(cell.value));
    });
    if ([...cells.values()].some((value) => value !== null)) rows.push({ number, cells });
  });
  return { headings: [...headings.values()], rows };
};

const cellOf = (value: CellValue): ReadCell => {
  if (typeof value === 'number' || value instanceof Date) return value;
  // What a formula gave when the file was saved.
  if (typeof value === 'object' && value !== null && 'result' in value) return cellOf(value.result ?? null);
  const text = textOf(value).normalize('NFC').trim();
  return text === '' ? null : text;
};

const textOf = (value: CellValue): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? value.text : '';
};

/**
 * Writes sheets as .xlsx, row by row. Dates and numbers are real ones; words are text cells of the format `@`, so that
 * what begins with `=`, `+`, `-` or `@` stays words also when the cell is edited.
 */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Cell as ExcelCell, Row } from 'exceljs';
import { DAY, HOUR, type Millis, momentOf } from '#domain/time.ts';
import type { Cell, Sheet } from './sheet.ts';

/** @param now written as the time of the file */
export const xlsxOf = async (sheets: readonly Sheet[], now: Millis): Promise<Uint8Array> => {
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const whole = buffer(stream);
  // Shared strings would hold every word of the file in memory.
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  book.created = new Date(now);
  for (const sheet of sheets) {
    const headingRow = sheet.head.length + 1;
    const page = book.addWorksheet(nameOf(sheet.name), {
      views: [{ state: 'frozen', ySplit: headingRow }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    });
    page.columns = sheet.columns.map(({ width }) => ({ width }));
    for (const [index, line] of sheet.head.entries()) commit(page.addRow([]), [line], { bold: index === 0 });
    const headings = sheet.columns.map(({ heading }) => heading);
    commit(page.addRow([]), headings, { bold: true, isHeading: true });
    for await (const cells of sheet.rows) commit(page.addRow([]), cells, {});
    if (sheet.total !== undefined) commit(page.addRow([]), sheet.total, { bold: true });
    page.commit();
  }
  await book.commit();
  return whole;
};

type Look = { readonly bold?: boolean; readonly isHeading?: boolean };

const commit = (row: Row, cells: readonly Cell[], look: Look): void => {
  for (const [index, cell] of cells.entries()) write(row.getCell(index + 1), cell, look);
  row.commit();
};

const write = (to: ExcelCell, cell: Cell, { bold, isHeading }: Look): void => {
  if (bold === true) to.font = { bold: true };
  if (isHeading === true) {
    to.alignment = { wrapText: true, vertical: 'middle' };
    to.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } };
  }
  if (cell === null) return;
  if (typeof cell === 'string') {
    to.numFmt = '@';
    to.value = clean(cell);
  } else if (typeof cell === 'number') {
    to.numFmt = Number.isInteger(cell) ? '#,##0' : '#,##0.0##';
    to.value = cell;
  } else if ('day' in cell) {
    to.numFmt = 'dd/mm/yyyy';
    to.value = serial(momentOf(cell.day, 0));
  } else if ('at' in cell) {
    to.numFmt = 'dd/mm/yyyy hh:mm';
    to.value = serial(cell.at);
  } else {
    to.numFmt = '0.0%';
    to.value = cell.percent / 100;
  }
};

/** Excel counts days of a local clock and knows no zones: a date is its number, in the format of a date. */
const serial = (at: Millis): number => (at + VIETNAM - EPOCH) / DAY;
const VIETNAM = 7 * HOUR;
/** 30/12/1899, from where Excel's days from March 1900 on are right. */
const EPOCH = -25_569 * DAY;

/** Letters that XML cannot carry. */
const clean = (text: string): string => text.replace(UNWRITABLE, '').slice(0, LONGEST);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** What a cell takes. */
const LONGEST = 32_767;

/** A name of a sheet has 31 letters at most, and not these. */
const nameOf = (name: string): string => name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);

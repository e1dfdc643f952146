/** A row of a spreadsheet, read column by column: what is wrong is gathered, so that all of it is told at once. */
import { addDays, type IsoDate } from '#domain/time.ts';
import { dateIn } from '../date-in.ts';
import { numberIn } from '../indicator/value-in.ts';
import { key } from '../key.ts';

export type Cell = string | number | Date | null;
export type Row = { readonly number: number; readonly cells: ReadonlyMap<string, Cell> };
export type RowFault = { readonly row: number; readonly column: string; readonly words: string };

/** What a cell of words may hold: a subject or a name; more is a document of its own. */
const LONGEST = 500;

export type RowReader<C extends string> = ReturnType<typeof rowReader<C>>;

/** @param columns headings by name */
export const rowReader = <C extends string>(columns: Readonly<Record<C, string>>, row: Row) => {
  const faults: RowFault[] = [];
  const fault = (column: C, words: string): null => {
    faults.push({ row: row.number, column: columns[column], words });
    return null;
  };
  const cell = (column: C): Cell => row.cells.get(columns[column]) ?? null;
  const text = (column: C): string => {
    const value = cell(column);
    const words =
      value instanceof Date
        ? ''
        : String(value ?? '')
            .replace(UNSEEN, ' ')
            .replace(/\s+/g, ' ')
            .trim();
    if (words.length > LONGEST) fault(column, `dài quá ${LONGEST} ký tự`);
    return words.slice(0, LONGEST);
  };
  const read = <T>(column: C, isNeeded: boolean, parse: (value: string | number | Date) => T | null, like: string) => {
    const value = cell(column);
    if (value === null) return isNeeded ? fault(column, 'chưa có') : null;
    return parse(value) ?? fault(column, `"${shown(value)}" ${like}`);
  };
  return {
    faults,
    fault,
    text,
    must: (column: C): string => text(column) || (fault(column, 'chưa có') ?? ''),
    number: (column: C, isNeeded = false): number | null =>
      read(column, isNeeded, cellNumber, 'không phải là số, ví dụ: 1.234,5'),
    day: (column: C, isNeeded = false): IsoDate | null =>
      read(column, isNeeded, dayIn, 'không phải là ngày, ví dụ: 30/06/2022'),
    /** @param names what may stand there, as it is written */
    among: <T>(column: C, values: ReadonlyMap<string, T>, names: readonly string[]): T | null =>
      values.get(key(text(column))) ??
      fault(column, `"${shown(text(column))}" không dùng được; dùng: ${names.join(', ')}`),
  };
};

/** Letters that are not seen and could hide others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const MOST_SHOWN = 60;
const shown = (value: string | number | Date): string => {
  const words = (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)).replace(UNSEEN, ' ');
  return words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…` : words;
};

/** A date whose cell lost its format is the number that Excel counts days by: 1 is 31/12/1899, and no time of day belongs to it. */
const daySerial = (value: number): IsoDate | null =>
  Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY ? addDays('1899-12-30', value) : null;

/** 01/01/1990 and 31/12/2100: a number outside is an amount in the wrong column. */
const FIRST_DAY = 32_874;
const LAST_DAY = 73_415;

/** As officials write them, or as the sheet holds them. */
const cellNumber = (value: string | number | Date): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? numberIn(value.trim()) : null;
};

const dayIn = (value: string | number | Date): IsoDate | null => {
  if (typeof value === 'number') return daySerial(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  const [iso] = /^\d{4}-\d{2}-\d{2}$/.exec(String(value).trim()) ?? [];
  const words = iso === undefined ? String(value) : iso.split('-').reverse().join('/');
  // The year is always written here: today tells nothing.
  const read = /\d{4}\s*$/.test(words) ? dateIn(words, '2000-01-01') : null;
  return read?.ok === true ? read.value : null;
};

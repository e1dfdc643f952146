/** A row of a spreadsheet as an indicator, or what is wrong with it, column by column. */
import type { Indicator, IndicatorKind, IndicatorUnit } from '#domain/indicator/indicator.ts';
import type { Reference } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { dateIn } from '../date-in.ts';
import { key } from '../key.ts';
import { zoneIn } from '../names.ts';
import { unitNames } from './say.ts';
import { numberIn } from './value-in.ts';

export const columns = {
  code: 'Mã',
  name: 'Chỉ tiêu',
  from: 'Từ ngày',
  to: 'Đến ngày',
  value: 'Giá trị',
  valueMax: 'Giá trị đến',
  approx: 'Khoảng',
  unit: 'Đơn vị tính',
  kind: 'Loại số liệu',
  zone: 'Khu công nghiệp',
  ofPlan: 'Đạt % kế hoạch',
  level: 'Bằng % cùng kỳ',
  change: 'Tăng, giảm % so cùng kỳ',
  source: 'Nguồn',
  note: 'Ghi chú',
} as const;
type Column = keyof typeof columns;

type Cell = string | number | Date | null;
export type Row = { readonly number: number; readonly cells: ReadonlyMap<string, Cell> };
export type RowFault = { readonly row: number; readonly column: string; readonly words: string };
export type ReadIndicator = Omit<Indicator, 'id'>;

const KINDS: ReadonlyMap<string, IndicatorKind> = new Map([
  ['thuc hien', 'actual'],
  ['uoc', 'estimate'],
  ['uoc thuc hien', 'estimate'],
  ['du kien', 'forecast'],
  ['ke hoach', 'target'],
  ['phan dau', 'target'],
]);

export const indicatorIn = (reference: Reference, row: Row): ReadIndicator | readonly RowFault[] => {
  const reader = readerOf(row);
  const { text, must, number, day, among, fault } = reader;
  const [code, name, source] = [must('code'), must('name'), must('source')];
  const [from, to, value] = [day('from'), day('to', true), number('value', true)];
  const [valueMax, ofPlan, level, change] = [number('valueMax'), number('ofPlan'), number('level'), number('change')];
  const [unit, kind] = [among('unit', UNITS), among('kind', KINDS)];
  const zone = text('zone') === '' ? null : zoneIn(reference, text('zone'));
  if (text('zone') !== '' && zone === null) fault('zone', `không có khu "${text('zone')}"`);
  checkTogether(reader, { from, to, value, valueMax, level, change });
  if (reader.faults.length > 0 || to === null || value === null || unit === null || kind === null) return reader.faults;
  return {
    ...{ code, name, series: name.replace(/ cả năm$/, ''), from, to, periodLabel: `${from ?? '?'} – ${to}` },
    ...{ isPeriodUncertain: from === null, value, valueMax, isApprox: /^(x|co|khoang)$/.test(key(text('approx'))) },
    ...{ unit, kind, zoneId: zone?.id ?? null, ofPlan, statedTotalOf: [], source, note: text('note') || null },
    vsPrevious: compared(level, change),
  };
};

type Read = Readonly<Record<'value' | 'valueMax' | 'level' | 'change', number | null>> &
  Readonly<Record<'from' | 'to', IsoDate | null>>;

const checkTogether = ({ fault }: Reader, { from, to, value, valueMax, level, change }: Read): void => {
  if (from !== null && to !== null && from > to) fault('to', 'trước Từ ngày');
  if (valueMax !== null && value !== null && valueMax < value) fault('valueMax', 'nhỏ hơn Giá trị');
  // A level and a change are two things, and only one of them can be what was stated.
  if (level !== null && change !== null) fault('change', 'chỉ ghi một trong hai: bằng % hoặc tăng, giảm %');
};

type Reader = ReturnType<typeof readerOf>;

const readerOf = (row: Row) => {
  const faults: RowFault[] = [];
  const fault = (column: Column, words: string): null => {
    faults.push({ row: row.number, column: columns[column], words });
    return null;
  };
  const cell = (column: Column): Cell => row.cells.get(columns[column]) ?? null;
  const text = (column: Column): string => String(cell(column) ?? '').trim();
  const read = <T>(
    column: Column,
    isNeeded: boolean,
    parse: (value: string | number | Date) => T | string,
  ): T | null => {
    const value = cell(column);
    if (value === null) return isNeeded ? fault(column, 'chưa có') : null;
    const parsed = parse(value);
    return typeof parsed === 'string' && parsed.startsWith('"') ? fault(column, parsed) : (parsed as T); // a fault is quoted words
  };
  return {
    faults,
    fault,
    text,
    must: (column: Column): string => text(column) || (fault(column, 'chưa có') ?? ''),
    number: (column: Column, isNeeded = false): number | null =>
      read<number>(
        column,
        isNeeded,
        (value) => cellNumber(value) ?? `"${String(value)}" không phải là số, ví dụ: 1.234,5`,
      ),
    day: (column: Column, isNeeded = false): IsoDate | null =>
      read<IsoDate>(
        column,
        isNeeded,
        (value) => dayIn(value) ?? `"${String(value)}" không phải là ngày, ví dụ: 30/06/2022`,
      ),
    among: <T>(column: Column, values: ReadonlyMap<string, T>): T | null =>
      values.get(key(text(column))) ??
      fault(column, `"${text(column)}" không dùng được; dùng: ${[...values.keys()].join(', ')}`),
  };
};

const UNITS: ReadonlyMap<string, IndicatorUnit> = new Map(
  // Object.entries forgets the names' type.
  (Object.entries(unitNames) as [IndicatorUnit, string][]).map(([unit, name]) => [key(name), unit]),
);

const compared = (level: number | null, change: number | null): Indicator['vsPrevious'] => {
  if (level !== null) return { percent: level, kind: 'level' };
  return change === null ? null : { percent: change, kind: 'change' };
};

/** As officials write them, or as the sheet holds them. */
const cellNumber = (value: string | number | Date): number | null => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? numberIn(value) : null;
};

const dayIn = (value: string | number | Date): IsoDate | null => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  // The year is always written here: today tells nothing.
  const read = /\d{4}\s*$/.test(String(value)) ? dateIn(String(value), '2000-01-01') : null;
  return read?.ok === true ? read.value : null;
};

export const importTexts = {
  fault: ({ row, column, words }: RowFault): string => `Dòng ${row}, cột ${column}: ${words}.`,
  unreadable: 'Tệp không phải là bảng tính .xlsx đọc được. Đề nghị lưu lại ở định dạng .xlsx rồi thử lại.',
  empty: (headings: string): string => `Bảng tính chưa có dòng nào. Dòng đầu là tiêu đề cột: ${headings}.`,
  refused: (faults: number): string =>
    `Chưa nhập gì vì có ${faults} lỗi. Đề nghị sửa, hoặc thêm --partial để nhập các dòng đúng.`,
  checked: (rows: number): string => `Đã kiểm tra ${rows} dòng đúng, chưa nhập vì có --dry-run.`,
  done: (rows: number, faults: number): string =>
    faults === 0 ? `Đã nhập ${rows} chỉ tiêu.` : `Đã nhập ${rows} chỉ tiêu; ${faults} lỗi không nhập.`,
  reason: 'Nhập lại từ bảng tính',
} as const;

/** A row of a spreadsheet as an indicator, or what is wrong with it, column by column. */
import type { Indicator, IndicatorKind, IndicatorUnit, NewIndicator } from '#domain/indicator/indicator.ts';
import type { Reference } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { type Row, type RowFault, type RowReader, rowReader } from '../import/row.ts';
import { key } from '../key.ts';
import { zoneIn } from '../names.ts';
import { kindNames } from './entry.ts';
import { unitNames } from './say.ts';

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

const KINDS: ReadonlyMap<string, IndicatorKind> = new Map([
  ['thuc hien', 'actual'],
  ['uoc', 'estimate'],
  ['uoc thuc hien', 'estimate'],
  ['du kien', 'forecast'],
  ['ke hoach', 'target'],
  ['phan dau', 'target'],
]);

export const indicatorIn = (reference: Reference, row: Row): NewIndicator | readonly RowFault[] => {
  const reader = rowReader(columns, row);
  const { text, must, number, day, among, fault } = reader;
  const [code, name, source] = [must('code'), must('name'), must('source')];
  const [from, to, value] = [day('from'), day('to', true), number('value', true)];
  const [valueMax, ofPlan, level, change] = [number('valueMax'), number('ofPlan'), number('level'), number('change')];
  const [unit, kind] = [among('unit', UNITS, Object.values(unitNames)), among('kind', KINDS, Object.values(kindNames))];
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

type Reader = RowReader<keyof typeof columns>;

const UNITS: ReadonlyMap<string, IndicatorUnit> = new Map(
  // Object.entries forgets the names' type.
  (Object.entries(unitNames) as [IndicatorUnit, string][]).map(([unit, name]) => [key(name), unit]),
);

const compared = (level: number | null, change: number | null): Indicator['vsPrevious'] => {
  if (level !== null) return { percent: level, kind: 'level' };
  return change === null ? null : { percent: change, kind: 'change' };
};

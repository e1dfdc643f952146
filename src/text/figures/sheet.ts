/** Words of the sheet of a screen of figures. */
import type { FiguredPart } from '#domain/figures/query.ts';
import type { Plan } from '#domain/figures/screen.ts';
import type { Reference } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { formatDate } from '../calendar/dates.ts';
import { key } from '../key.ts';
import { requestTypes, upperFirst, urgencies } from '../request/words.ts';
import { measureName } from './measures.ts';
import { periodName } from './periods.ts';

export const sheetTexts = {
  totals: 'Tổng hợp',
  measure: 'Chỉ tiêu',
  meaning: 'Cách tính',
  total: 'Cộng',
  list: 'Danh sách phần việc',
  columns: [
    ...['Mã', 'Trích yếu', 'Lĩnh vực', 'Khu công nghiệp', 'Loại đề nghị', 'Mức độ khẩn', 'Đơn vị đề nghị'],
    ...['Đơn vị được đề nghị', 'Kết quả'],
  ],
  dates: ['Được đề nghị lúc', 'Tiếp nhận lúc', 'Hết hạn lúc', 'Trả lời lúc'],
  days: 'Số ngày làm việc',
} as const;

/** The words of one part, in the order of the columns. */
export const listed = ({ directory, fields, zones }: Reference, part: FiguredPart): readonly string[] => [
  part.code,
  part.subject,
  fields.get(part.fieldId)?.name ?? '',
  part.zoneId === null ? '' : (zones.get(part.zoneId)?.name ?? ''),
  upperFirst(requestTypes[part.type]),
  upperFirst(urgencies[part.urgency]),
  directory.units.get(part.askingUnitId)?.name ?? '',
  owing(directory, part),
  measureName(part.outcome),
];

/** By units of today the old name stays: it is what the papers of then say. */
const owing = ({ units }: Reference['directory'], { unitId, unitToday = unitId }: FiguredPart): string => {
  const name = units.get(unitId)?.name ?? '';
  return unitToday === unitId ? name : `${name} (nay tính cho ${units.get(unitToday)?.name ?? ''})`;
};

export const sheetCaption = (title: string, day: IsoDate): string =>
  `Tệp Excel: ${title}, lập ngày ${formatDate(day)}. Số cộng trong tệp bằng số trong tin nhắn.`;

/** Of letters that every system takes. */
export const sheetName = ({ period }: Plan): string =>
  `thong-ke-${key(periodName(period))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;

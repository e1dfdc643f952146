/** Words of the report on paper and of its annex. */
import type { ReportPeriod } from '#domain/duty/period.ts';
import { MEASURES } from '#domain/figures/counts.ts';
import type { ReportPart } from '#domain/report/report.ts';
import { formatDay } from '#text/calendar/dates.ts';
import { measureName, measureWords, onTimeWords } from '#text/figures/measures.ts';
import { periodRule, reviewKind } from './screen.ts';

export const texts = {
  kind: 'Báo cáo',
  symbol: (of: string): string => `BC-${of}`,
  basis: (regulation: string): string => `Căn cứ ${regulation}`,
  decree:
    'Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ quy định về chế độ báo cáo của cơ quan hành chính nhà nước',
  none: 'Không có.',
  meanings: 'Cách tính số liệu',
  total: 'Cộng',
  /** @param above who gets the report of everything; null: the standing unit gathers what others report */
  recipients: (above: string | null, standing: string): readonly string[] =>
    above === null
      ? [`${standing} (để tổng hợp)`, 'Lãnh đạo cơ quan']
      : [`${above} (để báo cáo)`, 'Lãnh đạo cơ quan', 'Các đơn vị tham gia Quy chế'],
  noUnitWords: 'Các đơn vị chưa gửi nội dung này.',
  part: ({ code, subject }: ReportPart): string => `${code}: ${subject}`,
  finding: (title: string, due: string): string => `${title} (hạn ${due})`,
  annexHead: 'Phụ lục số liệu',
  sheets: { fields: 'Theo lĩnh vực', units: 'Theo đơn vị', parts: 'Quá hạn, không trả lời', meaning: 'Cách tính' },
} as const;

export const columns = {
  no: 'TT',
  field: 'Lĩnh vực',
  unit: 'Đơn vị',
  part: 'Phần việc',
  code: 'Mã',
  subject: 'Trích yếu',
  due: 'Hạn trả lời',
  outcome: 'Kết quả',
  measure: 'Chỉ tiêu',
  meaning: 'Cách tính',
} as const;

/** `bao-cao-quy-2026-09-14` */
export const fileStem = ({ kind, to }: ReportPeriod): string => `bao-cao-${stems[kind]}-${to}`;

const stems: Readonly<Record<ReportPeriod['kind'], string>> = {
  month: 'thang',
  quarter: 'quy',
  half: '6-thang',
  nine_months: '9-thang',
  year: 'nam',
};

export const outcomeName = ({ outcome }: ReportPart): string => measureName(outcome);

/** `sơ kết` with its days, for the head of the annex. */
export const annexTitle = (period: ReportPeriod, name: string): string =>
  `${texts.annexHead}: ${reviewKind(period).toLocaleLowerCase('vi')} ${name}, số liệu từ ${formatDay(period.from)} đến hết ${formatDay(period.to)}`;

/** Cách tính: the definitions of the figures, and the rule of the period, which is another than that of the calendar. */
export const explainReport = (period: ReportPeriod): readonly string[] => [
  `Phần việc thuộc kỳ theo ngày đơn vị được đề nghị. ${periodRule(period)}.`,
  'Kết quả của mỗi phần việc là kết quả tại lúc chốt số liệu; việc xảy ra sau đó không đổi số đã chốt.',
  ...[...MEASURES.map((measure) => measureWords[measure]), onTimeWords].map(
    ({ name, meaning }) => `${name}: ${meaning}`,
  ),
];

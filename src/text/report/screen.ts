/** The screen of a report in chat, and what is asked around it. */
import type { ReportPeriod } from '#domain/duty/period.ts';
import { answeredIn, type Counts, onTimePercent } from '#domain/figures/counts.ts';
import type { Regulation } from '#domain/reference.ts';
import type { ReportFigures } from '#domain/report/report.ts';
import type { Line } from '#message/outbound.ts';
import { formatDay, formatMoment } from '#text/calendar/dates.ts';
import { regulationName } from '#text/documents/letters.ts';
import { periodName } from '#text/duty/reports.ts';
import { measureName, onTimeWords } from '#text/figures/measures.ts';
import { formatNumber, formatPercent } from '#text/numbers.ts';
import { upperFirst } from '#text/request/words.ts';

export const texts = {
  which: 'Ông/bà cần báo cáo kỳ nào? Kỳ báo cáo theo Nghị định 09/2019/NĐ-CP: từ ngày 15 đến ngày 14.',
  other: 'Kỳ khác',
  make: 'Lập báo cáo',
  explain: 'Cách tính',
  back: 'Quay lại báo cáo',
  mine: 'Tự gửi cho tôi mỗi kỳ',
  leader: (name: string): string => `Tự gửi cho ${name} mỗi kỳ`,
  group: 'Tự gửi vào nhóm này mỗi kỳ',
  stop: 'Thôi tự gửi',
  groupLeft:
    'Đã thôi tự gửi báo cáo vào một nhóm vì hệ thống không còn trong nhóm đó. Khi cần, thêm lại vào nhóm rồi gõ /baocao trong nhóm.',
  groupStopped: (name: string): string =>
    `Đã thôi tự gửi báo cáo vào một nhóm: ${name} đã đặt việc này và không còn là cán bộ thường trực Quy chế. Nếu vẫn cần gửi, gõ /baocao trong nhóm rồi chọn lại.`,
  by: (code: string): string => `Theo ${code}`,
  making: 'Đang lập báo cáo và phụ lục số liệu, sẽ gửi ngay.',
  made: (title: string): string => `${title}: báo cáo và phụ lục số liệu. Số, ký hiệu và ngày để trống cho văn thư.`,
  madeForGroup: (title: string): string => `${title}: số liệu tổng hợp, không kèm danh mục phần việc.`,
  scheduled: (name: string, at: string): string => `Báo cáo sẽ tự gửi cho ${name} sau mỗi kỳ, lần đầu ${at}.`,
  scheduledGroup: (at: string): string => `Báo cáo số liệu tổng hợp sẽ tự gửi vào nhóm sau mỗi kỳ, lần đầu ${at}.`,
  stopped: 'Đã thôi tự gửi báo cáo của kỳ này cho ông/bà và vào các nhóm ông/bà đã chọn.',
} as const;

/** Preliminary in the year, final at its end. */
export const reviewKind = ({ kind }: ReportPeriod): string => (kind === 'year' ? 'Tổng kết' : 'Sơ kết');

/** `Sơ kết thực hiện Quy chế phối hợp tháng 11/2026`; the cut-offs stand under it. */
export const reviewTitle = (period: ReportPeriod): string =>
  `${reviewKind(period)} thực hiện Quy chế phối hợp ${periodName(period)}`;

export const periodLabel = (period: ReportPeriod, isRunning: boolean): string =>
  `${upperFirst(periodName(period))}${isRunning ? ' (đang diễn ra)' : ''}`;

/** The rule of the period is always named: figures by calendar months differ. */
export const periodRule = ({ from, to }: ReportPeriod): string =>
  `Kỳ báo cáo theo Nghị định 09/2019/NĐ-CP: số liệu từ ${formatDay(from)} đến hết ${formatDay(to)}`;

export const takenWords = ({ takenAt, isClosed }: Pick<ReportFigures, 'takenAt' | 'isClosed'>): string =>
  isClosed ? `chốt lúc ${formatMoment(takenAt)}` : `kỳ đang diễn ra, tạm tính đến ${formatMoment(takenAt)}, chưa chốt`;

export const takenLine = (figures: Pick<ReportFigures, 'takenAt' | 'isClosed'>): string =>
  `Số liệu ${takenWords(figures)}.`;

export const reportScreen = (
  {
    period,
    regulation,
    figures,
  }: { readonly period: ReportPeriod; readonly regulation: Regulation; readonly figures: ReportFigures },
  total: Counts,
): readonly Line[] => [
  [{ bold: reviewTitle(period) }],
  `${periodRule(period)}.`,
  `Theo ${regulationName(regulation)}, trong phạm vi được xem.`,
  takenLine(figures),
  '',
  ...summaryLines(total),
];

/** The figures in words, on the screen and in the report alike. */
export const summaryLines = (total: Counts): readonly string[] => {
  const percent = onTimePercent(total);
  return [
    `${measureName('received')}: ${formatNumber(total.received)}`,
    `Đã trả lời: ${formatNumber(answeredIn(total))} (đúng hạn ${formatNumber(total.onTime)}, quá hạn ${formatNumber(total.late)})`,
    ...(['silent', 'overdue', 'open', 'paused', 'handedOn', 'cancelled', 'extensions', 'returns'] as const)
      .filter((measure) => total[measure] > 0)
      .map((measure) => `${measureName(measure)}: ${formatNumber(total[measure])}`),
    ...(percent === null ? [] : [`${onTimeWords.name}: ${formatPercent(percent)}`]),
  ];
};

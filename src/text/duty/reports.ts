/** Recurring reports by their name and period, as officials write them. */
import type { ReportKind, ReportPeriod } from '#domain/duty/period.ts';
import { formatDay } from '../calendar/dates.ts';

/** `Báo cáo quý IV/2026: kết quả thực hiện Quy chế phối hợp`; the period first, since buttons are cut at their end. */
export const reportTitle = (title: string, period: ReportPeriod): string => `Báo cáo ${periodName(period)}: ${title}`;

export const periodName = ({ kind, year, month }: ReportPeriod): string => names[kind](year, month);

/** A report names the rule of its period: figures by calendar months would differ. */
export const reportBasis = ({ from, to }: ReportPeriod): string =>
  `Nghị định 09/2019/NĐ-CP, số liệu từ ${formatDay(from)} đến ${formatDay(to)}`;

const names: Readonly<Record<ReportKind, (year: number, month: number) => string>> = {
  month: (year, month) => `tháng ${String(month).padStart(2, '0')}/${year}`,
  quarter: (year, month) => `quý ${['I', 'II', 'III', 'IV'][month / 3 - 1] ?? ''}/${year}`,
  half: (year) => `6 tháng đầu năm ${year}`,
  nine_months: (year) => `9 tháng đầu năm ${year}`,
  year: (year) => `năm ${year}`,
};

/** An indicator in the words of its source: kind, name, period, value, and its percentages, each called what it is. */

import { periodOf } from '#domain/figures/period.ts';
import type { Computed, Indicator, IndicatorKind, IndicatorUnit } from '#domain/indicator/indicator.ts';
import { isOnlyStated } from '#domain/indicator/indicator.ts';
import { addDays } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { periodName } from '../figures/periods.ts';
import { formatNumber, formatPercent } from '../numbers.ts';

export const unitNames: Readonly<Record<IndicatorUnit, string>> = {
  project: 'dự án',
  million_usd: 'triệu USD',
  billion_usd: 'tỷ USD',
  billion_vnd: 'tỷ đồng',
  million_usd_converted: 'triệu USD (quy đổi)',
  zone: 'khu công nghiệp',
  zone_or_cluster: 'khu, cụm công nghiệp',
  percent: '%',
  person: 'người',
  ha: 'ha',
};

export const indicatorValue = ({ value, valueMax, isApprox, unit }: Indicator): string => {
  const range = valueMax === null ? formatNumber(value) : `${formatNumber(value)}–${formatNumber(valueMax)}`;
  return `${isApprox ? 'khoảng ' : ''}${range}${unit === 'percent' ? '%' : ` ${unitNames[unit]}`}`;
};

export const indicatorPeriod = ({ from, to, isPeriodUncertain, periodLabel }: Indicator): string => {
  if (isPeriodUncertain || from === null) return `chưa rõ kỳ (nguồn ghi: ${periodLabel})`;
  const months = Number(to.slice(5, 7));
  const isFromNewYear = from === `${to.slice(0, 4)}-01-01` && addDays(to, 1).endsWith('-01');
  const named = periodOf(from, to);
  return named.kind === 'span' && isFromNewYear ? `${months} tháng đầu năm ${to.slice(0, 4)}` : periodName(named);
};

/** "Dự kiến thu hút đầu tư 6 tháng đầu năm 2022: 100 triệu USD, đạt 25% kế hoạch, bằng 45% so với cùng kỳ" */
export const indicatorLine = (one: Indicator, computed: Computed, zone: string | null): Line => {
  // The period says it.
  const whole = one.name.replace(/ cả năm$/, '');
  const name = one.kind === 'actual' ? whole : whole.charAt(0).toLocaleLowerCase('vi') + whole.slice(1);
  const kind = one.kind === 'actual' ? '' : `${kindWord(one.kind)} `;
  const place = zone === null ? '' : ` (${zone})`;
  return [
    { bold: `${kind}${name}${place} ${indicatorPeriod(one)}: ${indicatorValue(one)}` },
    [planPart(one, computed), yearPart(one, computed)].join(''),
  ];
};

const kindWord = (kind: IndicatorKind): string =>
  ({ actual: 'Thực hiện', estimate: 'Ước thực hiện', forecast: 'Dự kiến', target: 'Kế hoạch' })[kind];

const planPart = (one: Indicator, { ofPlan }: Computed): string => {
  const percent = one.ofPlan ?? ofPlan?.percent ?? null;
  return percent === null ? '' : `, đạt ${formatPercent(percent)} kế hoạch`;
};

/** A level is a share of what was, a change is more or less than it: never one for the other. */
const yearPart = (one: Indicator, { vsPrevious }: Computed): string => {
  const than = one.from?.slice(5) === '01-01' && one.to.slice(5) === '12-31' ? 'năm trước' : 'cùng kỳ';
  if (one.vsPrevious?.kind === 'change') {
    const { percent } = one.vsPrevious;
    return `, ${percent < 0 ? 'giảm' : 'tăng'} ${formatPercent(Math.abs(percent))} so với ${than}`;
  }
  const percent = one.vsPrevious?.percent ?? vsPrevious?.percent ?? null;
  return percent === null ? '' : `, bằng ${formatPercent(percent)} so với ${than}`;
};

/** What the figures rest on. */
export const indicatorNotes = (one: Indicator, computed: Computed): readonly string[] => [
  ...(computed.ofPlan === null
    ? []
    : [
        `Tính từ kế hoạch ${indicatorValue(computed.ofPlan.base)}: ${formatPercent(computed.ofPlan.percent)}${
          one.ofPlan === null ? '' : ` (nguồn ghi ${formatPercent(one.ofPlan)})`
        }.`,
      ]),
  ...(computed.vsPrevious === null ? [] : [`Kỳ trước để so sánh: ${indicatorValue(computed.vsPrevious.base)}.`]),
  ...(isOnlyStated(one, computed) ? ['Tỷ lệ ghi theo nguồn; hệ thống chưa có số gốc để tính.'] : []),
  ...(one.note === null ? [] : [one.note]),
  `Nguồn: ${one.source}.`,
];

export const texts = {
  head: 'Chỉ tiêu đang có; ông/bà chọn một chỉ tiêu, hoặc gõ: /chitieu thu hút đầu tư.',
  otherPeriods: 'Chưa có số liệu của kỳ được hỏi. Số liệu hiện có của chỉ tiêu này:',
  nothing: 'Chưa có chỉ tiêu phù hợp. Gõ /chitieu để xem danh sách, ví dụ: /chitieu nộp ngân sách.',
  list: 'Danh sách chỉ tiêu',
  more: (left: number): string => `… và ${left} chỉ tiêu khác. Đề nghị gõ thêm tên chỉ tiêu để xem.`,
  parts: (parts: string): string => `Gồm (giữ nguyên từng loại tiền, không cộng): ${parts}.`,
} as const;

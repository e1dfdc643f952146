/** The screen of figures in words: what the picture and the sheet show too. */
import { answeredIn, type Counts, lateIn, type Measure, onTimePercent } from '#domain/figures/counts.ts';
import type { Breakdown } from '#domain/figures/query.ts';
import type { Plan, ScreenFigures } from '#domain/figures/screen.ts';
import type { View } from '#domain/figures/selection.ts';
import type { Reference } from '#domain/reference.ts';
import { REQUEST_TYPES, URGENCIES } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatMoment } from '../calendar/dates.ts';
import { formatNumber, formatPercent } from '../numbers.ts';
import { requestTypes, upperFirst, urgencies } from '../request/words.ts';
import { lateWords, measureName, onTimeWords } from './measures.ts';
import { periodName } from './periods.ts';

export const viewNames: Readonly<Record<View, string>> = {
  mine: 'Việc của tôi',
  unit: 'Việc của đơn vị tôi',
  asked: 'Đề nghị đã gửi',
  all: 'Tất cả',
};

export const breakdownNames: Readonly<Record<Breakdown, string>> = {
  field: 'Theo lĩnh vực',
  unit: 'Theo đơn vị',
  zone: 'Theo khu công nghiệp',
  type: 'Theo loại đề nghị',
  urgency: 'Theo mức độ khẩn',
};

export const texts = {
  changePeriod: 'Đổi kỳ',
  changeBreakdown: 'Phân tích',
  changeZone: 'Chọn khu',
  whichPeriod: 'Đề nghị chọn kỳ, hoặc gõ: /thongke từ 01/10/2026 đến 15/10/2026.',
  whichBreakdown: 'Đề nghị chọn cách phân tích.',
  whichZone: 'Đề nghị chọn khu công nghiệp.',
  noBreakdown: 'Không phân tích',
  withoutUnits: 'Xem số liệu chung',
  allZones: 'Tất cả các khu',
  excel: 'Xuất Excel',
  explain: 'Cách tính',
  unitsThen: 'Theo đơn vị tại thời điểm phát sinh',
  unitsNow: 'Theo đơn vị hiện nay',
  excelComes: 'Đang lập tệp Excel, tệp sẽ được gửi vào đây sau ít giây.',
  back: 'Quay lại thống kê',
  others: (count: number): string => `… và ${count} dòng khác: bấm Xuất Excel để xem đủ.`,
  noZone: 'Không thuộc khu nào',
  latestFirst: (head: string): string => `${head}, trễ hạn nhiều nhất trước`,
  equal: (count: number): string => (count === 0 ? '' : ` và ${count} dòng khác bằng số cuối`),
  noneLate: 'Trong kỳ không có phần việc nào trễ hạn.',
  none: 'Trong kỳ chưa có phần việc nào. Bấm Đổi kỳ để xem kỳ khác.',
} as const;

export const screenTitle = (plan: Plan): string => `Thống kê phối hợp ${periodName(plan.period)}`;

/** What the figures are of: view, narrowed to what, by the units of when. */
export const screenScope = (reference: Reference, { screen }: Plan): string =>
  [
    viewNames[screen.view],
    ...(screen.unit === null ? [] : [reference.directory.units.get(screen.unit)?.name ?? '']),
    ...(screen.zone === null ? [] : [zoneName(reference, screen.zone)]),
    ...(screen.field === null ? [] : [`lĩnh vực ${reference.fields.get(screen.field)?.name ?? ''}`]),
    ...(screen.units === 'now' ? ['theo đơn vị hiện nay'] : []),
  ].join(' · ');

export const screenLines = (reference: Reference, figures: ScreenFigures): readonly Line[] => {
  const { plan, current } = figures;
  const head: readonly Line[] = [
    [{ bold: screenTitle(plan) }],
    `${screenScope(reference, plan)} (trong phạm vi được xem)`,
    `Từ ${formatDate(plan.period.from)} đến ${formatDate(plan.period.to)}; số liệu lúc ${formatMoment(plan.query.now)}.`,
    '',
  ];
  if (current.total.received === 0) return [...head, texts.none];
  const { by, order } = plan.screen;
  return [
    ...head,
    ...(order === 'late' && by !== null ? [latest(rowsOf(reference, figures)), ''] : []),
    ...totals(figures),
    ...(by === null ? [] : ['', ...rows(reference, figures)]),
  ];
};

const totals = ({ current: { total }, previous, lastYear, days }: ScreenFigures): readonly Line[] => {
  const told = (measure: Measure): string => `${measureName(measure)}: ${formatNumber(total[measure])}`;
  const percent = onTimePercent(total);
  return [
    [{ bold: told('received') }, compared(total.received, previous.received, lastYear.received)],
    `${told('onTime')}; ${lower(told('late'))}; ${lower(told('silent'))}`,
    `${told('overdue')}; ${lower(told('open'))}; ${lower(told('paused'))}`,
    ...(total.handedOn + total.cancelled > 0 ? [`${told('handedOn')}; ${lower(told('cancelled'))}`] : []),
    ...(percent === null
      ? []
      : [`${onTimeWords.name}: ${formatPercent(percent)}${comparedPercent(previous, lastYear)}`]),
    `${told('receiptOnTime')}; muộn: ${formatNumber(total.receiptLate)}; ${lower(told('unreceived'))}`,
    ...(days === null
      ? []
      : [
          `Ngày làm việc để trả lời: trung vị ${days.median}; 90% trong ${days.p90} ngày (${formatNumber(days.answers)} trả lời)`,
        ]),
    ...(total.extensions + total.returns + total.takenOver > 0
      ? [`${told('extensions')}; ${lower(told('returns'))}; ${lower(told('takenOver'))}`]
      : []),
  ];
};

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const compared = (now: number, before: number, year: number): string =>
  ` (kỳ trước ${formatNumber(before)}${change(now, before)}; cùng kỳ năm trước ${formatNumber(year)}${change(now, year)})`;

/** A change is told where there is something that it is a change of. */
const change = (now: number, before: number): string => {
  if (before === 0 || now === before) return now === before ? ', không đổi' : '';
  const percent = (100 * (now - before)) / before;
  return percent > 0 ? `, tăng ${formatPercent(percent)}` : `, giảm ${formatPercent(-percent)}`;
};

const comparedPercent = (previous: Counts, lastYear: Counts): string => {
  const told = (name: string, counts: Counts): readonly string[] => {
    const percent = onTimePercent(counts);
    return percent === null ? [] : [`${name} ${formatPercent(percent)}`];
  };
  const all = [...told('kỳ trước', previous), ...told('cùng kỳ năm trước', lastYear)];
  return all.length === 0 ? '' : ` (${all.join('; ')})`;
};

/** More would not be read on a phone. */
const MOST_ROWS = 12;

const rows = (reference: Reference, figures: ScreenFigures): readonly Line[] => {
  const { by, order } = figures.plan.screen;
  const all = rowsOf(reference, figures);
  const head = by === null ? '' : breakdownNames[by];
  const shown = all.slice(0, MOST_ROWS).map(({ name, counts }): Line => {
    const open = counts.open + counts.overdue + counts.paused;
    return [
      { bold: name },
      `: nhận ${formatNumber(counts.received)}; trả lời ${formatNumber(answeredIn(counts))} (quá hạn ${formatNumber(counts.late)});` +
        ` không trả lời ${formatNumber(counts.silent)}; đang xử lý ${formatNumber(open)} (quá hạn ${formatNumber(counts.overdue)})${gone(counts)}`,
    ];
  });
  return [
    [{ bold: order === 'late' ? texts.latestFirst(head) : head }],
    ...shown,
    ...(all.length > MOST_ROWS ? [texts.others(all.length - MOST_ROWS)] : []),
  ];
};

const MOST_LATEST = 3;

/** So that each row adds up to what was received. */
const gone = ({ handedOn, cancelled }: Counts): string =>
  handedOn + cancelled === 0 ? '' : `; chuyển, hủy, rút ${formatNumber(handedOn + cancelled)}`;

/** The answer to who is late, before all the figures of it; of equals none is left out unsaid. */
const latest = (all: readonly NamedRow[]): Line => {
  const late = all.filter(({ counts }) => lateIn(counts) > 0);
  if (late.length === 0) return texts.noneLate;
  const shown = late.slice(0, MOST_LATEST);
  const least = shown.at(-1)?.counts ?? null;
  const equal = late.slice(MOST_LATEST).filter(({ counts }) => least !== null && lateIn(counts) === lateIn(least));
  const named = shown.map(({ name, counts }) => `${name} (${formatNumber(lateIn(counts))})`);
  return [{ bold: `${lateWords.name} nhiều nhất` }, `: ${named.join(', ')}${texts.equal(equal.length)}.`];
};

export type NamedRow = { readonly name: string; readonly counts: Counts };

/** Most first, or latest; kinds of urgency and request in their own order. */
export const rowsOf = (
  reference: Reference,
  { plan, current }: ScreenFigures,
  names: 'whole' | 'short' = 'whole',
): readonly NamedRow[] => {
  const { by, order } = plan.screen;
  if (by === null) return [];
  const entries = [...current.rows].toSorted(([a, one], [b, other]) => {
    if (order === 'late') return lateIn(other) - lateIn(one) || one.received - other.received || a - b;
    return by === 'type' || by === 'urgency' ? a - b : other.received - one.received || a - b;
  });
  const short = names === 'short' && by === 'unit';
  return entries.map(([id, counts]) => ({
    name: short ? (reference.directory.units.get(id)?.shortName ?? '') : rowName(reference, by, id),
    counts,
  }));
};

const rowName = (reference: Reference, by: Breakdown, id: number): string => {
  switch (by) {
    case 'field':
      return reference.fields.get(id)?.name ?? '';
    case 'unit':
      return reference.directory.units.get(id)?.name ?? '';
    case 'zone':
      return zoneName(reference, id);
    case 'type':
      return upperFirst(requestTypes[REQUEST_TYPES[id] ?? 'opinion']);
    case 'urgency':
      return upperFirst(urgencies[URGENCIES[id] ?? 'thuong']);
  }
};

const zoneName = (reference: Reference, id: number): string => reference.zones.get(id)?.name ?? texts.noZone;

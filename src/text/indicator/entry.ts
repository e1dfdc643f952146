/** Words of entering and correcting indicators, and of their trend. */
import type { Indicator, IndicatorKind } from '#domain/indicator/indicator.ts';
import { isNext, type Trend } from '#domain/indicator/trend.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatMoment } from '../calendar/dates.ts';
import { formatNumber, formatPercent } from '../numbers.ts';
import { upperFirst } from '../request/words.ts';
import { indicatorPeriod, indicatorValue, unitNames } from './say.ts';

export const kindNames: Readonly<Record<IndicatorKind, string>> = {
  actual: 'Thực hiện',
  estimate: 'Ước thực hiện',
  forecast: 'Dự kiến',
  target: 'Kế hoạch',
};

export const wrongNames = {
  value: 'Giá trị, tỷ lệ, nguồn',
  name: 'Tên chỉ tiêu',
  period: 'Kỳ',
  kind: 'Loại số liệu',
  unit: 'Đơn vị tính',
  zone: 'Khu công nghiệp',
  all: 'Rút số liệu này',
} as const;

export const entryTexts = {
  enter: 'Nhập chỉ tiêu',
  correct: 'Đính chính',
  history: 'Lịch sử đính chính',
  trend: 'Biểu đồ xu hướng',
  back: 'Quay lại chỉ tiêu',
  which: 'Đề nghị chọn số liệu cần đính chính.',
  name: { label: 'Chỉ tiêu', ask: 'Tên chỉ tiêu? Đề nghị chọn, hoặc gõ tên mới, ví dụ: Doanh thu doanh nghiệp KCN.' },
  kind: { label: 'Loại số liệu', ask: 'Loại số liệu?' },
  period: {
    label: 'Kỳ',
    ask: 'Kỳ của số liệu? Ví dụ: 6 tháng đầu năm 2026, quý III/2026, năm 2026. Nguồn không nói rõ thì ghi: chưa rõ kỳ, năm 2026.',
  },
  value: { label: 'Giá trị', ask: 'Giá trị? Ví dụ: 1.234,5 hoặc 2–3 hoặc khoảng 400.' },
  unit: { label: 'Đơn vị tính', ask: 'Đơn vị tính?' },
  zone: { label: 'Khu công nghiệp', ask: 'Của khu công nghiệp nào?', all: 'Chung các khu' },
  stated: {
    label: 'Tỷ lệ nguồn ghi',
    ask: 'Nguồn có ghi tỷ lệ không? Ghi đúng như nguồn, ví dụ: đạt 25% kế hoạch, bằng 45% so với cùng kỳ.',
    none: 'Không ghi',
  },
  source: {
    label: 'Nguồn',
    ask: 'Nguồn của số liệu? Ví dụ: Báo cáo 12/BC-BQL ngày 20/06/2026.',
    same: 'Giữ nguồn cũ',
  },
  wrong: { label: 'Nội dung đính chính', ask: 'Nội dung nào cần đính chính?' },
  reason: { label: 'Lý do', ask: 'Lý do đính chính?', askWithdrawn: 'Lý do rút số liệu?' },
  confirm: { label: 'Xác nhận', save: 'Lưu', withdraw: 'Rút số liệu', asWithdrawn: 'Số liệu sau sẽ được rút:' },
  saved: 'Đã lưu số liệu.',
  corrected: 'Đã đính chính; số cũ được giữ trong lịch sử.',
  withdrawn: 'Đã rút số liệu; số đã rút và lý do được giữ trong mục Số liệu đã rút.',
  showWithdrawn: 'Số liệu đã rút',
  noneWithdrawn: 'Chưa có số liệu nào bị rút. Gõ /chitieu để xem số liệu hiện nay.',
  noHistory: 'Số liệu này chưa được đính chính lần nào.',
  trendComes: 'Đang vẽ biểu đồ, hình sẽ được gửi vào đây sau ít giây.',
  drawn: (now: Millis): string =>
    `Nguồn: số liệu chỉ tiêu đã nhập, từng kỳ theo nguồn riêng; lấy lúc ${formatMoment(now)}.`,
} as const;

export const correctLabel = (one: Indicator, zone: string | null): string =>
  `${kindNames[one.kind]} ${indicatorPeriod(one)}${zone === null ? '' : `, ${zone}`}: ${indicatorValue(one)}`;

/** Someone who did it, at a moment; nobody: part of the sample. */
type Deed = { readonly at: Millis; readonly by: string | null };
/** A value with where it is of: null for none of the zones. */
type Placed = { readonly one: Indicator; readonly zone: string | null };
export type Past = Placed & { readonly entered: Deed; readonly replaced: Deed; readonly reason: string };

/** Newest first: what stands, then each before it, what of it was otherwise, and who replaced it why. */
export const historyLines = (now: Placed, before: readonly Past[]): readonly Line[] => [
  [{ bold: `${upperFirst(now.one.name)}, ${indicatorPeriod(now.one)}` }],
  `Hiện nay: ${indicatorValue(now.one)}. Nguồn: ${now.one.source}.`,
  ...before.map((past, at) => pastLine(past, before[at - 1] ?? now)),
];

/** A value that was withdrawn, with what it was. */
export const withdrawnLine = ({ one, zone }: Placed, withdrawn: Deed, reason: string): Line => [
  { bold: `${correctLabel(one, zone)}` },
  ` (${upperFirst(one.name)}). Rút ${deed(withdrawn)}. Lý do: ${reason}.`,
];

const pastLine = ({ one, zone, entered, replaced, reason }: Past, next: Placed): string => {
  const other = [
    ...(one.name === next.one.name ? [] : [`tên "${one.name}"`]),
    ...(indicatorPeriod(one) === indicatorPeriod(next.one) ? [] : [indicatorPeriod(one)]),
    ...(one.kind === next.one.kind ? [] : [kindNames[one.kind].toLocaleLowerCase('vi')]),
    ...(zone === next.zone ? [] : [zone ?? entryTexts.zone.all]),
  ];
  const told = [indicatorValue(one), ...other].join(', ');
  return `Trước đó: ${told} (nhập ${deed(entered)}). Nguồn: ${one.source}. Đính chính ${deed(replaced)}, lý do: ${reason || 'không ghi'}.`;
};

const deed = ({ at, by }: Deed): string => `${formatMoment(at)}${by === null ? '' : `, ${by}`}`;

export const trendTitle = ({ of }: Trend): string => `Xu hướng: ${of.series}`;
export const trendSubtitle = ({ of, points }: Trend, zone: string | null): string => {
  const [first, last] = [points[0], points.at(-1)];
  const span =
    first === undefined || last === undefined ? '' : `${periodOfPoint(of, first)} đến ${periodOfPoint(of, last)}`;
  return `${zone ?? entryTexts.zone.all}; đơn vị tính: ${unitNames[of.unit]}; ${span}`;
};

export const periodOfPoint = (of: Indicator, { from, to }: Pick<Trend['points'][number], 'from' | 'to'>): string =>
  indicatorPeriod({ ...of, from, to, isPeriodUncertain: false });

/** The picture in words. A change is that of like kinds only: an estimate is not held against a plan. */
export const trendLines = (trend: Trend, zone: string | null): readonly Line[] => {
  const { of, points } = trend;
  return [
    [{ bold: trendTitle(trend) }],
    `${trendSubtitle(trend, zone)}.`,
    ...points.map((point, at) => {
      const told = [...point.values].map(
        ([kind, one]) =>
          `${kindNames[kind].toLocaleLowerCase('vi')} ${pointValue(one)}${changeFrom(trend, { at, kind, one })}`,
      );
      return `${upperFirst(periodOfPoint(of, point))}: ${told.join('; ')}`;
    }),
  ];
};

export const pointValue = ({ isApprox, value }: Indicator): string =>
  `${isApprox ? 'khoảng ' : ''}${formatNumber(value)}`;

type Told = { readonly at: number; readonly kind: IndicatorKind; readonly one: Indicator };

/** Since the last period that has such a value; named, where it is not the one just before. */
const changeFrom = ({ of, points }: Trend, { at, kind, one }: Told): string => {
  const base = points.slice(0, at).findLast(({ values }) => values.has(kind));
  const before = base?.values.get(kind);
  const point = points[at];
  if (base === undefined || before === undefined || point === undefined) return '';
  if (before.value <= 0 || before.value === one.value) return '';
  const percent = (100 * (one.value - before.value)) / before.value;
  const than = isNext(base, point) ? '' : ` so với ${periodOfPoint(of, base)}`;
  return percent > 0 ? ` (tăng ${formatPercent(percent)}${than})` : ` (giảm ${formatPercent(-percent)}${than})`;
};

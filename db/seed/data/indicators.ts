/**
 * Figures as the article stated them (Báo Hànộimới, 26/05/2022; H) and a second outlet's for the same event (M). Nothing
 * is computed. Three traps are kept on purpose: a total over two currencies (I07: its parts give 81 only at 24,000 VND for
 * a dollar), a level beside a change (I08, T01), and periods the sentence leaves open (T04, T05).
 */
import type { IndicatorSeed } from './types.ts';

/** What most rows share; a row states only what differs. */
const PLAIN = {
  periodUncertain: false,
  valueMax: null,
  approx: false,
  ofPlanPct: null,
  vsPrevPct: null,
  vsPrevKind: null,
  statedTotalOf: [],
  note: null,
  source: 'Báo Hànộimới, 26/05/2022',
  confidence: 'H',
} as const;

const FIVE_MONTHS = { periodStart: '2022-01-01', periodEnd: '2022-05-31', periodLabel: '5T/2022' } as const;
const FIRST_HALF = { periodStart: '2022-01-01', periodEnd: '2022-06-30', periodLabel: '6T/2022' } as const;
const SECOND_HALF = { periodStart: '2022-07-01', periodEnd: '2022-12-31', periodLabel: '6T cuối 2022' } as const;
const YEAR = { periodStart: '2022-01-01', periodEnd: '2022-12-31', periodLabel: '2022' } as const;
/** Stands in a sentence that begins "6 tháng cuối năm 2022", but may mean the year. */
const UNCLEAR = {
  periodStart: null,
  periodEnd: '2022-12-31',
  periodLabel: '2022 hoặc 6T cuối 2022',
  periodUncertain: true,
} as const;
/** Totals so far, told at the event without a date of their own; "hơn" makes some a lower bound. */
const SO_FAR = {
  periodStart: null,
  periodEnd: '2022-05-26',
  periodLabel: 'lũy kế',
  periodUncertain: true,
  source: 'smoney.vn, 05/2022',
  confidence: 'M',
} as const;

const actuals = [
  {
    ...PLAIN,
    ...FIVE_MONTHS,
    id: 'I01',
    name: 'Dự án mới',
    nameEn: 'New projects',
    value: 4,
    unit: 'project',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...FIVE_MONTHS,
    id: 'I02',
    name: 'Vốn đăng ký dự án mới (USD)',
    nameEn: 'Registered capital of new projects (USD)',
    value: 1,
    unit: 'million USD',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...FIVE_MONTHS,
    id: 'I03',
    name: 'Vốn đăng ký dự án mới (VND)',
    nameEn: 'Registered capital of new projects (VND)',
    value: 450,
    unit: 'billion VND',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...FIVE_MONTHS,
    id: 'I04',
    name: 'Dự án mở rộng',
    nameEn: 'Expansion projects',
    value: 12,
    unit: 'project',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...FIVE_MONTHS,
    id: 'I05',
    name: 'Vốn đăng ký mở rộng (USD)',
    nameEn: 'Registered capital of expansions (USD)',
    value: 60,
    unit: 'million USD',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...FIVE_MONTHS,
    id: 'I06',
    name: 'Vốn đăng ký mở rộng (VND)',
    nameEn: 'Registered capital of expansions (VND)',
    value: 30,
    unit: 'billion VND',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...FIVE_MONTHS,
    id: 'I07',
    name: 'Tổng thu hút đầu tư (quy đổi)',
    nameEn: 'Total investment attracted (converted)',
    value: 81,
    unit: 'million USD equiv.',
    kind: 'actual',
    statedTotalOf: ['I02', 'I03', 'I05', 'I06'],
    note: 'Tổng quy đổi theo nguồn; hệ thống không tính lại.',
  },
] as const satisfies readonly IndicatorSeed[];

const firstHalf = [
  {
    ...PLAIN,
    ...FIRST_HALF,
    id: 'I08',
    name: 'Thu hút đầu tư',
    nameEn: 'Investment attracted',
    value: 100,
    unit: 'million USD',
    kind: 'forecast',
    ofPlanPct: 25,
    vsPrevPct: 45,
    vsPrevKind: 'level',
  },
  {
    ...PLAIN,
    ...FIRST_HALF,
    id: 'I09',
    name: 'Doanh thu doanh nghiệp KCN',
    nameEn: 'Revenue of enterprises',
    value: 4869,
    unit: 'million USD',
    kind: 'estimate',
  },
  {
    ...PLAIN,
    ...FIRST_HALF,
    id: 'I10',
    name: 'Nộp ngân sách nhà nước',
    nameEn: 'Paid to the state budget',
    value: 238.5,
    unit: 'million USD',
    kind: 'estimate',
  },
] as const satisfies readonly IndicatorSeed[];

const targets = [
  {
    ...PLAIN,
    ...YEAR,
    id: 'T01',
    name: 'Thu hút đầu tư cả năm',
    nameEn: 'Investment attracted (year)',
    value: 400,
    approx: true,
    unit: 'million USD',
    kind: 'target',
    vsPrevPct: 28.8,
    vsPrevKind: 'change',
  },
  {
    ...PLAIN,
    ...SECOND_HALF,
    id: 'T02',
    name: 'Thành lập KCN mới',
    nameEn: 'New zones established',
    value: 1,
    unit: 'zone',
    kind: 'target',
  },
  {
    ...PLAIN,
    ...SECOND_HALF,
    id: 'T03',
    name: 'Hoàn thành thủ tục đầu tư KCN/CCN',
    nameEn: 'Investment procedures finished (zones/clusters)',
    value: 2,
    valueMax: 3,
    unit: 'zone or cluster',
    kind: 'target',
    note: 'Nguồn khác ghi khu công nghệ cao thay cho cụm công nghiệp.',
  },
  {
    ...PLAIN,
    ...UNCLEAR,
    id: 'T04',
    name: 'Doanh thu',
    nameEn: 'Revenue',
    value: 8200,
    unit: 'million USD',
    kind: 'target',
    note: 'Chưa rõ kỳ.',
  },
  {
    ...PLAIN,
    ...UNCLEAR,
    id: 'T05',
    name: 'Nộp ngân sách',
    nameEn: 'Paid to the state budget',
    value: 229.4,
    unit: 'million USD',
    kind: 'target',
    note: 'Chưa rõ kỳ; thấp hơn số ước 6 tháng đầu năm (238,5).',
  },
] as const satisfies readonly IndicatorSeed[];

const secondOutlet = [
  {
    ...PLAIN,
    ...SO_FAR,
    id: 'E01',
    name: 'Dự án thứ cấp',
    nameEn: 'Secondary projects',
    value: 707,
    unit: 'project',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...SO_FAR,
    id: 'E02',
    name: 'Dự án FDI',
    nameEn: 'FDI projects',
    value: 305,
    unit: 'project',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...SO_FAR,
    id: 'E03',
    name: 'Vốn đăng ký dự án FDI',
    nameEn: 'Registered capital of FDI projects',
    value: 6.1,
    approx: true,
    unit: 'billion USD',
    kind: 'actual',
    note: 'Nguồn ghi "hơn 6,1 tỷ USD".',
  },
  {
    ...PLAIN,
    ...SO_FAR,
    id: 'E04',
    name: 'Dự án trong nước',
    nameEn: 'Domestic projects',
    value: 402,
    unit: 'project',
    kind: 'actual',
  },
  {
    ...PLAIN,
    ...SO_FAR,
    id: 'E05',
    name: 'Vốn đăng ký dự án trong nước',
    nameEn: 'Registered capital of domestic projects',
    value: 18000,
    approx: true,
    unit: 'billion VND',
    kind: 'actual',
    note: 'Nguồn ghi "hơn 18.000 tỷ đồng".',
  },
  {
    ...PLAIN,
    ...SO_FAR,
    ...FIRST_HALF,
    periodUncertain: false,
    id: 'E06',
    name: 'Kim ngạch xuất khẩu',
    nameEn: 'Exports',
    value: 3124,
    unit: 'million USD',
    kind: 'estimate',
    note: 'Nguồn không ghi là số ước; công bố trước khi hết kỳ.',
  },
] as const satisfies readonly IndicatorSeed[];

export const indicators: readonly IndicatorSeed[] = [...actuals, ...firstHalf, ...targets, ...secondOutlet];

/** The reporting periods of Decree 09/2019: data from the 15th to a cut-off on the 14th (domain 8.5). */
import type { IsoDate } from '#domain/time.ts';

export const REPORT_KINDS = ['month', 'quarter', 'half', 'nine_months', 'year'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export type ReportPeriod = {
  readonly kind: ReportKind;
  readonly year: number;
  /** The month of the cut-off. */
  readonly month: number;
  /** First and last day of its data. */
  readonly from: IsoDate;
  readonly to: IsoDate;
};

const ENDS: Readonly<Record<ReportKind, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  half: [6],
  nine_months: [9],
  year: [12],
};

const MONTHS: Readonly<Record<ReportKind, number>> = { month: 1, quarter: 3, half: 6, nine_months: 9, year: 12 };

/** The periods of a kind whose cut-off lies in the years from one to another, in order. */
export const periodsOf = (kind: ReportKind, firstYear: number, lastYear: number): readonly ReportPeriod[] => {
  const periods: ReportPeriod[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const month of ENDS[kind]) {
      const before = year * 12 + (month - 1) - MONTHS[kind];
      const from = isoDay(Math.floor(before / 12), (before % 12) + 1, 15);
      periods.push({ kind, year, month, from, to: isoDay(year, month, 14) });
    }
  }
  return periods;
};

/** The period that a day's data belong to; null on the days that a kind leaves out (after its only cut-off of a year). */
export const periodOf = (kind: ReportKind, day: IsoDate): ReportPeriod | null => {
  const year = Number(day.slice(0, 4));
  return periodsOf(kind, year, year + 1).find(({ from, to }) => from <= day && day <= to) ?? null;
};

const isoDay = (year: number, month: number, day: number): IsoDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

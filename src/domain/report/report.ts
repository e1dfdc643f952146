/**
 * A report on the working of a regulation in one period of Decree 09/2019: what it is about, which periods there are,
 * when its figures are closed, and whose figures a person reports.
 */
import { type Calendar, nextWorkingDay } from '#domain/calendar/calendar.ts';
import { type Directory, homeUnitOf, type PersonId, type UnitId } from '#domain/directory/directory.ts';
import { periodOf, periodsOf, REPORT_KINDS, type ReportKind, type ReportPeriod } from '#domain/duty/period.ts';
import { type Counts, type Outcome, sumOf } from '#domain/figures/counts.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import type { Reference, Regulation } from '#domain/reference.ts';
import { morning } from '#domain/request/reminders.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { addDays, dateOf, type IsoDate, type Millis, momentOf } from '#domain/time.ts';

/** The definitions of `domain/figures/counts.ts` that closed figures were counted by: raised when a meaning changes. */
export const DEFINITION = 1;

export type ReportKey = { readonly regulationId: number; readonly kind: ReportKind; readonly to: IsoDate };

/** Sums of what one unit was asked by another in one field. */
export type ReportCell = {
  readonly unitId: UnitId;
  readonly askingId: UnitId;
  readonly fieldId: number;
  readonly counts: Counts;
};

/** A part that was late, not answered, or is overdue, as it stood when the figures were closed. */
export type ReportPart = {
  readonly code: string;
  readonly subject: string;
  readonly unitId: UnitId;
  readonly askingId: UnitId;
  readonly outcome: Extract<Outcome, 'late' | 'silent' | 'overdue'>;
  readonly due: Millis;
};

export type ReportFigures = {
  readonly cells: readonly ReportCell[];
  readonly parts: readonly ReportPart[];
  /** When they were counted: for closed ones once and for all. */
  readonly takenAt: Millis;
  readonly definition: number;
  readonly isClosed: boolean;
};

export const reportPeriod = ({ kind, to }: Omit<ReportKey, 'regulationId'>): ReportPeriod | null => {
  const found = periodOf(kind, to);
  return found?.to === to ? found : null;
};

/** 24:00 of the cut-off day. */
export const closesAt = ({ to }: Pick<ReportPeriod, 'to'>): Millis => momentOf(to, 1440);

/** Periods of every kind that end with this day, the longest last. */
export const periodsEndingOn = (day: IsoDate): readonly ReportPeriod[] =>
  REPORT_KINDS.flatMap((kind) => reportPeriod({ kind, to: day }) ?? []);

/** The next cut-off after a moment, among the kinds given. */
export const nextClose = (kinds: readonly ReportKind[], after: Millis): Millis => {
  const year = Number(dateOf(after).slice(0, 4));
  const moments = kinds.flatMap((kind) => periodsOf(kind, year, year + 1).map(closesAt));
  return Math.min(...moments.filter((at) => at > after));
};

/** The last period of a kind that is over on a day. */
export const lastClosed = (kind: ReportKind, day: IsoDate): ReportPeriod => {
  const year = Number(day.slice(0, 4));
  const found = periodsOf(kind, year - 1, year).findLast(({ to }) => to < day);
  if (found === undefined) throw new Error('a year has every kind of period');
  return found;
};

/** What there is to report on: of each kind the last period that is over, and the month that runs. */
export const reportablePeriods = (day: IsoDate): readonly ReportPeriod[] => {
  const over = REPORT_KINDS.map((kind) => lastClosed(kind, day));
  const running = periodOf('month', day);
  return running === null ? over : [...over, running];
};

/** Calendar months as people name them, `quý III` or `6 tháng đầu năm`, to the decree's period of that name. */
export const periodNamed = ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): ReportPeriod | null => {
  const [year, first] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const last = Number(to.slice(5, 7));
  if (to.slice(0, 4) !== from.slice(0, 4) || !from.endsWith('-01')) return null;
  const kind = KIND_BY_MONTHS[last - first + 1];
  if (kind === undefined) return null;
  const found = periodsOf(kind, year, year).find(({ month }) => month === last);
  // The last six months of a year are no period of the decree.
  return found ?? null;
};

/** Named without a year it is the last one of its name that has begun: the decree's December begins in November. */
export const latestBegun = (period: ReportPeriod, day: IsoDate): ReportPeriod => {
  const { kind, month, year } = period;
  const next = periodsOf(kind, year + 1, year + 1).find((one) => one.month === month);
  return next !== undefined && next.from <= day ? next : period;
};

const KIND_BY_MONTHS: Readonly<Record<number, ReportKind>> = {
  1: 'month',
  3: 'quarter',
  6: 'half',
  9: 'nine_months',
  12: 'year',
};

/** The versions in force at any time of the period, the one that governs its end first. */
export const regulationsIn = ({ regulations }: Reference, { from, to }: ReportPeriod): readonly Regulation[] =>
  regulations
    .filter((one) => one.validFrom <= to && (one.validTo === null || from <= one.validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));

export type ReportScope = { readonly all: boolean; readonly units: readonly UnitId[] };

/** Who sees everything reports on everything; focal, clerk, head and leader on what their units owe and ask. */
export const reportScope = (directory: Directory, personId: PersonId, day: IsoDate): Result<ReportScope> => {
  const { all, units } = scopeOf(directory, personId, day);
  return all || units.length > 0 ? ok({ all, units }) : refused('report.scope');
};

export type FoundReport = {
  readonly period: ReportPeriod;
  readonly regulation: Regulation;
  readonly scope: ReportScope;
};

/** What is asked for, if there is such a report and the person may have it. */
export const findReport = (
  reference: Reference,
  personId: PersonId,
  key: ReportKey,
  day: IsoDate,
): Result<FoundReport> => {
  const scope = reportScope(reference.directory, personId, day);
  if (!scope.ok) return scope;
  const period = reportPeriod(key);
  if (period === null) return refused('report.period');
  if (day < period.from) return refused('report.future', { from: period.from });
  const regulation = regulationsIn(reference, period).find(({ id }) => id === key.regulationId);
  return regulation === undefined ? refused('report.no_regulation') : ok({ period, regulation, scope: scope.value });
};

/** Whose report it is: that of the unit he works for, among those he reports on. */
export const reportingUnit = (directory: Directory, personId: PersonId, { units }: ReportScope, day: IsoDate): UnitId =>
  homeUnitOf(directory, personId, day)?.id ?? units[0] ?? 0;

/** Closed figures are everybody's; each reads those of his scope of now. */
export const within = ({ all, units }: ReportScope, figures: ReportFigures): ReportFigures => {
  const isSeen = ({ unitId, askingId }: Pick<ReportCell, 'unitId' | 'askingId'>): boolean =>
    all || units.includes(unitId) || units.includes(askingId);
  return { ...figures, cells: figures.cells.filter(isSeen), parts: figures.parts.filter(isSeen) };
};

/** Sums by one thing, in the order of their size. */
export const sumsBy = (cells: readonly ReportCell[], idOf: (cell: ReportCell) => number): readonly IdCounts[] => {
  const sums = [...Map.groupBy(cells, idOf)].map(([id, own]) => ({
    id,
    counts: sumOf(own.map(({ counts }) => counts)),
  }));
  return sums.toSorted((a, b) => b.counts.received - a.counts.received || a.id - b.id);
};

export type IdCounts = { readonly id: number; readonly counts: Counts };

/** A working day's opening after the cut-off is when a report goes by itself. */
export const sentAt = (calendar: Calendar, close: Millis): Millis =>
  morning(calendar, nextWorkingDay(calendar, addDays(dateOf(close), -1)));

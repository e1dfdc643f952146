/** Recurring reports: when a period's duty is due, and when it comes into being. Pure; asked by the job that makes them. */
import { type Calendar, workingDaysBefore } from '#domain/calendar/calendar.ts';
import { type Deadline, deadline } from '#domain/calendar/deadline.ts';
import type { Term } from '#domain/calendar/term.ts';
import { isValidOn, type UnitId } from '#domain/directory/directory.ts';
import { LADDER, morning } from '#domain/request/reminders.ts';
import { dateOf, type IsoDate, type Millis, momentOf } from '#domain/time.ts';
import { periodsOf, type ReportKind, type ReportPeriod } from './period.ts';

export type DutyTemplate = {
  readonly id: number;
  readonly unitId: UnitId;
  readonly owedTo: UnitId;
  readonly regulationId: number | null;
  readonly period: ReportKind;
  readonly title: string;
  /** From the cut-off to the sending. */
  readonly term: Term;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
};

/** The cut-off day is the event and is not counted (Civil Code art. 147). */
export const reportDeadline = (calendar: Calendar, { term }: Pick<DutyTemplate, 'term'>, to: IsoDate): Deadline =>
  deadline(calendar, { from: momentOf(to, 0), fromDate: to, term });

/** Known as early as the ladder first speaks of it: at the opening of the seventh working day before it is due. */
const FIRST_RUNG = Math.max(...LADDER);

export type Coming = { readonly period: ReportPeriod; readonly at: Millis; readonly due: Deadline };

const comingOf = (calendar: Calendar, template: DutyTemplate, period: ReportPeriod): Coming => {
  const due = reportDeadline(calendar, template, period.to);
  return { period, due, at: morning(calendar, workingDaysBefore(calendar, due.date, FIRST_RUNG)) };
};

/** The periods whose duty comes into being after one moment and not after another, in order. */
export const comingBetween = (
  calendar: Calendar,
  template: DutyTemplate,
  after: Millis,
  until: Millis,
): readonly Coming[] =>
  periodsOf(template.period, yearOf(after) - 1, yearOf(until) + 1)
    .filter(({ to }) => isValidOn(template, to))
    .map((period) => comingOf(calendar, template, period))
    .filter(({ at }) => at > after && at <= until)
    .sort((a, b) => a.at - b.at);

/** When the next one comes into being; null when its template has ended. */
export const nextComing = (calendar: Calendar, template: DutyTemplate, after: Millis): Millis | null =>
  periodsOf(template.period, yearOf(after) - 1, Math.max(yearOf(after), yearIn(template.validFrom)) + 2)
    .filter(({ to }) => isValidOn(template, to))
    .map((period) => comingOf(calendar, template, period).at)
    .filter((at) => at > after)
    .sort((a, b) => a - b)[0] ?? null;

const yearOf = (at: Millis): number => yearIn(dateOf(at));
const yearIn = (date: IsoDate): number => Number(date.slice(0, 4));

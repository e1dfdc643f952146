/**
 * Figures of any selection, exact at the moment of reading: whole months from the sums, what acts have noted since, the
 * days at the edges from the parts themselves, and all that is still open one by one. One statement, so that nothing
 * is counted twice or missed while a job folds.
 */
import { type Counts, type Measure, NOTHING, sumOf } from '#domain/figures/counts.ts';
import type { Period } from '#domain/figures/period.ts';
import type { Figures, FiguresQuery } from '#domain/figures/query.ts';
import type { DaysTaken } from '#domain/figures/worked-days.ts';
import type { Tx } from './client.ts';
import { type FigureRow, figureStatement, type SumColumn } from './figures/statement.ts';

/** @returns one for each period, in their order */
export const readFigures = async (tx: Tx, query: FiguresQuery, periods: readonly Period[]): Promise<Figures[]> => {
  const { rows } = await figureStatement({ query, by: query.by, periods }).execute(tx);
  return periods.map((period, index) => {
    const own = rows.filter((row) => row.i === index).map((row): [number, Counts] => [row.key, countsIn(row)]);
    const total = sumOf(own.map(([, counts]) => counts));
    return { period, total, rows: new Map(query.by === null ? [] : own) };
  });
};

/** The working days that the answers of a period took. */
export const readDaysTaken = async (tx: Tx, query: FiguresQuery, period: Period): Promise<DaysTaken> => {
  const { rows } = await figureStatement({ query, by: 'days', periods: [period] }).execute(tx);
  return new Map(rows.map((row): [number, number] => [row.key, row.received]));
};

const COLUMNS: Readonly<Record<Measure, SumColumn>> = {
  received: 'received',
  onTime: 'on_time',
  late: 'late',
  silent: 'silent',
  paused: 'paused',
  open: 'open',
  overdue: 'overdue',
  handedOn: 'handed_on',
  cancelled: 'cancelled',
  receiptOnTime: 'receipt_on_time',
  receiptLate: 'receipt_late',
  unreceived: 'unreceived',
  extensions: 'extensions',
  returns: 'returns',
  takenOver: 'taken_over',
};

const countsIn = (row: FigureRow): Counts => {
  const counts = { ...NOTHING };
  // Object.entries forgets the names' type.
  for (const [measure, column] of Object.entries(COLUMNS) as [Measure, SumColumn][]) counts[measure] = row[column];
  return counts;
};

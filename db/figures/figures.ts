/** Figures of any selection, exact at the moment of reading. */
import { type Counts, type Measure, NOTHING, sumOf } from '#domain/figures/counts.ts';
import type { Period } from '#domain/figures/period.ts';
import type { Figures, FiguresQuery } from '#domain/figures/query.ts';
import type { DaysTaken } from '#domain/figures/worked-days.ts';
import type { Tx } from '../client.ts';
import { type Ask, type FigureRow, figureStatement, type SumColumn } from './statement.ts';

/** @returns one for each period, in their order */
export const readFigures = async (tx: Tx, query: FiguresQuery, periods: readonly Period[]): Promise<Figures[]> => {
  const asks = periods.map((period) => ({ period, by: query.by }));
  const { rows } = await figureStatement(query, asks).execute(tx);
  return asks.map((ask, i) => figuresOf(ask, rowsOf(rows, i)));
};

export type Compared = {
  readonly current: Figures;
  readonly previous: Counts;
  readonly lastYear: Counts;
  /** The working days that the answers of the period took. */
  readonly days: DaysTaken;
};

/** All that a screen shows, in one statement. */
export const readCompared = async (
  tx: Tx,
  query: FiguresQuery,
  { period, previous, lastYear }: Readonly<Record<'period' | 'previous' | 'lastYear', Period>>,
): Promise<Compared> => {
  const asks = [
    { period, by: query.by },
    { period: previous, by: null },
    { period: lastYear, by: null },
    { period, by: 'days' as const },
  ];
  const { rows } = await figureStatement(query, asks).execute(tx);
  const total = (i: number): Counts => sumOf(rowsOf(rows, i).map(countsIn));
  return {
    current: figuresOf({ period, by: query.by }, rowsOf(rows, 0)),
    previous: total(1),
    lastYear: total(2),
    days: daysIn(rowsOf(rows, 3)),
  };
};

export const readDaysTaken = async (tx: Tx, query: FiguresQuery, period: Period): Promise<DaysTaken> => {
  const { rows } = await figureStatement(query, [{ period, by: 'days' }]).execute(tx);
  return daysIn(rows);
};

const rowsOf = (rows: readonly FigureRow[], i: number): readonly FigureRow[] => rows.filter((row) => row.i === i);

const figuresOf = ({ period, by }: Ask, rows: readonly FigureRow[]): Figures => {
  const own = rows.map((row): [number, Counts] => [row.key, countsIn(row)]);
  return { period, total: sumOf(own.map(([, counts]) => counts)), rows: new Map(by === null ? [] : own) };
};

const daysIn = (rows: readonly FigureRow[]): DaysTaken =>
  new Map(rows.map((row): [number, number] => [row.key, row.received]));

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

/** Values of one indicator over like periods: half-years with half-years, never with the whole year. */
import { addDays, type IsoDate } from '#domain/time.ts';
import type { Indicator, IndicatorKind } from './indicator.ts';

export type TrendPoint = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly values: ReadonlyMap<IndicatorKind, Indicator>;
};
export type Trend = { readonly of: Indicator; readonly points: readonly TrendPoint[] };

/** More labels than these could not be read on a phone: the newest are kept. */
const MOST_POINTS = 6;

/** Null: fewer than two like periods are known. What is uncertain, or a range, is no point. */
export const trendOf = (of: Indicator, all: readonly Indicator[]): Trend | null => {
  const shape = shapeOf(of);
  if (shape === null) return null;
  const like = all.filter(
    (one) =>
      one.series === of.series &&
      one.unit === of.unit &&
      one.zoneId === of.zoneId &&
      shapeOf(one) === shape &&
      isPoint(one),
  );
  const periods = Map.groupBy(like, ({ from, to }) => `${from} ${to}`);
  const points = [...periods.values()]
    .map((same) => ({
      from: same[0]?.from ?? of.to,
      to: same[0]?.to ?? of.to,
      values: new Map(same.map((one) => [one.kind, one])),
    }))
    .toSorted((a, b) => a.to.localeCompare(b.to));
  return points.length < 2 ? null : { of, points: points.slice(-MOST_POINTS) };
};

/** No period of their kind lies between them. */
export const isNext = (before: Span, after: Span): boolean =>
  after.from === addDays(before.to, 1) ||
  (Number(after.from.slice(0, 4)) === Number(before.from.slice(0, 4)) + 1 &&
    after.from.slice(4) === before.from.slice(4) &&
    // Months and quarters follow each other within the year.
    !['1', '3'].includes(shapeOf(after) ?? ''));

type Span = { readonly from: IsoDate; readonly to: IsoDate };

const isPoint = ({ isPeriodUncertain, valueMax }: Indicator): boolean => !isPeriodUncertain && valueMax === null;

/** Months, quarters and years follow each other; what began with the year is like the same of another year. */
const shapeOf = ({ from, to }: Pick<Indicator, 'from' | 'to'>): string | null => {
  if (from === null) return null;
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  return [1, 3, 12].includes(months) ? `${months}` : `${from.slice(5)} ${to.slice(5, 7)}`;
};

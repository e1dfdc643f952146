/** Values of one indicator over like periods: half-years with half-years, never with the whole year. */
import type { IsoDate } from '#domain/time.ts';
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

const isPoint = ({ isPeriodUncertain, valueMax }: Indicator): boolean => !isPeriodUncertain && valueMax === null;

/** Months, quarters and years follow each other; what began with the year is like the same of another year. */
const shapeOf = ({ from, to }: Indicator): string | null => {
  if (from === null) return null;
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  return [1, 3, 12].includes(months) ? `${months}` : `${from.slice(5)} ${to.slice(5, 7)}`;
};

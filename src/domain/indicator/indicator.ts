/**
 * Indicators of the zones as their sources state them: a value or a range, its unit, its period, and what kind of value
 * it is. Nothing stated is recomputed, a level (45% of) is no change (28,8% more), and two currencies are never added.
 */
import type { IsoDate } from '#domain/time.ts';

export const INDICATOR_KINDS = ['actual', 'estimate', 'forecast', 'target'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

export const INDICATOR_UNITS = [
  'project',
  'million_usd',
  'billion_usd',
  'billion_vnd',
  'million_usd_converted',
  'zone',
  'zone_or_cluster',
  'percent',
  'person',
  'ha',
] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

export type Compared = {
  readonly percent: number;
  /** `level`: 45 means 45% of it; `change`: 28.8 means 28.8% more. */
  readonly kind: 'level' | 'change';
};

export type Indicator = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Values of one series can be held against each other. */
  readonly series: string;
  /** Null where the source does not say. */
  readonly from: IsoDate | null;
  readonly to: IsoDate;
  readonly periodLabel: string;
  readonly isPeriodUncertain: boolean;
  readonly value: number;
  readonly valueMax: number | null;
  readonly isApprox: boolean;
  readonly unit: IndicatorUnit;
  readonly kind: IndicatorKind;
  readonly zoneId: number | null;
  readonly ofPlan: number | null;
  readonly vsPrevious: Compared | null;
  /** A total that the source converted itself: codes of its parts. */
  readonly statedTotalOf: readonly string[];
  readonly note: string | null;
  readonly source: string;
};

export type NewIndicator = Omit<Indicator, 'id'>;

export type Computed = {
  readonly ofPlan: { readonly percent: number; readonly base: Indicator } | null;
  readonly vsPrevious: { readonly percent: number; readonly base: Indicator } | null;
};

/** Percentages where the base is there, exact and certain; a stated one stays beside it. */
export const computedOf = (one: Indicator, all: readonly Indicator[]): Computed => {
  const same = all.filter((other) => other.id !== one.id && isComparable(one, other));
  const plan =
    one.kind === 'target' ? undefined : same.find((other) => other.kind === 'target' && isYearOf(other, one));
  const before =
    one.kind === 'target' ? undefined : same.find((other) => isAchieved(other) && isYearBefore(other, one));
  return {
    ofPlan: plan === undefined ? null : { percent: (100 * one.value) / plan.value, base: plan },
    vsPrevious: before === undefined ? null : { percent: (100 * one.value) / before.value, base: before },
  };
};

/** One value of one thing: what is entered again is a correction. Two currencies are two things. */
export const isSameThing = (one: NewIndicator, other: NewIndicator): boolean =>
  one.series === other.series &&
  one.from === other.from &&
  one.to === other.to &&
  one.kind === other.kind &&
  one.unit === other.unit &&
  one.zoneId === other.zoneId;

/** A percentage that is only stated: its base is not among what we have. */
export const isOnlyStated = (one: Indicator, computed: Computed): boolean =>
  (one.ofPlan !== null && computed.ofPlan === null) || (one.vsPrevious !== null && computed.vsPrevious === null);

/** The same thing in the same unit and place; what is uncertain or a range is no base. */
const isComparable = (one: Indicator, other: Indicator): boolean =>
  other.series === one.series &&
  other.unit === one.unit &&
  other.zoneId === one.zoneId &&
  !one.isPeriodUncertain &&
  !other.isPeriodUncertain &&
  one.valueMax === null &&
  other.valueMax === null &&
  other.value !== 0;

const isAchieved = ({ kind }: Indicator): boolean => kind === 'actual' || kind === 'estimate';

const isYearOf = (plan: Indicator, one: Indicator): boolean =>
  plan.from === `${one.to.slice(0, 4)}-01-01` && plan.to === `${one.to.slice(0, 4)}-12-31`;

const isYearBefore = (before: Indicator, one: Indicator): boolean =>
  one.from !== null && before.from === yearBefore(one.from) && before.to === yearBefore(one.to);

const yearBefore = (day: IsoDate): IsoDate => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

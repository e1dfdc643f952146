/** The indicators of the article, as it states them. */
import type { IndicatorUnit } from '#domain/indicator/indicator.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { insertIndicators } from '../figures/indicator.ts';
import { indicators } from './data/indicators.ts';
import type { IndicatorSeed } from './data/types.ts';

export const seedIndicators = (tx: Tx, now: Millis): Promise<void> =>
  insertIndicators(
    tx,
    indicators.map((one) => ({
      code: one.id,
      name: one.name,
      series: SERIES[one.id] ?? one.name,
      from: one.periodStart,
      to: one.periodEnd,
      periodLabel: one.periodLabel,
      isPeriodUncertain: one.periodUncertain,
      value: one.value,
      valueMax: one.valueMax,
      isApprox: one.approx,
      unit: UNITS[one.unit],
      kind: one.kind,
      zoneId: null,
      ofPlan: one.ofPlanPct,
      vsPrevious:
        one.vsPrevPct === null || one.vsPrevKind === null ? null : { percent: one.vsPrevPct, kind: one.vsPrevKind },
      statedTotalOf: one.statedTotalOf,
      note: one.note,
      source: one.source,
    })),
    now,
  );

/** One thing under two names in the article: the year's plan, and what was attracted. */
const SERIES: Readonly<Record<string, string>> = { T01: 'Thu hút đầu tư', I08: 'Thu hút đầu tư' };

const UNITS: Readonly<Record<IndicatorSeed['unit'], IndicatorUnit>> = {
  project: 'project',
  'million USD': 'million_usd',
  'billion USD': 'billion_usd',
  'billion VND': 'billion_vnd',
  'million USD equiv.': 'million_usd_converted',
  zone: 'zone',
  'zone or cluster': 'zone_or_cluster',
};

/** Indicators: rows in, domain values out. What was corrected or withdrawn stays, behind what took its place. */
import { type Selectable, sql } from 'kysely';
import type { Indicator, IndicatorKind, IndicatorUnit, NewIndicator } from '#domain/indicator/indicator.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { appendFacts, lockStream, type Origin } from '../fact.ts';
import type { Database } from '../schema.ts';

type Row = Selectable<Database['indicator_value']>;

/** What stands now, oldest period first. */
export const readIndicators = async (tx: Tx): Promise<readonly Indicator[]> => {
  const rows = await tx
    .selectFrom('indicator_value as v')
    .selectAll('v')
    .where('withdrawn', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('indicator_value as n').select('n.id').whereRef('n.replaces', '=', 'v.id'))),
    )
    .orderBy('v.period_to')
    .orderBy('v.code')
    .execute();
  return rows.map(indicatorOf);
};

/** The stream of their facts. */
export const INDICATORS = 'indicators';

/** New values, or corrections of those that have their code. @returns ids of those that are new */
export const saveIndicators = async (
  tx: Tx,
  values: readonly NewIndicator[],
  origin: Origin,
  correction: { readonly reason: string } | null,
): Promise<readonly number[]> => {
  // What stands is read by one writer at a time: nothing is entered twice.
  await lockStream(tx, INDICATORS);
  const standing = new Map((await readIndicators(tx)).map((one) => [one.code, one]));
  // The same sheet twice corrects nothing.
  const news = values.filter((one) => !isSame(standing.get(one.code), one));
  const rows = news.map((one) => {
    const replaces = standing.get(one.code)?.id ?? null;
    return { ...rowOf(one, origin), replaces, reason: replaces === null ? null : (correction?.reason ?? '') };
  });
  if (rows.length === 0) return [];
  const saved = await tx.insertInto('indicator_value').values(rows).returning('id').execute();
  const facts = rows.map((row) => ({
    kind: row.replaces === null ? 'indicator_entered' : 'indicator_corrected',
    partId: null,
    data: { code: row.code, value: Number(row.value), before: row.replaces, reason: row.reason },
  }));
  await appendFacts(tx, INDICATORS, facts, origin);
  return saved.map(({ id }) => id);
};

export type Replacement = {
  readonly value: NewIndicator;
  /** Nothing stands in its place: the new row only says that, why and by whom. */
  readonly isWithdrawn: boolean;
  readonly reason: string;
};

/** In place of one that stands, whatever of it was wrong. Under the lock of the stream. */
export const replaceIndicator = async (
  tx: Tx,
  standing: Indicator,
  { value, isWithdrawn, reason }: Replacement,
  origin: Origin,
): Promise<number> => {
  const row = { ...rowOf(value, origin), replaces: standing.id, reason, withdrawn: isWithdrawn };
  const { id } = await tx.insertInto('indicator_value').values(row).returning('id').executeTakeFirstOrThrow();
  const kind = isWithdrawn ? 'indicator_withdrawn' : 'indicator_corrected';
  const data = { code: value.code, value: value.value, before: standing.id, reason };
  await appendFacts(tx, INDICATORS, [{ kind, partId: null, data }], origin);
  return id;
};

export type WithdrawnIndicator = Indicator & {
  readonly reason: string;
  readonly withdrawnAt: Millis;
  readonly withdrawnBy: number | null;
};

/** The newest first. */
export const readWithdrawn = async (tx: Tx, most: number): Promise<readonly WithdrawnIndicator[]> => {
  const rows = await tx
    .selectFrom('indicator_value')
    .selectAll()
    .where('withdrawn', '=', true)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...indicatorOf(row),
    reason: row.reason ?? '',
    withdrawnAt: row.entered_at,
    withdrawnBy: row.entered_by,
  }));
};

const isSame = (standing: Indicator | undefined, one: NewIndicator): boolean => {
  if (standing === undefined) return false;
  // The order of keys is that of the type's reader on the one side, of a form or a sheet on the other.
  const told = (of: NewIndicator): string => JSON.stringify(rowOf(of, { actorId: null, channel: null, at: 0 }));
  return told(standing) === told(one);
};

/** As the sources state them, with nobody behind: part of the sample. */
export const insertIndicators = async (tx: Tx, values: readonly NewIndicator[], now: Millis): Promise<void> => {
  const rows = values.map((one) => rowOf(one, { actorId: null, channel: null, at: now }));
  await tx.insertInto('indicator_value').values(rows).execute();
};

export type PastIndicator = Indicator & {
  /** Why it was replaced. */
  readonly reason: string;
  readonly enteredAt: Millis;
  readonly enteredBy: number | null;
  readonly replacedAt: Millis;
  readonly replacedBy: number | null;
};

/** The values that one had before, newest first. */
export const historyOf = async (tx: Tx, id: number): Promise<readonly PastIndicator[]> => {
  const { rows } = await sql<Row & Replacing>`
    with recursive before as (
      select v.*, ''::text as why, v.entered_at as replaced_at, v.entered_by as replaced_by, 0 as depth
      from indicator_value v where id = ${id}
      union all
      select v.*, b.reason, b.entered_at, b.entered_by, b.depth + 1 from before b join indicator_value v on v.id = b.replaces
    )
    select * from before where depth > 0 order by depth`.execute(tx);
  return rows.map((row) => ({
    ...indicatorOf(row),
    reason: row.why,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
    replacedAt: row.replaced_at,
    replacedBy: row.replaced_by,
  }));
};

type Replacing = { readonly why: string; readonly replaced_at: Millis; readonly replaced_by: number | null };

const rowOf = (one: NewIndicator, { actorId, at }: Origin) => ({
  code: one.code,
  name: one.name,
  series: one.series,
  period_from: one.from,
  period_to: one.to,
  period_label: one.periodLabel,
  period_uncertain: one.isPeriodUncertain,
  value: one.value,
  value_max: one.valueMax,
  approx: one.isApprox,
  unit: one.unit,
  kind: one.kind,
  zone_id: one.zoneId,
  of_plan: one.ofPlan,
  vs_previous: one.vsPrevious?.percent ?? null,
  vs_previous_kind: one.vsPrevious?.kind ?? null,
  stated_total_of: [...one.statedTotalOf],
  note: one.note,
  source: one.source,
  entered_by: actorId,
  entered_at: new Date(at),
});

const indicatorOf = (row: Row): Indicator => ({
  id: row.id,
  code: row.code,
  name: row.name,
  series: row.series,
  from: row.period_from,
  to: row.period_to,
  periodLabel: row.period_label,
  isPeriodUncertain: row.period_uncertain,
  value: Number(row.value),
  valueMax: numberOrNull(row.value_max),
  isApprox: row.approx,
  unit: row.unit as IndicatorUnit, // written from the domain's list only
  kind: row.kind as IndicatorKind, // by a check constraint
  zoneId: row.zone_id,
  ofPlan: numberOrNull(row.of_plan),
  vsPrevious:
    row.vs_previous === null || row.vs_previous_kind === null
      ? null
      : { percent: Number(row.vs_previous), kind: row.vs_previous_kind },
  statedTotalOf: row.stated_total_of,
  note: row.note,
  source: row.source,
});

const numberOrNull = (value: string | number | null): number | null => (value === null ? null : Number(value));

/** A screen of figures, read: the period, what it is compared with, and the days that answers took. */
import { type Counts, sumOf } from '#domain/figures/counts.ts';
import type { Period } from '#domain/figures/period.ts';
import type { Figures, Filters } from '#domain/figures/query.ts';
import { fieldShown, hasEnded, isSuccessionAsked, type Plan, type ScreenFigures } from '#domain/figures/screen.ts';
import { byUnitsOfToday, type Heirs, withPredecessors } from '#domain/figures/succession.ts';
import { spreadOf } from '#domain/figures/worked-days.ts';
import type { Reference } from '#domain/reference.ts';
import { dateOf } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { readCompared, readFigures } from './figures.ts';

export const readScreen = async (tx: Tx, reference: Reference, plan: Plan): Promise<ScreenFigures> => {
  if (isByUnitsOfToday(plan)) return readByUnitsOfToday(tx, reference, plan);
  const { current, previous, lastYear, days } = await readCompared(tx, plan.query, plan);
  return { plan, current: shown(reference, plan, current), previous, lastYear, days: spreadOf(days) };
};

const shown = (reference: Reference, { screen }: Plan, figures: Figures): Figures => {
  if (screen.by !== 'field') return figures;
  const groups = Map.groupBy(figures.rows, ([id]) => fieldShown(reference, screen, id));
  return { ...figures, rows: new Map([...groups].map(([id, rows]) => [id, sumOf(rows.map(([, counts]) => counts))])) };
};

export const isByUnitsOfToday = (plan: Plan): boolean => plan.screen.units === 'now' && isSuccessionAsked(plan);

/** Old and new, by id; the default heir first. */
export const readHeirs = async (tx: Tx): Promise<Heirs> => {
  const rows = await tx
    .selectFrom('unit_succession')
    .select(['old_id', 'new_id'])
    .orderBy('is_default', 'desc')
    .orderBy('new_id')
    .execute();
  const byOld = Map.groupBy(rows, ({ old_id }) => old_id);
  return new Map([...byOld].map(([old, own]) => [old, own.map(({ new_id }) => new_id)]));
};

/** Broken down by anything else, or compared over time, each unit that has ended is first split by zone. */
const readByUnitsOfToday = async (tx: Tx, reference: Reference, plan: Plan): Promise<ScreenFigures> => {
  const heirs = await readHeirs(tx);
  const { screen, period, previous, lastYear } = plan;
  const [current, before, year] = await unitsOfToday({ tx, reference, heirs, plan }, [period, previous, lastYear]);
  if (current === undefined || before === undefined || year === undefined)
    throw new Error('each period has its figures');
  const total = (rows: ReadonlyMap<number, Counts>): Counts => sumOf(rows.values());
  const figures = { period, total: total(current), rows: screen.by === 'unit' ? current : new Map() };
  // Days are those of single answers: an ended unit's are not split.
  return { plan, current: figures, previous: total(before), lastYear: total(year), days: null };
};

type On = { readonly tx: Tx; readonly reference: Reference; readonly heirs: Heirs; readonly plan: Plan };

const unitsOfToday = async (
  { tx, reference, heirs, plan }: On,
  periods: readonly Period[],
): Promise<readonly ReadonlyMap<number, Counts>[]> => {
  const { query, screen } = plan;
  const day = dateOf(query.now);
  const filters = filtersOfToday(heirs, query.filters);
  const all = await readFigures(tx, { ...query, filters, by: 'unit' }, periods);
  const found = new Set(all.flatMap(({ rows }) => [...rows.keys()]));
  const gone = [...found].filter((id) => hasEnded(reference.directory, id, day) && heirs.has(id));
  const split = await Promise.all(
    gone.map((id) => readFigures(tx, { ...query, filters: { ...filters, unit: [id] }, by: 'zone' }, periods)),
  );
  return all.map(({ rows }, index) => {
    const ended = new Map(gone.map((id, at) => [id, split[at]?.[index]?.rows ?? new Map<number, Counts>()]));
    const sums = byUnitsOfToday(reference, heirs, { rows, ended, day });
    if (screen.unit === null) return sums;
    return new Map([...sums].filter(([id]) => query.filters.unit?.includes(id)));
  });
};

/** Of a unit of today also what its predecessors did: which of it is its own, the zone says. */
export const filtersOfToday = (heirs: Heirs, filters: Filters): Filters =>
  filters.unit === undefined
    ? filters
    : { ...filters, unit: [...new Set(filters.unit.flatMap((id) => withPredecessors(heirs, id)))] };

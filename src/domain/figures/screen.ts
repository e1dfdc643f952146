/** A screen of figures: what was chosen, as far as this person may see it. */
import { type Directory, isValidOn, type PersonId, withSections } from '#domain/directory/directory.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { Counts } from './counts.ts';
import { comparable, lastYearOf, type Period, periodOf, previousOf } from './period.ts';
import type { Breakdown, Figures, FiguresQuery, Filters } from './query.ts';
import { mayCompareUnits, type Selection, selectionOf, type View, viewsOf } from './selection.ts';
import type { Spread } from './worked-days.ts';

export type Screen = {
  readonly view: View;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly by: Breakdown | null;
  readonly zone: number | null;
  readonly field: number | null;
  readonly unit: number | null;
  /** Parts of units that have ended stand with them, or with the units of today. */
  readonly units: 'then' | 'now';
  /** Absent: by what was received. */
  readonly order?: 'late' | undefined;
};

export type Asker = { readonly reference: Reference; readonly personId: PersonId; readonly now: Millis };

export type Plan = {
  readonly screen: Screen;
  readonly period: Period;
  /** As many days of the period before, and of the same one a year ago. */
  readonly previous: Period;
  readonly lastYear: Period;
  readonly query: FiguresQuery;
  readonly views: readonly View[];
  readonly mayCompare: boolean;
};

export type ScreenFigures = {
  readonly plan: Plan;
  readonly current: Figures;
  readonly previous: Counts;
  readonly lastYear: Counts;
  readonly days: Spread | null;
};

/** What the person may not see is refused, never shown as nothing: a nought would be a figure too. */
export const planOf = ({ reference, personId, now }: Asker, asked: Screen): Result<Plan> => {
  const { directory } = reference;
  const day = dateOf(now);
  const views = viewsOf(scopeOf(directory, personId, day));
  const view = views.includes(asked.view) ? asked.view : (views[0] ?? 'mine');
  const selection = selectionOf(directory, personId, day, view);
  const mayCompare = mayCompareUnits(selection);
  if (asked.by === 'unit' && !mayCompare) return refused('figures.compare');
  if (asked.unit !== null && !mayCompare && !isOwn(selection, asked.unit)) return refused('figures.unit');
  const period = periodOf(asked.from, asked.to);
  // A unit of today, looked into by something else, would need three things at once: it is shown as it was then.
  const mayBeNow = selection.side === 'all' && (asked.unit === null || asked.by === null || asked.by === 'unit');
  const screen = { ...asked, view, units: mayBeNow ? asked.units : ('then' as const) };
  return ok({
    screen,
    period,
    previous: comparable(previousOf(period), period, day),
    lastYear: comparable(lastYearOf(period), period, day),
    query: { selection, filters: filtersOf(reference, screen), by: screen.by, now },
    views,
    mayCompare,
  });
};

export const isSuccessionAsked = ({ screen }: Plan): boolean => screen.by === 'unit' || screen.unit !== null;

/** Units that have ended: what they did is counted with them, unless the units of today are asked for. */
export const hasEnded = (directory: Directory, unitId: number, day: IsoDate): boolean => {
  const unit = directory.units.get(unitId);
  return unit !== undefined && unit.validTo !== null && !isValidOn(unit, day);
};

const isOwn = (selection: Selection, unit: number): boolean =>
  selection.side !== 'all' && selection.units.includes(unit);

const filtersOf = (reference: Reference, { zone, field, unit }: Screen): Filters => ({
  ...(zone === null ? {} : { zone: [zone] }),
  ...(field === null ? {} : { field: withParts(reference, field) }),
  ...(unit === null ? {} : { unit: withSections(reference.directory, unit) }),
});

/** A field and those under it. */
const withParts = ({ fields }: Reference, field: number): readonly number[] => [
  field,
  ...[...fields.values()].filter(({ parentId }) => parentId === field).map(({ id }) => id),
];

/** A field's own part is counted under the field of the regulation, unless that is what is looked into. */
export const fieldShown = ({ fields }: Reference, { field }: Screen, id: number): number =>
  field === null ? (fields.get(id)?.parentId ?? id) : id;

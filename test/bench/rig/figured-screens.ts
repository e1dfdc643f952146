/** Every view of each person, every period that a button gives and a span, every breakdown, with and without filters. */
import { PERIOD_KINDS, periodAround, previousOf } from '#domain/figures/period.ts';
import { BREAKDOWNS } from '#domain/figures/query.ts';
import { type Plan, planOf } from '#domain/figures/screen.ts';
import { viewsOf } from '#domain/figures/selection.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import type { Reference } from '#domain/reference.ts';
import { addDays, dateOf, type Millis } from '#domain/time.ts';

const PEOPLE = [
  'le-duc-trung',
  'pham-quoc-thinh',
  'tran-van-dung',
  'nguyen-minh-anh',
  'nguyen-van-thai',
  'tran-thi-lan',
];

export type Asked = { readonly what: string; readonly plan: Plan };

export const plansOf = (reference: Reference, now: Millis): readonly Asked[] => {
  const day = dateOf(now);
  const people = [...reference.directory.people.values()].filter(({ key }) => PEOPLE.includes(key));
  return people.flatMap(({ id, key }) =>
    viewsOf(scopeOf(reference.directory, id, day)).flatMap((view) =>
      shapes(reference, now).flatMap(({ kind, filter, ...screen }) => {
        const plan = planOf({ reference, personId: id, now }, { ...screen, view });
        // Not offered: it would be the screen without.
        if (!plan.ok || plan.value.screen.units !== screen.units) return [];
        return [{ what: `${key} ${view} ${kind} ${screen.by ?? '–'} ${screen.units} ${filter}`, plan: plan.value }];
      }),
    ),
  );
};

const shapes = (reference: Reference, now: Millis) => {
  const day = dateOf(now);
  const periods = [
    ...PERIOD_KINDS.map((kind) => periodAround(kind, day)),
    previousOf(periodAround('quarter', day)),
    { kind: 'span', from: addDays(day, -200), to: addDays(day, -17) },
    periodAround('year', addDays(day, -4 * 365)),
  ];
  const unit = reference.directory.unitsByCode.get('xa-thien-loc')?.id ?? null;
  const zone = [...reference.zones.keys()][0] ?? null;
  const field =
    reference.fields.size === 0 ? null : ([...reference.fields.keys()][Math.floor(reference.fields.size / 2)] ?? null);
  const none = { zone: null, field: null, unit: null };
  const filters = [
    { filter: '', ...none },
    { filter: 'in a zone', ...none, zone },
    { filter: 'in a field', ...none, field },
    { filter: 'of a unit', ...none, unit },
    { filter: 'in a zone and field', ...none, zone, field },
  ];
  return periods.flatMap(({ kind, from, to }) =>
    [null, ...BREAKDOWNS].flatMap((by) =>
      filters.flatMap((filter) =>
        (['then', 'now'] as const)
          .filter((units) => units === 'then' || by === 'unit' || filter.unit !== null)
          .map((units) => ({ kind, from, to, by, ...filter, units })),
      ),
    ),
  );
};

/** A question to the figures: which parts, of which days, narrowed to what, apart by what. */
import type { Millis } from '#domain/time.ts';
import type { Counts } from './counts.ts';
import type { Period } from './period.ts';
import type { Selection } from './selection.ts';

export const BREAKDOWNS = ['field', 'unit', 'zone', 'type', 'urgency'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Ids of fields, units, zones; absent: all of them. */
export type Filters = Readonly<Partial<Record<'field' | 'unit' | 'zone', readonly number[]>>>;

export type FiguresQuery = {
  readonly selection: Selection;
  readonly filters: Filters;
  readonly by: Breakdown | null;
  readonly now: Millis;
};

export type Figures = {
  readonly period: Period;
  readonly total: Counts;
  /** By id of the field, unit or zone (0: no zone), or by the place of type and urgency in their lists; empty without a breakdown. */
  readonly rows: ReadonlyMap<number, Counts>;
};

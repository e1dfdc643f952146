/** A question to the figures: which parts, of which days, narrowed to what, apart by what. */

import type { RequestType, Urgency } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Counts, Outcome } from './counts.ts';
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

/** One part as the figures count it. */
export type FiguredPart = {
  readonly code: string;
  readonly subject: string;
  readonly fieldId: number;
  readonly zoneId: number | null;
  readonly type: RequestType;
  readonly urgency: Urgency;
  readonly askingUnitId: number;
  readonly unitId: number;
  /** Only by units of today: with whom it is counted. */
  readonly unitToday?: number;
  readonly outcome: Outcome;
  readonly askedAt: Millis;
  readonly receivedAt: Millis | null;
  readonly due: Millis;
  readonly answeredAt: Millis | null;
  /** Working days that the answer took. */
  readonly days: number | null;
};

/** What buttons about figures do, and what can be made of a screen. */
import { z } from 'zod';
import { BREAKDOWNS } from '#domain/figures/query.ts';
import { VIEWS } from '#domain/figures/selection.ts';
import { defineAction } from '#runtime/handler.ts';
import { defineProduction } from '#runtime/production.ts';

const day = z.iso.date();
const id = z.number().int().nullable();

export const screenSchema = z.object({
  view: z.enum(VIEWS),
  from: day,
  to: day,
  by: z.enum(BREAKDOWNS).nullable(),
  zone: id,
  field: id,
  unit: id,
  units: z.enum(['then', 'now']),
  order: z.enum(['late']).optional(),
});

export const figuresAction = defineAction('figures.show', screenSchema);
export const choosePeriodAction = defineAction('figures.periods', screenSchema);
export const chooseBreakdownAction = defineAction('figures.breakdowns', screenSchema);
export const chooseZoneAction = defineAction('figures.zones', screenSchema);
export const explainFiguresAction = defineAction('figures.explain', screenSchema);
export const exportFiguresAction = defineAction('figures.export', screenSchema);

export const figuresChart = defineProduction('figures.chart', screenSchema);
export const figuresSheet = defineProduction('figures.sheet', screenSchema);

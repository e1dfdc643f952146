/** What buttons about indicators do, and what can be made of one. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';
import { defineProduction } from '#runtime/production.ts';

const one = z.object({ id: z.number().int() });

export const indicatorAction = defineAction('indicator.show', one);
export const indicatorListAction = defineAction('indicator.list', z.object({}));
export const enterIndicatorAction = defineAction('indicator.enter', z.object({}));
export const chooseCorrectionAction = defineAction('indicator.which', one);
export const correctIndicatorAction = defineAction('indicator.correct', one);
export const indicatorHistoryAction = defineAction('indicator.history', one);
export const withdrawnIndicatorsAction = defineAction('indicator.withdrawn', z.object({}));
export const indicatorTrendAction = defineAction('indicator.trend', one);

export const indicatorTrend = defineProduction('indicator.trend', one);

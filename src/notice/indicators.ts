/** What buttons about indicators do. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';

export const indicatorAction = defineAction('indicator.show', z.object({ id: z.number().int() }));
export const indicatorListAction = defineAction('indicator.list', z.object({}));

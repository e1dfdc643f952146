/** What buttons about importing sheets do, and what a job makes of a sheet. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';
import { defineProduction } from '#runtime/production.ts';

const kind = z.enum(['people', 'enterprises', 'indicators']);
const sheet = z.object({ fileId: z.number().int() });

export const importMenuAction = defineAction('import.menu', z.object({}));
export const importOpenAction = defineAction('import.open', z.object({}));
export const importTemplateAction = defineAction('import.template', z.object({ kind }));
export const importCheckAction = defineAction('import.check', sheet);
export const importCarryAction = defineAction('import.carry', sheet);

export const importTemplateMade = defineProduction('import.template', z.object({ kind }));
export const importChecked = defineProduction('import.check', sheet);
export const importCarried = defineProduction('import.carry', sheet);

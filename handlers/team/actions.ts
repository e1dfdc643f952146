/** What buttons about inspection teams do. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';
import { PAPER_KINDS } from '#src/notice/team.ts';

export const teamHistoryAction = defineAction('team.history', z.object({ teamId: z.number() }));
export const teamFiguresAction = defineAction('team.figures', z.object({ year: z.number() }));
export const teamFindingsAction = defineAction('team.findings', z.object({ teamId: z.number() }));
export const newPlanAction = defineAction('team.plan', z.object({}));
export const savePlanAction = defineAction('team.plan_save', z.object({ form: z.number() }));
export const editPlanAction = defineAction('team.plan_edit', z.object({ form: z.number() }));
export const dropPlanAction = defineAction('team.plan_drop', z.object({ form: z.number() }));
/** A ground is given for a second one in the year. */
export const exceptionAction = defineAction('team.plan_exception', z.object({ form: z.number() }));
export const yearPlanAction = defineAction('team.year', z.object({ year: z.number(), offset: z.number() }));
/** A document of the team, made by a job. */
export const teamPaperAction = defineAction(
  'team.paper',
  z.object({ teamId: z.number(), kind: z.enum(PAPER_KINDS), enterpriseId: z.number().nullable() }),
);

/** What the buttons of the administration of people do. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';
import { stepSchema } from './step.ts';

export const listAction = defineAction('admin.people', z.object({ offset: z.number(), words: z.string() }));
export const personAction = defineAction('admin.person', z.object({ personId: z.number() }));
export const findAction = defineAction('admin.find', z.object({}));
/** Opens the questions of a change. */
export const changeAction = defineAction('admin.change', z.object({ subject: z.string() }));
/** Carries out a change that asks nothing. */
export const stepAction = defineAction('admin.step', z.object({ step: stepSchema }));
export const proposalsAction = defineAction('admin.proposals', z.object({}));
export const decideAction = defineAction('admin.decide', z.object({ proposalId: z.number(), agreed: z.boolean() }));
export const accountsAction = defineAction('admin.accounts', z.object({}));
export const failedAction = defineAction('admin.failed', z.object({}));
export const queueAction = defineAction('admin.queue', z.object({}));
/** The working calendar, for those who may change it. */
export const calendarAction = defineAction('admin.calendar', z.object({}));
/** Opens the questions of a change of it. */
export const calendarChangeAction = defineAction('admin.calendar_change', z.object({ subject: z.string() }));
/** Other names of things, in pages. */
export const aliasesAction = defineAction('admin.aliases', z.object({ offset: z.number() }));
/** Opens the questions of a new one. */
export const newAliasAction = defineAction('admin.new_alias', z.object({}));
export const rejectAccountAction = defineAction(
  'admin.reject_account',
  z.object({ personId: z.number(), accountId: z.number() }),
);

/** What buttons about reports do, and what is made of one. */
import { z } from 'zod';
import { REPORT_KINDS } from '#domain/duty/period.ts';
import { NOTE_KINDS } from '#domain/report/note.ts';
import { defineAction } from '#runtime/handler.ts';
import { defineProduction } from '#runtime/production.ts';
import { signerId } from './productions.ts';

/** A group that it was asked in: a report may go there by itself. */
const place = z.object({ channel: z.string(), address: z.string() });

const keySchema = z.object({ regulationId: z.number().int(), kind: z.enum(REPORT_KINDS), to: z.iso.date() });

export const reportAction = defineAction('report.show', keySchema);
export const reportPeriodsAction = defineAction('report.periods', z.object({}));
export const makeReportAction = defineAction('report.make', keySchema.extend({ signerId }));
export const reportSignersAction = defineAction('report.signers', keySchema);
export const explainReportAction = defineAction('report.explain', keySchema);
export const noteAction = defineAction('report.note', keySchema.extend({ note: z.enum(NOTE_KINDS) }));
/** What the unit has entered; all of it, version by version; and, for whoever sees all, which units have not. */
export const notesAction = defineAction('report.notes', keySchema);
export const noteHistoryAction = defineAction('report.note_history', keySchema);
export const coverageAction = defineAction('report.coverage', keySchema);
export const scheduleAction = defineAction(
  'report.schedule',
  z.object({ kind: z.enum(REPORT_KINDS), personId: z.number().int(), place: place.nullable() }),
);
export const stopScheduleAction = defineAction('report.stop', z.object({ kind: z.enum(REPORT_KINDS) }));

export const reportProduction = defineProduction('report', keySchema.extend({ isBrief: z.boolean(), signerId }));

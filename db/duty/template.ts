/** Templates of recurring reports, and the periods that have their duty already. */
import type { TermUnit } from '#domain/calendar/term.ts';
import type { DutyTemplate } from '#domain/duty/recurring.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { dutiesById, type LoadedDuty } from './duty.ts';

export type LoadedTemplate = DutyTemplate & { readonly madeUntil: Millis };

/** Those that nobody else is at. */
export const lockFreeTemplates = async (tx: Tx, ids: readonly number[]): Promise<number[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('duty_template')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
};

export const templatesById = async (tx: Tx, ids: readonly number[]): Promise<LoadedTemplate[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('duty_template')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    owedTo: row.owed_to,
    regulationId: row.regulation_id,
    period: row.period,
    title: row.title,
    term: { amount: row.term_amount, unit: row.term_unit as TermUnit }, // held by a check constraint
    validFrom: row.valid_from,
    validTo: row.valid_to,
    madeUntil: row.made_until,
  }));
};

export const markMade = async (tx: Tx, id: number, until: Millis): Promise<void> => {
  await tx
    .updateTable('duty_template')
    .set({ made_until: new Date(until) })
    .where('id', '=', id)
    .execute();
};

/** The cut-offs of a template that have their duty, whatever became of it. */
export const madePeriods = async (tx: Tx, templateId: number): Promise<ReadonlySet<IsoDate>> => {
  const rows = await tx.selectFrom('duty').select('period_to').where('template_id', '=', templateId).execute();
  return new Set(rows.flatMap((row) => row.period_to ?? []));
};

/** Its duties that are still owed, locked. */
export const lockOpenReports = async (tx: Tx, templateId: number): Promise<LoadedDuty[]> => {
  const rows = await tx
    .selectFrom('duty')
    .select('id')
    .where('template_id', '=', templateId)
    .where('state', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute();
  return dutiesById(
    tx,
    rows.map((row) => row.id),
  );
};

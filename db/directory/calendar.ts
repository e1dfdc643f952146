/**
 * The working calendar as administrators keep it. Each change is a fact of the stream `calendar`, and in the same commit
 * what is open waits to be counted again.
 */
import type { CalendarDay } from '#domain/calendar/calendar.ts';
import type { CalendarStep } from '#domain/calendar/change.ts';
import type { Db, Tx } from '../client.ts';
import { appendFacts, lockStream, type Origin } from '../fact.ts';
import { addToRecount } from '../request/recount.ts';

export type ListedCalendar = {
  readonly years: readonly { readonly year: number; readonly confirmed: boolean }[];
  readonly days: readonly CalendarDay[];
};

/** @param year null: all */
export const listCalendar = async (db: Db, year: number | null): Promise<ListedCalendar> => {
  const [years, days] = await Promise.all([
    db.query.selectFrom('calendar_year').selectAll().orderBy('year').execute(),
    db.query.selectFrom('calendar_day').selectAll().orderBy('date').execute(),
  ]);
  const isWanted = (of: number): boolean => year === null || of === year;
  return {
    years: years
      .filter((row) => isWanted(row.year))
      .map((row) => ({ year: row.year, confirmed: row.confirmed_at !== null })),
    // `kind` is held by a check constraint.
    days: days.filter((row) => isWanted(Number(row.date.slice(0, 4)))) as CalendarDay[],
  };
};

export type CalendarOrigin = Origin & {
  /** Of two administrators, the first; null: the command line. */
  readonly askedBy: number | null;
};

export type Changed = {
  /** False: it had been so before. */
  readonly isNew: boolean;
  readonly before: CalendarDay | null;
};

/** Changes of the calendar go one after the other. */
export const changeCalendar = async (tx: Tx, step: CalendarStep, origin: CalendarOrigin): Promise<Changed> => {
  await lockStream(tx, 'calendar');
  const changed = step.kind === 'confirm_year' ? await confirmYear(tx, step.year, origin) : await changeDay(tx, step);
  if (!changed.isNew) return changed;
  const { askedBy, ...of } = origin;
  const asked = askedBy === null ? {} : { askedBy };
  await appendFacts(tx, 'calendar', [{ ...noted(step, changed.before, asked), partId: null }], of);
  // Another reason is no other day.
  if (step.kind !== 'set_day' || changed.before?.kind !== step.day) await addToRecount(tx, step);
  return changed;
};

const changeDay = async (tx: Tx, step: Exclude<CalendarStep, { kind: 'confirm_year' }>): Promise<Changed> => {
  const old = await tx.selectFrom('calendar_day').selectAll().where('date', '=', step.date).executeTakeFirst();
  const before = old === undefined ? null : (old as CalendarDay); // `kind` is held by a check constraint
  if (step.kind === 'drop_day') {
    await tx.deleteFrom('calendar_day').where('date', '=', step.date).execute();
    return { isNew: before !== null, before };
  }
  const { date, day: kind, reason } = step;
  await tx
    .insertInto('calendar_day')
    .values({ date, kind, reason })
    .onConflict((conflict) => conflict.column('date').doUpdateSet({ kind, reason }))
    .execute();
  return { isNew: before?.kind !== kind || before.reason !== reason, before };
};

const confirmYear = async (tx: Tx, year: number, { at }: Origin): Promise<Changed> => {
  const row = await tx.selectFrom('calendar_year').selectAll().where('year', '=', year).executeTakeFirst();
  if (row !== undefined && row.confirmed_at !== null) return { isNew: false, before: null };
  const confirmed_at = new Date(at);
  await tx
    .insertInto('calendar_year')
    .values({ year, confirmed_at })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ confirmed_at }))
    .execute();
  return { isNew: true, before: null };
};

const noted = (step: CalendarStep, before: CalendarDay | null, asked: { readonly askedBy?: number }) => {
  const was = before === null ? {} : { fromKind: before.kind, fromReason: before.reason };
  switch (step.kind) {
    case 'set_day':
      return {
        kind: 'day_set',
        data: { date: step.date, kind: step.day, reason: step.reason, ...was, ...asked },
      };
    case 'drop_day':
      return { kind: 'day_dropped', data: { date: step.date, ...was, ...asked } };
    case 'confirm_year':
      return { kind: 'year_confirmed', data: { year: step.year, ...asked } };
  }
};

/** The working calendar as administrators keep it. Each change is a fact of the stream `calendar`. */
import type { CalendarDay } from '#domain/calendar/calendar.ts';
import type { Millis } from '#domain/time.ts';
import { type Db, inTransaction, type Tx } from './client.ts';
import { appendFacts, type ChainDraft, lockStream } from './fact.ts';

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

type Origin = { readonly channel: string; readonly now: Millis };

/** Enters a day, or changes the one entered before. @returns what the day was before */
export const setDay = (db: Db, day: CalendarDay, origin: Origin): Promise<CalendarDay | null> =>
  inTransaction(db, async (tx) => {
    await lockStream(tx, 'calendar');
    const old = await tx.selectFrom('calendar_day').selectAll().where('date', '=', day.date).executeTakeFirst();
    const { kind, reason } = day;
    await tx
      .insertInto('calendar_day')
      .values(day)
      .onConflict((conflict) => conflict.column('date').doUpdateSet({ kind, reason }))
      .execute();
    const was = old === undefined ? {} : { fromKind: old.kind, fromReason: old.reason };
    await note(tx, { kind: 'day_set', partId: null, data: { ...day, ...was } }, origin);
    return old === undefined ? null : (old as CalendarDay); // `kind` is held by a check constraint
  });

/** The year's days off are complete. @returns false when that had been said before */
export const confirmYear = (db: Db, year: number, origin: Origin): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    await lockStream(tx, 'calendar');
    const row = await tx.selectFrom('calendar_year').selectAll().where('year', '=', year).executeTakeFirst();
    if (row !== undefined && row.confirmed_at !== null) return false;
    const confirmed_at = new Date(origin.now);
    await tx
      .insertInto('calendar_year')
      .values({ year, confirmed_at })
      .onConflict((conflict) => conflict.column('year').doUpdateSet({ confirmed_at }))
      .execute();
    await note(tx, { kind: 'year_confirmed', partId: null, data: { year } }, origin);
    return true;
  });

const note = (tx: Tx, draft: ChainDraft, { channel, now }: Origin): Promise<void> =>
  appendFacts(tx, 'calendar', [draft], { actorId: null, channel, at: now });

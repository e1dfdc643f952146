/** `cli calendar`: days off, make-up days, and the word that a year is complete. */
import { z } from 'zod';
import { inTransaction } from '#db/client.ts';
import { type Changed, changeCalendar, listCalendar } from '#db/directory/calendar.ts';
import { type CalendarDay, checkCalendarDay, DAY_KINDS } from '#domain/calendar/calendar.ts';
import type { CalendarStep } from '#domain/calendar/change.ts';
import { type Result, refused } from '#domain/result.ts';
import { texts } from '#text/cli.ts';
import { defineCommand, done, refuseBy } from './command.ts';
import { type Data, withData } from './database.ts';
import { readDate, readYear } from './read.ts';

const LONGEST_REASON = 200;

export const calendarList = defineCommand(
  '[YEAR]',
  { rest: z.tuple([z.string().optional()]) },
  async (context, { rest: [asked] }) => {
    const year = asked === undefined ? null : readYear(asked);
    if (year !== null && !year.ok) return refuseBy(year);
    return withData(context, async ({ db }) => {
      const calendar = await listCalendar(db, year?.value ?? null);
      return done(calendar, ...texts.calendarLines(calendar));
    });
  },
);

export const calendarAdd = defineCommand(
  `DATE --kind ${DAY_KINDS.join('|')} --reason R`,
  { rest: z.tuple([z.string()]), kind: z.string(), reason: z.string() },
  async (context, { rest: [date], kind, reason }) => {
    const day = readDay(date, kind, reason);
    if (!day.ok) return refuseBy(day);
    const { date: on, kind: of, reason: why } = day.value;
    return withData(context, async (data) => {
      const { before } = await change(data, { kind: 'set_day', date: on, day: of, reason: why });
      return done({ ...day.value, before }, texts.daySet(day.value, before !== null));
    });
  },
);

export const calendarRemove = defineCommand(
  'DATE',
  { rest: z.tuple([z.string()]) },
  async (context, { rest: [asked] }) => {
    const date = readDate(asked);
    if (!date.ok) return refuseBy(date);
    return withData(context, async (data) => {
      const { before } = await change(data, { kind: 'drop_day', date: date.value });
      return before === null
        ? refuseBy(refused('calendar.no_day', { date: date.value }))
        : done({ date: date.value, before }, texts.dayRemoved(date.value));
    });
  },
);

export const calendarConfirm = defineCommand(
  'YEAR',
  { rest: z.tuple([z.string()]) },
  async (context, { rest: [asked] }) => {
    const year = readYear(asked);
    if (!year.ok) return refuseBy(year);
    return withData(context, async (data) => {
      const { isNew } = await change(data, { kind: 'confirm_year', year: year.value });
      return done({ year: year.value, confirmed: true }, texts.yearConfirmed(year.value, isNew));
    });
  },
);

/** A process that runs beside us counts again what is open; alone, the next start does. */
const change = ({ db, clock }: Data, step: CalendarStep): Promise<Changed> =>
  inTransaction(db, (tx) =>
    changeCalendar(tx, step, { actorId: null, askedBy: null, channel: 'cli', at: clock.now() }),
  );

const readDay = (dateAsked: string, kindAsked: string, reasonAsked: string): Result<CalendarDay> => {
  const date = readDate(dateAsked);
  if (!date.ok) return date;
  const kind = DAY_KINDS.find((one) => one === kindAsked);
  if (kind === undefined) return refused('calendar.kind', { kind: kindAsked });
  const reason = reasonAsked.normalize('NFC').trim();
  if (reason === '' || reason.length > LONGEST_REASON) return refused('calendar.reason');
  return checkCalendarDay({ date: date.value, kind, reason });
};

/** `cli calendar`: days off, make-up days, and the word that a year is complete. */
import { z } from 'zod';
import { confirmYear, listCalendar, setDay } from '#db/calendar.ts';
import { type CalendarDay, checkCalendarDay } from '#domain/calendar/calendar.ts';
import { type Result, refused } from '#domain/result.ts';
import { texts } from '#text/cli.ts';
import { defineCommand, done, refuseBy } from './command.ts';
import { withData } from './database.ts';
import { readDate, readYear } from './read.ts';

const KINDS = ['holiday', 'comp', 'swap_off', 'swap_work'] as const;
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
  `DATE --kind ${KINDS.join('|')} --reason R`,
  { rest: z.tuple([z.string()]), kind: z.string(), reason: z.string() },
  async (context, { rest: [date], kind, reason }) => {
    const day = readDay(date, kind, reason);
    if (!day.ok) return refuseBy(day);
    return withData(context, async ({ db, clock }) => {
      const before = await setDay(db, day.value, { channel: 'cli', now: clock.now() });
      return done({ ...day.value, before }, texts.daySet(day.value, before !== null));
    });
  },
);

export const calendarConfirm = defineCommand(
  'YEAR',
  { rest: z.tuple([z.string()]) },
  async (context, { rest: [asked] }) => {
    const year = readYear(asked);
    if (!year.ok) return refuseBy(year);
    return withData(context, async ({ db, clock }) => {
      const isNew = await confirmYear(db, year.value, { channel: 'cli', now: clock.now() });
      return done({ year: year.value, confirmed: true }, texts.yearConfirmed(year.value, isNew));
    });
  },
);

const readDay = (dateAsked: string, kindAsked: string, reasonAsked: string): Result<CalendarDay> => {
  const date = readDate(dateAsked);
  if (!date.ok) return date;
  const kind = KINDS.find((one) => one === kindAsked);
  if (kind === undefined) return refused('calendar.kind', { kind: kindAsked });
  const reason = reasonAsked.normalize('NFC').trim();
  if (reason === '' || reason.length > LONGEST_REASON) return refused('calendar.reason');
  return checkCalendarDay({ date: date.value, kind, reason });
};

/** /lich: this week, days off and make-up days ahead, and whether the year is complete. Nothing private: groups may see it. */
import { outlook } from '#domain/calendar/outlook.ts';
import { dateOf } from '#domain/time.ts';
import type { Command } from '#runtime/handler.ts';
import { calendarScreen } from '#text/calendar/screen.ts';
import { descriptions } from '#text/commands.ts';

export const calendarCommand: Command = {
  word: 'lich',
  aliases: ['lich lam viec', 'ngay nghi'],
  takesWords: false,
  inMenu: true,
  description: descriptions.lich,
  places: ['private', 'group'],
  run: async ({ reference: { calendar }, now }) => {
    const today = dateOf(now);
    return { say: [{ lines: calendarScreen(outlook(calendar, today), { today, sessions: calendar.sessions }) }] };
  },
};

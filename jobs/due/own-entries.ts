/** What belongs to no request, in a message of reminders: each kind says what is true of its subjects now. */
import type { OwnReminder, OwnReminderKind } from '#db/own-reminder.ts';
import { dutyEntries } from './duty.ts';
import type { OwnCase, OwnEntry } from './own-case.ts';

const KINDS: Readonly<
  Record<OwnReminderKind, (on: OwnCase, rows: readonly OwnReminder[]) => Promise<readonly OwnEntry[]>>
> = { duty: dutyEntries };

export const ownEntries = async (on: OwnCase, rows: readonly OwnReminder[]): Promise<readonly OwnEntry[]> => {
  const said = await Promise.all([...Map.groupBy(rows, (row) => row.kind)].map(([kind, own]) => KINDS[kind](on, own)));
  return said.flat();
};

/** What belongs to no request, in a message of reminders: each kind says what is true of its subjects now. */
import type { OwnReminder, OwnReminderKind } from '#db/remind/own-reminder.ts';
import { dutyEntries } from './duty.ts';
import type { OwnCase, OwnEntry } from './own-case.ts';
import { personalEntries } from './personal.ts';

type Entries = (on: OwnCase, rows: readonly OwnReminder[]) => Promise<readonly OwnEntry[]>;

const KINDS: Readonly<Record<OwnReminderKind, Entries>> = {
  duty: dutyEntries,
  duty_later: dutyEntries,
  duty_listed: dutyEntries,
  personal: personalEntries,
};

export const ownEntries = async (on: OwnCase, rows: readonly OwnReminder[]): Promise<readonly OwnEntry[]> => {
  const said = await Promise.all(
    [...Map.groupBy(rows, (row) => KINDS[row.kind])].map(([entries, own]) => entries(on, own)),
  );
  return said.flat();
};

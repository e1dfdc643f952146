/** The due moments of duties follow them in the commit of every change. */

import type { Duty } from '#domain/duty/duty.ts';
import { nextDutyReminder } from '#domain/duty/reminders.ts';
import type { Reference } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';
import { setDue } from './due.ts';
import { dropOwnReminders } from './own-reminder.ts';

export const moveDuties = async (
  tx: Tx,
  { reference, now }: { readonly reference: Reference; readonly now: Millis },
  duties: readonly Duty[],
): Promise<void> => {
  const over = duties.filter(({ state }) => state !== 'open').map(({ id }) => id);
  await Promise.all([
    setDue(
      tx,
      'duty',
      duties.map((duty) => ({ subjectId: duty.id, at: nextDutyReminder(reference.calendar, duty, now) })),
    ),
    dropOwnReminders(tx, 'duty', over),
  ]);
};

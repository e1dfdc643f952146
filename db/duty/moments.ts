/** The due moments of duties follow them in the commit of every change. */

import type { Duty } from '#domain/duty/duty.ts';
import { nextDutyReminder } from '#domain/duty/reminders.ts';
import type { Reference } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { setDue } from '../due.ts';
import { moment } from '../moment.ts';
import { dropOwnReminders } from '../remind/own-reminder.ts';
import { dutiesById, lockFreeDuties } from './duty.ts';

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

/** The calendar has changed: ladders stand on working days. Those whose moment has come already are said as they are. */
export const moveDutiesAhead = async (
  tx: Tx,
  on: { readonly reference: Reference; readonly now: Millis },
): Promise<void> => {
  const ahead = await tx
    .selectFrom('due')
    .select('subject_id as id')
    .where('kind', '=', 'duty')
    .where('at', '>', moment(on.now))
    .orderBy('subject_id')
    .execute();
  // One that somebody is at is set by him, who reads the new calendar.
  const ids = await lockFreeDuties(
    tx,
    ahead.map(({ id }) => id),
  );
  await moveDuties(tx, on, await dutiesById(tx, ids));
};

/** Duties that are not done yet are spoken of on the ladder of a part, in the same messages. */
import { addDutyFact, dutiesById, lockFreeDuties } from '#db/duty.ts';
import { moveDuties } from '#db/duty-moments.ts';
import { addOwnReminders, type OwnReminder } from '#db/own-reminder.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { owes } from '#domain/duty/hands.ts';
import { dutyReminderNow, remindedOf } from '#domain/duty/reminders.ts';
import { dateOf } from '#domain/time.ts';
import { dutyChoices, openDuty } from '#src/notice/duty.ts';
import { dutyReminderLines } from '#text/duty/reminders.ts';
import { officeMoment } from './item.ts';
import type { OwnCase, OwnEntry, OwnKind } from './own-case.ts';

export const dutyKind: OwnKind = {
  kind: 'duty',
  lock: lockFreeDuties,
  run: async (on, ids) => {
    const { tx, reference, now } = on;
    const { directory, calendar } = reference;
    const duties = await dutiesById(tx, ids);
    const rows: OwnReminder[] = [];
    for (const duty of duties) {
      const rung = dutyReminderNow(duty, now);
      if (rung === null) continue;
      const people = remindedOf({ directory, calendar, now }, duty);
      const fact = { kind: 'duty_reminded' as const, data: { rung, people: people.join(',') } };
      await addDutyFact(tx, duty, fact, { actorId: null, channel: null, at: now });
      const notBefore = officeMoment(calendar, now);
      rows.push(...people.map((personId) => ({ personId, kind: 'duty' as const, subjectId: duty.id, notBefore })));
    }
    await Promise.all([addOwnReminders(tx, rows), moveDuties(tx, { reference, now }, duties)]);
    return [];
  },
};

export const dutyEntries = async (on: OwnCase, rows: readonly OwnReminder[]): Promise<readonly OwnEntry[]> => {
  const { reference, now } = on;
  const { directory } = reference;
  const duties = new Map(
    (await dutiesById(on.tx, [...new Set(rows.map(({ subjectId }) => subjectId))])).map((duty) => [duty.id, duty]),
  );
  return rows.flatMap(({ personId: to, subjectId }): OwnEntry[] => {
    const duty = duties.get(subjectId);
    const kind = duty === undefined ? null : dutyReminderNow(duty, now);
    // Reported done, or its reader has left, since it was queued.
    if (duty === undefined || kind === null || membershipsOf(directory, to, dateOf(now)).length === 0) return [];
    const isOurs = owes(directory, to, duty, dateOf(now));
    const entry = {
      ...{ kind, due: duty.due, id: duty.id, partId: null },
      lines: dutyReminderLines(directory, duty, { kind, isOurs }),
      alone: () => dutyChoices(to, { directory, duty, now }),
      among: [openDuty(duty)],
    };
    return [{ to, entry }];
  });
};

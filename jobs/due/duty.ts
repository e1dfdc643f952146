/** Duties that are not done yet are spoken of on the ladder of a part, in the same messages. */
import { addDutyFact, dutiesById, lockFreeDuties } from '#db/duty/duty.ts';
import { moveDuties } from '#db/duty/moments.ts';
import { addOwnReminders, type OwnReminder } from '#db/remind/own-reminder.ts';
import { mutesOf } from '#db/remind/reminding.ts';
import { membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { dutyDigestOf } from '#domain/duty/digest.ts';
import type { Duty } from '#domain/duty/duty.ts';
import { owes } from '#domain/duty/hands.ts';
import { dutyReminderNow, remindedOf } from '#domain/duty/reminders.ts';
import { isDutyMuted } from '#domain/reminder/mute.ts';
import { dateOf } from '#domain/time.ts';
import { pick } from '#runtime/handler.ts';
import { dutyChoices, openDuty } from '#src/notice/duty.ts';
import { muteDutyAction } from '#src/notice/remind.ts';
import { dutyDigestLine, dutyReminderLines } from '#text/duty/reminders.ts';
import { remindTexts } from '#text/remind/words.ts';
import type { Entry } from './entry.ts';
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

/** Of one duty a person hears once: what is on its ladder, or put off by him, rather than its line in the morning list. */
export const dutyEntries = async (on: OwnCase, rows: readonly OwnReminder[]): Promise<readonly OwnEntry[]> => {
  const { tx, now } = on;
  const duties = new Map(
    (await dutiesById(tx, [...new Set(rows.map(({ subjectId }) => subjectId))])).map((duty) => [duty.id, duty]),
  );
  const mutes = await mutesOf(tx, [...new Set(rows.map(({ personId }) => personId))], now);
  return [...Map.groupBy(rows, ({ personId, subjectId }) => `${personId}:${subjectId}`).values()].flatMap(
    (own): OwnEntry[] => {
      const [{ personId: to, subjectId } = { personId: 0, subjectId: 0 }] = own;
      const duty = duties.get(subjectId);
      // Its reader has left since it was queued.
      if (duty === undefined || membershipsOf(on.reference.directory, to, dateOf(now)).length === 0) return [];
      const isListed = own.every(({ kind }) => kind === 'duty_listed');
      const entry = isListed ? listedEntry(on, duty, to) : reminderEntry(on, duty, to);
      // Put off for now, and promised for this moment: it is said.
      const isPromised = own.some(({ kind }) => kind === 'duty_later');
      if (
        entry === null ||
        (!isPromised && isDutyMuted(mutes, { personId: to, dutyId: duty.id, kind: entry.kind }, now))
      )
        return [];
      return [{ to, entry }];
    },
  );
};

/** Null: reported done, or confirmed, since it was queued. */
const reminderEntry = ({ reference: { directory }, now }: OwnCase, duty: Duty, to: PersonId): Entry | null => {
  const kind = dutyReminderNow(duty, now);
  if (kind === null) return null;
  return {
    ...{ kind, urgency: 'thuong', due: duty.due, id: duty.id, matter: { dutyId: duty.id } },
    lines: dutyReminderLines(directory, duty, { kind, isOurs: owes(directory, to, duty, dateOf(now)) }),
    alone: () => [...dutyChoices(to, { directory, duty, now }), kind === 'overdue' ? [] : laterChoices(duty)],
    among: [openDuty(duty)],
  };
};

const listedEntry = (on: OwnCase, duty: Duty, to: PersonId): Entry | null => {
  const { directory, calendar } = on.reference;
  const found = dutyDigestOf({ directory, calendar, now: on.now }, duty).find((one) => one.to === to);
  if (found === undefined) return null;
  return {
    ...{ kind: found.kind, urgency: 'thuong', due: duty.due, id: duty.id, matter: { dutyId: duty.id } },
    lines: [dutyDigestLine(directory, duty)],
    alone: () => dutyChoices(to, { directory, duty, now: on.now }),
    among: [openDuty(duty)],
  };
};

/** What is late is not put off. */
const laterChoices = ({ id: dutyId }: Duty) => [
  pick(muteDutyAction, remindTexts.postpone, { mode: 'postpone', dutyId }),
  pick(muteDutyAction, remindTexts.mute, { mode: 'mute', dutyId }),
];

/** At the opening of each working day: what is late, due, soon due, or waits, for each person; nobody gets an empty list. */
import { inTransaction, type Tx } from '#db/client.ts';
import { currentDuties } from '#db/duty/duty.ts';
import { scheduleDigest, takeDigest } from '#db/remind/digest.ts';
import { addOwnReminders } from '#db/remind/own-reminder.ts';
import { addReminders, type ReminderRow } from '#db/remind/reminder.ts';
import { openRequestIds } from '#db/request/list.ts';
import { dossiersById } from '#db/request/request.ts';
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { dutyDigestOf } from '#domain/duty/digest.ts';
import type { Reference } from '#domain/reference.ts';
import { digestOf, nextDigest } from '#domain/request/digest.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Runtime } from '#runtime/runtime.ts';

/** Requests, or duties, read at once: the list of a whole city is made without holding it in memory. */
const BATCH = 500;

/** @returns that it is done: the list is made in one go */
export const morningDigest = async (runtime: Runtime): Promise<false> => {
  const reference = await runtime.reference.latest();
  await inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const isDue = await takeDigest(tx, now);
    await scheduleDigest(tx, nextDigest(reference.calendar, now));
    // After an outage of a day or more its list is not sent late: the next morning has its own.
    if (!isDue || !isOfficeTime(reference, now)) return;
    await listParts(tx, reference, now);
    await listDuties(tx, reference, now);
  });
  return false;
};

const isOfficeTime = ({ calendar }: Reference, now: Millis): boolean =>
  isWorkingDay(calendar, dateOf(now)) && dateOf(nextWorkingMoment(calendar, now)) === dateOf(now);

const listParts = async (tx: Tx, reference: Reference, now: Millis): Promise<void> => {
  const { directory, calendar } = reference;
  for (let after = 0; ; ) {
    const ids = await openRequestIds(tx, { now, after, limit: BATCH });
    const last = ids.at(-1);
    if (last === undefined) return;
    const rows = (await dossiersById(tx, ids)).flatMap((dossier): ReminderRow[] =>
      dossier.parts.flatMap((part) =>
        digestOf({ directory, calendar, now }, dossier, part).map(({ to, kind }) => ({
          ...{ personId: to, partId: part.id, requestId: dossier.request.id, kind, noticeId: null, notBefore: now },
        })),
      ),
    );
    await addReminders(tx, rows);
    after = last;
  }
};

const listDuties = async (tx: Tx, { directory, calendar }: Reference, now: Millis): Promise<void> => {
  for (let after = 0; ; ) {
    const duties = await currentDuties(tx, after, BATCH);
    const last = duties.at(-1);
    if (last === undefined) return;
    const rows = duties.flatMap((duty) =>
      dutyDigestOf({ directory, calendar, now }, duty).map(({ to }) => ({
        ...{ personId: to, kind: 'duty_listed' as const, subjectId: duty.id, notBefore: now },
      })),
    );
    await addOwnReminders(tx, rows);
    after = last.id;
  }
};

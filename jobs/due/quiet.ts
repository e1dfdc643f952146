/** Who may not be reminded now, since it is not his hour, or not of this, since he has said so (RE2, RE5). */
import { addOwnReminders, type OwnReminder } from '#db/remind/own-reminder.ts';
import { addReminders, type Taken, type TakenRow } from '#db/remind/reminder.ts';
import { hoursOf } from '#db/remind/reminding.ts';
import { hearingMoment } from '#domain/reminder/hours.ts';
import type { OwnCase } from './own-case.ts';

/** What waits for its receiver's hours is put back. @returns what may be said now */
export const heardNow = async ({ tx, reference, now }: OwnCase, { parts, own }: Taken): Promise<Taken> => {
  const people = [...new Set([...parts, ...own].map(({ personId }) => personId))];
  const hours = await hoursOf(tx, people);
  const openings = new Map(
    people.map((id) => [id, hearingMoment(reference.calendar, hours.get(id) ?? null, now)] as const),
  );
  const waitsFor = (row: TakenRow | OwnReminder): number => openings.get(row.personId) ?? now;
  // Hỏa tốc at any hour (DESIGN 4); and what a person asked for himself at his own moment.
  const isLater = (row: TakenRow | OwnReminder): boolean =>
    waitsFor(row) > now && !('partId' in row ? row.urgency === 'hoa_toc' : row.kind === 'personal');
  const [laterParts, laterOwn] = [parts.filter(isLater), own.filter(isLater)];
  await Promise.all([
    addReminders(
      tx,
      laterParts.map((row) => ({ ...row, notBefore: waitsFor(row) })),
    ),
    addOwnReminders(
      tx,
      laterOwn.map((row) => ({ ...row, notBefore: waitsFor(row) })),
    ),
  ]);
  return { parts: parts.filter((row) => !isLater(row)), own: own.filter((row) => !isLater(row)) };
};

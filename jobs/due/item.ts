/** Something to be said to a person about a part: what the kinds of due moments give, and what a message is made of. */
import { addReminders } from '#db/remind/reminder.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import type { DigestKind } from '#domain/request/digest.ts';
import type { ReminderKind } from '#domain/request/reminders.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import { MINUTE, type Millis } from '#domain/time.ts';
import type { DueCase } from './due-case.ts';

export type ItemKind = ReminderKind | 'silence' | DigestKind;

export type Item = {
  readonly to: PersonId;
  readonly dossier: Dossier;
  readonly part: Part;
  readonly kind: ItemKind;
  /** The important notice behind it, to be received; null: it is said once. */
  readonly noticeId: number | null;
};

/** The last minute of a session is still office time: terms end on it. */
export const officeMoment = (calendar: Calendar, now: Millis): Millis =>
  Math.max(now, nextWorkingMoment(calendar, now - MINUTE));

/** Said in office hours; hỏa tốc at any hour (DESIGN 4). */
export const queueItems = ({ tx, reference, now }: DueCase, items: readonly Item[]): Promise<void> =>
  addReminders(
    tx,
    items.map(({ to, dossier, part, kind, noticeId }) => ({
      ...{ personId: to, partId: part.id, requestId: dossier.request.id, kind, noticeId },
      notBefore: dossier.request.urgency === 'hoa_toc' ? now : officeMoment(reference.calendar, now),
    })),
  );

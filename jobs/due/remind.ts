/**
 * Reminders: each part decides again what is to be said now; what is due for one person comes as one message. An overdue
 * one is an important notice: repeated until its receiver presses Đã nhận, or the part is no longer owed.
 */
import { setDue } from '#db/due.ts';
import { insertImportant, openImportant } from '#db/important-notice.ts';
import type { LoadedDossier } from '#db/request.ts';
import { saveDecision } from '#db/request-write.ts';
import { leadersOf, membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { handsOf } from '#domain/request/hands.ts';
import { type ImportantKind, nextRepeat } from '#domain/request/important.ts';
import { nextReminder, type ReminderKind, reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import type { Notice } from '#runtime/handler.ts';
import type { DueCase, DueSubject } from './due-case.ts';
import { type Item, noticeFor } from './reminder-notice.ts';

export const remind = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Notice[]> => {
  const items: Item[] = [];
  for (const [requestId, ofRequest] of Map.groupBy(rows, (row) => row.requestId)) {
    const dossier = on.dossiers.get(requestId);
    if (dossier === undefined) continue;
    const parts = dossier.parts.filter((part) => ofRequest.some((row) => row.subjectId === part.id));
    items.push(...(await remindOf(on, dossier, parts)));
  }
  return perPerson(on, items);
};

/** Important notices that nobody has said to have: once more, unless the matter is settled. */
export const repeat = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Notice[]> => {
  const open = await openImportant(
    on.tx,
    rows.map((row) => row.subjectId),
  );
  const items = open.flatMap((notice): Item[] => {
    const dossier = on.dossiers.get(notice.requestId);
    const part = dossier?.parts.find((one) => one.id === notice.partId);
    if (dossier === undefined || part === undefined) return [];
    // Whoever has left is reminded of nothing; the part's own reminders reach those who are there.
    if (membershipsOf(on.reference.directory, notice.personId, dateOf(on.now)).length === 0) return [];
    const kind = repeatedAs(notice.kind, reminderNow(part, on.now));
    return kind === null ? [] : [{ to: notice.personId, dossier, part, kind, noticeId: notice.id }];
  });
  await setRepeats(on, items);
  return perPerson(on, items);
};

/** What an important notice says when it is repeated; null when its matter is settled. */
const repeatedAs = (notice: ImportantKind, now: ReminderKind | null): ReminderKind | null => {
  if (notice === 'urged') return now;
  return now === 'overdue' ? now : null;
};

/** The next moment is set, and who is reminded is a fact, in the commit that enqueues the message. */
const remindOf = async (on: DueCase, dossier: LoadedDossier, parts: readonly Part[]): Promise<readonly Item[]> => {
  const { tx, reference, now } = on;
  const said = parts.flatMap((part) => {
    const kind = reminderNow(part, now);
    return kind === null ? [] : [{ part, kind, people: receivers(on, part, kind) }];
  });
  const facts = said.map(({ part, kind, people }) => ({
    kind: 'reminded' as const,
    partId: part.id,
    data: { rung: kind, people: people.join(',') },
  }));
  const moments = parts.map((part) => ({
    subjectId: part.id,
    at: nextReminder(reference.calendar, part, now)?.at ?? null,
  }));
  await Promise.all([
    setDue(tx, 'remind', moments),
    saveDecision(tx, dossier, { facts, told: [] }, { actorId: null, channel: null, at: now }),
  ]);
  const items = said.flatMap(({ part, kind, people }) =>
    people.map((to): Item => ({ to, dossier, part, kind, noticeId: null })),
  );
  return markImportant(on, items);
};

const markImportant = async (on: DueCase, items: readonly Item[]): Promise<readonly Item[]> => {
  const overdue = items.filter((item) => item.kind === 'overdue');
  const ids = await insertImportant(
    on.tx,
    overdue.map(({ to, dossier, part }) => ({
      personId: to,
      requestId: dossier.request.id,
      partId: part.id,
      kind: 'overdue',
    })),
    on.now,
  );
  const marked = overdue.map((item, index): Item => ({ ...item, noticeId: ids[index] ?? null }));
  await setRepeats(on, marked);
  return [...items.filter((item) => item.kind !== 'overdue'), ...marked];
};

const setRepeats = ({ tx, reference, now }: DueCase, items: readonly Item[]): Promise<void> =>
  setDue(
    tx,
    'repeat',
    items.flatMap(({ noticeId }) =>
      noticeId === null ? [] : [{ subjectId: noticeId, at: nextRepeat(reference.calendar, now) }],
    ),
  );

const perPerson = (on: DueCase, items: readonly Item[]): readonly Notice[] =>
  [...Map.groupBy(items, (item) => item.to)].map(([to, own]) => noticeFor(on, to, own));

/** Whoever holds the part, else the desk; once overdue the unit's leader too. */
const receivers = ({ reference, now }: DueCase, part: Part, kind: ReminderKind): readonly PersonId[] => {
  const { directory } = reference;
  const day = dateOf(now);
  const own = handsOf(directory, part, day);
  return kind === 'overdue' ? [...new Set([...own, ...leadersOf(directory, part.unitId, day)])] : own;
};

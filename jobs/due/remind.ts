/**
 * Reminders: each part decides again what is to be said now, and to whom. An overdue one is an important notice: repeated
 * until its receiver presses Đã nhận, or the part is no longer owed.
 */
import { setDue } from '#db/due.ts';
import { insertImportant, openImportant } from '#db/important-notice.ts';
import { moveMoments } from '#db/part-moments.ts';
import type { LoadedDossier } from '#db/request.ts';
import { saveDecision } from '#db/request-write.ts';
import { standIns } from '#domain/directory/delegation.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { escalation } from '#domain/request/escalation.ts';
import { hasBegun } from '#domain/request/hands.ts';
import { type ImportantKind, nextRepeat } from '#domain/request/important.ts';
import { overdueStep, type ReminderKind, reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import type { DueCase, DueSubject } from './due-case.ts';
import type { Item } from './item.ts';

export const remind = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (const [requestId, ofRequest] of Map.groupBy(rows, (row) => row.requestId)) {
    const dossier = on.dossiers.get(requestId);
    if (dossier === undefined) continue;
    const parts = dossier.parts.filter((part) => ofRequest.some((row) => row.subjectId === part.id));
    items.push(...(await remindOf(on, dossier, parts)));
  }
  return items;
};

/** Important notices that nobody has said to have: once more, unless the matter is settled. */
export const repeat = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Item[]> => {
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
    // Whoever stands in for him says that he has it.
    const [to = notice.personId] = standIns(on.reference.directory, [notice.personId], part.unitId, dateOf(on.now));
    return kind === null ? [] : [{ to, dossier, part, kind, noticeId: notice.id }];
  });
  await setRepeats(on, items);
  return items;
};

/** What an important notice says when it is repeated; null when its matter is settled. */
const repeatedAs = (notice: ImportantKind, now: ReminderKind | null): ReminderKind | null => {
  if (notice === 'urged') return now;
  return now === 'overdue' ? now : null;
};

/** The next moment is set, and who is reminded is a fact, in the commit that queues what is said. */
const remindOf = async (on: DueCase, dossier: LoadedDossier, parts: readonly Part[]): Promise<readonly Item[]> => {
  const { tx, reference, now } = on;
  const said = parts.flatMap((part) => {
    const kind = hasBegun(reference.directory, part, dateOf(now)) ? reminderNow(part, now) : null;
    return kind === null ? [] : [{ part, kind, people: receivers(on, dossier, part, kind) }];
  });
  const facts = said.map(({ part, kind, people }) => ({
    kind: 'reminded' as const,
    partId: part.id,
    data: { rung: kind, people: people.join(',') },
  }));
  const [, head] = await Promise.all([
    moveMoments(tx, { reference, request: dossier.request, now }, parts),
    saveDecision(tx, dossier, { facts, told: [] }, { actorId: null, channel: null, at: now }),
  ]);
  on.dossiers.set(dossier.request.id, { ...dossier, head });
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

/** Whoever holds the part, else the desk; each overdue reminder goes one step further up the unit's own chain. */
const receivers = ({ reference, now }: DueCase, { request }: LoadedDossier, part: Part, kind: ReminderKind) => {
  const { directory, calendar } = reference;
  const step = kind === 'overdue' ? overdueStep({ calendar, urgency: request.urgency }, part.due, now) : 1;
  return escalation(directory, request, part, { step, day: dateOf(now) });
};

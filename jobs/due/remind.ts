/**
 * Reminders: each part decides again what is to be said now, and to whom. An overdue one is an important notice: repeated
 * until its receiver presses Đã nhận, or the part is no longer owed.
 */
import { setDue } from '#db/due.ts';
import { insertImportant, openImportant } from '#db/remind/important-notice.ts';
import { moveAllMoments } from '#db/request/part-moments.ts';
import type { LoadedDossier } from '#db/request/request.ts';
import { saveFacts } from '#db/request/write.ts';
import { standIns } from '#domain/directory/delegation.ts';
import { membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { escalation } from '#domain/request/escalation.ts';
import { hasBegun } from '#domain/request/hands.ts';
import { type ImportantKind, nextRepeat } from '#domain/request/important.ts';
import { overdueStep, type ReminderKind, reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import type { DueCase, DueSubject } from './due-case.ts';
import type { Item } from './item.ts';

export const remind = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Item[]> => {
  const taken = [...Map.groupBy(rows, (row) => row.requestId)].flatMap(([requestId, ofRequest]): Taken[] => {
    const dossier = on.dossiers.get(requestId);
    if (dossier === undefined) return [];
    const ids = new Set(ofRequest.map((row) => row.subjectId));
    return [{ dossier, parts: dossier.parts.filter((part) => ids.has(part.id)) }];
  });
  const said = taken.map(({ dossier, parts }) => ({
    dossier,
    parts: parts.flatMap((part) => sayOf(on, dossier, part)),
  }));
  await save(on, taken, said);
  const items = said.flatMap(({ dossier, parts }) =>
    parts.flatMap(({ part, kind, people }) =>
      people.map(
        (to): Item => ({ to, dossier: on.dossiers.get(dossier.request.id) ?? dossier, part, kind, noticeId: null }),
      ),
    ),
  );
  return markImportant(on, items);
};

type Taken = { readonly dossier: LoadedDossier; readonly parts: readonly Part[] };
type Saying = { readonly part: Part; readonly kind: ReminderKind; readonly people: readonly PersonId[] };
type Said = { readonly dossier: LoadedDossier; readonly parts: readonly Saying[] };

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

const sayOf = (on: DueCase, dossier: LoadedDossier, part: Part): readonly Saying[] => {
  const { reference, now } = on;
  const kind = hasBegun(reference.directory, part, dateOf(now)) ? reminderNow(part, now) : null;
  return kind === null ? [] : [{ part, kind, people: receivers(on, dossier, part, kind) }];
};

/**
 * The next moment is set, and who is reminded is a fact, in the commit that queues what is said. All requests of a sweep
 * together: after an outage there are a hundred thousand.
 */
const save = async (on: DueCase, taken: readonly Taken[], said: readonly Said[]): Promise<void> => {
  const { tx, reference, now } = on;
  const facts = said.map(({ dossier, parts }) => ({
    dossier,
    facts: parts.map(({ part, kind, people }) => ({
      kind: 'reminded' as const,
      partId: part.id,
      data: { rung: kind, people: people.join(',') },
    })),
  }));
  const [, changed] = await Promise.all([
    moveAllMoments(
      tx,
      { reference, now },
      taken.map(({ dossier, parts }) => ({ request: dossier.request, parts })),
    ),
    saveFacts(tx, facts, { actorId: null, channel: null, at: now }),
  ]);
  for (const dossier of changed) on.dossiers.set(dossier.request.id, dossier);
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
    items.flatMap(({ noticeId, part }) =>
      noticeId === null ? [] : [{ subjectId: noticeId, at: nextRepeat(reference.calendar, part.due, now) }],
    ),
  );

/** Whoever holds the part, else the desk; each overdue reminder goes one step further up the unit's own chain. */
const receivers = ({ reference, now }: DueCase, { request }: LoadedDossier, part: Part, kind: ReminderKind) => {
  const { directory, calendar } = reference;
  const step = kind === 'overdue' ? overdueStep({ calendar, urgency: request.urgency }, part.due, now) : 1;
  return escalation(directory, request, part, { step, day: dateOf(now) });
};

/** Reminders: each part decides again what is to be said now; what is due for one person comes as one message. */
import { setDue } from '#db/due.ts';
import type { LoadedDossier } from '#db/request.ts';
import { saveDecision } from '#db/request-write.ts';
import { deskOf, leadersOf, type PersonId } from '#domain/directory/directory.ts';
import { nextReminder, type ReminderKind, reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import type { Choice, Notice } from '#runtime/handler.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { reminderHead, reminderLines } from '#text/request/reminders.ts';
import type { DueCase, DueSubject } from './due-case.ts';

type Item = {
  readonly to: PersonId;
  readonly dossier: LoadedDossier;
  readonly part: Part;
  readonly kind: ReminderKind;
};

export const remind = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Notice[]> => {
  const items: Item[] = [];
  for (const [requestId, ofRequest] of Map.groupBy(rows, (row) => row.requestId)) {
    const dossier = on.dossiers.get(requestId);
    if (dossier === undefined) continue;
    const parts = dossier.parts.filter((part) => ofRequest.some((row) => row.subjectId === part.id));
    items.push(...(await remindOf(on, dossier, parts)));
  }
  return [...Map.groupBy(items, (item) => item.to)].map(([to, own]) => noticeFor(on, to, own));
};

/** The next moment is set, and who is reminded is a fact, in the commit that enqueues the message. */
const remindOf = async (on: DueCase, dossier: LoadedDossier, parts: readonly Part[]): Promise<readonly Item[]> => {
  const { tx, reference, now } = on;
  const said = parts.flatMap((part) => {
    const kind = reminderNow(part, now);
    const people = kind === null ? [] : receivers(on, part, kind);
    return kind === null ? [] : [{ part, kind, people }];
  });
  const facts = said.map(({ part, kind, people }) => ({
    kind: 'reminded' as const,
    partId: part.id,
    data: { rung: kind, people: people.length },
  }));
  const moments = parts.map((part) => ({
    subjectId: part.id,
    at: nextReminder(reference.calendar, part, now)?.at ?? null,
  }));
  await Promise.all([
    setDue(tx, 'remind', moments),
    saveDecision(tx, dossier, { facts, told: [] }, { actorId: null, channel: null, at: now }),
  ]);
  return said.flatMap(({ part, kind, people }) => people.map((to) => ({ to, dossier, part, kind })));
};

/** Whoever holds the part, else the desk; once overdue the unit's leader too. */
const receivers = ({ reference, now }: DueCase, part: Part, kind: ReminderKind): readonly PersonId[] => {
  const { directory } = reference;
  const day = dateOf(now);
  const own = part.holderId === null ? deskOf(directory, part.unitId, day) : [part.holderId];
  return kind === 'overdue' ? [...new Set([...own, ...leadersOf(directory, part.unitId, day)])] : own;
};

const noticeFor = ({ reference, now }: DueCase, to: PersonId, items: readonly Item[]): Notice => {
  const { directory } = reference;
  const [only] = items;
  const choices: readonly (readonly Choice[])[] =
    items.length === 1 && only !== undefined
      ? noticeChoices(to, { directory, dossier: only.dossier, part: only.part, now })
      : items.map((item) => noticeChoices(to, { directory, dossier: item.dossier, part: item.part, now }).at(-1) ?? []);
  return {
    to,
    class: 'reminder',
    say: {
      lines: [
        reminderHead(items.length),
        ...items.flatMap(({ dossier, part, kind }) => reminderLines(directory, dossier.request, part, kind)),
      ],
      choices,
    },
    ...(items.length === 1 && only !== undefined ? { partId: only.part.id } : {}),
  };
};

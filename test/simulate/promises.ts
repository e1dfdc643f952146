/** What the rules promise at a moment that has come, and to whom. */
import type { LoadedDossier } from '#db/request/request.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { coordinatorsOf, type PersonId } from '#domain/directory/directory.ts';
import { toldLeaders } from '#domain/directory/told.ts';
import { dutyDigestOf } from '#domain/duty/digest.ts';
import type { Duty } from '#domain/duty/duty.ts';
import { dutyReminderNow, remindedOf } from '#domain/duty/reminders.ts';
import { regulationOf } from '#domain/reference.ts';
import { pauseEnd } from '#domain/request/decide/complete.ts';
import { digestOf } from '#domain/request/digest.ts';
import { escalation } from '#domain/request/escalation.ts';
import { askersOf, followedBy, hasBegun } from '#domain/request/hands.ts';
import { nextReminder, overdueStep, reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { silence, silenceAt } from '#domain/request/silence.ts';
import { dateOf, MINUTE, type Millis } from '#domain/time.ts';
import type { Books } from './books.ts';
import type { Waiting } from './waiting.ts';

type Since = { readonly since: Millis; readonly now: Millis };

/** Nobody has been asked before it is sent. */
export const sent = ({ dossiers }: Books): readonly LoadedDossier[] =>
  [...dossiers.values()].filter(({ head }) => head.seq > 1);

/** The last minute of a session is still office time: terms end on it. */
export const officeMoment = (calendar: Calendar, now: Millis): Millis =>
  Math.max(now, nextWorkingMoment(calendar, now - MINUTE));

export const partPromises = (books: Books, dossier: LoadedDossier, part: Part, { since, now }: Since): Waiting[] => {
  const { calendar, directory } = books.reference;
  const { request } = dossier;
  const day = dateOf(now);
  if (!hasBegun(directory, part, day)) return [];
  const left = leftOf(books, { requestId: request.id, part }, now);
  const at = request.urgency === 'hoa_toc' ? now : officeMoment(calendar, now);
  const to = (kind: Waiting['kind'], people: readonly PersonId[]): Waiting[] =>
    people.map((person) => ({
      ...{ person, kind, at, about: { part: part.id, request: request.id } },
      isImportant: kind === 'overdue',
    }));
  const ended = left === part ? [] : to('silence', silenceReceivers(books, dossier, left, day));
  const next = nextReminder({ calendar, urgency: request.urgency }, part, since);
  const kind = next !== null && next.at <= now ? reminderNow(left, now) : null;
  if (kind === null) return ended;
  const step = kind === 'overdue' ? overdueStep({ calendar, urgency: request.urgency }, left.due, now) : 1;
  return [...ended, ...to(kind, escalation(directory, request, left, { step, day }))];
};

/** As the silence leaves it, where its moment has come; itself where not. */
export const leftOf = (
  { reference, dossiers }: Books,
  { requestId, part }: { readonly requestId: number; readonly part: Part },
  now: Millis,
): Part => {
  const at = silenceAt(reference.calendar, part);
  const dossier = dossiers.get(requestId);
  if (dossier === undefined || at === null || at > now) return part;
  const [change] = silence({ regulation: regulationOf(reference, dossier.request) }, part).parts ?? [];
  return { ...part, ...change };
};

/** Holder or desk, leader and filer; the coordinator too where the matter goes up (DESIGN 3, "At due"). */
const silenceReceivers = (
  { reference }: Books,
  { request }: LoadedDossier,
  part: Part,
  day: string,
): readonly PersonId[] => {
  const { directory } = reference;
  const goesUp = regulationOf(reference, request).silence !== 'none' && part.state !== 'silent';
  return [
    ...new Set([
      ...followedBy(directory, request, part, day),
      ...toldLeaders(directory, part.unitId, day),
      ...askersOf(directory, request, day),
      ...(goesUp ? coordinatorsOf(directory, day) : []),
    ]),
  ];
};

export const dutyPromises = ({ reference }: Books, duty: Duty, now: Millis): Waiting[] => {
  const { directory, calendar } = reference;
  if (dutyReminderNow(duty, now) === null) return [];
  return remindedOf({ directory, calendar, now }, duty).map((person) => ({
    ...{ person, about: { duty: duty.id }, kind: 'rung', at: officeMoment(calendar, now), isImportant: false },
  }));
};

export const ownPromises = ({ own }: Books, now: Millis): Waiting[] =>
  own
    .filter(({ at }) => at <= now)
    .map((one) => ({ person: one.personId, about: { own: one }, kind: 'personal', at: now, isImportant: false }));

/** The morning list. */
export const digestPromises = (books: Books, now: Millis): Waiting[] => {
  const { directory, calendar } = books.reference;
  const on = { directory, calendar, now };
  return [
    ...sent(books).flatMap((dossier) =>
      dossier.parts.flatMap((part) =>
        digestOf(on, dossier, part).map(({ to, kind }): Waiting => {
          const about = { part: part.id, request: dossier.request.id };
          return { person: to, about, kind, at: now, isImportant: false };
        }),
      ),
    ),
    ...books.duties.flatMap((duty) =>
      dutyDigestOf(on, duty).map(
        ({ to }): Waiting => ({ person: to, about: { duty: duty.id }, kind: 'listed', at: now, isImportant: false }),
      ),
    ),
  ];
};

/** What should have been written by now. */
export const unwritten = (books: Books, now: Millis): string[] => {
  const { calendar, directory } = books.reference;
  return sent(books).flatMap(({ request, parts }) =>
    parts
      .filter((part) => hasBegun(directory, part, dateOf(now)))
      .flatMap((part) => {
        const silent = silenceAt(calendar, part);
        const paused = pauseEnd(calendar, regulationOf(books.reference, request), part);
        return [
          ...(silent !== null && silent <= now ? [`silence not written: ${request.code}`] : []),
          ...(paused !== null && paused <= now ? [`pause not ended: ${request.code}`] : []),
        ];
      }),
  );
};

/**
 * What waits to be said to each person, and the messages that it becomes: the rules of DESIGN 4 in memory, by one hand.
 * Of one matter a person hears once, the weightier way; what is due for him at one moment is one message.
 */
import type { PersonId } from '#domain/directory/directory.ts';
import { dutyDigestOf } from '#domain/duty/digest.ts';
import { dutyReminderNow } from '#domain/duty/reminders.ts';
import { hearingMoment } from '#domain/reminder/hours.ts';
import { isDutyMuted, isMuted } from '#domain/reminder/mute.ts';
import { DIGEST_KINDS } from '#domain/request/digest.ts';
import { reminderNow } from '#domain/request/reminders.ts';
import type { Millis } from '#domain/time.ts';
import { unitName } from '#text/request/card.ts';
import type { Books, OwnWords } from './books.ts';
import { type Kind, type Message, ORDER } from './message.ts';

export type Waiting = {
  readonly person: PersonId;
  readonly about:
    | { readonly part: number; readonly request: number }
    | { readonly duty: number }
    | { readonly own: OwnWords };
  /** `later`: put off by its reader. `listed`: a duty's line in the morning list. */
  readonly kind: Kind | 'later' | 'listed' | 'rung';
  readonly at: Millis;
  /** It waits for Đã nhận: no mute holds it. */
  readonly isImportant: boolean;
};

const subjectOf = ({ about }: Waiting): string => {
  if ('part' in about) return `part ${about.part}`;
  return 'duty' in about ? `duty ${about.duty}` : `own ${about.own.id}`;
};

const keyOf = (one: Waiting): string => `${one.person} ${subjectOf(one)} ${one.kind}`;

export const openWaiting = () => {
  const all = new Map<string, Waiting>();

  const add = (one: Waiting): void => {
    const known = all.get(keyOf(one));
    const at = known === undefined || one.kind === 'later' ? one.at : Math.min(known.at, one.at);
    all.set(keyOf(one), { ...one, at, isImportant: one.isImportant || known?.isImportant === true });
  };

  return {
    add,
    nextAt: (): Millis => Math.min(Number.MAX_SAFE_INTEGER, ...[...all.values()].map(({ at }) => at)),
    /** The part is not what it was. */
    drop: (partId: number): void => {
      for (const [key, { about, kind }] of all) {
        if ('part' in about && about.part === partId && kind !== 'later') all.delete(key);
      }
    },
    move: (to: (at: Millis) => Millis): void => {
      for (const [key, one] of all) all.set(key, { ...one, at: to(one.at) });
    },
    tell: (books: Books, now: Millis): readonly Omit<Message, 'acts'>[] => {
      const due = [...all.values()].filter(({ at }) => at <= now);
      for (const one of due) all.delete(keyOf(one));
      const heard = due.filter((one) => {
        const opening = hearingMoment(books.reference.calendar, books.hours.get(one.person) ?? null, now);
        if (opening <= now || 'own' in one.about || isAnyHour(books, one)) return true;
        add({ ...one, at: opening });
        return false;
      });
      return [...Map.groupBy(heard, ({ person }) => person)].flatMap(([person, own]) =>
        messageOf(books, person, own, now),
      );
    },
  };
};

/** Hỏa tốc. */
const isAnyHour = ({ dossiers }: Books, { about }: Waiting): boolean =>
  'part' in about && dossiers.get(about.request)?.request.urgency === 'hoa_toc';

type Entry = Message['matters'][number] & {
  readonly due: Millis;
  readonly id: number;
  /** 2: hỏa tốc, 1: thượng khẩn. What counts by hours stands before what has been late for days. */
  readonly hourly: number;
};

const byWeight = (a: Entry, b: Entry): number =>
  Number(b.kind === 'personal') - Number(a.kind === 'personal') ||
  b.hourly - a.hourly ||
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
  a.due - b.due ||
  a.id - b.id;

const messageOf = (books: Books, person: PersonId, own: readonly Waiting[], now: Millis): Omit<Message, 'acts'>[] => {
  const entries = [...Map.groupBy(own, subjectOf).values()].flatMap((rows) => entryOf(books, rows, now));
  if (entries.length === 0) return [];
  const matters = entries.toSorted(byWeight).map(({ name, kind }) => ({ name, kind }));
  return [{ person, at: now, matters, isAnyHour: own.some((one) => 'own' in one.about || isAnyHour(books, one)) }];
};

const entryOf = (books: Books, rows: readonly Waiting[], now: Millis): Entry[] => {
  const [first] = rows;
  if (first === undefined) return [];
  if ('part' in first.about) return partEntry(books, first.about, rows, now);
  if ('duty' in first.about) return dutyEntry(books, first.about.duty, rows, now);
  const { id, words, at } = first.about.own;
  return [{ name: words, kind: 'personal', due: at, id, hourly: 0 }];
};

const partEntry = (
  { reference, dossiers, mutes }: Books,
  about: { readonly part: number; readonly request: number },
  rows: readonly Waiting[],
  now: Millis,
): Entry[] => {
  const dossier = dossiers.get(about.request);
  const part = dossier?.parts.find(({ id }) => id === about.part);
  if (dossier === undefined || part === undefined) return [];
  const kinds = rows.flatMap((row): Kind[] => {
    // Silence and morning list are told as they were; all else says what is true now.
    const isFixed = row.kind === 'silence' || DIGEST_KINDS.some((kind) => kind === row.kind);
    const kind = isFixed ? (row.kind as Kind) : reminderNow(part, now);
    if (kind === null) return [];
    const noticeId = row.isImportant ? 1 : null;
    const said = { personId: row.person, requestId: about.request, partId: part.id, kind, noticeId };
    return isMuted(mutes, said, now) ? [] : [kind];
  });
  const [kind] = kinds.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const name = `${dossier.request.code} · ${unitName(reference.directory, part.unitId)}`;
  if (kind === undefined) return [];
  const isListed = DIGEST_KINDS.some((one) => one === kind);
  const hourly = isListed ? 0 : Math.max(0, ['thuong_khan', 'hoa_toc'].indexOf(dossier.request.urgency) + 1);
  return [{ name, kind, due: part.due, id: part.id, hourly }];
};

const dutyEntry = (books: Books, dutyId: number, rows: readonly Waiting[], now: Millis): Entry[] => {
  const { directory, calendar } = books.reference;
  const duty = books.duties.find(({ id }) => id === dutyId);
  const [row] = rows;
  if (duty === undefined || row === undefined) return [];
  const isListed = rows.every(({ kind }) => kind === 'listed');
  const kind = isListed
    ? dutyDigestOf({ directory, calendar, now }, duty).find(({ to }) => to === row.person)?.kind
    : dutyReminderNow(duty, now);
  if (kind === undefined || kind === null) return [];
  const isPromised = rows.some((one) => one.kind === 'later');
  if (!isPromised && isDutyMuted(books.mutes, { personId: row.person, dutyId, kind }, now)) return [];
  return [{ name: `${duty.title} · ${unitName(directory, duty.unitId)}`, kind, due: duty.due, id: duty.id, hourly: 0 }];
};

/**
 * The independent checker: what the pure functions promise of all that is open is gathered here, person by person and
 * moment by moment, and afterwards held against what everybody saw. It reads no due row and nothing that waits to be said.
 */
import type { Db } from '#db/client.ts';
import type { LoadedDossier } from '#db/request/request.ts';
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { HandClock } from '#test/support/hand-clock.ts';
import { type Books, readBooks } from './books.ts';
import { openImportant } from './important.ts';
import { LISTED, type Message } from './message.ts';
import { createMoments } from './moments.ts';
import { digestPromises, dutyPromises, ownPromises, partPromises, sent, unwritten } from './promises.ts';
import { openWaiting } from './waiting.ts';

export type Ledger = Awaited<ReturnType<typeof openLedger>>;

export const openLedger = async ({ db, clock }: { readonly db: Db; readonly clock: HandClock }) => {
  let books = await readBooks(db, null);
  const waiting = openWaiting();
  const important = openImportant();
  const moments = createMoments(books, clock.now());
  const promised: Message[] = [];
  const broken = new Set<string>();
  let acts = 0;

  const read = async (): Promise<Books> => {
    const before = books;
    const now = clock.now();
    books = await readBooks(db, books);
    const { calendar } = books.reference;
    if (before.reference.version !== books.reference.version) {
      moments.changeCalendar(books, now);
      waiting.move((at) => (at > now && !isWorkingDay(calendar, dateOf(at)) ? nextWorkingMoment(calendar, at) : at));
    }
    return before;
  };

  /** What was to be said of a changed part is not said any more. */
  const dropChanged = (before: Books): void => {
    const after = partsOf(books);
    for (const [id, part] of partsOf(before)) if (after.get(id) !== part) waiting.drop(id);
  };

  return {
    /** A scheduler is about to look: what has been promised since the last look is due. */
    look: (): void => {
      const now = clock.now();
      const on = { since: moments.since(), now };
      // Said again, and then anew where its next step has come: the later word sets the next one.
      const again = important.repeated(books, now);
      const ofParts = sent(books).flatMap((dossier) =>
        dossier.parts
          .filter((part) => moments.isDue(books, dossier.request, part, now))
          .flatMap((part) => partPromises(books, dossier, part, on)),
      );
      important.told(books, ofParts, now);
      const duties = books.duties.filter((duty) => moments.isDutyDue(books, duty, now));
      const ofDuties = duties.flatMap((duty) => dutyPromises(books, duty, now));
      for (const one of [...ofParts, ...again, ...ofDuties, ...ownPromises(books, now)]) waiting.add(one);
      moments.passed(now);
    },
    /** It has looked: what was due is written, the morning list is made, and all that may be said now is said. */
    looked: async (): Promise<void> => {
      const before = await read();
      const now = clock.now();
      // Another calendar: what was counted again is no longer said by the old date.
      if (before.reference.version !== books.reference.version) dropChanged(before);
      for (const one of unwritten(books, now)) broken.add(one);
      if (moments.takeDigest(books, now)) digestPromises(books, now).forEach(waiting.add);
      promised.push(...waiting.tell(books, now).map((one) => ({ ...one, acts })));
    },
    /** Somebody has acted. */
    acted: async (): Promise<void> => {
      acts += 1;
      dropChanged(await read());
      important.acted(books, clock.now());
    },
    /** Somebody has looked at what his last long message only counted. */
    opened: (person: PersonId, names: readonly string[]): void => {
      const long = promised.findLast((one) => one.person === person && one.matters.length > LISTED);
      const counted = (long?.matters ?? []).slice(LISTED).map(({ name }) => name);
      if (names.join() !== counted.join())
        broken.add(`to be opened [${counted.join('; ')}], seen [${names.join('; ')}]`);
    },
    /** What a person has just put off he hears of then. */
    putOff: (person: PersonId, code: string): void => {
      const request = [...books.dossiers.values()].find((one) => one.request.code === code)?.request.id;
      const mute = books.mutes.findLast((one) => one.personId === person && one.requestId === request);
      if (request === undefined || mute === undefined || mute.partId === null) return;
      const about = { part: mute.partId, request };
      waiting.add({ person, about, kind: 'later', at: mute.until, isImportant: false });
    },
    nextAt: (): Millis => Math.min(waiting.nextAt(), important.nextAt(), moments.nextAt(books)),
    promised: (): readonly Message[] => promised,
    broken: (): readonly string[] => [...broken],
    open: (): readonly LoadedDossier[] => [...books.dossiers.values()],
    books: (): Books => books,
  };
};

/** When somebody of the unit was first reached is no act. */
const partsOf = ({ dossiers }: Books): ReadonlyMap<number, string> =>
  new Map(
    [...dossiers.values()].flatMap(({ parts }) =>
      parts.map((part) => [part.id, JSON.stringify({ ...part, notifiedAt: null })] as const),
    ),
  );

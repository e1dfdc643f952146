/**
 * The independent checker: what the pure functions promise of each open part between two looks at the database is written
 * down with its receivers and its moment, and afterwards held against what everybody saw. It reads no due row.
 */
import { inTransaction } from '#db/client.ts';
import { readReference } from '#db/directory/reference.ts';
import { dossiersById, type LoadedDossier } from '#db/request/request.ts';
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { coordinatorsOf, leadersOf, type PersonId } from '#domain/directory/directory.ts';
import { type Reference, regulationOf } from '#domain/reference.ts';
import { escalation } from '#domain/request/escalation.ts';
import { askersOf, followedBy } from '#domain/request/hands.ts';
import { nextReminder, overdueStep, type ReminderKind, reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { silence, silenceAt } from '#domain/request/silence.ts';
import { dateOf, MINUTE, type Millis } from '#domain/time.ts';
import type { World } from './world.ts';

export type Said = ReminderKind | 'silence';

export type Promised = {
  readonly person: PersonId;
  readonly partId: number;
  readonly code: string;
  readonly unit: string;
  readonly kinds: ReadonlySet<Said>;
  /** When it is to be seen. */
  readonly at: Millis;
  /** Put off by an outage: what is said is what is true when it is over. */
  readonly isMoved: boolean;
};

type Entry = Promised & { kinds: Set<Said>; at: Millis; readonly isUrgent: boolean };

export type Ledger = Awaited<ReturnType<typeof openLedger>>;

export const openLedger = async ({ db, clock }: Pick<World, 'db' | 'clock'>, unitName: UnitNames) => {
  const entries = new Map<string, Entry>();
  let { reference, dossiers } = await load(db);
  /** Until when the promises of each part are written down. */
  let since = clock.now();

  const promise = (on: { dossier: LoadedDossier; part: Part; kind: Said }, people: readonly PersonId[]): void => {
    const { dossier, part, kind } = on;
    const now = clock.now();
    const isUrgent = dossier.request.urgency === 'hoa_toc';
    const at = isUrgent ? now : officeMoment(reference, now);
    for (const person of people) {
      const key = keyOf(person, part.id, at);
      const known = entries.get(key);
      if (known !== undefined) known.kinds.add(kind);
      else {
        entries.set(key, {
          ...{ person, partId: part.id, code: dossier.request.code, at, isUrgent },
          ...{ unit: unitName(reference, part.unitId), kinds: new Set([kind]), isMoved: false },
        });
      }
    }
  };
  const promiseOf = (dossier: LoadedDossier, part: Part): void => {
    const now = clock.now();
    const { calendar, directory } = reference;
    const { request } = dossier;
    const day = dateOf(now);
    const at = silenceAt(calendar, part);
    let left = part;
    if (at !== null && at <= now) {
      const [change] = silence({ regulation: regulationOf(reference, request) }, part).parts ?? [];
      left = { ...part, ...change };
      promise({ dossier, part, kind: 'silence' }, silenceReceivers(reference, dossier, left, day));
    }
    const next = nextReminder({ calendar, urgency: request.urgency }, part, since);
    const kind = next !== null && next.at <= now ? reminderNow(left, now) : null;
    if (kind === null) return;
    const step = kind === 'overdue' ? overdueStep({ calendar, urgency: request.urgency }, left.due, now) : 1;
    promise({ dossier, part, kind }, escalation(directory, request, left, { step, day }));
  };

  /** What was to be said while nobody ran, and comes outside office hours now, waits for the next of them. */
  const putOff = (): void => {
    const now = clock.now();
    const at = officeMoment(reference, now);
    if (at === now) return;
    for (const [key, entry] of [...entries]) {
      if (entry.isUrgent || entry.at <= since || entry.at > now) continue;
      entries.delete(key);
      const moved = keyOf(entry.person, entry.partId, at);
      // By then it may be worse than it was.
      const kinds = new Set<Said>([...(entries.get(moved)?.kinds ?? []), ...entry.kinds, 'overdue', 'today', 'before']);
      entries.set(moved, { ...entry, at, kinds, isMoved: true });
    }
  };

  return {
    /** A scheduler is about to look: what has been promised since the last look is due. */
    look: (): void => {
      if (clock.now() === since) return;
      putOff();
      for (const dossier of dossiers) {
        // Nobody has been asked before it is sent.
        if (dossier.request.state !== 'open' || dossier.head.seq < 2) continue;
        for (const part of dossier.parts) promiseOf(dossier, part);
      }
      since = clock.now();
    },
    /** Something may have changed: what was to be said of a changed part is not said any more, whatever changed it. */
    refresh: async (byPerson: boolean): Promise<void> => {
      const before = new Map(dossiers.flatMap(({ parts }) => parts).map((part) => [part.id, JSON.stringify(part)]));
      ({ reference, dossiers } = await load(db));
      if (!byPerson) return;
      const now = clock.now();
      const changed = new Set(
        dossiers
          .flatMap(({ request, parts }) => parts.map((part) => ({ request, part })))
          .filter(({ request, part }) => request.state !== 'open' || before.get(part.id) !== JSON.stringify(part))
          .map(({ part }) => part.id),
      );
      for (const [key, entry] of entries) {
        if (entry.at <= now) continue;
        if (changed.has(entry.partId)) entries.delete(key);
        else if (!entry.isUrgent && !isWorkingDay(reference.calendar, dateOf(entry.at))) {
          entry.at = nextWorkingMoment(reference.calendar, entry.at);
        }
      }
    },
    promised: (): readonly (Promised & { readonly isUrgent: boolean })[] => [...entries.values()],
    open: (): readonly LoadedDossier[] => dossiers.filter(({ request }) => request.state === 'open'),
    reference: (): Reference => reference,
  };
};

export type UnitNames = (reference: Reference, unitId: number) => string;

const keyOf = (person: PersonId, partId: number, at: Millis): string =>
  `${person}:${partId}:${Math.floor(at / MINUTE)}`;

/** The last minute of a session is still office time: terms end on it. */
const officeMoment = ({ calendar }: Reference, now: Millis): Millis =>
  Math.max(now, nextWorkingMoment(calendar, now - MINUTE));

const load = (db: World['db']) =>
  inTransaction(db, async (tx) => {
    const rows = await tx.selectFrom('request').select('id').where('state', '<>', 'closed').orderBy('id').execute();
    const dossiers = await dossiersById(
      tx,
      rows.map((row) => row.id),
    );
    return { reference: await readReference(tx), dossiers };
  });

/** Holder or desk, leader and filer; the coordinator too where the matter goes up (DESIGN 3, "At due"). */
const silenceReceivers = (
  reference: Reference,
  { request }: LoadedDossier,
  part: Part,
  day: string,
): readonly PersonId[] => {
  const { directory } = reference;
  const goesUp = regulationOf(reference, request).silence !== 'none' && part.state !== 'silent';
  return [
    ...new Set([
      ...followedBy(directory, request, part, day),
      ...leadersOf(directory, part.unitId, day),
      ...askersOf(directory, request, day),
      ...(goesUp ? coordinatorsOf(directory, day) : []),
    ]),
  ];
};

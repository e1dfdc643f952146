/**
 * Says what waits to be said: everything that is due for one person is one message, however many parts, kinds and batches
 * it came from. What has become untrue in the meantime is left out.
 */
import { inTransaction } from '#db/client.ts';
import { peopleToTell, type ReminderRow, takeReminders } from '#db/remind/reminder.ts';
import { mutesOf } from '#db/remind/reminding.ts';
import { remindersSaid } from '#db/remind/said.ts';
import { dossiersById, type LoadedDossier } from '#db/request/request.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { isMuted, type Mute } from '#domain/reminder/mute.ts';
import { DIGEST_KINDS } from '#domain/request/digest.ts';
import { reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { ORDER } from './entry.ts';
import type { Item, ItemKind } from './item.ts';
import { inLanes } from './lanes.ts';
import { ownEntries } from './own-entries.ts';
import { partEntry } from './part-entry.ts';
import { heardNow } from './quiet.ts';
import { noticeFor } from './reminder-notice.ts';

/** People of one step: enough to be quick after a long holiday, few enough to lose little when killed. */
const PEOPLE = 100;

/** @returns whether anything was due */
export const tellSome = async (runtime: Runtime): Promise<boolean> => {
  const people = await peopleToTell(runtime.db, runtime.clock.now(), PEOPLE);
  const rings = await inLanes(people, (own) => tell(runtime, own));
  for (const name of rings.flatMap((names) => [...names])) runtime.bell.ring(name);
  return people.length > 0;
};

const tell = async (runtime: Runtime, people: readonly number[]): Promise<ReadonlySet<string>> => {
  const reference = await runtime.reference.latest();
  return inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const taken = await takeReminders(tx, now, people);
    const dossiers = new Map(
      (await dossiersById(tx, [...new Set(taken.parts.map((row) => row.requestId))])).map((one) => [
        one.request.id,
        one,
      ]),
    );
    const isGrave = (row: ReminderRow): boolean => dossiers.get(row.requestId)?.request.urgency === 'hoa_toc';
    const heard = await heardNow({ tx, reference, now }, taken, isGrave);
    const items = itemsOf(heard.parts, {
      ...{ reference, dossiers, now },
      mutes: await mutesOf(tx, [...new Set(heard.parts.map(({ personId }) => personId))], now),
    });
    const said = await remindersSaid(tx, [
      ...new Set(items.filter(({ kind }) => kind === 'overdue').map(({ part }) => part.id)),
    ]);
    const on = { reference, now, said };
    const entries = [
      ...ofEachPart(items).map((item) => ({ to: item.to, entry: partEntry(on, item) })),
      ...(await ownEntries({ tx, reference, now }, heard.own)),
    ];
    const notices = [...Map.groupBy(entries, ({ to }) => to)].map(([to, all]) =>
      noticeFor(
        now,
        to,
        all.map(({ entry }) => entry),
      ),
    );
    return writeNotices(runtime, tx, notices, now);
  });
};

type Now = {
  readonly reference: Reference;
  readonly dossiers: ReadonlyMap<number, LoadedDossier>;
  readonly now: Millis;
  readonly mutes: readonly Mute[];
};

/** What is still true, still to be told to this person, and not silent by his own word. */
const itemsOf = (rows: readonly ReminderRow[], { reference, dossiers, now, mutes }: Now): readonly Item[] =>
  rows.flatMap((row): Item[] => {
    const dossier = dossiers.get(row.requestId);
    const part = dossier?.parts.find((one) => one.id === row.partId);
    if (dossier === undefined || part === undefined || dossier.request.state !== 'open') return [];
    // Has left since it was queued: the part's next reminder reaches those who are there.
    if (membershipsOf(reference.directory, row.personId, dateOf(now)).length === 0) return [];
    const kind = kindNow(row, part, now);
    if (kind === null || isMuted(mutes, { ...row, kind }, now)) return [];
    return [{ to: row.personId, dossier, part, kind, noticeId: row.noticeId }];
  });

/** Silence and morning list are told as they were; a reminder says what is true now, or nothing of a part not owed. */
const kindNow = (row: ReminderRow, part: Part, now: Millis): ItemKind | null => {
  if (row.kind === 'silence') return 'silence';
  return DIGEST_KINDS.find((one) => one === row.kind) ?? reminderNow(part, now);
};

/** Of one part a person hears once, the weightier way; Đã nhận answers for all of them. */
const ofEachPart = (items: readonly Item[]): readonly Item[] =>
  [...Map.groupBy(items, (item) => `${item.to}:${item.part.id}`).values()].flatMap((own) => {
    const [first] = own.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    if (first === undefined) return [];
    return [{ ...first, noticeId: own.find((item) => item.noticeId !== null)?.noticeId ?? null }];
  });

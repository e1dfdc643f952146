/**
 * Says what waits to be said: everything that is due for one person is one message, however many parts, kinds and batches
 * it came from. What has become untrue in the meantime is left out.
 */
import { inTransaction } from '#db/client.ts';
import { addReminders, type ReminderRow, takeReminders } from '#db/reminder.ts';
import { dossiersById } from '#db/request.ts';
import { remindersSaid } from '#db/said.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { DIGEST_KINDS } from '#domain/request/digest.ts';
import { reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { ORDER } from './entry.ts';
import { type Item, type ItemKind, officeMoment } from './item.ts';
import { ownEntries } from './own-entries.ts';
import { partEntry } from './part-entry.ts';
import { noticeFor } from './reminder-notice.ts';

/** People of one commit: large enough to be quick after a long holiday, small enough to lose little when killed. */
const PEOPLE = 50;

/** @param ending what is left is said by the next process */
export const tellAll = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  while (!ending.aborted && (await tellSome(runtime))) {
    // Until nothing is due any more.
  }
};

/** @returns whether anything was due */
const tellSome = async (runtime: Runtime): Promise<boolean> => {
  const reference = await runtime.reference.latest();
  const { taken, ring } = await inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const { parts: rows, own } = await takeReminders(tx, now, PEOPLE);
    const dossiers = new Map(
      (await dossiersById(tx, [...new Set(rows.map((row) => row.requestId))])).map((one) => [one.request.id, one]),
    );
    // After an outage: what waited for a morning that nobody ran in waits for the next office hour.
    const later = officeMoment(reference.calendar, now);
    const isEarly = ({ requestId }: ReminderRow): boolean =>
      later > now && dossiers.get(requestId)?.request.urgency !== 'hoa_toc';
    await addReminders(
      tx,
      rows.filter(isEarly).map((row) => ({ ...row, notBefore: later })),
    );
    const said = await remindersSaid(tx, [
      ...new Set(rows.filter((row) => row.kind === 'overdue').map((row) => row.partId)),
    ]);
    const items = rows.flatMap((row): Item[] => {
      if (isEarly(row)) return [];
      const dossier = dossiers.get(row.requestId);
      const part = dossier?.parts.find((one) => one.id === row.partId);
      if (dossier === undefined || part === undefined || dossier.request.state !== 'open') return [];
      // Has left since it was queued: the part's next reminder reaches those who are there.
      if (membershipsOf(reference.directory, row.personId, dateOf(now)).length === 0) return [];
      const kind = kindNow(row, part, now);
      return kind === null ? [] : [{ to: row.personId, dossier, part, kind, noticeId: row.noticeId }];
    });
    const on = { reference, now, said };
    const entries = [
      ...ofEachPart(items).map((item) => ({ to: item.to, entry: partEntry(on, item) })),
      ...(await ownEntries({ tx, reference, now }, own)),
    ];
    const notices = [...Map.groupBy(entries, ({ to }) => to)].map(([to, all]) =>
      noticeFor(
        now,
        to,
        all.map(({ entry }) => entry),
      ),
    );
    return { taken: rows.length + own.length, ring: await writeNotices(runtime, tx, notices, now) };
  });
  for (const name of ring) runtime.bell.ring(name);
  return taken > 0;
};

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

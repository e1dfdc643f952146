/**
 * A notice is addressed to a person. What cannot arrive on one account goes on to his next one; where there is none it
 * stays in the list of failed sends, and whoever's act it tells of hears that it did not arrive.
 */
import { reachableAt } from '#db/account.ts';
import { inTransaction, type Tx } from '#db/client.ts';
import { enqueue, type NewOutbox } from '#db/outbox.ts';
import { leaveChannel, putOff, type SentNotice, strandedNotices } from '#db/outbox-notice.ts';
import { dateOf, MINUTE, SECOND } from '#domain/time.ts';
import { texts } from '#text/delivery.ts';
import { asTemplate, noticeRows, writeNotices } from './compose.ts';
import type { Runtime } from './runtime.ts';

export type Unsent = { readonly notice: SentNotice; readonly error: string };

/** Here it cannot arrive, for good. @returns the channels to ring */
export const reroute = async (runtime: Runtime, tx: Tx, unsent: Unsent): Promise<ReadonlySet<string>> => {
  const rung = await goOn(runtime, tx, unsent);
  if (rung !== null) return rung;
  await leaveChannel(tx, unsent.notice, { state: 'failed', error: unsent.error });
  return tellSender(runtime, tx, unsent.notice);
};

/** @returns null: there is nowhere to go on to, and nothing was changed */
export const goOn = async (runtime: Runtime, tx: Tx, unsent: Unsent): Promise<ReadonlySet<string> | null> =>
  moveOn(runtime, tx, unsent, await nextRows(runtime, tx, unsent.notice));

const moveOn = async (
  runtime: Runtime,
  tx: Tx,
  { notice, error }: Unsent,
  rows: readonly NewOutbox[],
): Promise<ReadonlySet<string> | null> => {
  if (rows.length === 0) return null;
  await leaveChannel(tx, notice, { state: 'failed', error });
  await enqueue(tx, rows, runtime.clock.now());
  return new Set(rows.map((row) => row.channel));
};

/** For the person's next account, empty when there is none. */
const nextRows = async (runtime: Runtime, tx: Tx, notice: SentNotice) => {
  const { personId, channel, message, class: kind, shownSet, partId, senderId } = notice;
  const reachable = await reachableAt(tx, [personId], dateOf(runtime.clock.now()));
  // Each effect goes on once from a channel, whichever of its pieces failed, and however often.
  const effect = notice.noticeKey ?? notice.dedupeKey ?? notice.id;
  const dedupeKey = `notice:${effect}@${channel}${notice.template ? '#' : ''}`;
  const way = notice.template ? asTemplate(channel) : channel;
  const next = { to: personId, class: kind, message, shownSet, partId, senderId, dedupeKey };
  const rows = noticeRows(runtime, { ...next, tried: [...notice.tried, way] }, reachable.get(personId) ?? []);
  return rows.filter((row) => row.state === 'queued');
};

const tellSender = async (runtime: Runtime, tx: Tx, notice: SentNotice): Promise<ReadonlySet<string>> => {
  const { personId, senderId } = notice;
  if (senderId === null || senderId === personId) return new Set();
  const { directory } = await runtime.reference.latest();
  const person = directory.people.get(personId);
  if (person === undefined) return new Set();
  const now = runtime.clock.now();
  const say = { lines: texts.notDelivered(directory, person, dateOf(now)) };
  // One a person and day: ten parts sent to one desk are one thing to ring about.
  const dedupeKey = `undelivered:${senderId}:${personId}:${dateOf(now)}`;
  return writeNotices(runtime, tx, [{ to: senderId, class: 'urgent', say, dedupeKey }], now);
};

/** A platform that opens again within this is waited for. */
const PATIENCE_MS = 30 * SECOND;
const BATCH = 200;

/** Where there is no other way now, it is looked for again after this. */
const LOOK_AGAIN_MS = MINUTE;

/**
 * Notices of a channel that is switched off, or that takes nothing for now, go on where their people have another. Who
 * has none keeps his: the channel may be on again.
 */
export const rerouteStranded = async (runtime: Runtime): Promise<void> => {
  const channels = [...runtime.channels.keys()];
  const ring = await inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const found = await strandedNotices(tx, { channels, now, shutBeyond: now + PATIENCE_MS, limit: BATCH });
    const rung: ReadonlySet<string>[] = [];
    for (const notice of found) {
      const rows = await nextRows(runtime, tx, notice);
      // A channel that is only shut for a while is not worth a paid template.
      const worth = channels.includes(notice.channel) ? rows.filter((row) => !row.template) : rows;
      const moved = await moveOn(runtime, tx, { notice, error: 'the channel is shut' }, worth);
      if (moved === null) await putOff(tx, notice.id, now + LOOK_AGAIN_MS);
      else rung.push(moved);
    }
    return new Set(rung.flatMap((names) => [...names]));
  });
  for (const name of ring) runtime.bell.ring(name);
};

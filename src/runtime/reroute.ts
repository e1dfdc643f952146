/**
 * A notice is addressed to a person. What cannot arrive on one account goes on to his next one; where there is none it
 * stays in the list of failed sends, and whoever's act it tells of hears that it did not arrive.
 */
import { reachableAt } from '#db/account.ts';
import { inTransaction, type Tx } from '#db/client.ts';
import { enqueue } from '#db/outbox.ts';
import { leaveChannel, type SentNotice, strandedNotices } from '#db/outbox-notice.ts';
import { dateOf, SECOND } from '#domain/time.ts';
import { texts } from '#text/delivery.ts';
import { asTemplate, noticeRows, writeNotices } from './compose.ts';
import type { Runtime } from './runtime.ts';

export type Unsent = { readonly notice: SentNotice; readonly error: string };

/** @returns the channels to ring */
export const reroute = async (runtime: Runtime, tx: Tx, { notice, error }: Unsent): Promise<ReadonlySet<string>> => {
  await leaveChannel(tx, notice, { state: 'failed', error });
  const now = runtime.clock.now();
  const rows = await nextRows(runtime, tx, notice);
  if (rows.length === 0) return tellSender(runtime, tx, notice);
  await enqueue(tx, rows, now);
  return new Set(rows.map((row) => row.channel));
};

/** For the person's next account, empty when there is none. */
const nextRows = async (runtime: Runtime, tx: Tx, notice: SentNotice) => {
  const { personId, channel, message, class: kind, shownSet, partId, senderId } = notice;
  const reachable = await reachableAt(tx, [personId], dateOf(runtime.clock.now()));
  // Each effect is enqueued once a channel, so that a second failure of the same send changes nothing.
  const dedupeKey = `${notice.dedupeKey ?? `notice:${notice.id}`}@${channel}${notice.template ? '#' : ''}`;
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

/** Notices of a channel that is switched off, or that takes nothing for now, go on where their people have another. */
export const rerouteStranded = async (runtime: Runtime): Promise<void> => {
  const channels = [...runtime.channels.keys()];
  const ring = await inTransaction(runtime.db, async (tx) => {
    const shutBeyond = runtime.clock.now() + PATIENCE_MS;
    const found = await strandedNotices(tx, { channels, shutBeyond, limit: BATCH });
    const rung: ReadonlySet<string>[] = [];
    for (const notice of found) rung.push(await reroute(runtime, tx, { notice, error: 'the channel is shut' }));
    return new Set(rung.flatMap((names) => [...names]));
  });
  for (const name of ring) runtime.bell.ring(name);
};

/**
 * A notice is addressed to a person. What cannot arrive on one account goes on to his next one; where there is none it
 * stays in the list of failed sends, and whoever's act it tells of hears that it did not arrive.
 */

import { enqueue, failAddress, markFailed, type NewOutbox, shutAddresses } from '#db/chat/outbox.ts';
import {
  leaveChannel,
  noticeById,
  noticesWaitingAt,
  putOff,
  type SentNotice,
  strandedNotices,
} from '#db/chat/outbox-notice.ts';
import { unprovenSends } from '#db/chat/outbox-unsure.ts';
import { inTransaction, type Tx } from '#db/client.ts';
import { dateOf, MINUTE, SECOND } from '#domain/time.ts';
import { texts } from '#text/delivery.ts';
import { asTemplate, noticeRows, writeNotices } from './compose.ts';
import type { Runtime } from './runtime.ts';
import { spentChannels, waysTo } from './ways.ts';

export type Unsent = { readonly notice: SentNotice; readonly error: string };

/** Here it cannot arrive, for good. @returns the channels to ring */
export const reroute = async (runtime: Runtime, tx: Tx, unsent: Unsent): Promise<ReadonlySet<string>> => {
  const rung = await goOn(runtime, tx, unsent);
  if (rung !== null) return rung;
  await leaveChannel(tx, unsent.notice, { state: 'failed', error: unsent.error });
  return tellSender(runtime, tx, unsent.notice, 'notDelivered');
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
  const ways = await waysTo(runtime, tx, [personId], runtime.clock.now());
  // Each effect goes on once from a channel, whichever of its pieces failed, and however often.
  const effect = notice.noticeKey ?? notice.dedupeKey ?? notice.id;
  const way = notice.template ? asTemplate(notice) : channel;
  const dedupeKey = `notice:${effect}@${way}`;
  const next = { to: personId, class: kind, message, shownSet, partId, senderId, dedupeKey, notBy: null };
  const rows = noticeRows(runtime, { ...next, tried: [...notice.tried, way] }, ways(personId));
  return rows.filter((row) => row.state === 'queued');
};

const tellSender = async (
  runtime: Runtime,
  tx: Tx,
  { personId, senderId }: SentNotice,
  outcome: 'notDelivered' | 'notConfirmed',
): Promise<ReadonlySet<string>> => {
  if (senderId === null || senderId === personId) return new Set();
  const { directory } = await runtime.reference.latest();
  const person = directory.people.get(personId);
  if (person === undefined) return new Set();
  const now = runtime.clock.now();
  const say = { lines: texts[outcome](directory, person, dateOf(now)) };
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
 * Notices of a channel that is switched off, whose month is used up, or that takes nothing for now, go on where their
 * people have another. Who has none keeps his: the channel may be on again.
 */
export const rerouteStranded = (runtime: Runtime): Promise<void> =>
  ringing(runtime, async (tx) => {
    const now = runtime.clock.now();
    const spent = await spentChannels(runtime, tx, now);
    const channels = [...runtime.channels.keys()].filter((name) => !spent.has(name));
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
    return rung;
  });

/** Here nothing arrives any more: notices that wait go on to their person's next account, answers are over. */
export const leaveAddress = async (
  runtime: Runtime,
  tx: Tx,
  { channel, address, error }: { readonly channel: string; readonly address: string; readonly error: string },
): Promise<readonly ReadonlySet<string>[]> => {
  const rung: ReadonlySet<string>[] = [];
  for (const notice of await noticesWaitingAt(tx, channel, address)) {
    rung.push(await reroute(runtime, tx, { notice, error }));
  }
  await failAddress(tx, channel, address, error);
  return rung;
};

/** What waits for an account that its person has shut: no claim takes it. */
export const rerouteShut = (runtime: Runtime): Promise<void> =>
  ringing(runtime, async (tx) => {
    const rung: ReadonlySet<string>[] = [];
    for (const shut of await shutAddresses(tx, BATCH)) {
      rung.push(...(await leaveAddress(runtime, tx, { ...shut, error: 'the account is blocked' })));
    }
    return rung;
  });

/** Paid sends that nobody has confirmed: not sent again, but seen, and told to whoever's act they tell of. */
export const giveUpUnproven = (runtime: Runtime): Promise<void> =>
  ringing(runtime, async (tx) => {
    const rung: ReadonlySet<string>[] = [];
    const error = 'no answer was seen to a paid send';
    for (const id of await unprovenSends(tx, runtime.clock.now(), BATCH)) {
      await markFailed(tx, id, error);
      const notice = await noticeById(tx, id);
      if (notice !== null) rung.push(await tellSender(runtime, tx, notice, 'notConfirmed'));
    }
    return rung;
  });

const ringing = async (runtime: Runtime, work: (tx: Tx) => Promise<readonly ReadonlySet<string>[]>): Promise<void> => {
  const rung = await inTransaction(runtime.db, work);
  for (const name of new Set(rung.flatMap((names) => [...names]))) runtime.bell.ring(name);
};

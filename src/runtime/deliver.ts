/**
 * Sends what is in the outbox: claim under a lease (with the send slots), send, mark each send as it is answered.
 * At least once: a row is sent twice only when a process dies, or the platform's answer is lost, between send and mark.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Channel, SendOptions } from '#channels/channel.ts';
import { GiveUp } from '#channels/errors.ts';
import { capabilitiesAt, present } from '#channels/plan.ts';
import { type Claimed, claimRows, markSent } from '#db/chat/outbox.ts';
import { closeUntil, keepRecent, lockPlatform } from '#db/chat/send-slot.ts';
import { type Ending, inTransactionEnding, relaxCommit, type Tx } from '#db/client.ts';
import { readBytes } from '#db/file.ts';
import { type Millis, SECOND } from '#domain/time.ts';
import { nextMoments } from './pace.ts';
import { isPhoneAddress, phoneFor } from './phone-way.ts';
import type { Runtime } from './runtime.ts';
import { settleFailure } from './send-failure.ts';
import { templateData } from './template-data.ts';

/** Longer than a send may take, so that no second send starts while the first is under way; resumed within 30 s. */
const LEASE_MS = 20 * SECOND;
/** A platform that has not answered by then will not; well inside the lease. */
const SEND_TIMEOUT_MS = 10 * SECOND;
const MARK_AGAIN_MS = 250;
/** Slots are taken at most this far ahead, so that a reply never waits behind a long batch of reminders. */
const HORIZON_MS = 200;
/** Sends under way at once in one claim: more in flight means more repeats after a kill. */
const BATCH = 8;

type Slotted = { readonly row: Claimed; readonly at: Millis };

export type Delivered = {
  readonly taken: number;
  /** Resolves when all that was taken has been sent and marked. */
  readonly sent: Promise<unknown>;
  /** The platform as a whole may not be sent to before this. */
  readonly closedUntil: Millis | null;
};

type Claim = { readonly slotted: readonly Slotted[]; readonly closedUntil: Millis | null };

/** Takes what may go out now, and begins to send it. @param only replies of turns */
export const deliver = async (
  runtime: Runtime,
  channel: Channel,
  only: readonly number[] | null = null,
): Promise<Delivered> => {
  const { slotted, closedUntil } = await claim(runtime, channel, only);
  const sent = Promise.all(slotted.map((one) => sendAt(runtime, channel, one)));
  return { taken: slotted.length, sent, closedUntil };
};

const claim = (runtime: Runtime, channel: Channel, only: readonly number[] | null): Promise<Claim> =>
  inTransactionEnding(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const { window } = channel.capabilities;
    const query = {
      channel: channel.name,
      owner: runtime.owner,
      now,
      leaseUntil: now + LEASE_MS,
      limit: only === null ? BATCH : only.length,
      paidBefore: window === undefined ? null : now - window.freeMs,
      only,
    };
    // A claim lost in a crash of Postgres only means that the row is claimed again.
    if (isPaced(runtime, channel)) return claimPaced(tx, channel, query, now);
    return async () => {
      const [, rows] = await Promise.all([relaxCommit(tx), claimRows(tx, query)]);
      return { slotted: rows.map((row) => ({ row, at: now })), closedUntil: null };
    };
  });

const isPaced = ({ pacing }: Runtime, { capabilities }: Channel): boolean => pacing && capabilities.pace.overallMs > 0;

const perSecondOf = ({ capabilities }: Channel): number => Math.floor(SECOND / capabilities.pace.overallMs);

const claimPaced = async (
  tx: Tx,
  channel: Channel,
  query: Parameters<typeof claimRows>[1],
  now: Millis,
): Promise<Ending<Claim>> => {
  const { pace } = channel.capabilities;
  const perSecond = perSecondOf(channel);
  const [, slot] = await Promise.all([relaxCommit(tx), lockPlatform(tx, channel.name)]);
  if (slot.nextAt > now) return closed(slot.nextAt);
  const moments = nextMoments(slot.recent, { perSecond, now, horizon: now + HORIZON_MS, most: query.limit });
  if (moments.length === 0) return closed((slot.recent.at(-perSecond) ?? now) + SECOND - HORIZON_MS);
  const rows = await claimRows(tx, { ...query, limit: moments.length });
  const slotted = rows.map((row, index) => ({ row, at: moments[index] ?? now }));
  const gap = (address: string): number => (channel.isGroup(address) ? pace.groupMs : pace.privateMs);
  return async () => {
    await Promise.all([
      keepRecent(tx, channel.name, [...slot.recent, ...slotted.map((one) => one.at)].slice(-perSecond)),
      closeUntil(
        tx,
        channel.name,
        slotted.map((one) => ({ address: one.row.address, nextAt: one.at + gap(one.row.address) })),
      ),
    ]);
    return { slotted, closedUntil: null };
  };
};

const closed =
  (closedUntil: Millis): Ending<Claim> =>
  () =>
    Promise.resolve({ slotted: [], closedUntil });

const sendAt = async (runtime: Runtime, channel: Channel, { row, at }: Slotted): Promise<void> => {
  await until(runtime, at);
  if (isPaced(runtime, channel)) {
    await until(runtime, runtime.gate(channel.name, perSecondOf(channel), runtime.clock.now()));
  }
  let ref: string | null;
  try {
    ref = await sendRow(runtime, channel, row);
  } catch (error) {
    await settleFailure({ runtime, channel, row, error });
    return;
  }
  await markSeen(runtime, row, ref);
};

const until = async ({ clock }: Runtime, at: Millis): Promise<void> => {
  const wait = clock.realDelayUntil(at);
  if (wait > 0) await delay(wait);
};

const sendRow = async (runtime: Runtime, channel: Channel, row: Claimed): Promise<string | null> => {
  const common = { key: `outbox:${row.id}`, signal: AbortSignal.timeout(SEND_TIMEOUT_MS) };
  if (row.template) return sendTemplate(runtime, channel, row, common);
  return channel.send(
    row.address,
    { ...present(row.message, capabilitiesAt(channel, row.address)), edit: row.editRef, replyTo: row.replyRef },
    { ...common, readFile: (fileId) => readBytes(runtime.db, fileId) },
  );
};

const sendTemplate = async (
  runtime: Runtime,
  { notify, notifyPhone, noticeTemplate }: Channel,
  row: Claimed,
  options: Pick<SendOptions, 'key' | 'signal'>,
): Promise<string | null> => {
  const data = templateData(row.message);
  if (noticeTemplate != null && isPhoneAddress(row.address) && notifyPhone !== undefined) {
    return notifyPhone(await phoneFor(runtime, row.personId), noticeTemplate, data, options);
  }
  if (noticeTemplate != null && !isPhoneAddress(row.address) && notify !== undefined)
    return notify(row.address, noticeTemplate, data, options);
  throw new GiveUp('no template is set up', 'refused');
};

/** A message that was seen and is not marked goes out again after its lease: a restart of Postgres is waited for. */
const markSeen = async (runtime: Runtime, row: Claimed, ref: string | null): Promise<void> => {
  const end = runtime.clock.now() + LEASE_MS - SEND_TIMEOUT_MS;
  for (;;) {
    try {
      return await markSent(runtime.db, row, ref, runtime.clock.now());
    } catch (error) {
      if (runtime.clock.now() >= end) throw error;
      await delay(MARK_AGAIN_MS);
    }
  }
};

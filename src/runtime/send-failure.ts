/** What a failed send means for its row, its address and its person. Each case is one commit. */
import type { Channel } from '#channels/channel.ts';
import { Ambiguous, Credentials, GiveUp, Moved, Retry, RetryAt } from '#channels/errors.ts';
import { markBlocked, moveAddress } from '#db/account.ts';
import { inTransaction, type Tx } from '#db/client.ts';
import { type Claimed, failAddress, markFailed, requeue } from '#db/outbox.ts';
import { closePlatformUntil, closeUntil } from '#db/send-slot.ts';
import { adminsFor } from '#domain/directory/admins.ts';
import { dateOf, MINUTE, SECOND } from '#domain/time.ts';
import { texts } from '#text/delivery.ts';
import { writeNotices } from './compose.ts';
import type { Runtime } from './runtime.ts';

/** 1, 2, 4, 8, 16, 32 s: a platform that is down for longer than a minute is not waited for by one message. */
const MOST_ATTEMPTS = 6;
/** Wrong credentials do not heal by themselves; look again each minute, in case a person has mended them. */
const CREDENTIALS_WAIT_MS = MINUTE;

export const settleFailure = async (
  runtime: Runtime,
  channel: Channel,
  row: Claimed,
  error: unknown,
): Promise<void> => {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';
  runtime.log.warn({ channel: channel.name, outbox: row.id, attempts: row.attempts, err: error }, 'a send failed');
  const ring = await inTransaction(runtime.db, (tx) => settle(runtime, tx, channel, row, error, reason));
  for (const name of ring) runtime.bell.ring(name);
};

const settle = async (
  runtime: Runtime,
  tx: Tx,
  channel: Channel,
  row: Claimed,
  error: unknown,
  reason: string,
): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  const again = new Set([channel.name]);
  if (error instanceof RetryAt) {
    await requeue(tx, row.id, { attempt: false, ambiguous: false }, reason);
    if (error.scope === 'platform') await closePlatformUntil(tx, channel.name, now + error.waitMs);
    else await closeUntil(tx, channel.name, [{ address: row.address, nextAt: now + error.waitMs }]);
    return again;
  }
  if (error instanceof Moved) {
    await moveAddress(tx, channel.name, row.address, error.to);
    await requeue(tx, row.id, { attempt: false, ambiguous: false }, reason);
    return again;
  }
  if (error instanceof Credentials) {
    await requeue(tx, row.id, { attempt: false, ambiguous: false }, reason);
    await closePlatformUntil(tx, channel.name, now + CREDENTIALS_WAIT_MS);
    return new Set();
  }
  if (error instanceof GiveUp) {
    await markFailed(tx, row.id, reason);
    return error.reason === 'refused' ? again : stopSending(runtime, tx, channel, row, reason);
  }
  // Sent again once, when the lease is over; a second silence is given up: the platform may well have shown both.
  if (error instanceof Ambiguous) {
    if (row.ambiguous === 0) return new Set();
    await markFailed(tx, row.id, reason);
    return again;
  }
  if (!(error instanceof Retry)) runtime.log.error({ err: error, outbox: row.id }, 'a channel threw an unknown fault');
  if (row.attempts >= MOST_ATTEMPTS) {
    await markFailed(tx, row.id, reason);
    return again;
  }
  await requeue(tx, row.id, { attempt: true, ambiguous: false }, reason);
  // The address waits, not only the row: the order of a chat holds over a retry.
  await closeUntil(tx, channel.name, [{ address: row.address, nextAt: now + SECOND * 2 ** (row.attempts - 1) }]);
  return again;
};

/** Blocked, or the chat is gone: nothing more goes there, and the unit's administrator hears of it once. */
const stopSending = async (
  runtime: Runtime,
  tx: Tx,
  channel: Channel,
  row: Claimed,
  reason: string,
): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  await failAddress(tx, channel.name, row.address, reason);
  const personId = await markBlocked(tx, channel.name, row.address, now);
  if (personId === null) return new Set();
  const { directory } = await runtime.reference.latest();
  const person = directory.people.get(personId);
  if (person === undefined) return new Set();
  const notices = adminsFor(directory, personId, dateOf(now)).map((to) => ({
    to,
    class: 'urgent' as const,
    say: { lines: texts.unreachable(person) },
    dedupeKey: `blocked:${channel.name}:${row.address}:${now}`,
  }));
  return writeNotices(runtime, tx, notices, now);
};

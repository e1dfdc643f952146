/** What a failed send means for its row, its address and its person. Each case is one commit. */
import type { Channel } from '#channels/channel.ts';
import { Ambiguous, Credentials, GiveUp, Moved, Retry, RetryAt } from '#channels/errors.ts';
import { type Claimed, markFailed, requeue } from '#db/chat/outbox.ts';
import { noticeById, putOff } from '#db/chat/outbox-notice.ts';
import { awaitProof } from '#db/chat/outbox-unsure.ts';
import { closePlatformUntil, closeUntil } from '#db/chat/send-slot.ts';
import { inTransaction, type Tx } from '#db/client.ts';
import { markBlocked, moveAddress } from '#db/people/account.ts';
import { adminsFor } from '#domain/directory/admins.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import { dateOf, HOUR, MINUTE, SECOND } from '#domain/time.ts';
import { texts } from '#text/delivery.ts';
import { writeNotices } from './compose.ts';
import { goOn, leaveAddress, reroute } from './reroute.ts';
import type { Runtime } from './runtime.ts';

/** 1, 2, 4, 8, 16, 32 s: a platform that is down for longer than a minute is not waited for by an answer. */
const MOST_ATTEMPTS = 6;
/** A notice waits for it: so often more, a working day in all. It is put off by itself, so that its chat goes on. */
const MOST_OF_NOTICE = MOST_ATTEMPTS + 120;
const NOTICE_WAIT_MS = 5 * MINUTE;
/** Wrong credentials do not heal by themselves; look again each minute, in case a person has mended them. */
const CREDENTIALS_WAIT_MS = MINUTE;

export type Failure = {
  readonly runtime: Runtime;
  readonly channel: Channel;
  readonly row: Claimed;
  readonly error: unknown;
};

export const settleFailure = async (failure: Failure): Promise<void> => {
  const { runtime, channel, row, error } = failure;
  runtime.log.warn({ channel: channel.name, outbox: row.id, attempts: row.attempts, err: error }, 'a send failed');
  const ring = await inTransaction(runtime.db, (tx) => settle(tx, failure));
  for (const name of ring) runtime.bell.ring(name);
};

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';

const settle = async (tx: Tx, failure: Failure): Promise<ReadonlySet<string>> => {
  const { row, error } = failure;
  if (error instanceof RetryAt || error instanceof Moved || error instanceof Credentials) {
    return wait(tx, failure, error);
  }
  if (error instanceof GiveUp) {
    return error.reason === 'refused' ? fail(tx, failure) : stopSending(tx, failure);
  }
  if (error instanceof Ambiguous) {
    if (row.cost !== 'free') return seekProof(tx, failure);
    // Sent again once, when the lease is over; a second silence is given up: the platform may well have shown both.
    return row.ambiguous === 0 ? new Set() : fail(tx, failure);
  }
  return tryAgain(tx, failure);
};

/** A phone that is switched off confirms nothing: an hour is as long as a notice may be uncertain. */
export const PROOF_WITHIN_MS = HOUR;

/** Money was spent, or not: it is not spent again. */
const seekProof = async (tx: Tx, { runtime, channel, row, error }: Failure): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  await awaitProof(tx, row.id, { now, until: now + PROOF_WITHIN_MS, error: reasonOf(error) });
  return new Set([channel.name]);
};

/** Not here, for good: an answer is over, a notice goes on to the person's next account. */
const fail = async (tx: Tx, { runtime, channel, row, error }: Failure): Promise<ReadonlySet<string>> => {
  const notice = await noticeById(tx, row.id);
  if (notice === null) {
    await markFailed(tx, row.id, reasonOf(error));
    return new Set([channel.name]);
  }
  return new Set([channel.name, ...(await reroute(runtime, tx, { notice, error: reasonOf(error) }))]);
};

/** Nothing is wrong with the message: it goes out later, uncounted. */
const wait = async (
  tx: Tx,
  { runtime, channel, row }: Failure,
  error: RetryAt | Moved | Credentials,
): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  await requeue(tx, row.id, { attempt: false, error: reasonOf(error) });
  if (error instanceof Moved) {
    await moveAddress(tx, channel.name, row.address, error.to);
    return new Set([channel.name]);
  }
  if (error instanceof Credentials) {
    await closePlatformUntil(tx, channel.name, now + CREDENTIALS_WAIT_MS);
    return new Set();
  }
  const until = now + error.waitMs;
  if (error.scope === 'platform') await closePlatformUntil(tx, channel.name, until);
  else await closeUntil(tx, channel.name, [{ address: row.address, nextAt: until }]);
  return new Set([channel.name]);
};

const tryAgain = async (tx: Tx, failure: Failure): Promise<ReadonlySet<string>> => {
  const { runtime, channel, row, error } = failure;
  if (!(error instanceof Retry)) runtime.log.error({ err: error, outbox: row.id }, 'a channel threw an unknown fault');
  if (row.attempts >= MOST_ATTEMPTS) return outlast(tx, failure);
  await requeue(tx, row.id, { attempt: true, error: reasonOf(error) });
  // The address waits, not only the row: the order of a chat holds over a retry.
  const nextAt = runtime.clock.now() + SECOND * 2 ** (row.attempts - 1);
  await closeUntil(tx, channel.name, [{ address: row.address, nextAt }]);
  return new Set([channel.name]);
};

/** On to the person's next account; where there is none, the platform is waited for. */
const outlast = async (tx: Tx, failure: Failure): Promise<ReadonlySet<string>> => {
  const { runtime, channel, row, error } = failure;
  const notice = await noticeById(tx, row.id);
  if (notice === null || row.attempts >= MOST_OF_NOTICE) return fail(tx, failure);
  const rung = await goOn(runtime, tx, { notice, error: reasonOf(error) });
  if (rung === null) {
    await requeue(tx, row.id, { attempt: true, error: reasonOf(error) });
    await putOff(tx, row.id, runtime.clock.now() + NOTICE_WAIT_MS);
  }
  return new Set([channel.name, ...(rung ?? [])]);
};

/** Blocked, or the chat is gone: nothing more goes there, and the unit's administrator hears of it once. */
const stopSending = async (tx: Tx, failure: Failure): Promise<ReadonlySet<string>> => {
  const { runtime, channel, row, error } = failure;
  const reason = reasonOf(error);
  const personId = await markBlocked(tx, channel.name, row.address, runtime.clock.now());
  const rung = [await fail(tx, failure)];
  rung.push(...(await leaveAddress(runtime, tx, { channel: channel.name, address: row.address, error: reason })));
  if (personId !== null) rung.push(await tellAdmins(tx, failure, personId));
  return new Set(rung.flatMap((names) => [...names]));
};

const tellAdmins = async (
  tx: Tx,
  { runtime, channel, row }: Failure,
  personId: PersonId,
): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  const { directory } = await runtime.reference.latest();
  const person = directory.people.get(personId);
  if (person === undefined) return new Set();
  const notices = adminsFor(directory, personId, dateOf(now)).map((to) => ({
    to,
    class: 'urgent' as const,
    say: { lines: texts.unreachable(person) },
    dedupeKey: `blocked:${channel.name}:${row.address}:${now}:${to}`,
  }));
  return writeNotices(runtime, tx, notices, now);
};

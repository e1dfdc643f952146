/**
 * Fetches events for as long as it is let. The platform forgets an event when it hands it over, so one that cannot be
 * stored is held until it can: nothing else is asked for meanwhile, and a poll under way is never broken off.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Accept, Channel } from '../channel.ts';
import { Credentials, Malformed, Retry, RetryAt } from '../errors.ts';
import { faultName, type Log } from '../log.ts';
import type { Client } from './client.ts';
import { EMPTY_POLL } from './faults.ts';

export type PollDeps = { readonly client: Client; readonly decode: Channel['decode']; readonly log: Log };

/** A stop has ten seconds: a database that is away for longer takes the last event with it. */
const LAST_TRIES = 5;
/** Beyond what the platform was asked to hold the poll. */
const SLACK_MS = 5_000;

export const poll = async (deps: PollDeps, accept: Accept, signal: AbortSignal): Promise<void> => {
  const { retryMs } = deps.client.timeouts;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await store(deps, await fetchOne(deps), { accept, signal });
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Credentials) deps.log.error({}, 'zalo-bot: the token is refused');
      else deps.log.warn(faultName(error), 'zalo-bot: a round of polling failed');
      failures += 1;
      await rest(waitAfter(error, failures, retryMs), signal);
    }
  }
};

/** @returns null when nothing has happened */
const fetchOne = async ({ client }: PollDeps): Promise<unknown> => {
  const { pollSeconds } = client.timeouts;
  const timeoutMs = pollSeconds * 1_000 + SLACK_MS;
  try {
    return await client.call('getUpdates', { timeout: String(pollSeconds) }, z.unknown(), { timeoutMs });
  } catch (error) {
    if (error instanceof Retry && error.message === `getUpdates: ${EMPTY_POLL}`) return null;
    throw error;
  }
};

type Storing = { readonly accept: Accept; readonly signal: AbortSignal };

const store = async ({ client, decode, log }: PollDeps, event: unknown, { accept, signal }: Storing): Promise<void> => {
  const events = event === null || isEmpty(event) ? [] : decoded(decode, event, log);
  if (events.length === 0) return;
  const { retryMs } = client.timeouts;
  for (let tries = 1, tail = 0; ; tries += 1) {
    try {
      return await accept(events);
    } catch (error) {
      if (signal.aborted) tail += 1;
      if (tail >= LAST_TRIES) throw error;
      log.error(faultName(error), 'zalo-bot: an event is not stored yet and is held');
      // Not cut short by a stop: what is held would be lost.
      await pause(Math.min(10 * retryMs, retryMs * tries));
    }
  }
};

const isEmpty = (event: unknown): boolean => typeof event === 'object' && Object.keys(Object(event)).length === 0;

/** What can never be read is gone from the platform's queue too: said once, and left. */
const decoded = (decode: Channel['decode'], event: unknown, log: Log): ReturnType<Channel['decode']> => {
  try {
    return decode(event);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    log.error({ reason: error.message }, 'zalo-bot: an event of unknown form is left out');
    return [];
  }
};

const waitAfter = (error: unknown, failures: number, retryMs: number): number => {
  if (error instanceof RetryAt) return error.waitMs;
  const most = 30 * retryMs;
  return error instanceof Credentials ? most : Math.min(most, retryMs * 2 ** (failures - 1));
};

/** Ends early when the signal aborts. */
const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });

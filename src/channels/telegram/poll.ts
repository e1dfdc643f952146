/**
 * Fetches updates for as long as it is let. The offset moves only after `accept` resolved: an update that was not
 * stored is asked for again, one that was stored and not confirmed comes twice and is told by its id.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Inbound } from '#message/inbound.ts';
import type { Accept, Channel } from '../channel.ts';
import { Credentials, Malformed, RetryAt } from '../errors.ts';
import { faultName, type Log } from '../log.ts';
import type { Client } from './client.ts';
import { Conflict } from './faults.ts';
import type { Identity } from './identity.ts';
import { ALLOWED_UPDATES } from './update.ts';

export type PollDeps = {
  readonly client: Client;
  readonly identity: Identity;
  readonly decode: Channel['decode'];
  readonly log: Log;
};

export const poll = async (deps: PollDeps, accept: Accept, signal: AbortSignal): Promise<void> => {
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      offset = await pollOnce(deps, accept, { offset, signal });
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      await recover(deps, error, signal);
      failures += 1;
      await rest(waitAfter(error, failures, deps.client.timeouts.retryMs), signal);
    }
  }
};

type Position = { readonly offset: number | undefined; readonly signal: AbortSignal };

/** @returns the next offset */
const pollOnce = async (deps: PollDeps, accept: Accept, { offset, signal }: Position): Promise<number | undefined> => {
  const { client, identity } = deps;
  await identity.username();
  const { pollSeconds, callMs } = client.timeouts;
  const updates = await client.call(
    (api, limit) =>
      api.getUpdates(
        { ...(offset === undefined ? {} : { offset }), timeout: pollSeconds, allowed_updates: ALLOWED_UPDATES },
        limit,
      ),
    { signal, timeoutMs: pollSeconds * 1_000 + callMs },
  );
  const last = updates.at(-1);
  // Everything before is confirmed now. Ids start anew after a quiet week, so an old offset is not kept.
  if (last === undefined) return undefined;
  const events = updates.flatMap((update) => decoded(deps, update));
  if (events.length > 0) await accept(events);
  return last.update_id + 1;
};

/** An update that can never be read must not come back for ever. */
const decoded = ({ decode, log }: PollDeps, update: unknown): Inbound[] => {
  try {
    return decode(update);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    log.error({ reason: error.message }, 'telegram: an update of unknown form is left out');
    return [];
  }
};

const recover = async ({ client, log }: PollDeps, error: unknown, signal: AbortSignal): Promise<void> => {
  if (error instanceof Conflict && error.webhook) {
    log.warn({}, 'telegram: a webhook is in force and polling is configured; the webhook is removed');
    await client
      .call((api, limit) => api.deleteWebhook({}, limit), { signal })
      .catch((fault: unknown) => log.warn(faultName(fault), 'telegram: the webhook could not be removed'));
  } else if (error instanceof Conflict) {
    log.warn({}, 'telegram: another process fetches updates with this token');
  } else if (error instanceof Credentials) {
    log.error({}, 'telegram: the token is refused');
  } else {
    log.warn(faultName(error), 'telegram: a round of polling failed');
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

/** One poller over all processes: a session lock in Postgres, on a connection of its own, lost when that is lost. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from './log.ts';

/** Another process polls: looked at again this often, so that its death is noticed within seconds. */
const RETRY_MS = 2_000;

export type PollLock = (run: (held: AbortSignal) => Promise<void>, signal: AbortSignal) => Promise<void>;

export const pollLock =
  (url: string, name: string, log: Log): PollLock =>
  async (run, signal) => {
    while (!signal.aborted) {
      try {
        await holdOnce(url, name, run, signal);
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error, channel: name }, 'the poll lock was lost');
      }
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  };

const holdOnce = async (
  url: string,
  name: string,
  run: (held: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  const lost = new AbortController();
  // Without a listener a lost connection would end the process.
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort());
  await client.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [
      `poll:${name}`,
    ]);
    if (rows[0]?.held === true) await run(AbortSignal.any([lost.signal, signal]));
  } finally {
    await client.end();
  }
};

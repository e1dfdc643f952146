/** A bell with jobs that only note that they ran. */
import { performance } from 'node:perf_hooks';
import { createBell, type RunningBell } from '#jobs/bell.ts';
import type { JobName, Jobs } from '#jobs/catalog.ts';
import { openQueues, type QueueStore } from '#jobs/queues.ts';
import type { Log } from '#src/log.ts';

export type Ran = { readonly name: JobName; readonly at: number; readonly data: object };

export type NotingBell = RunningBell & {
  readonly ran: readonly Ran[];
  readonly jobs: Jobs;
  /** Resolves with the first run of the job at or after this index of `ran`. */
  readonly runOf: (name: JobName, from?: number, timeoutMs?: number) => Promise<Ran>;
};

const drop = (): void => undefined;
const log: Log = { debug: drop, info: drop, warn: drop, error: drop, child: () => log };

/** Real time: no test clock is between the bell and its rings. */
const clock = {
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  realNow: () => performance.now(),
  realDelayUntil: (at: number) => Math.max(0, at - (performance.timeOrigin + performance.now())),
  refresh: async () => undefined,
  stop: () => undefined,
};
export const now = clock.now;

export const openBell = async (store: QueueStore): Promise<NotingBell> => {
  const ran: Ran[] = [];
  const waiting = new Set<() => void>();
  const note =
    (name: JobName) =>
    async (data: object): Promise<void> => {
      ran.push({ name, at: now(), data });
      for (const look of [...waiting]) look();
    };
  const jobs: Jobs = {
    deliver: note('deliver'),
    due: note('due'),
    turns: note('turns'),
    leases: note('leases'),
    files: note('files'),
    produce: note('produce'),
    channels: note('channels'),
    cleanup: note('cleanup'),
    retention: note('retention'),
    seal: note('seal'),
    figures: note('figures'),
    recount: note('recount'),
  };
  const bell = createBell(await openQueues(store, log), clock, log);
  const runOf: NotingBell['runOf'] = (name, from = 0, timeoutMs = 15_000) => {
    const { promise, resolve, reject } = Promise.withResolvers<Ran>();
    const look = (): void => {
      const found = ran.slice(from).find((one) => one.name === name);
      if (found !== undefined) resolve(found);
    };
    const timer = setTimeout(() => reject(new Error(`${name} did not run in ${timeoutMs} ms`)), timeoutMs);
    waiting.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(look);
    });
  };
  return { ...bell, ran, jobs, runOf };
};

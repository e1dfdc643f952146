/**
 * Wakes workers through the queue, which holds no truth: a ring that fails is run here instead, and a plain timer does
 * what the queue has not rung for and declares its schedulers again.
 */
import { MINUTE, SECOND } from '#domain/time.ts';
import type { Bell } from '#runtime/runtime.ts';
import type { Clock } from '#src/clock.ts';
import type { Log } from '#src/log.ts';
import { CATALOG, JOB_NAMES, type JobName, type Jobs, runJob } from './catalog.ts';
import type { Queues } from './queues.ts';

export type RunningBell = Bell & {
  /** Starts the workers of this process and declares the schedulers. */
  readonly work: (jobs: Jobs) => Promise<void>;
  /** The queue answers: for /readyz. */
  readonly isWell: () => Promise<boolean>;
  /** Lets running jobs end, then closes. */
  readonly stop: () => Promise<void>;
};

/** Rings within this time are one: a busy process rings many times for the same channel. */
const DEBOUNCE_MS = 10;
const TICK_MS = MINUTE;

/** What comes by itself, and how often. */
const EVERY: ReadonlyMap<JobName, number> = new Map(
  JOB_NAMES.flatMap((name) => {
    const { everyMs } = CATALOG[name];
    return everyMs === null ? [] : [[name, everyMs]];
  }),
);

export const createBell = (queues: Queues, clock: Clock, log: Log): RunningBell => {
  const runner = createRunner(log);
  let ticking: NodeJS.Timeout | undefined;

  const ring = (job: JobName, data: object, delayMs = 0): void => {
    queues.add(job, data, delayMs).catch((error: unknown) => {
      log.warn({ err: error, job }, 'ringing failed; the job is run here');
      setTimeout(() => runner.here(job, data), delayMs).unref();
    });
  };
  const debounced = createDebounce();
  const oncePer = createOncePer();
  const tick = async (): Promise<void> => {
    runner.doOverdue();
    await queues.declare(EVERY);
  };

  return {
    ring: (channel) => debounced(`deliver:${channel}`, () => ring('deliver', { channel })),
    ringAt: (channel, at) =>
      debounced(`deliver:${channel}:${at}`, () => ring('deliver', { channel }, clock.realDelayUntil(at))),
    wakeAt: (at) => {
      const second = Math.ceil(at / SECOND) * SECOND;
      const delayMs = clock.realDelayUntil(second);
      oncePer(second, delayMs, () => ring('due', {}, delayMs));
    },
    fetchFiles: () => debounced('files', () => ring('files', {})),
    work: async (jobs) => {
      runner.start(jobs);
      queues.work(runner.run);
      await queues.declare(EVERY);
      ticking = setInterval(() => {
        tick().catch((error: unknown) => log.warn({ err: error }, 'the schedulers could not be declared'));
      }, TICK_MS).unref();
    },
    isWell: () =>
      queues.ping().then(
        () => true,
        () => false,
      ),
    stop: async () => {
      clearInterval(ticking);
      runner.end();
      await queues.close();
    },
  };
};

/** Runs jobs of this process and knows when each last ran. */
const createRunner = (log: Log) => {
  const lastRun = new Map<string, number>();
  let jobs: Jobs | null = null;

  const run = async (name: string, data: unknown): Promise<void> => {
    // Before the start and after the end of work a ring is not ours: the truth is in the database, others read it.
    if (jobs === null) return;
    lastRun.set(name, performance.now());
    await runJob(jobs, name, data);
  };
  const here = (name: JobName, data: object): void => {
    run(name, data).catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed'));
  };
  return {
    run,
    here,
    /** The queue has been silent about it for two turns, and for a tick at least. */
    doOverdue: () => {
      for (const [name, everyMs] of EVERY) {
        const silentMs = performance.now() - (lastRun.get(name) ?? 0);
        if (silentMs > Math.max(2 * everyMs, TICK_MS)) here(name, {});
      }
    },
    start: (given: Jobs) => {
      jobs = given;
    },
    end: () => {
      jobs = null;
    },
  };
};

const createDebounce = () => {
  const pending = new Set<string>();
  return (key: string, work: () => void): void => {
    if (pending.has(key)) return;
    pending.add(key);
    setTimeout(() => {
      pending.delete(key);
      work();
    }, DEBOUNCE_MS);
  };
};

/** One delayed ring a second: many things become due together, and one sweep does them all. */
const createOncePer = () => {
  const rung = new Set<number>();
  return (second: number, delayMs: number, work: () => void): void => {
    if (rung.has(second)) return;
    rung.add(second);
    // Forgotten when it rings; a timer cannot be longer than this, and a ring that far ahead may be given twice.
    setTimeout(() => rung.delete(second), Math.min(delayMs, LONGEST_TIMER_MS)).unref();
    work();
  };
};

const LONGEST_TIMER_MS = 2 ** 31 - 1;

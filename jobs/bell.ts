/**
 * Wakes workers through the queue, which holds no truth: a ring that fails is run here instead, and a plain timer does
 * what the queue has not rung for and declares its schedulers again.
 */
import { SECOND } from '#domain/time.ts';
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
/** After the queue lost everything, what is due goes out within a minute; half of it leaves time for the sending. */
const TICK_MS = 30 * SECOND;
/** A ring that the queue took and then lost with all it had is run here, when nothing has come of it so long after its moment. */
const LOST_AFTER_MS = 3 * SECOND;

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
  /** A queue that is away is declared by a later tick: people are served without it. */
  const declare = (): Promise<void> =>
    queues.declare(EVERY).catch((error: unknown) => log.warn({ err: error }, 'the schedulers could not be declared'));
  const tick = (): void => {
    runner.doOverdue();
    oncePer.forget();
    void declare();
  };

  return {
    ring: (channel) => debounced.soon(`deliver:${channel}`, () => ring('deliver', { channel })),
    ringAt: (channel, at) =>
      debounced.soon(`deliver:${channel}:${at}`, () => ring('deliver', { channel }, clock.realDelayUntil(at))),
    wakeAt: (at) => {
      const second = Math.ceil(at / SECOND) * SECOND;
      const delayMs = clock.realDelayUntil(second);
      oncePer.ring(second, () => {
        ring('due', {}, delayMs);
        // What is later than a tick is found by one.
        if (delayMs < TICK_MS) runner.unlessRun('due', delayMs);
      });
    },
    fetchFiles: () => debounced.soon('files', () => ring('files', {})),
    produce: () => debounced.soon('produce', () => ring('produce', {})),
    work: async (jobs) => {
      runner.start(jobs);
      queues.work(runner.run);
      await declare();
      ticking = setInterval(tick, TICK_MS).unref();
    },
    isWell: () =>
      queues.ping().then(
        () => true,
        () => false,
      ),
    stop: async () => {
      clearInterval(ticking);
      debounced.now();
      await queues.close();
      runner.end();
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
    /** It should have run when this time was over, give or take a moment. */
    unlessRun: (name: JobName, delayMs: number) => {
      const since = performance.now() + delayMs - DEBOUNCE_MS;
      const look = (): void => {
        if ((lastRun.get(name) ?? 0) < since) here(name, {});
      };
      setTimeout(look, delayMs + LOST_AFTER_MS).unref();
    },
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
  const pending = new Map<string, { readonly timer: NodeJS.Timeout; readonly work: () => void }>();
  const go = (key: string): void => {
    const found = pending.get(key);
    pending.delete(key);
    clearTimeout(found?.timer);
    found?.work();
  };
  return {
    soon: (key: string, work: () => void): void => {
      if (pending.has(key)) return;
      pending.set(key, { timer: setTimeout(() => go(key), DEBOUNCE_MS), work });
    },
    /** What waits is rung at once: after a stop nobody would. */
    now: (): void => {
      for (const key of [...pending.keys()]) go(key);
    },
  };
};

/** One delayed ring a second: many things become due together, and one sweep does them all. */
const createOncePer = () => {
  const rung = new Set<number>();
  return {
    ring: (second: number, work: () => void): void => {
      if (rung.has(second)) return;
      rung.add(second);
      work();
    },
    /** Each tick: a queue that was emptied has forgotten too, and a ring too many is harmless. */
    forget: (): void => rung.clear(),
  };
};

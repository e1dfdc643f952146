/**
 * BullMQ, and the only file that knows it. It rings and holds no truth: a ring that fails is run here instead, and
 * schedulers are declared again each minute, since emptying the queue's store takes them away.
 */
import { createPostgresBackend, Queue, runMigrations, setDefaultBackendFactory, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { MINUTE, SECOND } from '#domain/time.ts';
import type { Bell } from '#runtime/runtime.ts';
import type { Clock } from '#src/clock.ts';
import type { Log } from '#src/log.ts';
import { CATALOG, type JobName, type Jobs, QUEUES, type Queue as QueueName, runJob } from './catalog.ts';

/** Where the queue lives: Redis, or BullMQ's own tables in the same Postgres. */
export type BellStore =
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly pool: pg.Pool };

export type RunningBell = Bell & {
  /** Starts the workers of this process and declares the schedulers. */
  readonly work: (jobs: Jobs) => Promise<void>;
  /** The queue answers: for /readyz. */
  readonly isWell: () => Promise<boolean>;
  /** The queues themselves, for the console of administrators; their type is BullMQ's and stays here. */
  readonly consoleQueues: () => readonly unknown[];
  /** Lets running jobs end, then closes. */
  readonly stop: () => Promise<void>;
};

/** Rings within this time are one: a busy turn rings many times for the same channel. */
const DEBOUNCE_MS = 10;
const DECLARE_MS = MINUTE;
/** A ring that takes longer has failed, whatever the store says later. */
const RING_TIMEOUT_MS = 3 * SECOND;
/** Jobs of `send` wait for slots most of their time, one job a channel; jobs of `time` are short and exclude nothing. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { send: 8, time: 4, files: 2 };

export const createBell = async (store: BellStore, clock: Clock, log: Log): Promise<RunningBell> => {
  const redis = store.kind === 'redis' ? openRedis(store.url, log) : null;
  const connection = redis ?? (store.kind === 'postgres' ? store.pool : undefined);
  if (connection === undefined) throw new Error('the queue has no store');
  if (store.kind === 'postgres') {
    setDefaultBackendFactory(createPostgresBackend);
    await runMigrations(store.pool);
  } else setDefaultBackendFactory();
  const onError = (error: Error): void => log.warn({ err: error }, 'the queue has a fault');
  // BullMQ types the connection by the process-wide backend, which is chosen at run time here.
  const options = { connection: connection as never };
  const queues = new Map(QUEUES.map((name) => [name, listening(new Queue(name, options), onError)]));
  const queueOf = (job: JobName): Queue => {
    const queue = queues.get(CATALOG[job].queue);
    if (queue === undefined) throw new Error(`no queue for ${job}`);
    return queue;
  };

  let workers: Worker[] = [];
  let jobs: Jobs | null = null;
  let declaring: NodeJS.Timeout | undefined;
  let stopping = false;
  const lastRun = new Map<string, number>();

  const run = async (name: string, data: unknown): Promise<void> => {
    if (jobs === null || stopping) return;
    lastRun.set(name, performance.now());
    await runJob(jobs, name, data);
  };
  const runHere = (name: JobName, data: object): void => {
    run(name, data).catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed'));
  };
  const add = async (job: JobName, data: object, delayMs: number): Promise<void> => {
    const adding = queueOf(job).add(job, data, { delay: delayMs, removeOnComplete: true, removeOnFail: 100 });
    await withTimeout(adding, RING_TIMEOUT_MS);
  };
  const ringNow = (job: JobName, data: object, delayMs = 0): void => {
    if (stopping) return;
    add(job, data, delayMs).catch((error: unknown) => {
      log.warn({ err: error, job }, 'ringing failed; the job is run here');
      setTimeout(() => runHere(job, data), delayMs).unref();
    });
  };

  const pending = new Set<string>();
  const debounced = (key: string, work: () => void): void => {
    if (pending.has(key)) return;
    pending.add(key);
    setTimeout(() => {
      pending.delete(key);
      work();
    }, DEBOUNCE_MS);
  };

  const declare = async (): Promise<void> => {
    for (const [name, job] of scheduled()) {
      await queueOf(name).upsertJobScheduler(
        name,
        { every: job.everyMs },
        { name, data: {}, opts: { removeOnComplete: true, removeOnFail: 100 } },
      );
    }
  };
  /** The plain timer behind the queue: declares again, and does what the queue has not rung for. */
  const tick = async (): Promise<void> => {
    for (const [name, job] of scheduled()) {
      const silent = performance.now() - (lastRun.get(name) ?? 0);
      if (silent > Math.max(2 * job.everyMs, DECLARE_MS)) runHere(name, {});
    }
    if (store.kind === 'postgres') await runMigrations(store.pool);
    await declare();
  };

  return {
    ring: (channel) => debounced(`deliver:${channel}`, () => ringNow('deliver', { channel })),
    ringAt: (channel, at) =>
      debounced(`deliver:${channel}:${at}`, () => ringNow('deliver', { channel }, clock.realDelayUntil(at))),
    wakeAt: (at) => debounced(`due:${at}`, () => ringNow('due', {}, clock.realDelayUntil(at))),
    fetchFiles: () => debounced('files', () => ringNow('files', {})),
    work: async (given) => {
      jobs = given;
      for (const name of QUEUES) {
        const worker = new Worker(name, (job) => run(job.name, job.data), {
          ...options,
          concurrency: CONCURRENCY[name],
        });
        worker.on('error', onError);
        worker.on('failed', (job, error) => log.error({ err: error, job: job?.name ?? 'unknown' }, 'a job failed'));
        workers.push(worker);
      }
      await declare();
      declaring = setInterval(() => {
        tick().catch((error: unknown) => log.warn({ err: error }, 'the queue cannot be declared'));
      }, DECLARE_MS).unref();
    },
    isWell: async () => {
      try {
        await withTimeout(queueOf('due').count(), RING_TIMEOUT_MS);
        return true;
      } catch {
        return false;
      }
    },
    consoleQueues: () => [...queues.values()],
    stop: async () => {
      stopping = true;
      clearInterval(declaring);
      await Promise.all(workers.map((worker) => worker.close()));
      workers = [];
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      redis?.disconnect();
    },
  };
};

const scheduled = (): [JobName, { readonly everyMs: number }][] =>
  (Object.keys(CATALOG) as JobName[]).flatMap((name) => {
    const { everyMs } = CATALOG[name];
    return everyMs === null ? [] : [[name, { everyMs }]];
  });

const openRedis = (url: string, log: Log): Redis => {
  // Null: workers wait through an outage; producers are ended by RING_TIMEOUT_MS.
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', (error) => log.warn({ err: error }, 'redis has a fault'));
  return redis;
};

const listening = (queue: Queue, onError: (error: Error) => void): Queue => {
  queue.on('error', onError);
  return queue;
};

const withTimeout = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

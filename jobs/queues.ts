/** BullMQ, and the only file that knows it: queues, workers and schedulers on Redis or on its own tables in Postgres. */
import { createPostgresBackend, Queue, runMigrations, setDefaultBackendFactory, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { SECOND } from '#domain/time.ts';
import type { Log } from '#src/log.ts';
import { CATALOG, type JobName, QUEUES, type QueueName } from './catalog.ts';

export type QueueStore =
  | { readonly kind: 'redis'; readonly url: string }
  /** A pool whose search path is the schema `bullmq`. */
  | { readonly kind: 'postgres'; readonly pool: pg.Pool };

export type Queues = {
  /** @throws when the store does not answer in time */
  readonly add: (job: JobName, data: object, delayMs: number) => Promise<void>;
  /**
   * Declares what comes by itself; again and again, since emptying the store takes it away.
   * @throws when the store does not answer in time
   */
  readonly declare: (every: ReadonlyMap<JobName, number>) => Promise<void>;
  readonly work: (run: (name: string, data: unknown) => Promise<void>) => void;
  /** @throws when the store does not answer in time */
  readonly ping: () => Promise<void>;
  /** For the console of administrators. */
  readonly all: () => readonly Queue[];
  /** Lets running jobs end first, in time. */
  readonly close: () => Promise<void>;
};

/** A call that takes longer has failed, whatever the store says later: a ring must not hold up its turn. */
const ANSWER_WITHIN_MS = 3 * SECOND;
/** Longer than a job that was told to end takes; a store that is gone lets a worker wait for ever. */
const CLOSE_WITHIN_MS = 5 * SECOND;
/** After a lost connection a worker looks again this soon; BullMQ's own 15 s would hold reminders up after a restart. */
const LOOK_AGAIN_MS = SECOND;
/** Jobs of `send` mostly wait for slots, one a channel; those of `time` are short and exclude nothing. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { send: 8, time: 4, files: 2 };
/** Finished rings are of no use; failed ones are kept for the console. */
const KEPT = { removeOnComplete: true, removeOnFail: 100 } as const;

export const openQueues = async (store: QueueStore, log: Log): Promise<Queues> => {
  const onError = (error: Error): void => log.warn({ err: error }, 'the queue has a fault');
  const { connection, prepare, disconnect } = await openStore(store, onError);
  const queues = new Map(QUEUES.map((name) => [name, listening(new Queue(name, { connection }), onError)]));
  const workers: Worker[] = [];
  /** Rings under way: closing a queue would lose them. */
  const adding = new Set<Promise<unknown>>();
  const queueOf = (job: JobName): Queue => {
    const queue = queues.get(CATALOG[job].queue);
    if (queue === undefined) throw new Error(`no queue for ${job}`);
    return queue;
  };
  const declareAll = async (every: ReadonlyMap<JobName, number>): Promise<void> => {
    await prepare();
    for (const [name, ms] of every) {
      await queueOf(name).upsertJobScheduler(name, { every: ms }, { name, data: {}, opts: KEPT });
    }
  };
  const closeAll = async (): Promise<void> => {
    await Promise.allSettled(adding);
    await Promise.all(workers.map((worker) => worker.close()));
    await Promise.all([...queues.values()].map((queue) => queue.close()));
  };
  return {
    add: (job, data, delayMs) => {
      const added = queueOf(job).add(job, data, { delay: delayMs, ...KEPT });
      adding.add(added);
      return inTime(added).finally(() => adding.delete(added));
    },
    declare: (every) => inTime(declareAll(every)),
    work: (run) => {
      for (const name of QUEUES) {
        const options = { connection, concurrency: CONCURRENCY[name], runRetryDelay: LOOK_AGAIN_MS };
        const worker = new Worker(name, (job) => run(job.name, job.data), options);
        worker.on('error', onError);
        worker.on('failed', (job, error) => log.error({ err: error, job: job?.name ?? 'unknown' }, 'a job failed'));
        workers.push(worker);
      }
    },
    ping: () => inTime(queueOf('due').count()),
    all: () => [...queues.values()],
    close: async () => {
      await inTime(closeAll(), CLOSE_WITHIN_MS).catch(onError);
      disconnect();
    },
  };
};

const openStore = async (store: QueueStore, onError: (error: Error) => void) => {
  if (store.kind === 'redis') {
    setDefaultBackendFactory();
    // Null: workers wait through an outage; calls of ours are ended by ANSWER_WITHIN_MS.
    const redis = new Redis(store.url, { maxRetriesPerRequest: null });
    redis.on('error', onError);
    return { connection: redis, prepare: async () => undefined, disconnect: () => redis.disconnect() };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const prepare = (): Promise<void> => migrateOn(store.pool);
  await prepare();
  // BullMQ types connections by its built-in backend; the one set above takes a pool.
  return { connection: store.pool as never, prepare, disconnect: () => undefined };
};

/** On one connection: given the pool, BEGIN and COMMIT would reach different ones, and one would stay in a transaction. */
const migrateOn = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
};

const listening = (queue: Queue, onError: (error: Error) => void): Queue => {
  queue.on('error', onError);
  return queue;
};

const inTime = async (call: Promise<unknown>, ms = ANSWER_WITHIN_MS): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the queue did not answer within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
};

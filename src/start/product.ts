/**
 * The only wiring: from a configuration to a running product, and back to nothing. Parts are started in the order in
 * which they need each other and stopped in the reverse: intake, work under way, bell, pools, database.
 */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Channel } from '#channels/channel.ts';
import { cipherWith } from '#db/cipher.ts';
import { type Db, openDb, survive } from '#db/client.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { seed } from '#db/seed/seed.ts';
import { SECOND } from '#domain/time.ts';
import { registry } from '#handlers/index.ts';
import { warmReading } from '#handlers/known.ts';
import { createBell, type RunningBell } from '#jobs/bell.ts';
import { jobsOf } from '#jobs/index.ts';
import { openQueues, type Queues } from '#jobs/queues.ts';
import { commandEntries } from '#runtime/commands.ts';
import { createGate } from '#runtime/pace.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { startWork, type Work } from '#runtime/work.ts';
import type { Clock } from '#src/clock.ts';
import type { Config } from '#src/config.ts';
import { createMeasures, type Measures } from '#src/http/measures.ts';
import { newSetId, newToken, newUuid } from '#src/ids.ts';
import type { Log } from '#src/log.ts';
import { isSecretEvent } from '#text/secrecy.ts';
import { appKeyOf } from './app-key.ts';
import { type OpenChannels, openChannels } from './channels-on.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { inviteFirstAdmin } from './first-admin.ts';
import { openClock } from './open-clock.ts';
import { assertPortFree } from './port.ts';
import { serve } from './serve.ts';

/** Turns, claims, sweeps. With the bell's pool and one poll lock: 17 connections a process (ARCHITECTURE, Connections). */
export const POOL_SIZE = 10;
/** Three workers listen on one connection each; the others ring and run jobs' own bookkeeping. */
export const BELL_POOL_SIZE = 6;

export type Product = {
  readonly url: string | null;
  readonly runtime: Runtime;
  readonly work: Work;
  /** Ends cleanly: no update half done, no message lost. */
  readonly stop: () => Promise<void>;
};

export const startProduct = async (config: Config, log: Log): Promise<Product> => {
  await assertPortFree(config);
  const database = await openDatabase(config, log);
  try {
    return await startOn(database, config, log);
  } catch (error) {
    // A Postgres of our own must not outlive the start that failed.
    await database.stop();
    throw error;
  }
};

const startOn = async (database: OpenDatabase, config: Config, log: Log): Promise<Product> => {
  const onError = (error: Error): void => log.warn({ err: error }, 'a database connection was lost');
  const db = openDb(database.appUrl, POOL_SIZE, onError);
  const clock = await openClock(config, db, log);
  await seed(db, { now: clock.now(), sample: config.sampleData !== 'off', log });

  const bellPool = new pg.Pool({
    connectionString: database.appUrl,
    max: BELL_POOL_SIZE,
    // As BullMQ wants of a pool that it is given: its tables are in a schema of their own.
    options: '-c search_path=bullmq',
  });
  survive(bellPool, onError);
  const store =
    config.redisUrl === null
      ? ({ kind: 'postgres', pool: bellPool } as const)
      : ({ kind: 'redis', url: config.redisUrl } as const);
  const queues = await openQueues(store, log);
  const bell = createBell(queues, clock, log);
  const appKey = await appKeyOf(config);
  const channels = openChannels(config, { db, clock, log, databaseUrl: database.appUrl, appKey });
  const measures = createMeasures();
  const runtime = assemble(config, {
    db,
    clock,
    log,
    bell,
    cipher: cipherWith(appKey),
    channels: channels.all.map(measures.watched),
  });
  await inviteFirstAdmin(runtime);
  const work = startWork(runtime, measures.turn);
  return run(config, { database, db, clock, queues, bell, bellPool, channels, measures, runtime, work });
};

type Parts = {
  readonly database: OpenDatabase;
  readonly db: Db;
  readonly clock: Clock;
  readonly queues: Queues;
  readonly bell: RunningBell;
  readonly bellPool: pg.Pool;
  readonly channels: OpenChannels;
  readonly measures: Measures;
  readonly runtime: Runtime;
  readonly work: Work;
};

const assemble = (
  config: Config,
  parts: Pick<Runtime, 'db' | 'clock' | 'log' | 'bell' | 'cipher'> & { readonly channels: readonly Channel[] },
): Runtime => ({
  ...parts,
  channels: new Map(parts.channels.map((channel) => [channel.name, channel])),
  registry,
  reference: referenceStore(parts.db),
  owner: newUuid(),
  newToken,
  newSetId,
  undoMs: config.undoSeconds * SECOND,
  pacing: config.pacing,
  gate: createGate(),
  isSecret: isSecretEvent,
});

const run = async (config: Config, parts: Parts): Promise<Product> => {
  const { runtime, work, bell, channels } = parts;
  const ending = new AbortController();
  const jobs = jobsOf(runtime, work, ending.signal);
  const isWorker = config.role !== 'web';
  await warmReading(runtime.db.query, await runtime.reference.latest(), runtime.clock.now());
  if (isWorker) {
    await bell.work(jobs);
    // Files that a killed process was fetching: Gửi waits for them, and the queue would give its job back in a minute.
    bell.fetchFiles();
    // What fell due while nobody was there: the queue's own next round may be a minute away.
    bell.wakeAt(runtime.clock.now());
  }
  const untold = new Set<string>();
  const server = config.role === 'worker' ? null : await serve(config, { ...parts, jobs, untold });
  const polls = isWorker ? channels.all.map((channel) => channel.poll?.(work.accept, ending.signal)) : [];
  // Not waited for, at the start or at the end: a platform that hangs must hold up neither.
  if (config.role !== 'worker') void registerAll(runtime, channels, { untold, signal: ending.signal });
  return {
    url: server?.url ?? null,
    runtime,
    work,
    stop: async () => {
      ending.abort();
      await Promise.all([server?.close(), ...polls]);
      await work.drained();
      await bell.stop();
      await work.drained();
      parts.clock.stop();
      await Promise.all([parts.db.pool.end(), parts.bellPool.end()]);
      await parts.database.stop();
    },
  };
};

/** A platform that is away is told of us when it is back; the others, and the start, do not wait for it. */
const REGISTER_AGAIN_MS = 30 * SECOND;

type Telling = { readonly untold: Set<string>; readonly signal: AbortSignal };

const registerAll = async (runtime: Runtime, channels: OpenChannels, telling: Telling): Promise<void> => {
  await Promise.all(channels.all.map((channel) => registerOne(runtime, channel, telling)));
};

const registerOne = async (runtime: Runtime, channel: Channel, { untold, signal }: Telling): Promise<void> => {
  while (!signal.aborted) {
    try {
      await channel.register?.(commandEntries(runtime.registry));
      untold.delete(channel.name);
      return;
    } catch (error) {
      untold.add(channel.name);
      runtime.log.warn({ err: error, channel: channel.name }, 'the platform could not be told of us; tried again');
      await delay(REGISTER_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
};

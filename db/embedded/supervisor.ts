/**
 * Keeps one Postgres running on a data folder. A server that a killed process left running is adopted; one that dies is
 * started again on the same address; it is stopped only by `stop()`, to be called when all that needs it has ended.
 */
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { type Urls, urlsOf } from './address.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, makeCluster, readCluster, removeUnfinished } from './cluster.ts';
import { EmbeddedError } from './errors.ts';
import { type Guard, takeGuard } from './guard.ts';
import { findSettled, type Postmaster, stopPostmaster } from './postmaster.ts';
import { chooseRunAs } from './run-as.ts';
import { type Settings, startPostmaster } from './start.ts';

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly log: Log;
  /** Postgres settings over ours. */
  readonly settings?: Settings;
  /** Postgres cannot be kept running: the process should end, so that whoever runs it sees. */
  readonly onLost?: (error: unknown) => void;
};

export type Embedded = Urls & { readonly stop: () => Promise<void> };

type Up = {
  readonly postmaster: Postmaster;
  readonly guard: Guard;
  /** Running already: we had lost no more than the connection, or the process that had started it. */
  readonly wasFound: boolean;
};

/** Doubled from first to last: a passing trouble (memory, disk) gets half a minute; more would hide a lasting one. */
const FIRST_PAUSE_MS = 100;
const LAST_PAUSE_MS = 12_800;
/** A server up for as long was well: its next death is a new trouble, not the same again. */
const WELL_AFTER_MS = 10_000;

/** @throws EmbeddedError */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const cluster = await openCluster(options);
  const first = await bringUp(cluster, options, null);
  await removeUnfinished(options.dataDir);
  const stopping = new AbortController();
  const keeping = keepUp(first, cluster, options, stopping.signal);
  return {
    ...urlsOf(cluster, first.postmaster),
    stop: async () => {
      stopping.abort();
      await stopPostmaster(cluster.dir);
      await keeping;
      await stopPostmaster(cluster.dir); // one that was just being started again
    },
  };
};

const openCluster = async ({ dataDir, settings, log }: EmbeddedOptions): Promise<Cluster> => {
  await mkdir(dataDir, { recursive: true });
  const existing = await readCluster(dataDir);
  if (existing) return existing;
  log.info({ dataDir }, 'making a database cluster');
  const binaries = findBinaries();
  await makeCluster(dataDir, binaries, await chooseRunAs(binaries.postgres, dataDir), settings?.fsync !== 'off');
  const made = await readCluster(dataDir);
  if (!made) throw new EmbeddedError('start_failed', `The cluster just made in ${dataDir} is gone`);
  return made;
};

const bringUp = async (cluster: Cluster, options: EmbeddedOptions, port: number | null): Promise<Up> => {
  const found = await findSettled(cluster.dir);
  const postmaster = found ?? (await startPostmaster({ dir: cluster.dir, port, ...options }));
  try {
    const guard = await takeGuard(urlsOf(cluster, postmaster).ownerUrl, cluster.appPassword);
    options.log.info({ pid: postmaster.pid }, found ? 'found Postgres running' : 'started Postgres');
    return { postmaster, guard, wasFound: found !== null };
  } catch (error) {
    if (!found) await stopPostmaster(cluster.dir);
    throw error;
  }
};

/** Runs until stopped, or until Postgres cannot be kept up. */
const keepUp = async (first: Up, cluster: Cluster, options: EmbeddedOptions, stopping: AbortSignal): Promise<void> => {
  const { log, onLost } = options;
  let up: Up | null = first;
  let reason: unknown = new EmbeddedError('start_failed', 'Postgres dies again and again');
  let pauseMs = FIRST_PAUSE_MS;
  while (pauseMs <= LAST_PAUSE_MS) {
    if (up && (await wasWell(up))) pauseMs = FIRST_PAUSE_MS;
    if (!(await pause(pauseMs, stopping))) return;
    log.warn({ pauseMs }, 'lost the embedded Postgres; bringing it up again');
    pauseMs *= 2;
    up = await bringUp(cluster, options, first.postmaster.port).catch((error: unknown) => {
      log.error({ err: error }, 'could not bring up Postgres');
      reason = error;
      return null;
    });
  }
  log.error({ err: reason }, 'gave up on the embedded Postgres');
  onLost?.(reason);
};

/** Waits for the end of a server, or of our connection to it. */
const wasWell = async ({ guard, wasFound }: Up): Promise<boolean> => {
  const since = performance.now();
  await guard.ended;
  return wasFound || performance.now() - since > WELL_AFTER_MS;
};

/** @returns false when stopped meanwhile. */
const pause = (ms: number, stopping: AbortSignal): Promise<boolean> =>
  delay(ms, true, { signal: stopping }).catch(() => false);

/**
 * The running server of a cluster, as its own lock file `postmaster.pid` tells. The file may outlive its process and the
 * number may belong to a stranger by now, so a process counts only when its working folder is the cluster's.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedError } from './errors.ts';

export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** False: reachable only by the socket in the cluster's folder. */
  readonly onTcp: boolean;
  readonly isReady: boolean;
};

const POLL_MS = 10;
/** A start after a crash replays up to `max_wal_size` of log; much longer than that and something else is wrong. */
export const START_LIMIT_MS = 120_000;
/** A fast stop writes what is in memory; the whole product must end within 10 s, and an immediate stop loses nothing. */
const STOP_LIMIT_MS = 5_000;

/** @returns null when none is running. */
export const findPostmaster = async (dir: string): Promise<Postmaster | null> => {
  const file = await readFile(pidFile(dir), 'utf8').catch(() => null);
  if (file === null) return null;
  const [pid, , , port, , address, , state] = file.split('\n').map((line) => line.trim());
  if (!(await isAt(Number(pid), dir))) return null;
  return { pid: Number(pid), port: Number(port), onTcp: address !== '', isReady: state === 'ready' };
};

/** As `findPostmaster`, once a start or stop under way is over. @throws EmbeddedError */
export const findSettled = async (dir: string): Promise<Postmaster | null> => {
  const settled = await poll(START_LIMIT_MS, async () => {
    const found = await findPostmaster(dir);
    return found?.isReady === false ? undefined : { found };
  });
  if (!settled) throw new EmbeddedError('start_failed', `Postgres in ${dir} neither gets ready nor ends`);
  return settled.found;
};

/** The server that was just started, once it is ready. @throws EmbeddedError; AbortError */
export const whenReady = async (dir: string, signal: AbortSignal): Promise<Postmaster> => {
  const ready = await poll(
    START_LIMIT_MS,
    async () => {
      const found = await findPostmaster(dir);
      return found?.isReady ? found : undefined;
    },
    signal,
  );
  if (!ready) throw new EmbeddedError('start_failed', `Postgres in ${dir} does not get ready`);
  return ready;
};

export const stopPostmaster = async (dir: string): Promise<void> => {
  const running = await findPostmaster(dir);
  if (!running) return;
  const hasLeft = async () => ((await isAt(running.pid, dir)) ? undefined : true);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(running.pid, signal);
    if (await poll(STOP_LIMIT_MS, hasLeft)) return;
  }
  throw new EmbeddedError('stop_failed', `Postgres (process ${running.pid}) does not stop`);
};

/**
 * Prepares a start after a crash. Processes of the dead server end by themselves within moments; Postgres refuses to
 * start before. When none is left, its lock file is stale, and is removed because Postgres itself would believe it if
 * its process number were in use by any other program.
 */
export const clearStale = async (dir: string): Promise<void> => {
  if (process.platform !== 'linux') return; // only there one can ask which processes work in a folder
  const isDeserted = await poll(STOP_LIMIT_MS, async () => ((await isAnyoneAt(dir)) ? undefined : true));
  if (isDeserted) await rm(pidFile(dir), { force: true });
};

const pidFile = (dir: string): string => join(dir, 'postmaster.pid');

/** Looks until there is something to return; undefined when the time is over. */
export const poll = async <T>(limitMs: number, look: () => Promise<T | undefined>, signal?: AbortSignal) => {
  const limit = performance.now() + limitMs;
  while (performance.now() < limit) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await delay(POLL_MS, undefined, signal ? { signal } : {});
  }
  return undefined;
};

/** A zombie has no working folder, so it does not count as alive. */
const isAt = async (pid: number, dir: string): Promise<boolean> => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === dir;
  const lsof = promisify(execFile)('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn']);
  return (await lsof.catch(() => ({ stdout: '' }))).stdout.split('\n').includes(`n${dir}`);
};

/** Every process of a server works in its folder. */
const isAnyoneAt = async (dir: string): Promise<boolean> => {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  return (await Promise.all(pids.map((pid) => isAt(pid, dir)))).includes(true);
};

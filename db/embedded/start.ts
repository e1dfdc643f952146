/**
 * Starts Postgres on a cluster: in a session of its own, so that a signal to us or to our terminal does not stop it
 * before we are drained, and with the settings below, which hold over what the cluster's own files say.
 */
import { once } from 'node:events';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';
import { EmbeddedError } from './errors.ts';
import { clearStale, type Postmaster, whenReady } from './postmaster.ts';
import { chooseRunAs, spawnAs } from './run-as.ts';

export type Settings = Readonly<Record<string, string>>;

/** Processes of ours and a margin for a command beside the server; each costs memory only when in use. */
const CONNECTIONS = 60;
const LOG_LIMIT_BYTES = 8 * 1024 * 1024;

const SETTINGS: Settings = {
  max_connections: String(CONNECTIONS),
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1', // an SSD
  jit: 'off', // our queries are short: compiling one costs more than running it
  timezone: 'UTC',
  log_timezone: 'UTC',
  unix_socket_directories: '.', // the cluster's folder, where Postgres works
  unix_socket_permissions: '0700',
  logging_collector: 'off',
  // No personal data in the log: neither statements nor the values that an error's detail quotes.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

export type StartOptions = {
  readonly dataDir: string;
  /** The cluster's folder. */
  readonly dir: string;
  /** Asked for again after a crash, so that the address stays as it was. */
  readonly port: number | null;
  readonly settings?: Settings;
};

/** @throws EmbeddedError */
export const startPostmaster = async ({ dataDir, dir, port, settings }: StartOptions): Promise<Postmaster> => {
  const { postgres } = findBinaries();
  const runAs = await chooseRunAs(postgres, dir);
  await clearStale(dir);
  const all = { ...SETTINGS, ...(await listening(dir, port)), ...settings };
  const args = ['-D', dir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  await using log = await openLog(dataDir);
  const { size } = await log.stat();
  const child = spawnAs(runAs, { file: postgres, args }, ['ignore', log.fd, log.fd], true);
  child.unref();

  const settled = new AbortController();
  const ended = once(child, 'exit', { signal: settled.signal }).then(async () => {
    throw new EmbeddedError('start_failed', `Postgres did not start: ${await readFrom(log, size)}`);
  });
  try {
    return await Promise.race([whenReady(dir, settled.signal), ended]);
  } finally {
    settled.abort();
  }
};

/** A socket in the cluster's folder; where its path is longer than the system allows, a port of the loopback address. */
const listening = async (dir: string, port: number | null): Promise<Settings> => {
  const limit = process.platform === 'linux' ? 107 : 103;
  if (Buffer.byteLength(join(dir, '.s.PGSQL.5432')) <= limit) return { listen_addresses: '', port: '5432' };
  return { listen_addresses: '127.0.0.1', port: String(port ?? (await freePort())), unix_socket_directories: '' };
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
};

/** The log is bounded: beyond the limit the old one is put aside, over the one put aside before. */
const openLog = async (dataDir: string): Promise<FileHandle> => {
  const path = join(dataDir, 'postgres.log');
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`);
  return await open(path, 'a+', 0o600);
};

/** What was written since, as one line. */
const readFrom = async (log: FileHandle, position: number): Promise<string> => {
  const { buffer, bytesRead } = await log.read(Buffer.alloc(2_000), 0, 2_000, position);
  const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
  return (
    lines
      .map((line) => line.trim())
      .join(' ')
      .trim() || 'it wrote no reason'
  );
};

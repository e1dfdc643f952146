/**
 * The Postgres of one command: the one that is named, the embedded one that a server keeps running, or the embedded one
 * started for this command and stopped after it. Commands side by side share one: whoever started it stops it when the
 * others have ended.
 */
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { codeOf } from '#db/client.ts';
import { withConnection } from '#db/connection.ts';
import { findRunning, type Urls } from '#db/embedded/address.ts';
import { readCluster } from '#db/embedded/cluster.ts';
import { EmbeddedError } from '#db/embedded/errors.ts';
import { findPostmaster } from '#db/embedded/postmaster.ts';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import type { Context } from './command.ts';
import { whileAlone } from './start-lock.ts';

export type Server = Urls & {
  /** Other processes of ours may be at work on it. */
  readonly isShared: boolean;
};

export const withServer = async <T>(context: Context, work: (server: Server) => Promise<T>): Promise<T> => {
  const { database, dataDir } = context.config;
  if (database.kind === 'external') {
    const { url, ownerUrl } = database;
    return work({ appUrl: url, ownerUrl: ownerUrl ?? url, isShared: true });
  }
  const { urls, release } = await openEmbedded(resolve(dataDir), context);
  try {
    return await work(urls);
  } finally {
    await release();
  }
};

type Opened = { readonly urls: Server; readonly release: () => Promise<void> };

/** A start or a stop under way is over sooner; much longer and something else is wrong. */
const MOST_TRIES = 100;
const PAUSE_MS = 100;

const openEmbedded = async (dataDir: string, context: Context): Promise<Opened> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const opened = (await joinRunning(dataDir)) ?? (await whileAlone(dataDir, () => start(dataDir, context)));
    if (opened !== null) return opened;
    await delay(PAUSE_MS);
  }
  throw new EmbeddedError('start_failed', `Postgres in ${dataDir} neither serves nor ends`);
};

/** @returns null when another process runs it by now, or is about to stop it */
const start = async (dataDir: string, { log }: Context): Promise<Opened | null> => {
  const cluster = await readCluster(dataDir);
  if (cluster !== null && (await findPostmaster(cluster.dir)) !== null) return null;
  try {
    const { ownerUrl, appUrl, stop } = await startEmbedded({ dataDir, log });
    return { urls: { ownerUrl, appUrl, isShared: false }, release: () => leave(ownerUrl).finally(stop) };
  } catch (error) {
    if (error instanceof EmbeddedError && error.code === 'in_use') return null;
    throw error;
  }
};

/** Waits for the commands that share the server. */
const leave = (ownerUrl: string): Promise<void> =>
  withConnection(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [USERS_LOCK]);
  });

/** Held shared by each command that joined a running server, alone by the one that is about to stop it. */
const USERS_LOCK = 0x50480006;

/** @returns null when there is none, or it is just starting or stopping */
const joinRunning = async (dataDir: string): Promise<Opened | null> => {
  const found = await findRunning(dataDir);
  if (found === null) return null;
  const client = new Client({ connectionString: found.ownerUrl });
  client.on('error', () => undefined); // a lost server fails the command's own statements
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    return { urls: { ...found, isShared: true }, release: () => client.end() };
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isBetween(error)) return null;
    throw error;
  }
};

/** Refused, cut, told so by Postgres, or its database not made yet. */
const isBetween = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '3D000'].includes(codeOf(error)) ||
  (error instanceof Error && error.message === 'Connection terminated unexpectedly');

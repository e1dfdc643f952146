/**
 * The cluster on disk: `DATA_DIR/postgres`, with our passwords inside. It is made in a folder of another name that is
 * renamed when all is complete, so a `postgres` folder is always whole; what an interrupted start left can be told by
 * its name and is made again. An existing `postgres` folder is never deleted or changed here.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './errors.ts';
import { type RunAs, spawnAs } from './run-as.ts';

export type Cluster = {
  /** The data folder of Postgres, without symbolic links, as `/proc` shows it. */
  readonly dir: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
};

const MAKING = 'postgres.making-';
const credentialsFile = (dir: string): string => join(dir, 'credentials.json');
const Credentials = z.object({ ownerPassword: z.string().min(1), appPassword: z.string().min(1) });

/** @returns null when there is none yet. */
export const readCluster = async (dataDir: string): Promise<Cluster | null> => {
  const dir = await realpath(join(dataDir, 'postgres')).catch(nullWhenAbsent);
  if (dir === null) return null;
  const json = await readFile(credentialsFile(dir), 'utf8').catch(nullWhenAbsent);
  if (json === null) {
    throw new EmbeddedError('foreign_cluster', `${dir} was not made by this program: move it away or set DATABASE_URL`);
  }
  return { dir, ...Credentials.parse(JSON.parse(json)) };
};

/** @param sync false only where losing the cluster in a power cut does not matter (tests). */
export const makeCluster = async (dataDir: string, binaries: Binaries, runAs: RunAs, sync: boolean): Promise<void> => {
  const making = await mkdtemp(join(dataDir, MAKING));
  const cluster = join(making, 'postgres');
  const passwordFile = join(making, 'password');
  const credentials = { ownerPassword: newPassword(), appPassword: newPassword() };
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(passwordFile, credentials.ownerPassword, { mode: 0o600 });
  if (runAs.user) {
    const { uid, gid } = runAs.user;
    await chmod(making, 0o711);
    await Promise.all([cluster, passwordFile].map((path) => chown(path, uid, gid)));
  }
  await initdb(binaries, runAs, cluster, [`--pwfile=${passwordFile}`, ...(sync ? [] : ['--no-sync'])]);
  await writeFile(credentialsFile(cluster), JSON.stringify(credentials), { mode: 0o600, flush: sync });
  await rename(cluster, join(dataDir, 'postgres')).catch(anotherWasFirst);
  await rm(making, { recursive: true });
};

/** Only for the one supervisor of this data folder: a folder still in the making now is of no use to anybody. */
export const removeUnfinished = async (dataDir: string): Promise<void> => {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(MAKING));
  await Promise.all(names.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
};

const initdb = async (binaries: Binaries, runAs: RunAs, dir: string, more: readonly string[]): Promise<void> => {
  // A locale built into Postgres: `lower('ĐƯỜNG')` is right on every machine, whatever LANG says.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const args = [`--pgdata=${dir}`, '--username=owner', '--auth=scram-sha-256', ...locale, ...more];
  const child = spawnAs(runAs, { file: binaries.initdb, args }, ['ignore', 'ignore', 'pipe']);
  const [complaint, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  if (code !== 0) throw new EmbeddedError('start_failed', `initdb failed: ${complaint.trim()}`);
};

const newPassword = (): string => randomBytes(24).toString('base64url');

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const nullWhenAbsent = (error: unknown): null => {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
};

/** Two first starts at once: the cluster that got the name first is used by both. */
const anotherWasFirst = (error: unknown): void => {
  if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
};

/**
 * One Postgres for a whole test run, in a folder of its own that goes when the run ends, with a migrated database that
 * test files copy. What a killed run left behind is removed by the next one.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { stopPostmaster } from '#db/embedded/postmaster.ts';
import { type Embedded, startEmbedded } from '#db/embedded/supervisor.ts';
import { migrate } from '#db/migrate.ts';
import { quietLog } from './log.ts';
import { asOwner, nameOfDatabase, SEEDED, withDatabase } from './owner.ts';
import { scratchRoot } from './scratch.ts';
import { seedTemplate } from './seeded.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can add to one of vitest's.
  interface ProvidedContext {
    postgres: { ownerUrl: string; appUrl: string };
  }
}

const PREFIX = 'phoihop-test-';
/** Losing the test data in a power cut is no loss, and not waiting for the disk halves the time. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

let dataDir = '';
let postgres: Embedded | null = null;

export const setup = async (project: TestProject): Promise<void> => {
  await removeLeftovers();
  dataDir = await mkdtemp(join(scratchRoot(), `${PREFIX}${process.pid}-`));
  process.once('exit', removeNow);
  await chmod(dataDir, 0o755); // Postgres may run as another user
  postgres = await startEmbedded({ dataDir, log: quietLog, settings: FAST });
  await migrate(postgres.ownerUrl, { log: quietLog });
  await asOwner(postgres.ownerUrl, `create database ${SEEDED} template ${nameOfDatabase(postgres.ownerUrl)}`);
  await seedTemplate(withDatabase(postgres.ownerUrl, SEEDED));
  project.provide('postgres', { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl });
};

export const teardown = async (): Promise<void> => {
  await postgres?.stop();
  await rm(dataDir, { recursive: true });
};

/** vitest skips the teardown when it is interrupted, and nothing that waits its turn runs at the end of a process. */
const removeNow = (): void => {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  if (existsSync(pidFile)) process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGQUIT');
  const still = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; existsSync(pidFile) && tries < 500; tries += 1) Atomics.wait(still, 0, 0, 10);
  rmSync(dataDir, { recursive: true, force: true });
};

const removeLeftovers = async (): Promise<void> => {
  for (const root of new Set([scratchRoot(), tmpdir()])) await removeLeftoversIn(root);
};

const removeLeftoversIn = async (root: string): Promise<void> => {
  const names = (await readdir(root)).filter((name) => name.startsWith(PREFIX));
  for (const name of names.filter((left) => !isAlive(Number(left.slice(PREFIX.length).split('-')[0])))) {
    const left = join(root, name);
    const cluster = await realpath(join(left, 'postgres')).catch(() => null);
    if (cluster) await stopPostmaster(cluster);
    await rm(left, { recursive: true, force: true });
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Of commands that all find no database running, one starts it and the others wait. The lock is a file with the number
 * of the process that holds it; one left behind by a killed process is taken over.
 */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from '#db/client.ts';

const PAUSE_MS = 50;
/** A first start makes a cluster, which takes seconds; after this the number belongs to a stranger. */
const WAIT_MS = 60_000;

export const whileAlone = async <T>(dataDir: string, work: () => Promise<T>): Promise<T> => {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'starting.lock');
  const limit = performance.now() + WAIT_MS;
  while (!(await isTaken(file))) {
    if (performance.now() > limit || !(await isHeld(file))) await rm(file, { force: true });
    else await delay(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
};

/** Makes the file, unless it is there. */
const isTaken = async (file: string): Promise<boolean> => {
  try {
    await using made = await open(file, 'wx');
    await made.writeFile(String(process.pid));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

/** By a living process. An empty file is one that is just being written. */
const isHeld = async (file: string): Promise<boolean> => {
  const holder = await readFile(file, 'utf8').catch(() => '');
  if (holder === '') return true;
  try {
    return process.kill(Number(holder), 0);
  } catch (error) {
    return codeOf(error) === 'EPERM'; // alive, of another user
  }
};

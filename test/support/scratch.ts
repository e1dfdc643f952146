/**
 * Where tests put databases: in memory where the machine has room for it, since copying a template is then five times as
 * fast; else on the disk. Benchmarks and chaos runs, which measure, stay on the disk.
 */
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** A whole run stays well below: a dozen clusters of some 100 MB, and what Postgres keeps of its log. */
const NEEDED_BYTES = 6_000_000_000;

const hasRoom = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > NEEDED_BYTES;
  } catch {
    // Not every system has it.
    return false;
  }
};

export const scratchRoot = (): string => (hasRoom() ? MEMORY : tmpdir());

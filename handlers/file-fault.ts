/** Files that are not here yet, or could not be had: what stands in the way of sending them on. */
import type { StoredFile } from '#db/file.ts';
import { type Refusal, refused } from '#domain/result.ts';

export const fileFault = (files: readonly StoredFile[]): Refusal | null => {
  const failed = files.find((one) => one.state === 'failed');
  if (failed !== undefined) return refused('file.not_kept', { name: failed.name });
  const pending = files.find((one) => one.state === 'pending');
  return pending === undefined ? null : refused('file.pending', { name: pending.name });
};

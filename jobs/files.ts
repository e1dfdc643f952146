/** Fetches files that people sent: at most two at once, hashed, their type found from the content, kept in Postgres. */
import { createHash } from 'node:crypto';
import { GiveUp } from '#channels/errors.ts';
import { noteFetchFailure, type PendingFile, pendingFiles, storeBytes } from '#db/file.ts';
import { SECOND } from '#domain/time.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { mimeOf } from './file-type.ts';

/** 20 MB: what every platform lets a bot download, and enough for a scan. */
export const FILE_LIMIT = 20_000_000;
const AT_ONCE = 2;
const FETCH_TIMEOUT_MS = 60 * SECOND;
/** A platform that refused this often within minutes will not give the file. */
const MOST_ATTEMPTS = 5;

export const fetchPending = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  while (!ending.aborted) {
    const files = await pendingFiles(runtime.db, runtime.clock.now(), AT_ONCE);
    if (files.length === 0) return;
    await Promise.all(files.map((file) => fetchOne(runtime, file)));
  }
};

const fetchOne = async (runtime: Runtime, file: PendingFile): Promise<void> => {
  const channel = runtime.channels.get(file.channel);
  try {
    if (channel === undefined) throw new GiveUp('the channel is off', 'gone');
    const bytes = await channel.fetchFile(file.ref, FILE_LIMIT, AbortSignal.timeout(FETCH_TIMEOUT_MS));
    const sha256 = createHash('sha256').update(bytes).digest();
    await storeBytes(runtime.db, file.id, bytes, { sha256, mime: await mimeOf(bytes, file.name) });
  } catch (error) {
    const isFinal = error instanceof GiveUp || file.attempts + 1 >= MOST_ATTEMPTS;
    runtime.log.warn({ err: error, file: file.id, final: isFinal }, 'a file could not be fetched');
    const reason = error instanceof Error ? error.name : 'unknown';
    await noteFetchFailure(runtime.db, file.id, { reason, isFinal, retryAt: runtime.clock.now() + 5 * SECOND });
  }
};

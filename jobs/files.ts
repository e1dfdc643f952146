/**
 * Fetches files that people sent: at most two at once, hashed, their kind found from the content, kept in Postgres. Whoever
 * sent one that cannot be kept is told which, and why.
 */
import { createHash } from 'node:crypto';
import { GiveUp } from '#channels/errors.ts';
import { inTransaction } from '#db/client.ts';
import { noteFetchFailure, type PendingFile, pendingFiles, storeBytes } from '#db/file.ts';
import { FILE_LIMIT, type FileFault } from '#domain/document/file.ts';
import { refused } from '#domain/result.ts';
import { SECOND } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { sayRefusal } from '#text/refusals.ts';
import { judge } from './file-type.ts';

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
    // What the platform says is too large is not fetched at all.
    if (file.size > FILE_LIMIT) return await turnAway(runtime, file, 'too_big');
    if (channel === undefined) throw new GiveUp('the channel is off', 'gone');
    const bytes = await channel.fetchFile(file.ref, FILE_LIMIT, AbortSignal.timeout(FETCH_TIMEOUT_MS));
    const judged = await judge(bytes, file.name);
    if (!judged.ok) return await turnAway(runtime, file, judged.fault);
    const sha256 = createHash('sha256').update(bytes).digest();
    await storeBytes(runtime.db, file.id, bytes, { sha256, mime: judged.mime, name: judged.name });
  } catch (error) {
    await afterFailure(runtime, file, error);
  }
};

const afterFailure = async (runtime: Runtime, file: PendingFile, error: unknown): Promise<void> => {
  const isFinal = error instanceof GiveUp || file.attempts + 1 >= MOST_ATTEMPTS;
  runtime.log.warn({ err: error, file: file.id, final: isFinal }, 'a file could not be fetched');
  // A channel refuses what is over the limit it was given.
  if (isFinal)
    return turnAway(runtime, file, error instanceof GiveUp && error.reason === 'refused' ? 'too_big' : 'gone');
  const reason = error instanceof Error ? error.name : 'unknown';
  const retryAt = runtime.clock.now() + 5 * SECOND;
  await inTransaction(runtime.db, (tx) => noteFetchFailure(tx, file.id, { reason, isFinal, retryAt }));
};

/** The file is failed for good, and its sender reads so in the same commit. */
const turnAway = async (runtime: Runtime, file: PendingFile, fault: FileFault): Promise<void> => {
  const now = runtime.clock.now();
  const ring = await inTransaction(runtime.db, async (tx) => {
    const isOurs = await noteFetchFailure(tx, file.id, { reason: fault, isFinal: true, retryAt: now });
    if (!isOurs) return new Set<string>();
    const lines = sayRefusal(refused(FAULTS[fault], { name: file.name }));
    return writeNotices(runtime, tx, [{ to: file.uploadedBy, say: { lines }, class: 'urgent' }], now);
  });
  for (const name of ring) runtime.bell.ring(name);
};

const FAULTS = { too_big: 'file.too_big', empty: 'file.empty', kind: 'file.kind', gone: 'file.failed' } as const;

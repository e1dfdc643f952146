/** Files: noted when they come, fetched by a job, kept in chunks of 1 MB with their hash. */
import { createHash } from 'node:crypto';
import type { Millis } from '#domain/time.ts';
import type { InboundFile } from '#message/inbound.ts';
import { type Db, inTransaction, type Tx } from './client.ts';
import { moment } from './moment.ts';

const CHUNK = 1_048_576;
/** In place of a channel: nobody sent it. */
const OWN = 'own';

export type StoredFile = {
  readonly id: number;
  readonly channel: string;
  readonly ref: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly state: 'pending' | 'stored' | 'failed';
  readonly error: string | null;
};

const columns = ['id', 'channel', 'ref', 'name', 'mime', 'size', 'state', 'error'] as const;

export const noteFile = async (
  tx: Tx,
  noted: { readonly channel: string; readonly file: InboundFile; readonly personId: number; readonly now: Millis },
): Promise<number> => {
  const row = await tx
    .insertInto('file')
    .values({
      channel: noted.channel,
      ref: noted.file.ref,
      name: noted.file.name,
      mime: noted.file.mime,
      size: noted.file.size,
      sha256: null,
      state: 'pending',
      error: null,
      uploaded_by: noted.personId,
      created_at: new Date(noted.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const filesById = async (tx: Tx, ids: readonly number[]): Promise<StoredFile[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('file')
        .select(columns)
        .where('id', 'in', [...ids])
        .orderBy('id')
        .execute();

/** A file whose bytes are there. */
export const storedFile = async (db: Db, id: number): Promise<StoredFile | null> =>
  (await db.query
    .selectFrom('file')
    .select(columns)
    .where('id', '=', id)
    .where('state', '=', 'stored')
    .executeTakeFirst()) ?? null;

export type RequestFile = StoredFile & {
  /** The part whose answer it belongs to, or between whose sides it is; null: the request itself. */
  readonly partId: number | null;
  readonly answerState: 'submitted' | 'returned' | 'valid' | 'replaced' | null;
};

export const filesOfRequest = (tx: Tx, requestId: number): Promise<RequestFile[]> =>
  tx
    .selectFrom('request_file')
    .innerJoin('file', 'file.id', 'request_file.file_id')
    .leftJoin('answer', 'answer.id', 'request_file.answer_id')
    .select(['file.id', 'channel', 'ref', 'name', 'mime', 'size', 'file.state', 'error'])
    .select((eb) => [
      eb.fn.coalesce('answer.part_id', 'request_file.part_id').as('partId'),
      'answer.state as answerState',
    ])
    .where('request_file.request_id', '=', requestId)
    .orderBy('file.id')
    .execute();

export const attachFiles = async (
  tx: Tx,
  requestId: number,
  fileIds: readonly number[],
  to: { readonly answerId?: number; readonly partId?: number },
): Promise<void> => {
  if (fileIds.length === 0) return;
  await tx
    .insertInto('request_file')
    .values(
      fileIds.map((fileId) => ({
        request_id: requestId,
        file_id: fileId,
        answer_id: to.answerId ?? null,
        part_id: to.partId ?? null,
      })),
    )
    .execute();
};

export type PendingFile = {
  readonly id: number;
  readonly channel: string;
  readonly ref: string;
  readonly name: string;
  readonly size: number;
  readonly attempts: number;
  readonly uploadedBy: number;
};

/** Files still to be fetched, the oldest first. */
export const pendingFiles = (db: Db, now: Millis, limit: number): Promise<PendingFile[]> =>
  db.query
    .selectFrom('file')
    .select(['id', 'channel', 'ref', 'name', 'size', 'attempts', 'uploaded_by as uploadedBy'])
    .where('state', '=', 'pending')
    .where((eb) => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', moment(now))]))
    .orderBy('id')
    .limit(limit)
    .execute();

export const storeBytes = async (
  db: Db,
  id: number,
  bytes: Uint8Array,
  found: { readonly sha256: Buffer; readonly mime: string; readonly name: string },
): Promise<void> =>
  inTransaction(db, async (tx) => {
    const updated = await tx
      .updateTable('file')
      .set({ state: 'stored', size: bytes.length, ...found, error: null })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .returning('id')
      .executeTakeFirst();
    // Another worker was first.
    if (updated === undefined) return;
    await writeChunks(tx, id, bytes);
  });

const writeChunks = async (tx: Tx, fileId: number, bytes: Uint8Array): Promise<void> => {
  for (let no = 0; no * CHUNK < bytes.length; no += 1) {
    const chunk = Buffer.from(bytes.subarray(no * CHUNK, (no + 1) * CHUNK));
    await tx.insertInto('file_chunk').values({ file_id: fileId, no, bytes: chunk }).execute();
  }
};

/** A file of our own making. @returns its id */
export const storeMade = async (
  tx: Tx,
  made: {
    readonly name: string;
    readonly mime: string;
    readonly bytes: Uint8Array;
    readonly personId: number;
    readonly now: Millis;
    /** Null: kept with what it belongs to. */
    readonly expiresAt: Millis | null;
  },
): Promise<number> => {
  const { name, mime, bytes } = made;
  const { id } = await tx
    .insertInto('file')
    .values({
      ...{ channel: OWN, ref: '', name, mime, size: bytes.length, state: 'stored' as const, error: null },
      sha256: createHash('sha256').update(bytes).digest(),
      uploaded_by: made.personId,
      created_at: new Date(made.now),
      expires_at: made.expiresAt === null ? null : new Date(made.expiresAt),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeChunks(tx, id, bytes);
  return id;
};

/** @returns whether the file was still waiting: else another worker was first */
export const noteFetchFailure = async (
  tx: Tx,
  id: number,
  failure: { readonly reason: string; readonly isFinal: boolean; readonly retryAt: Millis },
): Promise<boolean> => {
  const updated = await tx
    .updateTable('file')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      error: failure.reason,
      retry_at: new Date(failure.retryAt),
      // No further try: the file stays failed, and filing says which one.
      ...(failure.isFinal ? { state: 'failed' as const } : {}),
    }))
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
};

export const readBytes = async (db: Db, id: number): Promise<Uint8Array> => {
  const chunks = await db.query
    .selectFrom('file_chunk')
    .select('bytes')
    .where('file_id', '=', id)
    .orderBy('no')
    .execute();
  return Buffer.concat(chunks.map((chunk) => chunk.bytes));
};

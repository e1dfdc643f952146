/**
 * The form of a backup file: gzip over frames, each a length of four bytes and so many bytes. The first frame is the
 * header as JSON; then come, for each table of the header in order, the frames of its rows as COPY writes them as text,
 * and an empty one. gzip's own length and checksum tell a file that was cut off or changed.
 */
import { z } from 'zod';
import { BackupError } from './errors.ts';

/** Names and columns are quoted as SQL needs them. */
const Table = z.object({ name: z.string(), columns: z.array(z.string()) });
const Sequence = z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() });
const Header = z.object({
  format: z.literal('phoihop-backup-1'),
  migrations: z.array(z.string()).nonempty(),
  tables: z.array(Table),
  sequences: z.array(Sequence),
});

export type Header = z.infer<typeof Header>;
export type Table = z.infer<typeof Table>;
export type Sequence = z.infer<typeof Sequence>;

export const END_OF_TABLE = Buffer.alloc(4);

/** Ours are far smaller; a larger length means that this is no frame. */
const LONGEST_FRAME = 64 * 1024 * 1024;

export const frame = (content: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
};

/** @throws BackupError */
export const framesOf = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of unzipped(bytes)) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4) {
      const end = 4 + rest.readUInt32BE();
      if (end > LONGEST_FRAME) throw new BackupError('damaged', 'a frame of the backup has an impossible length');
      if (rest.length < end) break;
      yield rest.subarray(4, end);
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) throw new BackupError('damaged', 'the backup ends within a frame');
};

const unzipped = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  try {
    yield* bytes;
  } catch (error) {
    const isOfZlib = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    throw isOfZlib ? new BackupError('damaged', 'the backup was cut off or changed', { cause: error }) : error;
  }
};

/** @throws BackupError */
export const readHeader = async (frames: AsyncGenerator<Buffer, void>): Promise<Header> => {
  try {
    const { value } = await frames.next();
    return Header.parse(JSON.parse(String(value)));
  } catch (error) {
    throw unreadable(error);
  }
};

const unreadable = (cause: unknown): BackupError =>
  new BackupError('not_a_backup', 'this is not a backup that this program can read', { cause });

/**
 * Whether an .xlsx unpacks to what a list of ours may need. Its package opens all of it at once in many times the
 * memory, and what an archive says of its sizes need not be true: each part is unpacked here, up to what is left.
 */
import { inflateRawSync } from 'node:zlib';

/** Five thousand rows of fifteen cells are six; a book of this size takes 300 MB while it is read. */
const MOST_UNPACKED = 16_000_000;

export type Unpacked = 'fits' | 'too_big' | 'unreadable';

export const unpacked = (bytes: Uint8Array): Unpacked => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_UNPACKED;
  try {
    for (const { method, packed } of partsOf(file)) {
      left -= method === 0 ? packed.length : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
      if (left <= 0) return 'too_big';
    }
    return 'fits';
  } catch (error) {
    // Whatever else is wrong with it, it is no archive that can be read.
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too_big'
      : 'unreadable';
  }
};

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY_ENTRY = 0x02014b50;

/** Offsets outside the file throw, as anything does that is not where it ought to be. */
function* partsOf(file: Buffer): Iterable<{ readonly method: number; readonly packed: Buffer }> {
  const end = file.lastIndexOf(END_OF_DIRECTORY);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  for (let seen = 0; seen < count; seen += 1) {
    if (file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('the directory ends before its last entry');
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    yield { method: file.readUInt16LE(at + 10), packed: file.subarray(from, from + file.readUInt32LE(at + 20)) };
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
}

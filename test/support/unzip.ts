/** The parts of an Office file, by name, read from the archive's own directory. */
import { inflateRawSync } from 'node:zlib';

export const unzip = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const parts = new Map<string, string>();
  for (let at = file.readUInt32LE(end + 16); at < end; ) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(from, from + size);
    const content = method === 0 ? packed : inflateRawSync(packed);
    parts.set(file.toString('utf8', at + 46, at + 46 + (name ?? 0)), content.toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
};

/** The words of a .docx, a line for each paragraph. */
export const wordsOf = (bytes: Uint8Array): string => textOf(unzip(bytes).get('word/document.xml') ?? '');

export const textOf = (xml: string): string =>
  xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

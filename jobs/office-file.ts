/**
 * Tells Office files from the containers that they are, by the names inside and without unpacking anything: a small
 * archive may unpack to more than the machine holds.
 */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** The end record with the longest comment the format allows. */
const LONGEST_END = 22 + 65_535;
/** Office files have tens of entries, large workbooks hundreds. */
const MOST_ENTRIES = 10_000;
/** What a 20 MB Office file may say that it unpacks to; whoever opens a larger one is in trouble. */
const MOST_UNPACKED = 1_000_000_000;

const OPEN_XML: readonly (readonly [string, string])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation)(?!-)/;

/** The kind of a zip archive that is an Office file without macros; null for any other. */
export const kindOfZip = (bytes: Uint8Array): string | null => {
  const names = namesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (names === null || names.some((name) => /vbaproject|^basic\/|^scripts\//i.test(name))) return null;
  if (names[0] === 'mimetype') return OPEN_DOCUMENT.exec(mimetypeOf(bytes))?.[0] ?? null;
  if (!names.includes('[Content_Types].xml')) return null;
  return OPEN_XML.find(([name]) => names.includes(name))?.[1] ?? null;
};

/** The names in the archive's directory; null where it has none that can be read. */
const namesIn = (file: Buffer): readonly string[] | null => {
  const from = Math.max(0, file.length - LONGEST_END);
  const end = file.subarray(from).lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || from + end + 22 > file.length || file.readUInt32LE(from + end) !== END_OF_DIRECTORY) return null;
  const count = file.readUInt16LE(from + end + 10);
  if (count > MOST_ENTRIES) return null;
  const names: string[] = [];
  let at = file.readUInt32LE(from + end + 16);
  for (let unpacked = 0; names.length < count; ) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    unpacked += file.readUInt32LE(at + 24);
    if (unpacked > MOST_UNPACKED) return null;
    const length = file.readUInt16LE(at + 28);
    names.push(file.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
};

/** An OpenDocument file says what it is in its first entry, which is not packed. */
const mimetypeOf = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 256));
  const start = head.length < 30 ? 0 : 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  return head.toString('latin1', start);
};

const inDirectory = (name: string): Buffer => Buffer.from(name, 'utf16le');

const OLD_OFFICE: readonly (readonly [Buffer, string])[] = [
  [inDirectory('WordDocument\0'), 'application/msword'],
  [inDirectory('Workbook\0'), 'application/vnd.ms-excel'],
  [inDirectory('Book\0'), 'application/vnd.ms-excel'],
  [inDirectory('PowerPoint Document\0'), 'application/vnd.ms-powerpoint'],
];
const MACROS = inDirectory('_VBA_PROJECT');

/** Compound files are old Office files, and also installers and mails: only the former, without macros. */
export const kindOfCompound = (bytes: Uint8Array): string | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(MACROS)) return null;
  return OLD_OFFICE.find(([name]) => file.includes(name))?.[1] ?? null;
};

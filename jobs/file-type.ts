/** Whether a file is taken, by its content; what the sender declared, and what its name says, is not believed. */
import { fileTypeFromBuffer } from 'file-type';
import { ACCEPTED, endingOf, FILE_LIMIT, type FileFault, nameFor } from '#domain/document/file.ts';
import { kindOfCompound, kindOfZip } from './office-file.ts';

export type Judged =
  | { readonly ok: true; readonly mime: string; readonly name: string }
  | { readonly ok: false; readonly fault: FileFault };

export const judge = async (bytes: Uint8Array, name: string): Promise<Judged> => {
  if (bytes.length === 0) return { ok: false, fault: 'empty' };
  if (bytes.length > FILE_LIMIT) return { ok: false, fault: 'too_big' };
  const mime = await mimeOf(bytes, name);
  return mime !== null && ACCEPTED.has(mime)
    ? { ok: true, mime, name: nameFor(name, mime) }
    : { ok: false, fault: 'kind' };
};

const mimeOf = async (bytes: Uint8Array, name: string): Promise<string | null> => {
  if (startsWith(bytes, ZIP)) return kindOfZip(bytes);
  if (startsWith(bytes, COMPOUND)) return kindOfCompound(bytes);
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime.split(';')[0] ?? null;
  return textKind(bytes, name);
};

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

const TEXT_ENDINGS: Readonly<Record<string, string>> = { '': 'text/plain', txt: 'text/plain', csv: 'text/csv' };
/** A page or a script, whatever it is named: programs that open text by its content would run it. */
const RUNS = /^\s*(?:#!|MZ|@echo\b)|<\s*(?:!doctype|html|head|body|script|svg|iframe|object|\?xml|\?php)\b|<\?php/i;
/** Where it would say so. */
const HEAD_LENGTH = 4_096;

/** Content without a signature is text where it reads as such and its name says nothing else. */
const textKind = (bytes: Uint8Array, name: string): string | null => {
  const mime = TEXT_ENDINGS[endingOf(name)];
  if (mime === undefined) return null;
  const head = Buffer.from(bytes.subarray(0, HEAD_LENGTH));
  // Spreadsheets save "Unicode text" so.
  if (head[0] === 0xff && head[1] === 0xfe) return RUNS.test(head.toString('utf16le')) ? null : mime;
  const hasControls = bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return hasControls || RUNS.test(head.toString('latin1')) ? null : mime;
};

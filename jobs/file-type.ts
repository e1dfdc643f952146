/** A stored file's type by its content; what the sender declared is not believed. */
import { fileTypeFromBuffer } from 'file-type';

const TEXT_TYPES: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv', md: 'text/plain' };

/** Content without a signature is text where its name says so, else unknown bytes. */
export const mimeOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return TEXT_TYPES[ending] ?? 'application/octet-stream';
};

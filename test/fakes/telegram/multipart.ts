/** Reads a multipart/form-data body; header parameters quoted or bare, as the platform takes both. */
import { Upload } from './schema.ts';

export type Form = { readonly values: Record<string, string>; readonly uploads: Map<string, Upload> };

export const parseMultipart = (body: Buffer, contentType: string): Form => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? '';
  const form: Form = { values: {}, uploads: new Map() };
  const mark = Buffer.from(`--${boundary}`);
  let start = body.indexOf(mark);
  for (let end = body.indexOf(mark, start + 1); end !== -1; end = body.indexOf(mark, start + 1)) {
    // A line end follows each boundary and precedes the next.
    addPart(form, body.subarray(start + mark.length + 2, end - 2));
    start = end;
  }
  return form;
};

const addPart = (form: Form, part: Buffer): void => {
  const headEnd = part.indexOf('\r\n\r\n');
  const head = part.subarray(0, headEnd).toString('utf8');
  const content = part.subarray(headEnd + 4);
  const name = parameter(head, 'name');
  const filename = parameter(head, 'filename');
  if (name === undefined) return;
  if (filename === undefined) form.values[name] = content.toString('utf8');
  else form.uploads.set(name, new Upload(filename, Buffer.from(content)));
};

const parameter = (head: string, name: string): string | undefined => {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r\\n]*))`, 'i').exec(head);
  return match === null ? undefined : (match[1]?.replace(/\\(.)/g, '$1') ?? match[2]);
};

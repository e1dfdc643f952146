/** What a message holds, in the product's words. */
import type { Content, InboundFile } from '#message/inbound.ts';
import type { Attachment, EventMessage } from './event.ts';

/** A button's words to us: it carries the choice's token. They may be typed too, so they prove nothing. */
const PRESS = '#cmd:';
export const pressPayload = (token: string): string => `${PRESS}${token}`;

/** By the end of the event's name: the file's ending and type where the platform does not say. */
const FILES: Readonly<Record<string, readonly [ending: string, mime: string]>> = {
  image: ['jpg', 'image/jpeg'],
  gif: ['gif', 'image/gif'],
  audio: ['amr', 'audio/amr'],
  video: ['mp4', 'video/mp4'],
  file: ['bin', 'application/octet-stream'],
};

/** @param kind the end of the event's name. Null: a kind not known */
export const contentOf = (kind: string, message: EventMessage, words: string): Content | null => {
  const { msg_id, attachments } = message;
  if (kind === 'text') {
    return words.startsWith(PRESS)
      ? { kind: 'pressed', token: words.slice(PRESS.length).trim(), pressId: msg_id }
      : { kind: 'text', text: words };
  }
  const [first] = attachments;
  if (kind === 'link') return { kind: 'text', text: words === '' ? (first?.payload.url ?? '') : words };
  if (kind === 'location') {
    const coordinates = first?.payload.coordinates;
    return coordinates === undefined ? { kind: 'unsupported', what: kind } : { kind: 'location', ...coordinates };
  }
  if (kind === 'sticker' || kind === 'business_card') return { kind: 'unsupported', what: kind };
  const as = FILES[kind];
  if (as === undefined) return null;
  const files = attachments.flatMap((one, index) =>
    fileOf(one, `${kind}-${msg_id}${index === 0 ? '' : `-${index}`}`, as),
  );
  return files.length === 0 ? { kind: 'unsupported', what: kind } : { kind: 'files', caption: words, files };
};

const fileOf = (
  { payload }: Attachment,
  name: string,
  [ending, mime]: readonly [string, string],
): readonly InboundFile[] => {
  const { url, size = 0 } = payload;
  if (url === undefined) return [];
  return [{ ref: url, name: payload.name ?? `${name}.${ending}`, mime, size: Math.max(0, Math.floor(size)) }];
};

/** What a message holds, in the product's words. Null: nothing for us (service messages, kinds not known yet). */
import type { Content, InboundFile } from '#message/inbound.ts';
import type { Message, StoredFile } from './update.ts';

/** Kinds a person may send that get an answer saying so. */
const UNSUPPORTED = [
  'sticker',
  'contact',
  'poll',
  'dice',
  'game',
  'story',
  'paid_media',
  'checklist',
  'invoice',
  'giveaway',
];

/** File kinds with what the platform leaves out: the name's ending and the type. */
const FILE_KINDS = [
  // An animation comes with its document beside it.
  ['document', 'bin', 'application/octet-stream'],
  ['video', 'mp4', 'video/mp4'],
  ['audio', 'mp3', 'audio/mpeg'],
  ['voice', 'ogg', 'audio/ogg'],
  ['video_note', 'mp4', 'video/mp4'],
] as const;

/** @param words text or caption, freed of what was said to the platform only */
export const contentOf = (message: Message, words: string): Content | null => {
  if (message.text !== undefined) return { kind: 'text', text: words };
  const file = fileOf(message);
  const { media_group_id: album } = message;
  if (file !== null) return { kind: 'files', caption: words, files: [file], ...(album === undefined ? {} : { album }) };
  if (message.location !== undefined) return { kind: 'location', ...message.location };
  const what = UNSUPPORTED.find((kind) => kind in message);
  return what === undefined ? null : { kind: 'unsupported', what };
};

const fileOf = (message: Message): InboundFile | null => {
  // Sizes of the same picture come from small to large.
  const photo = message.photo?.at(-1);
  if (photo !== undefined) return described(photo, `photo-${message.message_id}.jpg`, 'image/jpeg');
  for (const [kind, ending, mime] of FILE_KINDS) {
    const file = message[kind];
    if (file !== undefined) return described(file, `${kind}-${message.message_id}.${ending}`, mime);
  }
  return null;
};

const described = (file: StoredFile, name: string, mime: string): InboundFile => ({
  ref: file.file_id,
  name: file.file_name ?? name,
  mime: file.mime_type ?? mime,
  size: file.file_size ?? 0,
});

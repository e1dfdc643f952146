/** The platform's events into the product's. Events of a name not known yield none: the platform may add some. */
import type { Content, Inbound } from '#message/inbound.ts';
import { Malformed } from '../errors.ts';
import { addressOf } from '../group-address.ts';
import { eventSchema, type Message } from './event.ts';

/** @param names under which the bot may be mentioned, as far as they are known. @throws Malformed */
export const createDecode =
  (names: () => readonly string[]) =>
  (body: unknown): Inbound[] => {
    const event = readEvent(body);
    if (event === null || event.message.from.is_bot === true) return [];
    const { event_name, message } = event;
    const isGroup = message.chat.chat_type.toUpperCase() === 'GROUP';
    const content = contentOf(event_name, message, (words) => (isGroup ? withoutMention(words, names()) : words));
    if (content === null) return [];
    const { from, chat, message_id, date } = message;
    return [
      {
        channel: 'zalo-bot',
        // Unique in its chat only; the same message may be delivered again.
        eventId: `${chat.id}:${message_id}`,
        sender: { externalId: from.id, displayName: from.display_name ?? from.name ?? '', isBot: false },
        address: addressOf(chat.id, isGroup),
        place: isGroup ? 'group' : 'private',
        // In a group the platform hands over only what mentions the bot or answers it; what has no words is no question.
        addressed: !isGroup || content.kind !== 'unsupported',
        at: date,
        messageRef: message_id,
        quoted: null,
        content,
      },
    ];
  };

type Event = { readonly event_name: string; readonly message: Message };

/** A name not known is let by before its fields are looked at. */
const readEvent = (body: unknown): Event | null => {
  const parsed = eventSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const { event_name } = Object(Object(body).result ?? body) as { event_name?: unknown };
  if (typeof event_name === 'string' && !KNOWN.has(event_name)) return null;
  throw new Malformed(`event: ${typeof event_name === 'string' ? event_name : 'without a name'}`);
};

const KNOWN = new Set(['text', 'image', 'sticker', 'voice', 'unsupported'].map((kind) => `message.${kind}.received`));

const contentOf = (name: string, message: Message, wordsOf: (text: string) => string): Content | null => {
  switch (name) {
    case 'message.text.received':
      return { kind: 'text', text: wordsOf(message.text ?? '') };
    case 'message.image.received':
      return fileContent(message, message.photo ?? message.photo_url, wordsOf(message.caption ?? message.text ?? ''));
    case 'message.voice.received':
      return fileContent(message, message.voice_url, '');
    case 'message.sticker.received':
      return { kind: 'unsupported', what: 'sticker' };
    // Links, files, other kinds, and everything of people under protection: nothing but that it came.
    case 'message.unsupported.received':
      return { kind: 'unsupported', what: 'unknown' };
    default:
      return null;
  }
};

const fileContent = ({ message_id, voice_url }: Message, ref: string | undefined, caption: string): Content => {
  if (ref === undefined) return { kind: 'unsupported', what: 'file without address' };
  const [name, mime] =
    voice_url === undefined ? [`photo-${message_id}.jpg`, 'image/jpeg'] : [`voice-${message_id}.aac`, 'audio/aac'];
  return { kind: 'files', caption, files: [{ ref, name, mime, size: 0 }] };
};

/** Whether the platform leaves `@name` in the words is not recorded: where it stands in front it is taken away. */
const withoutMention = (text: string, names: readonly string[]): string => {
  const words = text.trim().normalize('NFC');
  if (!words.startsWith('@')) return words;
  const called = words.slice(1).toLowerCase();
  const name = names.find((one) => one !== '' && called.startsWith(one.normalize('NFC').toLowerCase()));
  return (name === undefined ? words.replace(/^@\S+/, '') : words.slice(1 + name.length)).trim();
};

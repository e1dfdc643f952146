/**
 * From an update of the web chat to an event in the product's words. The update is made by say.ts, which has looked
 * up names, membership and the quoted message; this part is pure and plays the role a bot client plays elsewhere.
 */
import { z } from 'zod';
import { Malformed } from '#channels/errors.ts';
import { type Inbound, inboundSchema } from '#message/inbound.ts';
import { isGroup } from './address.ts';

const inbound = inboundSchema.shape;

const updateSchema = z.object({
  /** Made by the page, and the same when it sends again after a lost answer. */
  key: inbound.eventId,
  address: inbound.address,
  at: inbound.at,
  sender: z.object({ externalId: z.string(), name: z.string() }),
  messageRef: inbound.messageRef,
  quoted: inbound.quoted,
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('pressed'), token: z.string() }),
    z.object({
      kind: z.literal('files'),
      caption: z.string(),
      files: z.array(z.object({ ref: z.string(), name: z.string(), mime: z.string(), size: z.number() })).min(1),
    }),
    z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number() }),
    z.object({ kind: z.literal('joined'), title: z.string() }),
  ]),
});

export type Update = z.infer<typeof updateSchema>;

/** @param botName by which the bot is addressed in groups: "@name" */
export const createDecode = (botName: string) => {
  const mention = new RegExp(
    `@${botName.normalize('NFC').replace(/[^\p{L}\p{N} ]/gu, '\\$&')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (value: unknown): Inbound[] => {
    const parsed = updateSchema.safeParse(value);
    if (!parsed.success) throw new Malformed(`web update: ${parsed.error.issues[0]?.path.join('.')}`);
    return [toInbound(parsed.data, mention)];
  };
};

const toInbound = (update: Update, mention: RegExp): Inbound => {
  const place = isGroup(update.address) ? 'group' : 'private';
  const words = wordsOf(update.content).normalize('NFC');
  const bare = words.replace(mention, '').trim();
  return {
    channel: 'web',
    eventId: update.key,
    sender: { externalId: update.sender.externalId, displayName: update.sender.name, isBot: false },
    address: update.address,
    place,
    addressed:
      place === 'private' ||
      update.content.kind === 'pressed' ||
      update.content.kind === 'joined' ||
      update.quoted?.fromBot === true ||
      bare.startsWith('/') ||
      words.search(mention) >= 0,
    at: update.at,
    messageRef: update.messageRef,
    quoted: update.quoted,
    content: contentOf(update, place === 'group' ? bare : words),
  };
};

/** What a person typed. */
export const wordsOf = (content: Update['content']): string => {
  if (content.kind === 'text') return content.text;
  return content.kind === 'files' ? content.caption : '';
};

const contentOf = ({ content, key, address }: Update, words: string): Inbound['content'] => {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: words };
    case 'files':
      return { ...content, caption: words };
    case 'pressed':
      return { ...content, pressId: pressIdOf(key, address) };
    default:
      return content;
  }
};

/** The press's key and its chat in one word, so that an acknowledgement needs no look-up. */
const pressIdOf = (key: string, address: string): string => `${key}@${address}`;

export const readPressId = (pressId: string): { key: string; address: string } => {
  const at = pressId.indexOf('@');
  return { key: pressId.slice(0, at), address: pressId.slice(at + 1) };
};

/**
 * Updates into the product's events. Pure but for the bot's own name and the time of a press. What people did not
 * say to the bot at all (edits, channel posts, other bots, service messages) yields no event.
 */
import type { Inbound } from '#message/inbound.ts';
import { Malformed, Retry } from '../errors.ts';
import { addressOf } from './address.ts';
import { contentOf } from './content.ts';
import type { Identity } from './identity.ts';
import { readMeaning } from './meant.ts';
import { type Chat, type Membership, type Message, type Press, type User, updateSchema } from './update.ts';

export type DecodeDeps = {
  readonly identity: Pick<Identity, 'id' | 'known' | 'readsAll'>;
  /** A press carries no time. */
  readonly now: () => number;
};

/**
 * @throws Malformed
 * @throws Retry while the bot's name is not known and the words name somebody: delivered again, it will be
 */
export const createDecode =
  (deps: DecodeDeps) =>
  (body: unknown): Inbound[] => {
    const parsed = updateSchema.safeParse(body);
    if (!parsed.success) throw new Malformed(`update: ${parsed.error.issues[0]?.path.join('.') ?? 'not an object'}`);
    const { update_id, message, callback_query, my_chat_member } = parsed.data;
    const event =
      (message && messageEvent(message, deps)) ??
      (callback_query && pressEvent(callback_query, deps)) ??
      (my_chat_member && membershipEvent(my_chat_member, deps));
    return event ? [{ channel: 'telegram', eventId: String(update_id), ...event }] : [];
  };

type Event = Omit<Inbound, 'channel' | 'eventId'>;

const messageEvent = (message: Message, { identity }: DecodeDeps): Event | null => {
  const { chat, from } = message;
  if (!isPlace(chat)) return null;
  const moved = migration(message);
  if (moved !== null) return moved;
  const group = groupChange(message, identity.id);
  if (group !== null) return group;
  if (from === undefined || from.is_bot || message.is_automatic_forward) return null;

  const meant = readMeaning(message.text ?? message.caption ?? '', entitiesOf(message), () => nameOf(identity));
  const content = contentOf(message, meant.words);
  if (content === null) return null;
  const quoted = quotedOf(message, identity.id);
  return {
    ...base(chat, from, message.date * 1_000),
    address: addressOf(chat.id, topicOf(message)),
    addressed: chat.type === 'private' || (!meant.forOther && (meant.byName || quoted?.fromBot === true)),
    messageRef: String(message.message_id),
    quoted,
    content,
  };
};

const pressEvent = ({ id, from, data, message }: Press, { now }: DecodeDeps): Event | null => {
  if (message === undefined || data === undefined || !isPlace(message.chat)) return null;
  return {
    ...base(message.chat, from, now()),
    address: addressOf(message.chat.id, topicOf(message)),
    messageRef: String(message.message_id),
    content: { kind: 'pressed', token: data, pressId: id },
  };
};

const membershipEvent = (
  { chat, from, date, old_chat_member, new_chat_member }: Membership,
  { identity }: DecodeDeps,
): Event | null => {
  const was = isInside(old_chat_member);
  const is = isInside(new_chat_member);
  if (!isPlace(chat)) return null;
  const event = base(chat, from, date * 1_000);
  const readsAll = readsAllAs(new_chat_member.status, identity.readsAll());
  if (was === is) {
    const before = readsAllAs(old_chat_member.status, identity.readsAll());
    const isChanged = is && chat.type !== 'private' && readsAll !== undefined && readsAll !== before;
    return isChanged ? { ...event, content: { kind: 'rights', readsAll } } : null;
  }
  if (!is) return { ...event, content: { kind: 'left' } };
  if (chat.type === 'private') return { ...event, content: { kind: 'returned' } };
  const rights = readsAll === undefined ? {} : { readsAll };
  return { ...event, content: { kind: 'joined', title: chat.title ?? '', ...rights } };
};

/** @param always what the platform told of us for all groups; undefined: nothing yet */
export const readsAllAs = (status: string, always: boolean | undefined): boolean | undefined =>
  status === 'administrator' || status === 'creator' ? true : always;

/** Told twice, once in the old group and once in the new one; both name the same move. */
const migration = ({ chat, from, date, migrate_to_chat_id, migrate_from_chat_id }: Message): Event | null => {
  const [old, now] =
    migrate_from_chat_id === undefined ? [chat.id, migrate_to_chat_id] : [migrate_from_chat_id, chat.id];
  if (now === undefined) return null;
  const sender = from ?? { id: chat.id, is_bot: false, first_name: '' };
  return {
    ...base(chat, sender, date * 1_000),
    address: addressOf(old),
    content: { kind: 'moved', to: addressOf(now) },
  };
};

/** That we left ourselves is told by our own membership. */
const groupChange = (message: Message, botId: number): Event | null => {
  const { chat, from, date, new_chat_title: title, left_chat_member: gone } = message;
  const event = base(chat, from ?? { id: chat.id, is_bot: false, first_name: '' }, date * 1_000);
  if (title !== undefined) return { ...event, content: { kind: 'renamed', title } };
  if (gone === undefined || gone.id === botId || gone.is_bot) return null;
  return { ...event, content: { kind: 'member_left', externalId: String(gone.id) } };
};

const base = (chat: Chat, from: User, at: number): Omit<Event, 'content'> => ({
  sender: { externalId: String(from.id), displayName: displayName(from), isBot: from.is_bot },
  address: addressOf(chat.id),
  place: chat.type === 'private' ? 'private' : 'group',
  addressed: true,
  at,
  messageRef: null,
  quoted: null,
});

const displayName = ({ first_name, last_name }: User): string =>
  last_name === undefined ? first_name : `${first_name} ${last_name}`;

const isPlace = (chat: Chat): boolean => ['private', 'group', 'supergroup'].includes(chat.type);

const isInside = ({ status, is_member }: Membership['new_chat_member']): boolean =>
  status === 'restricted' ? is_member === true : !['left', 'kicked'].includes(status);

/** Replies outside forums carry a thread id too; only a topic is a place to answer in. */
const topicOf = (message: Pick<Message, 'is_topic_message' | 'message_thread_id'>): number | undefined =>
  message.is_topic_message ? message.message_thread_id : undefined;

const entitiesOf = (message: Message) =>
  (message.text === undefined ? message.caption_entities : message.entities) ?? [];

const quotedOf = ({ reply_to_message: answered }: Message, botId: number): Inbound['quoted'] => {
  if (answered === undefined || answered.forum_topic_created !== undefined) return null;
  const { from, sender_chat } = answered;
  return {
    ref: String(answered.message_id),
    text: answered.text ?? answered.caption ?? '',
    // A chat's title is not kept as anybody's name: it may bear a secrecy mark.
    senderName: sender_chat !== undefined || from === undefined ? '' : displayName(from),
    fromBot: from?.id === botId,
  };
};

const nameOf = (identity: Pick<Identity, 'known'>): string => {
  const name = identity.known();
  if (name === undefined) throw new Retry('the bot does not know its name yet');
  return name;
};

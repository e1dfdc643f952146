/**
 * The platform's events into the product's. Our own messages and changes that are no word to us yield none, and
 * neither does a name not known: the platform may add some.
 */
import type { Inbound } from '#message/inbound.ts';
import { Malformed } from '../errors.ts';
import { addressOf } from '../group-address.ts';
import { contentOf } from './content.ts';
import { type Event, type EventMessage, eventSchema, receiptSchema } from './event.ts';

/** @param now stands in for a stamp that are not in the body. @throws Malformed */
export const createDecode =
  (now: () => number) =>
  (body: unknown): Inbound[] => {
    // Before its shape is looked at: an event of no use to us may have any.
    const { event_name: name } = Object(body) as { event_name?: unknown };
    if (typeof name === 'string' && DELIVERED.has(name)) return receiptOf(body, now());
    if (typeof name === 'string' && !isOurs(name)) return [];
    const parsed = eventSchema.safeParse(body);
    if (!parsed.success) throw new Malformed(`event: ${parsed.error.issues[0]?.path.join('.') ?? 'not an object'}`);
    const event = { ...parsed.data, timestamp: parsed.data.timestamp ?? now() };
    const found = messageEvent(event) ?? relationEvent(event);
    return found === null ? [] : [found];
  };

const MESSAGE = /^user_send_(group_)?(\w+)$/;
const GROUPS: ReadonlySet<string> = new Set(['create_group', 'delete_group']);

const isOurs = (name: string): boolean => MESSAGE.test(name) || RELATIONS.has(name) || GROUPS.has(name);

/** That a message of ours has come to its phone; what a template's is called sources tell differently. */
const DELIVERED: ReadonlySet<string> = new Set(['user_received_message', 'user_received_template']);

/** Nothing is lost with one that cannot be read. The account is its sender, the person its receiver. */
const receiptOf = (body: unknown, now: number): Inbound[] => {
  const event = receiptSchema.safeParse(body);
  if (!event.success) return [];
  const { recipient, message, timestamp = now } = event.data;
  const { msg_id, tracking_id: key } = message;
  return [
    {
      ...base({ timestamp }, recipient.id),
      ...{ eventId: `delivered:${msg_id}`, messageRef: msg_id },
      content: { kind: 'delivered', ...(key === undefined ? {} : { key }) },
    },
  ];
};

const messageEvent = (event: Event): Inbound | null => {
  const { event_name, message, sender, recipient } = event;
  const [, group, kind = ''] = MESSAGE.exec(event_name) ?? [];
  if (kind === '') return null;
  if (message === undefined || sender === undefined) throw new Malformed(`${event_name}: no message or sender`);
  const groupId = group === undefined ? undefined : (recipient?.group_id ?? recipient?.id);
  if (group !== undefined && groupId === undefined) throw new Malformed(`${event_name}: no group`);
  const meant = groupId === undefined ? { words: message.text ?? '', isMeant: true } : meantBy(event, message);
  const content = contentOf(kind, message, meant.words);
  if (content === null) return null;
  return {
    ...base(event, sender.id, groupId),
    eventId: message.msg_id,
    addressed: content.kind === 'pressed' || meant.isMeant,
    messageRef: message.msg_id,
    quoted: quotedOf(message),
    content,
  };
};

/** In a group everything is handed over; meant is what mentions the account, or is a command. */
const meantBy = ({ oa_id }: Event, { text = '' }: EventMessage): { words: string; isMeant: boolean } => {
  const mention = oa_id === undefined ? null : `[@${oa_id}]`;
  if (mention !== null && text.includes(mention)) return { words: text.replaceAll(mention, '').trim(), isMeant: true };
  return { words: text.trim(), isMeant: text.trimStart().startsWith('/') };
};

/** The platform tells which message is answered, not whose it is nor what it said: the outbox knows our own. */
const quotedOf = ({ quote_msg_id }: EventMessage): Inbound['quoted'] =>
  quote_msg_id === undefined ? null : { ref: quote_msg_id, text: '', senderName: '', fromBot: null };

/** Who withdraws his consent, or stops following, is not written to any more. */
const RELATIONS: ReadonlyMap<string, 'left' | 'returned'> = new Map([
  ['unfollow', 'left'],
  ['user_withdraw', 'left'],
  ['follow', 'returned'],
  ['user_click_chatnow', 'returned'],
]);

const relationEvent = (event: Event): Inbound | null => {
  const { event_name, timestamp, group_id, oa_id } = event;
  const relation = RELATIONS.get(event_name);
  const userId = event.follower?.id ?? event.user_id ?? event.sender?.id;
  if (relation !== undefined) {
    if (userId === undefined) throw new Malformed(`${event_name}: nobody named`);
    const eventId = `${event_name}:${userId}:${timestamp}`;
    const content =
      event_name === 'user_withdraw' ? { kind: 'left' as const, withdraws: true as const } : { kind: relation };
    return { ...base(event, userId), eventId, content };
  }
  if (group_id === undefined || !GROUPS.has(event_name)) return null;
  const eventId = `${event_name}:${group_id}:${timestamp}`;
  const content =
    event_name === 'delete_group'
      ? { kind: 'left' as const }
      : { kind: 'joined' as const, title: event.group_name ?? '' };
  return { ...base(event, event.sender?.id ?? oa_id ?? group_id, group_id), eventId, content };
};

const base = ({ timestamp }: Pick<Event, 'timestamp'>, userId: string, groupId?: string) => ({
  channel: 'zalo-oa',
  // Events name nobody; the directory does.
  sender: { externalId: userId, displayName: '', isBot: false },
  address: addressOf(groupId ?? userId, groupId !== undefined),
  place: groupId === undefined ? ('private' as const) : ('group' as const),
  addressed: true,
  at: timestamp,
  messageRef: null,
  quoted: null,
});

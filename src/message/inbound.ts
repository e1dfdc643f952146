/**
 * What comes in from a chat app, in the product's own words. Channels decode into these types; everything behind
 * them (runtime, forms, handlers) sees only these, so no part of the product knows which platform a person uses.
 */
import { z } from 'zod';

/** Where an answer goes: the chat, with its topic where it has one. Opaque to everybody but its channel. */
export type Address = string;

const inboundFile = z.object({
  /** The platform's handle; good only as long as the platform keeps the file. */
  ref: z.string(),
  name: z.string(),
  /** As declared by the sender; the stored type is found from the content. */
  mime: z.string(),
  /** Bytes, 0 when the platform does not say. */
  size: z.number().int().nonnegative(),
});

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('pressed'),
    token: z.string(),
    /** What the channel needs to answer the press itself (a toast). */
    pressId: z.string(),
  }),
  z.object({
    kind: z.literal('files'),
    caption: z.string(),
    files: z.array(inboundFile).min(1),
    /** The same for all messages that were sent together. */
    album: z.string().optional(),
  }),
  z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number() }),
  /** The bot was added to a group. */
  z.object({
    kind: z.literal('joined'),
    title: z.string(),
    /** What is said there reaches the bot whole, not only what is addressed to it; absent: not known yet. */
    readsAll: z.boolean().optional(),
  }),
  /** What the bot may read in a group: changed, or answered when it was asked for; null: the platform refuses to say. */
  z.object({ kind: z.literal('rights'), readsAll: z.boolean().nullable() }),
  /** The bot was removed from a group or blocked by a person. */
  z.object({
    kind: z.literal('left'),
    /** A person: he has withdrawn his consent that his data are used here. */
    withdraws: z.literal(true).optional(),
  }),
  /** A person allows messages again, or opens the chat without a word. */
  z.object({ kind: z.literal('returned') }),
  /** The platform gave the chat a new address. */
  z.object({ kind: z.literal('moved'), to: z.string() }),
  /** A group has another name. */
  z.object({ kind: z.literal('renamed'), title: z.string() }),
  /** Somebody else left a group; by his account. */
  z.object({ kind: z.literal('member_left'), externalId: z.string() }),
  /** A message of ours, `messageRef`, arrived. Nobody spoke. `key`: what we named it by, where the platform repeats it. */
  z.object({ kind: z.literal('delivered'), key: z.string().optional() }),
  /** A kind of message the product cannot take (sticker, poll, …). */
  z.object({ kind: z.literal('unsupported'), what: z.string() }),
]);

export const inboundSchema = z.object({
  channel: z.string(),
  /** Unique per channel; the same event delivered again has the same id. */
  eventId: z.string().min(1),
  sender: z.object({ externalId: z.string(), displayName: z.string(), isBot: z.boolean() }),
  address: z.string(),
  place: z.enum(['private', 'group']),
  /** In a group: the bot was meant (command, mention, reply to it as far as the platform tells, press). Always true in private. */
  addressed: z.boolean(),
  /** Milliseconds since the epoch, by the platform's clock. */
  at: z.number(),
  /** The platform's id of the message, or of the message whose button was pressed. */
  messageRef: z.string().nullable(),
  /** The message this one answers, as far as the platform tells; `fromBot` null: it tells neither whose it is nor its words. */
  quoted: z
    .object({ ref: z.string(), text: z.string(), senderName: z.string(), fromBot: z.boolean().nullable() })
    .nullable(),
  content,
});

export type InboundFile = z.infer<typeof inboundFile>;
export type Content = z.infer<typeof content>;
export type Inbound = z.infer<typeof inboundSchema>;
export type Place = Inbound['place'];

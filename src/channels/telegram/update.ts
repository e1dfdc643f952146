/**
 * The part of an update that is read, checked. Fields we do not read are not looked at, so a new field or kind of the
 * platform is never an error.
 */
import { z } from 'zod';

const user = z.object({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
});

const chat = z.object({ id: z.int(), type: z.string(), title: z.string().optional() });

const entity = z.object({ type: z.string(), offset: z.int().nonnegative(), length: z.int().nonnegative() });

const stored = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.int().nonnegative().optional(),
});

const quoted = z.object({
  message_id: z.int(),
  from: user.optional(),
  sender_chat: chat.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  /** The service message that opens a topic; every message of the topic "replies" to it. */
  forum_topic_created: z.unknown().optional(),
});

/** Loose, because a kind we cannot take is told by its key alone. */
const message = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: user.optional(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: quoted.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  photo: z.array(stored).min(1).optional(),
  document: stored.optional(),
  video: stored.optional(),
  audio: stored.optional(),
  voice: stored.optional(),
  video_note: stored.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  media_group_id: z.string().optional(),
  new_chat_title: z.string().optional(),
  left_chat_member: user.optional(),
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),
});

const press = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  /** Of a message too old to be sent along, only chat and id remain. */
  message: z
    .object({
      message_id: z.int(),
      chat,
      message_thread_id: z.int().optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional(),
});

const member = z.object({ status: z.string(), is_member: z.boolean().optional() });

const membership = z.object({
  chat,
  from: user,
  date: z.int(),
  old_chat_member: member,
  new_chat_member: member,
});

export const updateSchema = z.object({
  update_id: z.int(),
  message: message.optional(),
  callback_query: press.optional(),
  my_chat_member: membership.optional(),
});

export type User = z.infer<typeof user>;
export type Chat = z.infer<typeof chat>;
export type Entity = z.infer<typeof entity>;
export type StoredFile = z.infer<typeof stored>;
export type Message = z.infer<typeof message>;
export type Press = z.infer<typeof press>;
export type Membership = z.infer<typeof membership>;

/** What is asked of the platform; kinds beside these are not sent to us. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/** The part of an event that is read, checked. Fields we do not read are not looked at. */
import { z } from 'zod';

/** Ids exceed what numbers hold exactly: they come as text and stay text. */
const id = z.string().min(1);
const someone = z.object({ id });

const attachment = z.object({
  type: z.string(),
  payload: z
    .object({
      url: z.string().optional(),
      name: z.string().optional(),
      type: z.string().optional(),
      size: z.coerce.number().optional().catch(undefined),
      coordinates: z.object({ latitude: z.coerce.number(), longitude: z.coerce.number() }).optional(),
    })
    .default({}),
});

const message = z.object({
  msg_id: id,
  text: z.string().optional(),
  quote_msg_id: z.string().optional(),
  attachments: z.array(attachment).default([]),
});

export const eventSchema = z.object({
  event_name: z.string().min(1),
  /** By one source it stands in a header only. */
  timestamp: z.coerce.number().optional(),
  oa_id: id.optional(),
  sender: someone.optional(),
  recipient: z.object({ id: id.optional(), group_id: id.optional() }).optional(),
  /** Of `follow` and `unfollow`, which have no sender. */
  follower: someone.optional(),
  user_id: id.optional(),
  group_id: id.optional(),
  group_name: z.string().optional(),
  message: message.optional(),
});

/** Of a message's arrival. */
export const receiptSchema = z.object({
  timestamp: z.coerce.number().optional(),
  recipient: someone,
  message: z.object({
    msg_id: z.union([z.string().min(1), z.number()]).transform(String),
    tracking_id: z.string().optional(),
  }),
});

export type Event = z.infer<typeof eventSchema> & { readonly timestamp: number };
export type EventMessage = z.infer<typeof message>;
export type Attachment = z.infer<typeof attachment>;

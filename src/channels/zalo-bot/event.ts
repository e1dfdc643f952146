/**
 * The part of an event that is read, checked. Fields we do not read are not looked at. What sources tell differently is
 * taken in both forms: wrapped in an answer's envelope or flat, `photo` or `photo_url`.
 */
import { z } from 'zod';

const id = z.union([z.string().min(1), z.number()]).transform(String);

const message = z.object({
  message_id: id,
  date: z.coerce.number(),
  from: z.object({
    id,
    display_name: z.string().optional(),
    name: z.string().optional(),
    is_bot: z.boolean().optional(),
  }),
  chat: z.object({ id, chat_type: z.string().default('PRIVATE') }),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.string().optional(),
  photo_url: z.string().optional(),
  voice_url: z.string().optional(),
});

const flat = z.object({ event_name: z.string(), message });

/** Null where nothing happened: an empty poll in its other form. */
export const eventSchema = z.union([
  flat,
  z.object({ ok: z.literal(true), result: flat }).transform(({ result }) => result),
  z.object({ ok: z.literal(true), result: z.strictObject({}).optional() }).transform(() => null),
]);

export type Message = z.infer<typeof message>;

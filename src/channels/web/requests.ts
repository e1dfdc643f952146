/** What the page may ask of the server, checked before anything is done with it. All limits are generous to a person. */
import { z } from 'zod';

/** Postgres keeps neither NUL nor half a surrogate pair, so such words are refused here and not by the database. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !text.includes('\0') && text.isWellFormed());

const name = words(200).min(1);
const externalId = words(100).min(1);
const address = words(120).min(1);
/** Within a bigint, which the refs of the store are. */
const ref = z.string().regex(/^\d{1,18}$/);
/** Made by the page for each thing it does; the same when it sends again. */
const key = z.string().regex(/^[\w-]{8,64}$/);

const file = z.object({
  ref,
  name,
  mime: words(200),
  size: z.number().int().nonnegative(),
});

export const eventRequest = z.object({
  key,
  address,
  sender: z.object({ externalId, name }),
  replyTo: ref.nullable(),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: words(100_000).min(1) }),
    z.object({ kind: z.literal('pressed'), token: words(200).min(1), ref }),
    z.object({ kind: z.literal('files'), caption: words(10_000), files: z.array(file).min(1).max(50) }),
    z.object({
      kind: z.literal('location'),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    }),
  ]),
});

export const groupRequest = z.object({
  id: key,
  title: name,
  members: z.array(z.object({ externalId, name })).min(1).max(50),
});

export const uploadQuery = z.object({ name, mime: words(200) });

export const fileParams = z.object({ ref });

/** One cursor for each open chat, in two lists of one length; Fastify gives a list of one as a string. */
const many = <T extends z.ZodType>(item: T) => z.preprocess((value) => [value].flat(), z.array(item).min(1).max(100));

export const feedQuery = z
  .object({ address: many(address), after: many(z.coerce.number().int().nonnegative()) })
  .refine((query) => query.address.length === query.after.length)
  .transform((query) => query.address.map((of, index) => ({ address: of, after: query.after[index] ?? 0 })));

export type EventRequest = z.infer<typeof eventRequest>;
export type GroupRequest = z.infer<typeof groupRequest>;

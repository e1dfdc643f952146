/**
 * What goes out, in the product's own words, already in Vietnamese. How it looks on a platform (buttons or numbers,
 * one message or three) is decided by `channels/plan.ts` from the channel's capabilities.
 */
import { z } from 'zod';

const span = z.union([z.string(), z.object({ bold: z.string() }), z.object({ code: z.string() })]);
const line = z.union([z.string(), z.array(span)]);

/** A choice as shown: the token names its stored row, which knows what picking it does. */
const shownChoice = z.object({ token: z.string(), label: z.string() });

const outboundFile = z.object({
  fileId: z.number().int(),
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  /** Shown as a picture where the channel can. */
  picture: z.boolean(),
});

export const messageSchema = z.object({
  lines: z.array(line),
  /** Rows of choices; a row holds what belongs side by side. */
  choices: z.array(z.array(shownChoice)),
  files: z.array(outboundFile),
  /** The message waits for a typed answer: in a group the platform is asked to direct the answer at the bot. */
  asks: z.boolean(),
});

export type Span = z.infer<typeof span>;
export type Line = z.infer<typeof line>;
export type ShownChoice = z.infer<typeof shownChoice>;
export type OutboundFile = z.infer<typeof outboundFile>;
export type Message = z.infer<typeof messageSchema>;

export const plainLine = (value: Line): string => (typeof value === 'string' ? value : value.map(plainSpan).join(''));

const plainSpan = (value: Span): string => {
  if (typeof value === 'string') return value;
  return 'bold' in value ? value.bold : value.code;
};

/**
 * What is stored of one entry of a chat: what a person said, what the bot said, or the short notice that answers a
 * press. The page draws these as they are; the server reads them again only to quote.
 */
import { z } from 'zod';
import { messageSchema, plainLine } from '#message/outbound.ts';

const file = z.object({ ref: z.string(), name: z.string(), mime: z.string(), size: z.number() });

const said = z.object({
  kind: z.literal('said'),
  by: z.string(),
  name: z.string(),
  text: z.string(),
  /** The words bear a secrecy mark: they were not kept, here neither. */
  withheld: z.boolean(),
  files: z.array(file),
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  replyTo: z.string().nullable(),
});

const bot = z.object({
  kind: z.literal('bot'),
  lines: messageSchema.shape.lines,
  buttons: messageSchema.shape.choices,
  file: file.extend({ picture: z.boolean() }).nullable(),
  asks: z.boolean(),
  replyTo: z.string().nullable(),
});

const toast = z.object({ kind: z.literal('toast'), press: z.string(), text: z.string().nullable() });

const body = z.discriminatedUnion('kind', [said, bot, toast]);

export type WebFile = z.infer<typeof file>;
export type SaidBody = z.infer<typeof said>;
export type BotBody = z.infer<typeof bot>;
export type ToastBody = z.infer<typeof toast>;

/** The stored entry as a quotation, or null where it cannot be quoted. */
export const quotable = (stored: unknown, botName: string) => {
  const value = body.parse(stored);
  switch (value.kind) {
    case 'said':
      return { text: value.text, senderName: value.name, fromBot: false };
    case 'bot':
      return { text: value.lines.map(plainLine).join('\n'), senderName: botName, fromBot: true };
    case 'toast':
      return null;
  }
};

/** One send: a picture by its link, else words; a file of another kind stands as a link under its words. */
import { z } from 'zod';
import type { Address } from '#message/inbound.ts';
import type { OutboundFile } from '#message/outbound.ts';
import type { Part, SendOptions } from '../channel.ts';
import { GiveUp } from '../errors.ts';
import { type FileLinks, textOf, withLink } from '../file-link.ts';
import { chatIdOf } from '../group-address.ts';
import type { Client } from './client.ts';

type Sending = {
  readonly client: Client;
  readonly links: FileLinks;
  readonly address: Address;
  readonly part: Part;
  readonly options: SendOptions;
};

const sent = z.object({ message_id: z.union([z.string(), z.number()]).transform(String) });

/** What the platform shows as a picture. */
const PICTURES = new Set(['image/jpeg', 'image/png']);

export const send = async (sending: Sending): Promise<string> => {
  const { part, links } = sending;
  if (part.file === null) return say(sending, textOf(part.lines));
  if (part.file.picture && PICTURES.has(part.file.mime)) return show(sending, part.file);
  return say(sending, withLink(part.lines, part.file, links));
};

/** Without a parse mode: words typed by people are never markup. */
const say = async ({ client, address, options }: Sending, text: string): Promise<string> => {
  const body = { chat_id: chatIdOf(address), text };
  const { message_id } = await client.call('sendMessage', body, sent, { signal: options.signal, isSeen: true });
  return message_id;
};

const show = async (sending: Sending, file: OutboundFile): Promise<string> => {
  const { client, links, address, part, options } = sending;
  const caption = textOf(part.lines);
  const body = { chat_id: chatIdOf(address), photo: links.url(file), ...(caption === '' ? {} : { caption }) };
  try {
    const { message_id } = await client.call('sendPhoto', body, sent, { signal: options.signal, isSeen: true });
    return message_id;
  } catch (error) {
    // The platform does not fetch from every host; a person can open the link all the same.
    if (error instanceof GiveUp && error.reason === 'refused') return say(sending, withLink(part.lines, file, links));
    throw error;
  }
};

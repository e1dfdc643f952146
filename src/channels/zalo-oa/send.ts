/**
 * One send, to a person or into a group of the account: words with buttons, a picture, a document. What the platform does
 * not take goes as a link to our own server.
 */
import { z } from 'zod';
import type { Address } from '#message/inbound.ts';
import type { OutboundFile } from '#message/outbound.ts';
import type { Part, SendOptions } from '../channel.ts';
import { type FileLinks, textOf, withLink } from '../file-link.ts';
import { chatIdOf, isGroupAddress } from '../group-address.ts';
import { CAPABILITIES, FILE, IMAGE } from './capabilities.ts';
import type { Client } from './client.ts';
import { pressPayload } from './content.ts';

export type Sending = {
  readonly client: Client;
  readonly links: FileLinks;
  readonly address: Address;
  readonly part: Part;
  readonly options: SendOptions;
};

export const send = async (sending: Sending): Promise<string> => {
  const { address, part, links } = sending;
  const { file } = part;
  if (file === null) return isGroupAddress(address) ? sayInGroup(sending) : say(sending);
  const isImage = file.picture && IMAGE.mimes.has(file.mime) && file.size <= IMAGE.limit;
  if (isImage) return post(sending, imageOf(await upload(sending, file, 'image')));
  if (FILE.mimes.has(file.mime) && file.size <= FILE.limit) {
    return post(sending, fileOf(await upload(sending, file, 'file')));
  }
  return post(sending, { text: withLink(part.lines, file, links) });
};

const say = (sending: Sending): Promise<string> => {
  const { lines, buttons } = sending.part;
  const text = textOf(lines);
  if (buttons.length === 0) return post(sending, { text });
  return post(sending, {
    text,
    attachment: { type: 'template', payload: { buttons: buttons.flat().map(buttonOf) } },
  });
};

/** Hidden: the token is no word that anybody should read back. */
const buttonOf = ({ label, token }: Part['buttons'][number][number]): object => ({
  title: label.toWellFormed(),
  type: 'oa.query.hide',
  payload: pressPayload(token),
});

/** `[@…]` in words of people would call somebody. */
const sayInGroup = (sending: Sending): Promise<string> => {
  const words = textOf(sending.part.lines).replaceAll('[@', '[ @');
  // One post a row: of two, the first would be said again when the second is refused.
  const { textLimit } = CAPABILITIES;
  return post(sending, { text: words.length <= textLimit ? words : `${words.slice(0, textLimit - 1)}…` });
};

const imageOf = (id: string): object => ({
  attachment: {
    type: 'template',
    payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: id }] },
  },
});

const fileOf = (token: string): object => ({ attachment: { type: 'file', payload: { token } } });

const id = z.union([z.string(), z.number()]).transform(String);
const sent = z.object({ message_id: id });
const uploaded = z
  .object({ attachment_id: id.optional(), token: id.optional() })
  .transform(({ attachment_id, token }) => attachment_id ?? token ?? '');

const post = async ({ client, address, options }: Sending, message: object): Promise<string> => {
  const isGroup = isGroupAddress(address);
  const to = chatIdOf(address);
  const { message_id } = await client.call({
    name: isGroup ? 'group/message' : 'message/cs',
    url: `${client.config.apiRoot}/v3.0/oa/${isGroup ? 'group/message' : 'message/cs'}`,
    body: { recipient: isGroup ? { group_id: to } : { user_id: to }, message },
    ...{ schema: sent, signal: options.signal, isSeen: true },
  });
  return message_id;
};

/** Anew for each try: what was uploaded is forgotten after a week. */
const upload = async ({ client, options }: Sending, file: OutboundFile, kind: 'image' | 'file'): Promise<string> => {
  const bytes = await options.readFile(file.fileId);
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(bytes)], { type: file.mime }), file.name.toWellFormed());
  return client.call({
    name: `upload/${kind}`,
    url: `${client.config.apiRoot}/v2.0/oa/upload/${kind}`,
    body: form,
    ...{ schema: uploaded, signal: options.signal },
  });
};

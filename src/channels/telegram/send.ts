/**
 * One send: an edit, a picture, a document or a text. Fallbacks stay inside the send, so that the caller has one
 * outcome: what cannot be edited is sent anew, what is no picture for the platform goes as a document.
 */
import { InputFile } from 'grammy';
import type { Address } from '#message/inbound.ts';
import type { OutboundFile } from '#message/outbound.ts';
import type { Part, SendOptions } from '../channel.ts';
import { GiveUp } from '../errors.ts';
import { isGroupAddress, placeOf } from './address.ts';
import { PHOTO_LIMIT } from './capabilities.ts';
import type { Client } from './client.ts';
import { forceReply, htmlOf, isForcedReply, keyboardOf, replyOf, uploadName } from './encode.ts';

type Sending = {
  readonly client: Client;
  readonly address: Address;
  readonly part: Part;
  readonly options: SendOptions;
};

export const send = async (sending: Sending): Promise<string> => {
  const { address, part } = sending;
  // An edited message cannot carry a forced reply or a file.
  if (part.edit !== null && part.file === null && !isForcedReply(part, isGroupAddress(address))) {
    if (await edit(sending, part.edit)) return part.edit;
  }
  const { message_id } = await (part.file === null ? sendText(sending) : sendFile(sending, part.file));
  return String(message_id);
};

const sendText = ({ client, address, part, options }: Sending) =>
  client.call(
    (api, signal) =>
      api.sendMessage({ ...destination(address, part), ...words(part), ...markup(address, part) }, signal),
    { signal: options.signal, isSeen: true },
  );

/** @returns false when there is no such message to edit any more */
const edit = async ({ client, address, part, options }: Sending, ref: string): Promise<boolean> => {
  const message = { chat_id: placeOf(address).chat_id, message_id: Number(ref) };
  try {
    await client.call(
      (api, signal) => api.editMessageText({ ...message, ...words(part), ...keyboardOf(part) }, signal),
      { signal: options.signal },
    );
    return true;
  } catch (error) {
    if (isRefused(error, /message is not modified/)) return true;
    if (isRefused(error, /can't be edited|to edit not found|no text in the message|MESSAGE_ID_INVALID/)) return false;
    throw error;
  }
};

const sendFile = async ({ client, address, part, options }: Sending, file: OutboundFile) => {
  const bytes = await options.readFile(file.fileId);
  const input = () => new InputFile(bytes, uploadName(file.name));
  const call = { signal: options.signal, timeoutMs: client.timeouts.fileMs, isSeen: true };
  const rest = { ...destination(address, part), ...caption(part), ...markup(address, part) };
  const sendDocument = () =>
    client.call((api, signal) => api.sendDocument({ ...rest, document: input() }, signal), call);
  if (!file.picture || bytes.length > PHOTO_LIMIT) return sendDocument();
  try {
    return await client.call((api, signal) => api.sendPhoto({ ...rest, photo: input() }, signal), call);
  } catch (error) {
    if (isRefused(error, /PHOTO_|IMAGE_PROCESS_FAILED/)) return sendDocument();
    throw error;
  }
};

const destination = (address: Address, part: Part) => ({ ...placeOf(address), ...replyOf(part) });

const words = (part: Part) => ({
  text: htmlOf(part.lines),
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
});

const caption = (part: Part) =>
  part.lines.length === 0 ? {} : { caption: htmlOf(part.lines), parse_mode: 'HTML' as const };

const markup = (address: Address, part: Part) =>
  isForcedReply(part, isGroupAddress(address)) ? forceReply(part) : keyboardOf(part);

const isRefused = (error: unknown, why: RegExp): boolean => error instanceof GiveUp && why.test(error.message);

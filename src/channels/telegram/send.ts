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

export const createSend =
  (client: Client) =>
  async (address: Address, part: Part, options: SendOptions): Promise<string> => {
    // An edited message cannot carry a forced reply or a file.
    if (part.edit !== null && part.file === null && !isForcedReply(part, isGroupAddress(address))) {
      const edited = await edit(client, address, part, part.edit, options.signal);
      if (edited) return part.edit;
    }
    const { message_id } = await (part.file === null
      ? sendText(client, address, part, options.signal)
      : sendFile(client, address, part, part.file, options));
    return String(message_id);
  };

const words = (part: Part) => ({
  text: htmlOf(part.lines),
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
});

const markup = (address: Address, part: Part) =>
  isForcedReply(part, isGroupAddress(address)) ? forceReply(part) : keyboardOf(part);

const sendText = (client: Client, address: Address, part: Part, signal: AbortSignal) =>
  client.call(
    (api, limit) =>
      api.sendMessage({ ...placeOf(address), ...words(part), ...replyOf(part), ...markup(address, part) }, limit),
    { signal, isSeen: true },
  );

/** @returns false when there is no such message to edit any more */
const edit = async (client: Client, address: Address, part: Part, ref: string, signal: AbortSignal) => {
  const { chat_id } = placeOf(address);
  try {
    await client.call(
      (api, limit) =>
        api.editMessageText({ chat_id, message_id: Number(ref), ...words(part), ...keyboardOf(part) }, limit),
      { signal },
    );
    return true;
  } catch (error) {
    if (isRefused(error, /message is not modified/)) return true;
    if (isRefused(error, /can't be edited|to edit not found|no text in the message|MESSAGE_ID_INVALID/)) return false;
    throw error;
  }
};

const sendFile = async (client: Client, address: Address, part: Part, file: OutboundFile, options: SendOptions) => {
  const bytes = await options.readFile(file.fileId);
  const input = () => new InputFile(bytes, uploadName(file.name));
  const limits = { signal: options.signal, timeoutMs: client.timeouts.fileMs, isSeen: true };
  const rest = {
    ...placeOf(address),
    ...(part.lines.length === 0 ? {} : { caption: htmlOf(part.lines), parse_mode: 'HTML' as const }),
    ...replyOf(part),
    ...markup(address, part),
  };
  const sendDocument = () =>
    client.call((api, limit) => api.sendDocument({ ...rest, document: input() }, limit), limits);
  if (!file.picture || bytes.length > PHOTO_LIMIT) return sendDocument();
  try {
    return await client.call((api, limit) => api.sendPhoto({ ...rest, photo: input() }, limit), limits);
  } catch (error) {
    if (isRefused(error, /PHOTO_|IMAGE_PROCESS_FAILED/)) return sendDocument();
    throw error;
  }
};

const isRefused = (error: unknown, why: RegExp): boolean => error instanceof GiveUp && why.test(error.message);

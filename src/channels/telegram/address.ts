/** An address is `chatId`, or `chatId:threadId` for a forum topic. Ids of groups are negative. */
import type { Address } from '#message/inbound.ts';

export const addressOf = (chatId: number, threadId?: number): Address =>
  threadId === undefined ? String(chatId) : `${chatId}:${threadId}`;

export const placeOf = (address: Address): { chat_id: number; message_thread_id?: number } => {
  const [chat = '', thread] = address.split(':');
  return thread === undefined
    ? { chat_id: Number(chat) }
    : { chat_id: Number(chat), message_thread_id: Number(thread) };
};

export const isGroupAddress = (address: Address): boolean => address.startsWith('-');

export const groupOf = (address: Address): Address => address.split(':')[0] ?? address;

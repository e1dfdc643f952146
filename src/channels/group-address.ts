/** An address is the chat's id; a group's has a mark before it, since the ids look alike. */
import type { Address } from '#message/inbound.ts';

const GROUP = 'group:';

export const addressOf = (chatId: string, isGroup: boolean): Address => (isGroup ? `${GROUP}${chatId}` : chatId);
export const isGroupAddress = (address: Address): boolean => address.startsWith(GROUP);
export const chatIdOf = (address: Address): string => (isGroupAddress(address) ? address.slice(GROUP.length) : address);

/**
 * Whom a 429 is about. The platform does not say whether a chat or the whole bot is too fast. One chat is the usual
 * case and must not hold the others; when several chats are refused in a row with no other answer between them, it is
 * the bot, and asking for each chat would only lengthen the wait.
 */
import type { Address } from '#message/inbound.ts';
import { RetryAt } from '../errors.ts';

const CHATS_IN_A_ROW = 3;

export const createFloodWatch = () => {
  const refused = new Set<Address>();
  const scoped = (error: RetryAt, address: Address): RetryAt => {
    refused.add(address);
    return new RetryAt(error.message, error.waitMs, refused.size < CHATS_IN_A_ROW ? 'address' : 'platform');
  };
  return async <T>(address: Address, send: () => Promise<T>): Promise<T> => {
    try {
      const result = await send();
      refused.clear();
      return result;
    } catch (error) {
      if (error instanceof RetryAt) throw scoped(error, address);
      throw error;
    }
  };
};

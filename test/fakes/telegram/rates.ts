/**
 * The platform's sending limits: 30 a second in all, one a second in a private chat, 20 a minute in a group. Windows
 * are a tenth shorter than published, since calls sent evenly do not arrive evenly.
 */
import { type ApiError, tooManyRequests } from './api-error.ts';

const OVERALL = { most: 30, ms: 900 };
const PRIVATE = { most: 1, ms: 900 };
const GROUP = { most: 20, ms: 54_000 };

export const createRates = (now: () => number) => {
  const sent = new Map<string, number[]>();
  const isFull = (key: string, { most, ms }: { most: number; ms: number }): boolean => {
    const recent = (sent.get(key) ?? []).filter((at) => at > now() - ms);
    sent.set(key, recent);
    return recent.length >= most;
  };
  /** Counts the send when it is allowed. */
  return (chatId: number, isGroup: boolean): ApiError | null => {
    const keys = ['all', String(chatId)];
    if (isFull('all', OVERALL)) return tooManyRequests(1);
    if (isFull(String(chatId), isGroup ? GROUP : PRIVATE)) return tooManyRequests(isGroup ? 30 : 1);
    for (const key of keys) sent.get(key)?.push(now());
    return null;
  };
};

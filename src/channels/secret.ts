/** Comparing secrets: in constant time, of digests, because that needs equal lengths and must not tell the secret's. */
import { createHash, timingSafeEqual } from 'node:crypto';

export const isSameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

/** Makes a change of a secret visible without telling it. */
export const fingerprint = (secret: string): string => digest(secret).toString('hex').slice(0, 8);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

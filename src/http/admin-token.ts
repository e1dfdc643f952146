/** Whether a call carries the administrators' token: as a bearer, or as the password a browser asks for. */
import { createHash, timingSafeEqual } from 'node:crypto';

export type CheckToken = (authorization: string | undefined) => boolean;

export const createCheckToken = (token: string): CheckToken => {
  const expected = digest(token);
  return (authorization) => timingSafeEqual(digest(tokenIn(authorization ?? '')), expected);
};

/** For the answer 401: a browser then asks for a name, which may be any, and a password. */
export const CHALLENGE = 'Basic realm="admin"';

/** Of digests, because a comparison in constant time needs equal lengths and must not tell the token's. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const tokenIn = (authorization: string): string => {
  const [, scheme = '', value = ''] = /^(bearer|basic) (\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
};

/** What a refusal means, in the classes of errors.ts. The platform's own words may repeat what was sent: not kept. */
import { Credentials, Elsewhere, GiveUp, Retry, RetryAt } from '../errors.ts';
import { kindOf, type Table } from './codes.ts';

/** Seen by the client only: it renews the token and calls again. */
export class TokenRefused extends Error {}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The platform counts its days, and its night, by Vietnam's time: UTC+7 all year. */
const ZONE = 7 * 60 * MINUTE;
const AFTER_MIDNIGHT = 5 * MINUTE;
const AFTER_NIGHT = 6 * 60 * MINUTE + 5 * MINUTE;

export const faultOf = (
  { table, name, code }: { readonly table: Table; readonly name: string; readonly code: number },
  now: number,
): Error => {
  const message = `${name}: ${code}`;
  const kind = kindOf(table, code);
  // A template's money, rights and allowance say nothing of the account's own messages: those must not wait for them.
  if (table === 'template' && OF_TEMPLATE.has(kind)) return new Elsewhere(message);
  switch (kind) {
    case 'token':
      return new TokenRefused(message);
    case 'retry':
      return new Retry(message);
    case 'slow':
      return new RetryAt(message, MINUTE, 'platform');
    case 'tomorrow':
      return new RetryAt(message, untilNext(AFTER_MIDNIGHT, now), 'platform');
    case 'receiver_tomorrow':
      return new RetryAt(message, untilNext(AFTER_MIDNIGHT, now));
    case 'morning':
      return new RetryAt(message, untilNext(AFTER_NIGHT, now));
    case 'human':
      return new Credentials(message);
    case 'elsewhere':
      return new Elsewhere(message);
    case 'blocked':
    case 'gone':
    case 'refused':
      return new GiveUp(message, kind);
    default:
      return kind satisfies never;
  }
};

const OF_TEMPLATE: ReadonlySet<string> = new Set(['human', 'tomorrow', 'receiver_tomorrow', 'morning']);

/** @param time of the local day */
const untilNext = (time: number, now: number): number => {
  const sinceMidnight = (now + ZONE) % DAY;
  return (time - sinceMidnight + DAY) % DAY || DAY;
};

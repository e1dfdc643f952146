/**
 * What a refusal of the platform means, in the classes of errors.ts. The table is the documented one; a description is
 * not kept, since it may repeat what was sent.
 */
import { Ambiguous, Credentials, GiveUp, Retry, RetryAt } from '../errors.ts';

/** `getUpdates` with nothing to tell. */
export const EMPTY_POLL = 408;

/** The platform gives no time. A rate is over soon, a month's quota is not: each refusal in a row waits longer. */
const QUOTA_WAITS_MS = [2_000, 10_000, 60_000, 600_000, 3_600_000];

export type FaultOf = (method: string, code: number, description: string) => Error;

/** @param now milliseconds of any clock that only goes forward */
export const createFaultOf = (
  now: () => number = () => performance.now(),
): { readonly faultOf: FaultOf; readonly wentWell: () => void } => {
  let quotaRefusals = 0;
  let shutUntil = 0;
  const waitMs = (): number => {
    // Sends that were under way when the first was refused are of the same refusal.
    if (now() < shutUntil) return shutUntil - now();
    const wait = QUOTA_WAITS_MS[Math.min(quotaRefusals, QUOTA_WAITS_MS.length - 1)] ?? 0;
    quotaRefusals += 1;
    shutUntil = now() + wait;
    return wait;
  };
  return {
    wentWell: () => {
      quotaRefusals = 0;
    },
    faultOf: (method, code, description) => {
      const message = `${method}: ${code}`;
      switch (code) {
        case 401:
          return new Credentials(message);
        // Documented as "internal server error".
        case 403:
          return new Retry(message);
        case EMPTY_POLL:
          return new Ambiguous(message);
        case 429:
          return new RetryAt(message, waitMs(), 'platform');
        case 400:
        case 404:
          return new GiveUp(message, GONE.test(description) ? 'gone' : 'refused');
        default:
          return code >= 400 && code < 500 ? new GiveUp(message, 'refused') : new Retry(message);
      }
    },
  };
};

/** No code of its own is documented for somebody who is not there any more. */
const GONE = /\b(chat|user|conversation)\b.*\b(not found|not exist|invalid|blocked|deleted|left)/i;

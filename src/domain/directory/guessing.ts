/** When codes are no longer looked at. */
import { type Refusal, refused } from '#domain/result.ts';
import { HOUR } from '#domain/time.ts';

/** What was wrong within this time counts. */
export const GUESS_WINDOW_MS = HOUR;
/** Nobody mistypes a code that he has before him ten times within the hour. */
const MOST_OF_ACCOUNT = 10;
/**
 * All strangers of a channel together: accounts cost nothing. A thousand an hour is far more than a whole city's
 * officials mistype on the day they join, and against 72 bits it finds nothing in the age of the universe.
 */
const MOST_OF_CHANNEL = 1_000;

export const guessingRefusal = (wrong: { readonly ofAccount: number; readonly ofChannel: number }): Refusal | null => {
  if (wrong.ofAccount >= MOST_OF_ACCOUNT) return refused('invite.locked');
  return wrong.ofChannel >= MOST_OF_CHANNEL ? refused('invite.busy') : null;
};

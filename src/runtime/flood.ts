/** Pure: how many messages one conversation may send in a minute; one notice, then silence until the minute is over. */
import { MINUTE, type Millis } from '#domain/time.ts';

/** A person with ten photos and a form stays far below; a stuck key or a script does not. */
const MOST_PER_MINUTE = 60;

export type Flood = {
  readonly from: Millis;
  readonly count: number;
  readonly state: 'calm' | 'notify' | 'silent';
};

export const countIn = (
  seen: { readonly floodFrom: Millis | null; readonly floodCount: number },
  now: Millis,
): Flood => {
  const isNewMinute = seen.floodFrom === null || now >= seen.floodFrom + MINUTE || now < seen.floodFrom;
  const from = isNewMinute || seen.floodFrom === null ? now : seen.floodFrom;
  const count = isNewMinute ? 1 : seen.floodCount + 1;
  if (count <= MOST_PER_MINUTE) return { from, count, state: 'calm' };
  return { from, count, state: count === MOST_PER_MINUTE + 1 ? 'notify' : 'silent' };
};

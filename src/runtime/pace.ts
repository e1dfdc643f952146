/** Pure: which moments a platform's next sends may have, given its last ones. */
import { type Millis, SECOND } from '#domain/time.ts';

export type Wanted = {
  readonly perSecond: number;
  readonly now: Millis;
  /** Later moments are not taken. */
  readonly horizon: Millis;
  readonly most: number;
};

/**
 * A sliding window: the n-th next send waits until the send `perSecond` places before it is a second old. A burst goes
 * out at once, and no second ever holds more than the platform allows.
 * @param recent moments of the last sends, oldest first
 */
export const nextMoments = (recent: readonly Millis[], wanted: Wanted): Millis[] => {
  const { perSecond, now, horizon, most } = wanted;
  const sends = [...recent];
  const found: Millis[] = [];
  while (found.length < most) {
    const before = sends.at(-perSecond);
    const at = Math.max(now, before === undefined ? now : before + SECOND);
    if (at > horizon) break;
    sends.push(at);
    found.push(at);
  }
  return found;
};

/** @returns when a send that could go now may go */
export type Gate = (platform: string, perSecond: number, now: Millis) => Millis;

/**
 * What one process really sends, beside what its claims have planned: whoever was held up, by a slow commit or by other
 * work, must not send two seconds' messages in one. It remembers a second, so a restart loses nothing.
 */
export const createGate = (): Gate => {
  const sends = new Map<string, readonly Millis[]>();
  return (platform, perSecond, now) => {
    const recent = sends.get(platform) ?? [];
    const [at = now] = nextMoments(recent, { perSecond, now, horizon: Number.POSITIVE_INFINITY, most: 1 });
    sends.set(platform, [...recent, at].slice(-perSecond));
    return at;
  };
};

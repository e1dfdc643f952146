/**
 * A clock in the hand of a test: it stands still until it is moved, and never goes back. Whoever waits for a moment
 * brings it about, so that pacing costs product time and no real time.
 */
import { DAY, HOUR, MINUTE, type Millis, SECOND } from '#domain/time.ts';
import type { Clock } from '#src/clock.ts';

export type HandClock = Clock & { readonly moveTo: (at: Millis) => void };

/** The product waits by itself for send slots only; a longer wait belongs to the bell. */
const LONGEST_WAIT_MS = 5 * SECOND;

export const createHandClock = (start: Millis): HandClock => {
  let current = start;
  const moveTo = (at: Millis): void => {
    current = Math.max(current, at);
  };
  return {
    now: () => current,
    realNow: () => current,
    realDelayUntil: (at) => {
      if (at - current > LONGEST_WAIT_MS) throw new Error(`somebody waits ${at - current} ms inside the process`);
      moveTo(at);
      return 0;
    },
    refresh: async () => undefined,
    stop: () => undefined,
    moveTo,
  };
};

/** `2026-11-26 08:00` in Vietnam. */
export const localTime = (text: string): Millis => {
  const at = Date.parse(`${text.replace(' ', 'T')}+07:00`);
  if (Number.isNaN(at)) throw new Error(`“${text}” is no local time; write 2026-11-26 08:00`);
  return at;
};

const UNITS: Readonly<Record<string, number>> = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY };

/** `2 days`, `1 hour`, `30 seconds`. */
export const duration = (text: string): Millis => {
  const found = /^(\d+) (second|minute|hour|day)s?$/.exec(text);
  if (found === null) throw new Error(`“${text}” is no duration; write 2 days, 1 hour, 30 seconds`);
  return Number(found[1]) * (UNITS[found[2] ?? ''] ?? 0);
};

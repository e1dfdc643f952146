/**
 * Moments and local dates. A moment is milliseconds since the epoch; a local date is `YYYY-MM-DD` in Vietnam, which
 * keeps UTC+7 all year, so the arithmetic is exact and needs no zone database. Nothing here reads a clock.
 */
export type Millis = number;
/** `YYYY-MM-DD` in local time. */
export type IsoDate = string;

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
const OFFSET = 7 * HOUR;

export const dateOf = (at: Millis): IsoDate => {
  const day = Math.floor((at + OFFSET) / DAY);
  const known = named.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  named.set(day, date);
  return date;
};

/** Days that have been named: a backlog asks for the same few a million times. */
const named = new Map<number, IsoDate>();

/** Minutes since local midnight, 0–1439. */
export const minuteOfDay = (at: Millis): number => Math.floor(((at + OFFSET) % DAY) / MINUTE);

/** The moment of a local date and minute; minute 1440 is its 24:00. */
export const momentOf = (date: IsoDate, minute: number): Millis =>
  Date.parse(`${date}T00:00:00Z`) - OFFSET + minute * MINUTE;

export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

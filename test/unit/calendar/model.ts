/**
 * A second, slow calendar for property tests: it knows nothing of the product's code and walks day by day and minute
 * by minute over plain numbers (days and minutes since the epoch, local time).
 */
import { calendarDays } from '#db/seed/data/calendar-days.ts';

const dayNumber = (date: string): number => Math.round(new Date(`${date}T00:00:00Z`).getTime() / 86_400_000);
const madeUp = new Set(calendarDays.filter(({ kind }) => kind === 'swap_work').map(({ date }) => dayNumber(date)));
const off = new Set(calendarDays.filter(({ kind }) => kind !== 'swap_work').map(({ date }) => dayNumber(date)));

export type Pause = { readonly from: number; readonly to: number };

export const toDay = dayNumber;
export const toDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Day 0, 01/01/1970, was a Thursday. */
export const isWorked = (day: number): boolean => {
  const weekday = (day + 4) % 7;
  return madeUp.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day));
};

export const workingDayAfter = (day: number, count: number, direction: 1 | -1 = 1): number => {
  let reached = day;
  for (let counted = 0; counted < count; ) {
    reached += direction;
    if (isWorked(reached)) counted += 1;
  }
  return reached;
};

export const calendarDayEnd = (day: number, count: number, avoidsMadeUp: boolean): number => {
  let last = day + count;
  while (!isWorked(last) || (avoidsMadeUp && madeUp.has(last))) last += 1;
  return last;
};

const isWorkedMinute = (minute: number): boolean => {
  const ofDay = minute % 1440;
  return isWorked(Math.floor(minute / 1440)) && ((ofDay >= 480 && ofDay < 720) || (ofDay >= 810 && ofDay < 1050));
};

/** The minute at whose start so many working minutes have passed that lie in no pause. */
export const minuteAfter = (minute: number, count: number, pauses: readonly Pause[] = []): number => {
  const isPaused = (now: number) => pauses.some(({ from, to }) => from <= now && now < to);
  let now = minute;
  for (let passed = 0; passed < count; now += 1) if (isWorkedMinute(now) && !isPaused(now)) passed += 1;
  return now;
};

export const nextWorkedMinute = (minute: number): number => {
  let now = minute;
  while (!isWorkedMinute(now)) now += 1;
  return now;
};

export const workedMinutes = (from: number, to: number): number => {
  let sum = 0;
  for (let now = from; now < to; now += 1) if (isWorkedMinute(now)) sum += 1;
  return sum;
};

export const workedDays = (from: number, to: number): number => {
  let sum = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorked(day)) sum += 1;
  return sum;
};

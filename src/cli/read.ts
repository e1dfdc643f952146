/** What people type after a command, read or refused. */
import { z } from 'zod';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';

/** Real days of a time that the directory and the calendar may know something about. */
const FIRST = '1990-01-01';
const LAST = '2100-12-31';

export const readDate = (text: string): Result<IsoDate> => {
  const date = z.iso.date().safeParse(text);
  return date.success && date.data >= FIRST && date.data <= LAST
    ? ok(date.data)
    : refused('calendar.date', { date: text });
};

export const readYear = (text: string): Result<number> => {
  const isYear = /^\d{4}$/.test(text) && text >= FIRST.slice(0, 4) && text <= LAST.slice(0, 4);
  return isYear ? ok(Number(text)) : refused('calendar.year', { year: text });
};

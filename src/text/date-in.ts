/** A date as officials type it: `15/12/2026`, `15-12`, `15.12.26`. Without a year: the next such day. */
import { ok, type Result, refused } from '#domain/result.ts';
import { addDays, type IsoDate } from '#domain/time.ts';

export const dateIn = (text: string, today: IsoDate): Result<IsoDate> => {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined) return refused('date.unreadable');
  const inYear = (of: number): IsoDate => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const given = year === undefined ? thisYear : Number(year.length === 2 ? `20${year}` : year);
  const date = year === undefined && inYear(given) < today ? inYear(given + 1) : inYear(given);
  return isDate(date) ? ok(date) : refused('date.unreadable');
};

/** 31/02 is no date. */
const isDate = (date: IsoDate): boolean => {
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return false;
  return addDays(date, 0) === date;
};

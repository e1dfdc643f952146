/**
 * Terms in words, both ways: `5 ngày làm việc`, `4 giờ làm việc`, `30 phút làm việc`, `15 ngày`. Read with or without
 * diacritics, composed or not. Anything else is refused, never guessed: `4 giờ` does not say which hours.
 */

import type { Term, TermUnit } from '#domain/calendar/term.ts';
import { checkTerm } from '#domain/calendar/term.ts';
import type { Result } from '#domain/result.ts';
import { refused } from '#domain/result.ts';
import { formatNumber } from '#text/numbers.ts';

export const parseTerm = (text: string): Result<Term> => {
  const [, amount, words] = /^(\d{1,9}) ?(\D+)$/.exec(plain(text)) ?? [];
  const unit = unitOf.get(words ?? '');
  if (amount === undefined || unit === undefined) return refused('term.unreadable', { text });
  return checkTerm({ amount: Number(amount), unit });
};

export const formatTerm = ({ amount, unit }: Term): string => `${formatNumber(amount)} ${unitWords[unit]}`;

/** As `formatTerm`, but 270 minutes as `4 giờ 30 phút làm việc`: what has been added up, not what was ordered. */
export const formatTotal = (total: Term): string =>
  total.unit === 'working_minute' ? `${formatMinutes(total.amount)} làm việc` : formatTerm(total);

/** `4 giờ 30 phút` */
export const formatMinutes = (total: number): string => {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return `${minutes} phút`;
  return minutes === 0 ? `${formatNumber(hours)} giờ` : `${formatNumber(hours)} giờ ${minutes} phút`;
};

const unitWords: Readonly<Record<TermUnit, string>> = {
  working_day: 'ngày làm việc',
  working_hour: 'giờ làm việc',
  working_minute: 'phút làm việc',
  calendar_day: 'ngày',
};

const unitOf: ReadonlyMap<string, TermUnit> = new Map([
  ['ngay lam viec', 'working_day'],
  ['ngay lv', 'working_day'],
  ['nlv', 'working_day'],
  ['gio lam viec', 'working_hour'],
  ['gio lv', 'working_hour'],
  ['phut lam viec', 'working_minute'],
  ['phut lv', 'working_minute'],
  ['ngay', 'calendar_day'],
]);

/** Lower case without diacritics; spaces of every kind made one, and those without width left out. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();

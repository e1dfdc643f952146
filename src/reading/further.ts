/** How much longer something shall last: `thêm 3 ngày làm việc`, `gia hạn 1 tuần`, or the length alone. */
import { checkTerm, type Term, type TermUnit } from '#domain/calendar/term.ts';
import { NUMBER, numberAt } from './number-words.ts';
import { typed } from './typed.ts';

const FURTHER = new RegExp(
  `(?:\\b(?:them|gia han|keo dai|lui)(?: them)? |^)${NUMBER} ?(ngay lam viec|ngay lv|nlv|ngay|tuan)(?![\\w/])`,
);

const UNITS: Readonly<Record<string, readonly [factor: number, unit: TermUnit]>> = {
  ngay: [1, 'calendar_day'],
  tuan: [7, 'calendar_day'],
};

/** Null where no length is said: a date may be. */
export const furtherIn = (text: string): Term | null => {
  const words = typed(text);
  const found = FURTHER.exec(words.plain);
  if (found === null) return null;
  const [all, number = '', name = ''] = found;
  const count = numberAt(words, found.index + all.indexOf(number), number);
  const [factor, unit] = UNITS[name] ?? [1, 'working_day'];
  const term = checkTerm({ amount: (count ?? 0) * factor, unit });
  return term.ok ? term.value : null;
};

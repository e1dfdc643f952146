/** Dates written out: `15/12`, `15-12-2026`, `15.12.26`, `2026-12-15`, `ngày 15 tháng 12 năm sau`, `mùng 5`. */
import type { IsoDate } from '#domain/time.ts';
import { NUMBER, numberAt } from '../number-words.ts';
import type { Place } from '../typed.ts';
import { type Atom, dayAtom, each, type Frame, isDeadlineBefore, type Reader, silent } from './atom.ts';
import { addMonths, dateIn, dayWithoutYear, fullYear, monthOf, yearOf } from './dates.ts';
import { isPast } from './role.ts';

const LEAD = '(?:\\b(ngay mung|ngay mong|ngay|mung|mong|hom|ngay hom)[ :]{1,2})?';
const YEAR = '(?:,? ?nam (\\d{4}|nay|sau|toi|ngoai|truoc))?';

/** Numeric first: its separators are the surest sign. */
export const writtenDates: Reader = (frame, plain) => [
  ...each(plain, /(?<![\w/.,-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\w/-])/g, ({ place, groups: [, year, month, day] }) =>
    dayAtom(place, dateIn(Number(year), Number(month), Number(day))),
  ),
  ...each(plain, NUMERIC, (found) => numeric(frame, found)),
  ...each(plain, IN_WORDS, (found) => inWords(frame, found)),
  ...each(plain, DAY_ONLY, (found) => dayOnly(frame, found)),
];

type Found = Parameters<Parameters<typeof each>[2]>[0];

const NUMERIC = new RegExp(
  `${LEAD}(?<![\\w/.,])(?<!(?<!/\\d{4})-)(\\d{1,2})( ?[/.-] ?)(\\d{1,2})(?:(?: ?\\3 ?| ?[/.-] ?)(\\d{4}|\\d{2})(?!\\d))?(?![\\w/]|[.,]\\d|-\\d(?!\\d?/\\d))${YEAR}`,
  'g',
);

const numeric = (frame: Frame, { place, groups, before }: Found): Atom | null => {
  const [, lead, day = '', separator = '', month = '', year, relativeYear] = groups;
  const given = year ?? relativeYear;
  const parts = { day: Number(day), month: Number(month), year: given, isPast: lead === 'hom' || lead === 'ngay hom' };
  const atom = dateAtom(frame, place, parts);
  if (atom === null) return silent(place);
  const isSure =
    lead !== undefined ||
    given !== undefined ||
    isDeadlineBefore(before) ||
    place.end - place.start === frame.text.plain.length;
  if (isSure) return atom;
  // `15.12` may be a section, `15-12` a range, `24/7` means always.
  if (separator.includes('/') && !(Number(day) === 24 && Number(month) === 7)) return atom;
  return separator.includes('.') ? null : { ...atom, isWeak: true };
};

const IN_WORDS = new RegExp(
  `${LEAD}(?<![\\w/.,-])${NUMBER} ?thang ?(nay|toi|truoc|${NUMBER})(?!\\w|[.,]\\d)(?:(?: ?[/-] ?|,? nam )(\\d{4}|\\d{2}(?!\\d)|nay|sau|toi|ngoai|truoc))?(?!\\w)`,
  'g',
);

const inWords = (frame: Frame, { place, groups, before }: Found): Atom | null => {
  const [all, lead, dayWords = '', monthWords = '', monthNumber, year] = groups;
  // `9 tháng năm 2025` is nine months; only a day named as one has a month in words.
  if (lead === undefined && !/^\d+$/.test(dayWords)) return null;
  if (lead === undefined && monthNumber !== undefined && !/^\d+$/.test(monthWords) && !isDeadlineBefore(before))
    return null;
  const textOf = all ?? '';
  const dayStart = place.start + textOf.indexOf(dayWords, lead?.length ?? 0);
  const day = numberAt(frame.text, dayStart, dayWords);
  if (day === null) return null;
  const isNext =
    monthNumber === 'sau' &&
    frame.text.clean
      .slice(place.start + textOf.indexOf('thang') + 6)
      .toLowerCase()
      .startsWith('sau');
  // `6 tháng tới` is half a year.
  if (lead === undefined && (isNext || monthNumber === undefined)) return null;
  if (isNext) return dayOfRelativeMonth(frame, place, day, 'sau');
  if (monthNumber === undefined) return dayOfRelativeMonth(frame, place, day, monthWords);
  const monthStart = place.start + textOf.indexOf(monthWords, textOf.indexOf('thang') + 5);
  const month = numberAt(frame.text, monthStart, monthNumber);
  return month === null ? null : dateAtom(frame, place, { day, month, year });
};

const dayOfRelativeMonth = (frame: Frame, place: Place, day: number, which: string): Atom | null => {
  const steps: Readonly<Record<string, number>> = { nay: 0, sau: 1, toi: 1, truoc: -1 };
  const month = addMonths(`${frame.today.slice(0, 8)}01`, steps[which] ?? 0);
  return dayAtom(place, dateIn(yearOf(month), monthOf(month), day));
};

type Parts = {
  readonly day: number;
  readonly month: number;
  readonly year: string | undefined;
  readonly isPast?: boolean;
};

const dateAtom = (
  frame: Frame,
  place: Place,
  { day, month, year, isPast: isSaid = false }: Parts,
): ReturnType<typeof dayAtom> => {
  const inYear = (of: number): IsoDate | null => dateIn(of, month, day);
  if (year !== undefined) return dayAtom(place, inYear(yearGiven(frame, year)));
  const { plain } = frame.text;
  const isBehind = isSaid || isPast(plain.slice(Math.max(0, place.start - 60), place.start), plain.slice(place.end));
  // What is due lies ahead, even where figures are asked for.
  const isDue = isDeadlineBefore(plain.slice(Math.max(0, place.start - 40), place.start));
  const direction = isDue ? 'forward' : frame.direction;
  const date = dayWithoutYear({ ...frame, direction: isBehind ? 'back' : direction }, inYear);
  return dayAtom(place, date, { inYear });
};

export const yearGiven = ({ today }: Frame, written: string): number => {
  const steps: Readonly<Record<string, number>> = { nay: 0, sau: 1, toi: 1, ngoai: -1, truoc: -1 };
  const step = steps[written];
  return step === undefined ? fullYear(written) : yearOf(today) + step;
};

const DAY_ONLY =
  /\b(ngay mung|ngay mong|ngay hom|ngay|mung|mong|hom) (\d{1,2}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?![\w%]| ?[/.-] ?\d|[.,]\d| (?:lan|buoi|ca|gio|nguoi|nghin|chuyen|bua|don|luot|thang)\b)/g;

/** A day of a month not named: the next such day. In words only after `mùng`, which nothing else follows. */
const dayOnly = (frame: Frame, { place, groups: [, lead = '', words = ''], before }: Found): Atom | null => {
  if (!/^\d/.test(words) && !/\bm[uo]ng$/.test(lead)) return null;
  if (/\b(?:moi|hang|mot|lam|cong) $/.test(before)) return null;
  const day = numberAt(frame.text, place.end - words.length, words);
  if (day === null || day < 1 || day > 31) return null;
  const step = frame.direction === 'back' ? -1 : 1;
  const first = `${frame.today.slice(0, 8)}01`;
  for (let tried = 0; tried < 4; tried += 1) {
    const month = addMonths(first, step * tried);
    const date = dateIn(yearOf(month), monthOf(month), day);
    if (date !== null && (step === 1 ? date >= frame.today : date <= frame.today)) return dayAtom(place, date);
  }
  return null;
};

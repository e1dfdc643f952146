/** Days of the week: `thứ Sáu`, `thứ 6`, `t6`, `CN`, with the week they belong to: `thứ Sáu tuần sau`. */
import { addDays, type IsoDate } from '#domain/time.ts';
import { NUMBER, numberAt } from '../number-words.ts';
import { canBe, mayBe, type Place, typedAt } from '../typed.ts';
import { type Atom, type DayAtom, dayAtom, each, type Frame, isDeadlineBefore, type Reader } from './atom.ts';
import { isoWeekdayOf, weekSpan } from './dates.ts';

/** `tới` before another day is a `đến`. */
const NEXT = 'toi(?! (?:ngay |het )?(?:thu|t[2-7]|\\d|chu nhat|cn|mai|cuoi|dau|hom)\\b)';
const TAIL = `(?:,? (?:cua )?(?:(?:trong |cuoi |dau |giua )?tuan (nay|sau nua|sau|toi|truoc|ke tiep|tiep theo|ke|vua roi|vua qua)|${NUMBER} tuan (?:nua|sau|toi)|(nay|toi day|${NEXT}|sau(?! (?:khi|gio|\\d))|vua roi|vua qua|ke tiep|tiep theo)))?`;
const WEEKDAY = new RegExp(
  `\\b(?:ngay )?(?:(thu) ?(hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn))(?![\\w/]|[.,]\\d| ?(?:ty|trieu|tr|dong|nghin|ngan|%|usd|vnd)\\b)${TAIL}(?!\\w)`,
  'g',
);
/** Where `thứ` counts other things than days. */
const COUNTS =
  /\b(?:mua|tuan|ngay lam viec|lan|ben|hang|dung|xep|vi tri|van ban|ky hop|ky|dot|giai|nguoi|diem|muc|loai|khoa|theo|so|cap|to|don vi|cong ty|du an|chuong|phien|the|cau|trang|nguon|tong|quy|khoan) (?:la )?$/;

export const weekdays: Reader = (frame, plain) =>
  each(plain, WEEKDAY, ({ place, groups, before }) => {
    const weekday = weekdayIn(frame, place, groups, before);
    if (weekday === null) return null;
    const [, , , , , week, count, near] = groups;
    return inWeek(frame, place, weekday, weekOf(frame, place, { week, count, near }));
  });

const NAMES: Readonly<Record<string, readonly [weekday: number, ...words: string[]]>> = {
  hai: [1, 'hai'],
  ba: [2, 'ba'],
  tu: [3, 'tư'],
  nam: [4, 'năm'],
  sau: [5, 'sáu'],
  bay: [6, 'bảy', 'bẩy'],
};

type Groups = readonly (string | undefined)[];

const weekdayIn = (frame: Frame, place: Place, groups: Groups, before: string): number | null => {
  const [all = '', thu, name = '', short, sunday] = groups;
  if (COUNTS.test(before)) return null;
  if (sunday !== undefined) return isSunday(frame, place, groups, before) ? 7 : null;
  if (short !== undefined) return Number(short) - 1;
  if (thu === undefined) return null;
  const start = place.start + all.indexOf('thu');
  const [weekday, ...words] = NAMES[name] ?? [Number(name) - 1, name];
  const second = { start: start + all.slice(all.indexOf('thu')).indexOf(name, 3), end: 0 };
  const isName = canBe(frame.text, { ...second, end: second.start + name.length }, ...words);
  const isThu = (/^\d/.test(name) ? mayBe : canBe)(frame.text, { start, end: start + 3 }, 'thứ');
  // `thu năm 2025` without marks is what was earned in that year.
  const isYear = name === 'nam' && /^ ?\d{4}/.test(frame.text.plain.slice(second.start + 3));
  return isThu && (isName || /^\d/.test(name)) && !isYear ? weekday : null;
};

/** `CN` is also a branch and an industry: it needs a word of time beside it. */
const isSunday = ({ text }: Frame, place: Place, groups: Groups, before: string): boolean => {
  if (groups[4] === 'chu nhat')
    return mayBe(
      text,
      {
        start: place.start + (groups[0] ?? '').indexOf('chu'),
        end: place.start + (groups[0] ?? '').indexOf('chu') + 8,
      },
      'chủ nhật',
    );
  const hasTail = groups[5] !== undefined || groups[7] !== undefined;
  const isAfterTime = isDeadlineBefore(before) || /(?:sang|trua|chieu|toi|ngay|vao|gio|h|\d{2}|den) $/.test(before);
  return hasTail || isAfterTime || typedAt(text, place).length === text.clean.length;
};

const WEEKS: Readonly<Record<string, number>> = {
  nay: 0,
  sau: 1,
  toi: 1,
  ke: 1,
  'ke tiep': 1,
  'tiep theo': 1,
  'sau nua': 2,
  truoc: -1,
  'vua roi': -1,
  'vua qua': -1,
};

type Tail = {
  readonly week: string | undefined;
  readonly count: string | undefined;
  readonly near: string | undefined;
};

/** `next`: said of the coming one, which may be in this week or in the next. */
const weekOf = (frame: Frame, place: Place, { week, count, near }: Tail): number | 'bare' | 'next' | 'last' => {
  if (week !== undefined) return WEEKS[week] ?? 0;
  if (count !== undefined)
    return numberAt(frame.text, frame.text.plain.indexOf(count, place.start + 5), count) ?? 'next';
  if (near === 'nay') return 0;
  if (near === undefined) return 'bare';
  return near.startsWith('vua') ? 'last' : 'next';
};

const inWeek = (frame: Frame, place: Place, weekday: number, week: number | 'bare' | 'next' | 'last'): Atom | null => {
  const { today } = frame;
  const of = (weeks: number): IsoDate => addDays(weekSpan(today, weeks).from, weekday - 1);
  if (typeof week === 'number') return dayAtom(place, of(week), { weekday });
  const isPassed = weekday < isoWeekdayOf(today);
  if (week === 'last') return dayAtom(place, of(isPassed ? 0 : -1), { weekday });
  const bare = { weekday, isBare: true };
  if (isPassed) return dayAtom(place, of(frame.direction === 'back' ? 0 : 1), bare);
  const isToday = weekday === isoWeekdayOf(today);
  if (week === 'next' && isToday) return dayAtom(place, of(1), bare);
  if (week === 'next' || isToday) return either(place, [of(0), of(1)], bare);
  return dayAtom(place, of(0), bare);
};

const either = (place: Place, dates: readonly IsoDate[], more: Partial<DayAtom>): DayAtom => ({
  ...place,
  shape: 'day',
  days: dates.map((date) => ({ date, minute: null })),
  ...more,
});

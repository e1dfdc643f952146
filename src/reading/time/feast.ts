/** Feasts and lunar dates, only when said to be such: `Tết`, `mùng 5 Tết`, `rằm tháng Giêng`, `10/3 âm lịch`. */
import { addDays, type IsoDate } from '#domain/time.ts';
import { NUMBER, numberAt } from '../number-words.ts';
import { canBe, mayBe } from '../typed.ts';
import { type Atom, dayAtom, each, type Frame, type Reader, silent } from './atom.ts';
import { dateIn, dayWithoutYear } from './dates.ts';
import { solarOf } from './lunar.ts';
import { yearGiven } from './written-date.ts';

type Feast = readonly [name: RegExp, inYear: (year: number) => IsoDate | null];

const solar = (day: number, month: number) => (year: number) => dateIn(year, month, day);
const lunar = (day: number, month: number) => (year: number) => solarOf({ day, month, year });

const YEAR = '(?:,? ?(?:nam )?((?:19|20)\\d\\d)|,? nam (nay|sau|toi|ngoai))?(?!\\w)';
const feast = (words: string): RegExp => new RegExp(`\\b(?:${words})${YEAR}`, 'g');

/** Longer names first: what one has read is hidden from the others. */
const FEASTS: readonly Feast[] = [
  [feast('(?:tet )?trung thu'), lunar(15, 8)],
  [feast('(?:tet )?doan ngo'), lunar(5, 5)],
  [feast('tet (?:duong lich|tay)'), solar(1, 1)],
  [feast('(?:gio to|gio to hung vuong|le gio to)(?: hung vuong)?'), lunar(10, 3)],
  [feast('(?:le |ngay |dip )?(?:quoc khanh)'), solar(2, 9)],
  [feast('(?:le )?(?:giang sinh|noel)'), solar(25, 12)],
  [feast('(?:ngay )?quoc te lao dong'), solar(1, 5)],
  [feast('(?:ngay )?giai phong mien nam'), solar(30, 4)],
  [feast('(?:ngay )?ong cong ong tao'), (year) => solarOf({ day: 23, month: 12, year: year - 1 })],
  [feast('(?:dip |ngay )?(?:tet nguyen dan|tet am lich|tet co truyen|tet ta)'), lunar(1, 1)],
];

export const feasts: Reader = (frame, plain) => [
  ...each(plain, LUNAR_NUMERIC, ({ place, groups: [, day, month, year] }) =>
    found(frame, place, year, (of) => solarOf({ day: Number(day), month: Number(month), year: of })),
  ),
  ...each(plain, OF_TET, (match) => dayOfTet(frame, match)),
  ...each(plain, LUNAR_MONTH, (match) => dayOfMonth(frame, match)),
  // A lunar month as a whole is no period that anything is due in.
  ...each(plain, /\bthang (?:gieng|chap)(?: nam (?:nay|sau|toi|20\d\d))?(?!\w)/g, ({ place }) => silent(place)),
  ...FEASTS.flatMap(([name, inYear]) =>
    each(plain, name, ({ place, groups: [, year, relative] }) => found(frame, place, year ?? relative, inYear)),
  ),
  ...each(plain, TET, ({ place, groups: [, year, relative], before }) => {
    const isTet = mayBe(frame.text, { start: place.start, end: place.start + 3 }, 'tết');
    if (!isTet) return null;
    // `nghỉ Tết` is many days.
    return /\bnghi $/.test(before) ? silent(place) : found(frame, place, year ?? relative, lunar(1, 1));
  }),
];

type Found = Parameters<Parameters<typeof each>[2]>[0];

const found = (
  frame: Frame,
  place: Found['place'],
  year: string | undefined,
  inYear: (year: number) => IsoDate | null,
): Atom => {
  const date = year === undefined ? dayWithoutYear(frame, inYear) : inYear(yearGiven(frame, year));
  return dayAtom(place, date) ?? silent(place);
};

const TET = new RegExp(`\\btet${YEAR}`, 'g');
const LUNAR_NUMERIC =
  /(?<![\w/.-])(?:ngay )?(?:mung |mong )?(\d{1,2})(?: ?[/-] ?| thang )(\d{1,2})(?:[/-](\d{4}))? ?\(?(?:am lich|am|al)\)?(?!\w)/g;
const OF_TET = new RegExp(`\\b(?:ngay )?(?:(mung|mong) ${NUMBER}|(29|30|23|28|27)) tet${YEAR}`, 'g');

const dayOfTet = (
  frame: Frame,
  { place, groups: [all = '', first, words = '', last, year, relative] }: Found,
): Atom => {
  if (first !== undefined) {
    const day = numberAt(frame.text, place.start + all.indexOf(words, all.indexOf(first) + 4), words);
    return day === null || day > 10 ? silent(place) : found(frame, place, year ?? relative, lunar(day, 1));
  }
  // `30 Tết` is the day before the first, also in a year whose last month has 29 days.
  const isEve = last === '30';
  const inYear = (of: number): IsoDate | null => {
    const newYear = solarOf({ day: 1, month: 1, year: of });
    if (isEve) return newYear === null ? null : addDays(newYear, -1);
    return solarOf({ day: Number(last), month: 12, year: of - 1 });
  };
  return found(frame, place, year ?? relative, inYear);
};

const LUNAR_MONTH = new RegExp(
  `\\b(?:ngay )?(?:(ram)|(?:mung|mong) ${NUMBER}|(?:ngay )?${NUMBER}) (?:thang )(gieng|chap|${NUMBER})(?: ?\\(?(am lich|am|al)\\)?)?(?:,? nam nay)?(?!\\w)`,
  'g',
);

/** `rằm` is lunar by itself, as are the months Giêng and Chạp; any other only when said so. */
const dayOfMonth = (
  frame: Frame,
  { place, groups: [all = '', full, first, other, month = '', monthNumber, said] }: Found,
): Atom | null => {
  const isNamed = month === 'gieng' || month === 'chap';
  if (full === undefined && !isNamed && said === undefined) return null;
  if (
    full !== undefined &&
    !canBe(frame.text, { start: place.start + all.indexOf('ram'), end: place.start + all.indexOf('ram') + 3 }, 'rằm')
  )
    return null;
  const words = first ?? other ?? '15';
  const day = full === undefined ? numberAt(frame.text, place.start + all.indexOf(words, 0), words) : 15;
  const monthAt = place.start + all.indexOf('thang') + 6;
  const of = monthNumber === undefined ? null : numberAt(frame.text, monthAt, monthNumber);
  const named = month === 'gieng' ? 1 : 12;
  const lunarMonth = isNamed ? named : of;
  if (day === null || lunarMonth === null || lunarMonth > 12) return silent(place);
  // A month at the end of the lunar year may lie in the next solar one.
  return found(frame, place, undefined, (year) => nextOf(frame.today, day, lunarMonth, year));
};

const nextOf = (today: IsoDate, day: number, month: number, year: number): IsoDate | null => {
  const before = solarOf({ day, month, year: year - 1 });
  return before !== null && before >= today ? before : solarOf({ day, month, year });
};

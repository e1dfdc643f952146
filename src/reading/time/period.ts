/** Named periods: `tuần này`, `tháng 10`, `T10/2026`, `quý III/2026`, `6 tháng đầu năm`, `9 tháng`, `năm 2025`. */
import { addDays } from '#domain/time.ts';
import { NUMBER, numberAt } from '../number-words.ts';
import { canBe, mayBe, type Place } from '../typed.ts';
import { type Atom, each, type Frame, isDeadlineBefore, type Reader, type Span, silent, spanAtom } from './atom.ts';
import { addMonths, fullYear, monthOf, monthSpan, spanWithoutYear, weekSpan, yearOf, yearSpan } from './dates.ts';
import { yearGiven } from './written-date.ts';

const WHICH = '(nay|sau nua|sau|toi|truoc|ngoai|roi|qua|vua roi|vua qua|ke tiep|tiep theo|hien tai|nua)';
const STEPS: Readonly<Record<string, number>> = {
  nay: 0,
  'hien tai': 0,
  sau: 1,
  toi: 1,
  nua: 1,
  'ke tiep': 1,
  'tiep theo': 1,
  'sau nua': 2,
  truoc: -1,
  ngoai: -1,
  roi: -1,
  qua: -1,
  'vua roi': -1,
  'vua qua': -1,
};
const OF_YEAR = '(?:(?:,? ?(?:cua )?nam | ?[/-] ?)((?:19|20)\\d\\d|nay|sau|toi|ngoai|truoc))?';

export const periods: Reader = (frame, plain) => [
  ...each(plain, HALVES, (found) => monthsOfYear(frame, found)),
  ...each(plain, SHORT_HALVES, (found) => shortMonths(frame, found)),
  ...each(plain, QUARTERS_OF_YEAR, (found) => quartersOfYear(frame, found)),
  ...each(plain, QUARTER, (found) => quarter(frame, found)),
  ...each(plain, MONTH, (found) => month(frame, found)),
  ...each(plain, RELATIVE, ({ place, groups: [, unit = '', which = ''] }) => relative(frame, place, unit, which)),
  ...each(plain, YEARS, ({ place, groups: [, from, to] }) =>
    spanAtom(place, { from: yearSpan(Number(from)).from, to: yearSpan(fullYear(to ?? '')).to }),
  ),
  ...each(plain, YEAR, ({ place, groups: [, year] }) => spanAtom(place, yearSpan(Number(year)))),
];

type Found = Parameters<Parameters<typeof each>[2]>[0];

/** A period in a year given, or in the one that the direction tells. */
export const ofYear = (frame: Frame, place: Place, year: string | undefined, inYear: (year: number) => Span): Atom =>
  year === undefined
    ? spanAtom(place, spanWithoutYear(frame.today, frame.direction, inYear), { inYear })
    : spanAtom(place, inYear(yearGiven(frame, year)));

const HALVES = new RegExp(
  `(?<![\\w/.,-])${NUMBER} thang(?: (dau|cuoi)(?: nam)?(?: (20\\d\\d|nay|ngoai|truoc|sau|toi))?)?(?!\\w| \\d)${OF_YEAR}(?!\\w| (?:nua|toi|mot lan|1 lan|lam viec|tuoi)| ?/)`,
  'g',
);
const IS_LENGTH =
  /\b(?:trong vong|thoi han|gia han|them|hop dong|dinh ky|moi|cu|sau|keo dai|(?<!(?:dung|qua|tre) )han|qua|toi da|it nhat|du|duoc|trong) $/;

/** `9 tháng` are the first nine; alone it is a period only where one is asked for. */
const monthsOfYear = (
  frame: Frame,
  { place, groups: [, words = '', half, near, other], before }: Found,
): Atom | null => {
  const year = near ?? other;
  const count = numberAt(frame.text, place.start, words);
  if (count === null || count < 2 || count > 11) return null;
  const isSaid = half !== undefined || year !== undefined;
  const isAlone = place.end - place.start === frame.text.plain.length;
  if (
    !isSaid &&
    (IS_LENGTH.test(before) ||
      !(frame.direction === 'back' || isAlone || /\b(?:cong bo|so lieu|thong ke|bao cao|ky) $/.test(before)))
  )
    return silent(place);
  return ofYear(frame, place, year, (of) => monthSpan(of, half === 'cuoi' ? 13 - count : 1, count));
};

/** `9T/2026`, `6T đầu năm 2025`, `6T`: as tables head their columns. */
const SHORT_HALVES =
  /(?<![\w/.,-])(\d{1,2})t(?: (dau|cuoi)(?: nam)?)?(?: ?[/-]? ?(20\d\d)| nam (nay|ngoai|truoc|sau|20\d\d))?(?!\w|[.,/]\d)/g;

const shortMonths = (frame: Frame, { place, groups: [, words, half, year, near] }: Found): Atom | null => {
  const count = Number(words);
  // Twelve tons are none.
  const isSaid = half !== undefined || year !== undefined || near !== undefined || frame.direction === 'back';
  if (!isSaid || count < 2 || count > 12) return null;
  return ofYear(frame, place, year ?? near, (of) => monthSpan(of, half === 'cuoi' ? 13 - count : 1, count));
};

const QUARTERS_OF_YEAR = new RegExp(
  `(?<![\\w/.,-])(?:${NUMBER} )?(quy) (dau|cuoi)(?: nam)?(?:(?: nam)? ?[/-]? ?(20\\d\\d|nay|ngoai|truoc|sau))?(?!\\w)`,
  'g',
);

/** `ba quý đầu năm`, `quý cuối năm`. */
const quartersOfYear = (
  frame: Frame,
  { place, groups: [all = '', words = '1', word = '', half, year] }: Found,
): Atom | null => {
  const at = place.start + all.indexOf(word, /^\d/.test(words) ? 0 : words.length);
  const count = numberAt(frame.text, place.start, words);
  if (count === null || count > 3 || !mayBe(frame.text, { start: at, end: at + 3 }, 'quý', 'quí')) return null;
  return ofYear(frame, place, year, (of) => monthSpan(of, half === 'cuoi' ? 13 - 3 * count : 1, 3 * count));
};

const QUARTER = new RegExp(
  `\\b(?:(quy) ?(iii|ii|iv|i|[1-4]|mot|hai|ba|bon|tu)|q ?(iii|ii|iv|i|[1-4]))(?![\\w.])${OF_YEAR}(?!\\w)`,
  'g',
);
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4 };

const quarter = (frame: Frame, { place, groups: [, word, name = '', short, year], before }: Found): Atom | null => {
  // `quỹ 3 tỷ`, `quy tư`: a fund and others.
  const isNumber = /^\d$/.test(name);
  if (
    word !== undefined &&
    !(isNumber ? mayBe : canBe)(frame.text, { start: place.start, end: place.start + 3 }, 'quý', 'quí')
  )
    return null;
  const called = short ?? name;
  const count = QUARTERS[called] ?? Number(called);
  return ofYear(dataFrame(frame, before, place), place, year, (of) => monthSpan(of, 3 * count - 2, 3));
};

const MONTH = new RegExp(
  `(?<![\\w/-])(?:thang ${NUMBER}|thang(\\d{1,2})|t(\\d{1,2})(?= ?[/-] ?20\\d\\d)|t(8|9|1[0-2])|(?<!\\d[/.-])(\\d{1,2})(?=/20\\d\\d))(?![\\w]|[.,]\\d| ?/ ?\\d{1,3}(?!\\d))${OF_YEAR}(?!\\w|[/-]\\d|/\\w| tuoi)`,
  'g',
);
const LAW_BEFORE = /\b(?:so|nghi dinh|quyet dinh|thong tu|luat|nd|qd|tt|nq|nghi quyet|chi thi) $/;

const month = (frame: Frame, { place, groups, before }: Found): Atom | null => {
  const [all = '', words, glued, dated, short, bare, year] = groups;
  const name = words ?? glued ?? dated ?? short ?? bare ?? '';
  if (bare !== undefined && LAW_BEFORE.test(before)) return null;
  const count = numberAt(frame.text, place.start + all.indexOf(name), name);
  if (count === null || isNext(frame, place, name)) return null;
  // `tháng năm 2026`: a month called Năm, or the months of that year.
  const isUnclear = name === 'nam' && /^ (?:19|20)\d\d/.test(frame.text.plain.slice(place.end));
  if (count < 1 || count > 12 || isUnclear) return silent(place);
  // `2 tháng 10` is a day that another reader has left alone for its reasons.
  if (/\d $/.test(before) && year === undefined) return silent(place);
  return ofYear(dataFrame(frame, before, place), place, year, (of) => monthSpan(of, count));
};

/** `gửi số liệu tháng 10 trước thứ Sáu`: data are of the months that have been, a deadline is not among them. */
const DATA = /\b(?:so lieu|tinh hinh|ket qua|thong ke|doanh thu)\b[^.;,]*$/;

const dataFrame = (frame: Frame, before: string, place: Place): Frame =>
  isOfData(frame, before, place) ? { ...frame, direction: 'nearest' } : frame;

const isOfData = (frame: Frame, before: string, { start }: Place): boolean =>
  frame.direction === 'forward' &&
  !isDeadlineBefore(before) &&
  DATA.test(frame.text.plain.slice(Math.max(0, start - 60), start));

/** Without marks `thang sau` is the next month more often than June. */
const isNext = ({ text }: Frame, { start }: Place, name: string): boolean =>
  name === 'sau' && text.clean.slice(start + 6, start + 9).toLowerCase() === 'sau';

const RELATIVE = new RegExp(`\\b(tuan|thang|quy|nam) ${WHICH}(?!\\w)(?! (?:ngay|khi) )`, 'g');
const MARKED: Readonly<Record<string, readonly string[]>> = {
  tuan: ['tuần'],
  thang: ['tháng'],
  quy: ['quý', 'quí'],
  nam: ['năm'],
};
const MARKED_WHICH: Readonly<Record<string, readonly string[]>> = {
  truoc: ['trước'],
  sau: ['sau'],
  qua: ['qua'],
  toi: ['tới'],
  nay: ['này', 'nay'],
};

const relative = (frame: Frame, place: Place, unit: string, which: string): Atom | null => {
  if (!mayBe(frame.text, { start: place.start, end: place.start + unit.length }, ...(MARKED[unit] ?? []))) return null;
  const last = { start: place.end - which.length, end: place.end };
  if (
    !mayBe(frame.text, last, ...(MARKED_WHICH[which] ?? [frame.text.clean.slice(last.start, last.end).toLowerCase()]))
  )
    return null;
  const steps = STEPS[which] ?? 0;
  const { today } = frame;
  if (unit === 'tuan') return spanAtom(place, weekSpan(today, steps));
  if (unit === 'nam') return spanAtom(place, yearSpan(yearOf(today) + steps));
  const first = `${today.slice(0, 8)}01`;
  if (unit === 'thang') return spanAtom(place, monthSpan(yearOf(today), monthOf(today) + steps));
  const back = (monthOf(today) - 1) % 3;
  const start = addMonths(addDays(first, 0), 3 * steps - back);
  return spanAtom(place, monthSpan(yearOf(start), monthOf(start), 3));
};

const YEARS = /\b(?:giai doan|nhiem ky|(?:tu )?nam) ?(20\d\d) ?(?:-|den|den nam) ?(20\d\d)(?!\w)/g;
const YEAR = /\bnam (20\d\d|199\d)(?![\w]|[/-]\d)/g;

/** From one day or period to another, written as one: `1-5/12`, `từ ngày 1 đến 5/12`, `từ đầu năm đến nay`, `cùng kỳ`. */
import { addDays, type IsoDate } from '#domain/time.ts';
import type { Place } from '../typed.ts';
import { type Atom, each, type Frame, type Reader, type Span, silent, spanAtom } from './atom.ts';
import { addMonths, dateIn, fullYear, monthOf, spanWithoutYear, weekSpan, yearOf } from './dates.ts';

export const ranges: Reader = (frame, plain) => [
  ...each(plain, DAYS, ({ place, groups: [, first, last, month, year] }) =>
    daysOfMonth(frame, place, { first: Number(first), last: Number(last), month: Number(month), year }),
  ),
  ...each(plain, MONTHS, ({ place, groups: [, first, last, year] }) =>
    months(frame, place, { first: Number(first), last: Number(last), year }),
  ),
  ...each(plain, TO_DATE, ({ place, groups: [, unit = 'nam', which] }) => {
    if (which !== undefined) return spanAtom(place, { from: `${which}-01-01`, to: frame.today });
    return spanAtom(place, { from: beginOf(frame.today, unit), to: frame.today });
  }),
];

const DAYS =
  /(?<![\w/.,-])(?:tu )?(?:ngay )?(?<![\w/.,-])(\d{1,2}) ?(?:-|den het|den|toi) ?(?:het )?(?:ngay )?(\d{1,2})(?: ?\/ ?|-| thang )(\d{1,2})(?: ?[/-] ?(\d{4}|\d{2})| nam (\d{4}))?(?![\w/]|[.,-]\d)/g;

type Days = {
  readonly first: number;
  readonly last: number;
  readonly month: number;
  readonly year: string | undefined;
};

const daysOfMonth = (frame: Frame, place: Place, { first, last, month, year }: Days): Atom | null => {
  if (first >= last) return null;
  const inYear = (of: number): Span | null => {
    const from = dateIn(of, month, first);
    const to = dateIn(of, month, last);
    return from === null || to === null ? null : { from, to };
  };
  const span = inYear(year === undefined ? yearOf(frame.today) : fullYear(year));
  if (span === null) return null;
  if (year !== undefined) return spanAtom(place, span);
  return spanAtom(
    place,
    nearRange(frame, span, (of) => inYear(of) ?? span),
  );
};

/** A range without a year is of this one, unless figures ask for what has been or a plan for what will be. */
export const nearRange = (frame: Frame, span: Span, inYear: (year: number) => Span): Span =>
  frame.direction === 'open' ? span : spanWithoutYear(frame.today, frame.direction, inYear);

const MONTHS =
  /\b(?:tu )?thang (\d{1,2}) ?(?:-|den het|den|toi) ?(?:het )?(?:thang )?(\d{1,2})(?![\w]|[.,]\d|\/\d{1,2}(?!\d))(?:(?: nam |,? ?\/ ?)(20\d\d))?(?!\w)/g;

type Months = { readonly first: number; readonly last: number; readonly year: string | undefined };

const months = (frame: Frame, place: Place, { first, last, year }: Months): Atom => {
  if (first < 1 || last > 12 || first >= last) return silent(place);
  const inYear = (of: number): Span => {
    const from = dateIn(of, first, 1) ?? frame.today;
    return { from, to: addDays(addMonths(from, last - first + 1), -1) };
  };
  if (year !== undefined) return spanAtom(place, inYear(Number(year)));
  return spanAtom(place, spanWithoutYear(frame.today, frame.direction, inYear), { inYear });
};

const TO_DATE =
  /\b(?:luy ke )?(?:tinh )?(?:tu )?dau (nam|quy|thang|tuan)(?: (20\d\d)| nay)? (?:den|toi)(?: het)? (?:nay|gio|hien nay|hom nay|hien tai|thoi diem nay|ngay hom nay)(?!\w)/g;

const beginOf = (today: IsoDate, unit: string): IsoDate => {
  if (unit === 'tuan') return weekSpan(today, 0).from;
  const first = `${today.slice(0, 8)}01`;
  if (unit === 'thang') return first;
  return unit === 'nam' ? `${today.slice(0, 4)}-01-01` : addMonths(first, -((monthOf(today) - 1) % 3));
};

const SAME = /\b(?:so voi )?cung (?:ky|thoi diem)(?: nam)?(?: (?:truoc|ngoai|(20\d\d)))?(?!\w)/g;

/** `cùng kỳ`: the days of the period named before it, a year earlier; alone it says nothing. */
export const samePeriods = (plain: string, atoms: readonly Atom[]): readonly Atom[] =>
  atoms.flatMap((atom) => {
    if (atom.shape !== 'silent' || !new RegExp(SAME).test(plain.slice(atom.start, atom.end))) return [atom];
    const base = atoms.findLast((one) => one.shape === 'span' && one.end <= atom.start);
    if (base?.shape !== 'span') return [atom];
    return [spanAtom(atom, { from: addMonths(base.from, -12), to: yearBefore(base.to) }, { isCompared: true })];
  });

/** The last of February stays the last. */
const yearBefore = (date: IsoDate): IsoDate => addDays(addMonths(addDays(date, 1), -12), -1);

/** Taken away before all others, so that its `năm trước` is no period of its own. */
export const sameReader: Reader = (_frame, plain) => each(plain, SAME, ({ place }) => silent(place));

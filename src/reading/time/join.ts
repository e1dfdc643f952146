/** Puts neighbours together: an hour with its day, a weekday with its date, the two ends of a range. */
import { addDays, dateOf, type IsoDate, minuteOfDay } from '#domain/time.ts';
import {
  type Atom,
  type Day,
  type DayAtom,
  type Frame,
  type HourAtom,
  type PartOfDay,
  type Span,
  type SpanAtom,
  silent,
  spanAtom,
} from './atom.ts';
import { dayWithoutYear, isoWeekdayOf, weekSpan, yearOf } from './dates.ts';
import { inPart } from './hour.ts';
import { nearRange } from './range.ts';
import { countedFrom } from './term.ts';

/** What may stand between an hour and its day, or a weekday and its date. */
const BESIDE =
  /^(?: ?[,(;]? ?(?:(?:vao|luc|cua|hom|trong|tuc|truoc|la|buoi|cuoi|moc)(?: ngay| luc| hom)*|ngay|-)? ?[,(]?)$/;
const TO = /^ ?(?:-|den het|den|toi)(?: ngay| het| het ngay)? ?$/;
const FROM = /\b(?:tu|ke tu|trong khoang)(?: ngay| thoi diem)? $/;

export const joined = (frame: Frame, atoms: readonly Atom[]): Atom[] => {
  let left: readonly Atom[] = atoms;
  for (const join of [withHour, withWeekday, withHour, sameDay, fromDay, asRange]) left = pairwise(frame, left, join);
  return left.map((atom) => untilNow(frame, atom));
};

type Join = (frame: Frame, first: Atom, second: Atom, between: string) => Atom | null;

const pairwise = (frame: Frame, atoms: readonly Atom[], join: Join): Atom[] => {
  const result: Atom[] = [];
  for (const atom of atoms) {
    const last = result.at(-1);
    const between = last === undefined ? '' : frame.text.plain.slice(last.end, atom.start);
    const both = last === undefined || between.length > 24 ? null : join(frame, last, atom, between);
    if (both !== null) result.pop();
    result.push(both ?? atom);
  }
  return result;
};

const withHour: Join = (_frame, first, second, between) => {
  const isBoth = first.shape === 'hour' && second.shape === 'hour';
  if (isBoth && TO.test(between)) return hourRange(first, second);
  if (isBoth && /^ ?\(?$/.test(between)) return narrowed(first, second);
  if (!BESIDE.test(between)) return null;
  if (first.shape === 'hour' && second.shape === 'day') return onDay(second, first, first.start, second.end);
  // After its day an hour follows at once: `mai, 17 giờ`.
  if (first.shape === 'day' && second.shape === 'hour')
    return first.part === undefined
      ? onDay(first, second, first.start, second.end)
      : inPartOfDay(first, second, first.part);
  return null;
};

/** `chiều nay 3h`, `sáng mai lúc 9 giờ`. */
const inPartOfDay = (day: DayAtom, hour: HourAtom, part: PartOfDay): DayAtom | null => {
  if (hour.part !== undefined && hour.part !== part) return null;
  const minutes = [...new Set(hour.minutes.flatMap((minute) => inPart(minute, part)))];
  const days = new Set(day.days.map(({ date }) => date));
  return minutes.length === 0
    ? null
    : { ...day, end: hour.end, days: [...days].flatMap((date) => minutes.map((minute): Day => ({ date, minute }))) };
};

/** From nine to eleven: on that day, at no one hour. */
const hourRange = (first: HourAtom, second: HourAtom): HourAtom => ({
  shape: 'hour',
  start: first.start,
  end: second.end,
  minutes: [],
});

/** `17 giờ chiều`, `chiều 5 giờ`, `8 giờ (đầu giờ sáng)`: the second says which of the first. */
const narrowed = (first: HourAtom, second: HourAtom): HourAtom => {
  if (first.minutes.length === 0 || second.minutes.length === 0)
    return { ...first, end: second.end, minutes: [...first.minutes, ...second.minutes] };
  const [exact, other] = first.minutes.length === 1 ? [first, second] : [second, first];
  const half = 12 * 60;
  const same = other.minutes.filter((minute) => exact.minutes.some((one) => one >= half === minute >= half));
  return { shape: 'hour', start: first.start, end: second.end, minutes: same.length > 0 ? same : first.minutes };
};

const onDay = (day: DayAtom, { minutes, part }: HourAtom, start: number, end: number): DayAtom | null => {
  if (day.isCounted === true || day.days.some(({ minute }) => minute !== null)) return null;
  const times = minutes.length === 0 ? [null] : minutes;
  const days = day.days.flatMap(({ date }) => times.map((minute): Day => ({ date, minute })));
  const { isBare: _, ...rest } = day;
  const isBare = day.isBare === true ? { isBare: true } : {};
  return { ...rest, start, end, days, ...isBare, ...(part === undefined ? {} : { part }) };
};

/** `thứ Sáu, 04/12`: one day said twice. Where the two disagree it is asked. */
const withWeekday: Join = (frame, first, second, between) => {
  if (first.shape !== 'day' || second.shape !== 'day' || !BESIDE.test(between)) return null;
  const [weekday, date] = first.weekday === undefined ? [second, first] : [first, second];
  if (weekday.weekday === undefined || date.weekday !== undefined || date.isCounted === true) return null;
  const place = { start: first.start, end: second.end };
  const agrees = date.days.every((day) => isoWeekdayOf(day.date) === weekday.weekday);
  // `thứ Sáu 13/11` of this year, though it is over, rather than one of another weekday.
  const thisYear = date.inYear?.(yearOf(frame.today)) ?? null;
  if (!agrees && thisYear !== null && isoWeekdayOf(thisYear) === weekday.weekday)
    return { ...place, shape: 'day', days: [{ date: thisYear, minute: date.days[0]?.minute ?? null }] };
  const minute = date.days[0]?.minute ?? weekday.days[0]?.minute ?? null;
  const days = (agrees ? date.days : [...date.days, ...weekday.days]).map(
    (day): Day => ({ date: day.date, minute: day.minute ?? minute }),
  );
  return { ...place, shape: 'day', days };
};

/** `Quốc khánh 2/9`: one day by two names. */
const sameDay: Join = (_frame, first, second, between) => {
  if (first.shape !== 'day' || second.shape !== 'day' || !BESIDE.test(between)) return null;
  const [one, other] = [first.days, second.days];
  const isSame = one.length === 1 && other.length === 1 && one[0]?.date === other[0]?.date && second.isCounted !== true;
  return isSame ? { ...first, end: second.end } : null;
};

/** Longer ago than this, no term that is still running has begun. */
const NEAR_PAST_DAYS = 60;

const fromDay: Join = (frame, first, second, between) => {
  if (first.shape !== 'day' || second.shape !== 'day' || first.isCounted !== true || second.days.length !== 1)
    return null;
  const from = second.days[0]?.date;
  if (from === undefined || !/^,? (?:ke |tinh )?(?:ke )?tu(?: ngay| hom)? ?$/.test(between)) return null;
  const place = { start: first.start, end: second.end };
  // A term begins with something that has been, or will be: near in the past, it has begun already.
  const past = second.inYear === undefined ? null : dayWithoutYear({ ...frame, direction: 'back' }, second.inYear);
  const isNear = past !== null && past !== from && past >= addDays(frame.today, -NEAR_PAST_DAYS);
  return isNear ? countedFrom(frame, place, first, past) : countedFrom(frame, place, first, from);
};

const asRange: Join = (frame, first, second, between) => {
  if (!TO.test(between) || first.shape === 'hour' || second.shape === 'hour') return null;
  if (first.shape === 'silent' || second.shape === 'silent') return null;
  const isFrom = FROM.test(frame.text.plain.slice(Math.max(0, first.start - 30), first.start));
  const isDash = between.includes('-');
  // `gia hạn từ …` has both; without `từ` two days are a range, two periods only with a dash.
  if (!isFrom && !isDash && (first.shape === 'span' || isDeadlineOnly(frame, first))) return null;
  const start = isFrom ? frame.text.plain.lastIndexOf('tu', first.start) : first.start;
  const place = { start: Math.max(start, 0), end: second.end };
  const range = rangeOf(frame, first, second);
  return range === null ? silent(place) : spanAtom(place, range);
};

const isDeadlineOnly = (frame: Frame, { start }: Atom): boolean =>
  /\b(?:gia han|han|truoc)(?: ngay)? $/.test(frame.text.plain.slice(Math.max(0, start - 20), start));

const rangeOf = (frame: Frame, first: DayAtom | SpanAtom, second: DayAtom | SpanAtom): Span | null => {
  const to = endOf(second);
  if (to === null) return null;
  if (first.shape === 'day' && first.isBare === true && second.shape === 'day' && second.weekday !== undefined)
    return weekdays(frame, first, second);
  if (first.inYear === undefined) {
    const from = startOf(first);
    return from === undefined ? null : ordered(frame, from, to, second);
  }
  const begin = beginIn(first);
  const endIn = endInYear(second);
  if (endIn === null) return lastBefore(begin, to);
  const of = (year: number): Span => {
    const from = begin(year) ?? to;
    const end = [endIn(year), endIn(year + 1)].find((date) => date !== null && date >= from) ?? from;
    return { from, to: end };
  };
  return nearRange(frame, of(yearOf(frame.today)), of);
};

const endOf = (atom: DayAtom | SpanAtom): string | null => {
  if (atom.shape === 'span') return atom.to;
  return atom.days.length === 1 || atom.weekday !== undefined ? (atom.days[0]?.date ?? null) : null;
};

const startOf = (atom: DayAtom | SpanAtom): IsoDate | undefined => {
  if (atom.shape === 'span') return atom.from;
  return atom.days.length === 1 ? atom.days[0]?.date : undefined;
};

/** A first day with a year, a last one without: in the same year, or the next. */
const ordered = (_frame: Frame, from: string, to: string, second: DayAtom | SpanAtom): Span | null => {
  const endIn = endInYear(second);
  const years = endIn === null ? [to] : [endIn(yearOf(from)), endIn(yearOf(from) + 1)];
  const end = years.find((date) => date !== null && date >= from);
  return end === undefined || end === null ? null : { from, to: end };
};

const beginIn =
  (atom: DayAtom | SpanAtom) =>
  (year: number): string | null =>
    atom.shape === 'day' ? (atom.inYear?.(year) ?? null) : (atom.inYear?.(year).from ?? null);

const endInYear = (atom: DayAtom | SpanAtom): ((year: number) => string | null) | null => {
  if (atom.inYear === undefined) return null;
  return atom.shape === 'day' ? atom.inYear : (year) => atom.inYear?.(year).to ?? null;
};

/** The first day takes the year of the last, or the one before. */
const lastBefore = (begin: (year: number) => string | null, to: string): Span | null => {
  const from = [begin(yearOf(to)), begin(yearOf(to) - 1)].find((date) => date !== null && date <= to);
  return from === undefined || from === null ? null : { from, to };
};

/** The first belongs to the week of the last, unless neither says which week. */
const weekdays = (frame: Frame, first: DayAtom, second: DayAtom): Span | null => {
  const from = first.days[0]?.date;
  const to = second.days[0]?.date;
  if (from === undefined || to === undefined || first.weekday === undefined || second.weekday === undefined)
    return null;
  const week = second.isBare === true ? from : to;
  const monday = weekSpan(week, 0).from;
  const span = { from: addDays(monday, first.weekday - 1), to: addDays(monday, second.weekday - 1) };
  return span.from > span.to || frame.today > span.to ? null : span;
};

const NOW = /^ ?(?:den|toi)(?: het)?(?: thoi diem)? (?:nay|hien nay|hien tai|bay gio)(?!\w)/;

/** `từ 1/9 đến nay`: to the day of the reference moment. */
const untilNow = (frame: Frame, atom: Atom): Atom => {
  if (atom.shape !== 'day' && atom.shape !== 'span') return atom;
  const found = NOW.exec(frame.text.plain.slice(atom.end));
  if (found === null) return atom;
  const place = { start: atom.start, end: atom.end + found[0].length };
  const begin = beginIn(atom);
  const plainFrom = atom.shape === 'day' ? atom.days[0]?.date : atom.from;
  const from = atom.inYear === undefined ? plainFrom : lastBefore(begin, frame.today)?.from;
  return from === undefined || from > frame.today ? silent(place) : spanAtom(place, { from, to: frame.today });
};

/** An hour that nothing is beside: today, if it is still to come. */
export const loneHour = (frame: Frame, atom: HourAtom): Atom => {
  const past = minuteOfDay(frame.now);
  const days = atom.minutes
    .filter((minute) => minute > past)
    .map((minute): Day => ({ date: dateOf(frame.now), minute }));
  const place = { start: atom.start, end: atom.end };
  if (days.length > 0) return { ...place, shape: 'day', days };
  const tomorrow = atom.minutes.map((minute): Day => ({ date: addDays(dateOf(frame.now), 1), minute }));
  // Over for today: whether tomorrow is meant is asked, hence the hour of both days.
  const both = [...atom.minutes.map((minute): Day => ({ date: dateOf(frame.now), minute })), ...tomorrow];
  return tomorrow.length === 0 ? silent(place) : { ...place, shape: 'day', days: both };
};

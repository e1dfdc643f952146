/** Lengths of time counted from the reference moment: `5 ngày làm việc`, `trong vòng 4 giờ làm việc`, `3 ngày nữa`. */
import { whyOff } from '#domain/calendar/calendar.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import { checkTerm, type Term, type TermUnit } from '#domain/calendar/term.ts';
import { addDays, DAY, dateOf, HOUR, type IsoDate, MINUTE, type Millis, minuteOfDay, momentOf } from '#domain/time.ts';
import { NUMBER, numberAt } from '../number-words.ts';
import { type Place, type Typed, typedAt } from '../typed.ts';
import { type Atom, type Day, type DayAtom, each, type Frame, type Reader, silent, spanAtom } from './atom.ts';
import { addMonths } from './dates.ts';

const LEAD =
  '(?:\\b(trong vong|trong thoi han|trong thoi gian|trong khoang|trong|thoi han|(?<!(?:gia|lui|doi|hoan|truoc|qua|tre|dung|den|them) )han|sau|toi da|cham nhat|khong qua|muon nhat|cach day) (?:la |toi da |khong qua |khoang )?)?';
const UNIT =
  '(ngay lam viec|ngay lv|ngay cong|nlv|gio lam viec|gio lv|tieng lam viec|h lam viec|phut lam viec|phut lv|ngay|hom(?= nua)|tuan|thang|nam|gio|tieng|h|phut)';
const TAIL = '(?: (nua|toi day|toi|sau|truoc day|truoc|qua|vua qua|gan day|gan nhat))?';
const TERM = new RegExp(`${LEAD}(?<![\\w/.,-])${NUMBER} ?${UNIT}(?!\\w|/)${TAIL}(?!\\w)`, 'g');

export const terms: Reader = (frame, plain) =>
  each(plain, TERM, ({ place, groups, before }) => {
    const [all = '', lead, words = '', unit = '', tail] = groups;
    // `quý 1 năm sau`: the first quarter, not a year from now.
    if (lead === undefined && unit === 'nam' && /\bquy $/.test(before)) return null;
    const count = numberAt(
      frame.text,
      place.start + all.indexOf(words, lead === undefined ? 0 : lead.length + 1),
      words,
    );
    if (count === null || count === 0) return null;
    if (/\b(?:gia han|lui han|truoc han|them|cham|qua han|tre|(?<!ket )qua|lui|nghi|keo dai)(?: den)? $/.test(before))
      return silent(place);
    if (isEvening(frame, place, unit, tail)) return null;
    return termAtom(frame, place, { lead, count, unit, tail, isAlone: isAlone(frame, place) });
  });

/** `8 giờ tối`, and without marks too: an evening is meant more often than the hours to come. */
const isEvening = ({ text }: Frame, { end }: Place, unit: string, tail: string | undefined): boolean =>
  tail === 'toi' && /^(?:gio|h)$/.test(unit) && !mayBeOnlyMarked(text, end);

const mayBeOnlyMarked = (text: Typed, end: number): boolean =>
  typedAt(text, { start: end - 3, end }).toLowerCase() === 'tới';

const isAlone = ({ text }: Frame, { start, end }: Place): boolean =>
  text.plain.slice(0, start).trim() === '' && text.plain.slice(end).replace(/[.!]/g, '').trim() === '';

type Words = {
  readonly lead: string | undefined;
  readonly count: number;
  readonly unit: string;
  readonly tail: string | undefined;
  readonly isAlone: boolean;
};

const OFFICE: Readonly<Record<string, TermUnit>> = {
  'ngay lam viec': 'working_day',
  'ngay lv': 'working_day',
  'ngay cong': 'working_day',
  nlv: 'working_day',
  'gio lam viec': 'working_hour',
  'gio lv': 'working_hour',
  'tieng lam viec': 'working_hour',
  'h lam viec': 'working_hour',
  'phut lam viec': 'working_minute',
  'phut lv': 'working_minute',
};

const termAtom = (frame: Frame, place: Place, words: Words): Atom | null => {
  const { lead, count, unit, tail } = words;
  if (tail === 'truoc' || tail === 'truoc day' || lead === 'cach day') return ago(frame, place, words);
  if (tail === 'qua' || tail === 'vua qua' || tail === 'gan day' || tail === 'gan nhat')
    return lately(frame, place, words);
  const office = OFFICE[unit];
  if (office !== undefined) return counted(place, endOf(frame, count, office), { amount: count, unit: office });
  // A bare number of days or hours is a term only where something says so.
  const isSaid = lead !== undefined || tail !== undefined;
  if (!isSaid && !(words.isAlone && (unit === 'ngay' || unit === 'tuan'))) return null;
  if (unit === 'ngay' || unit === 'hom') return days(frame, place, words);
  return longer(frame, place, words);
};

/** Weeks and months end on the same day of a later one. */
const longer = (frame: Frame, place: Place, words: Words): Atom | null => {
  const { today } = frame;
  const { lead, count, unit, tail } = words;
  const isAhead = tail === 'nua' || tail === 'toi' || lead === 'sau' || lead?.startsWith('trong') === true;
  if (unit === 'tuan') return onDay(place, addDays(today, 7 * count));
  if (unit === 'thang' && isAhead) return onDay(place, addMonths(today, count));
  if (unit === 'nam' && isAhead && count < 20) return onDay(place, addMonths(today, 12 * count));
  return unit === 'thang' || unit === 'nam' ? silent(place) : clockTime(frame, place, words);
};

/** Hours and minutes of the clock, unless office hours may be meant. */
const clockTime = (frame: Frame, place: Place, { lead, count, unit, tail }: Words): Atom | null => {
  const isAhead = tail === 'nua' || tail === 'toi' || (lead === 'sau' && unit === 'phut');
  // `chậm nhất 16 giờ` is an hour of the clock.
  const isWithin = lead !== undefined && /^(?:trong|thoi han|toi da|khong qua)/.test(lead);
  const end = at(frame.now + count * (unit === 'phut' ? MINUTE : HOUR));
  // A day and a night, two, three: nobody counts office hours so.
  const isRound = unit !== 'phut' && count % 24 === 0;
  if (isAhead || (isWithin && (unit === 'phut' || isRound))) return counted(place, [end]);
  return isWithin ? counted(place, [end, ...endOf(frame, count, 'working_hour')]) : null;
};

/** Art. 148 moves the end off a day off; where it is not the law that speaks, it is asked. */
const days = (frame: Frame, place: Place, { lead, count, tail }: Words): Atom | null => {
  const [end] = endOf(frame, count, 'calendar_day');
  if (end === undefined) return silent(place);
  const literal = addDays(frame.today, count);
  const isUnsure =
    whyOff(frame.calendar, literal) !== undefined && (tail !== undefined || lead?.startsWith('trong') === true);
  return counted(place, isUnsure ? [{ date: literal, minute: null }, end] : [end], {
    amount: count,
    unit: 'calendar_day',
  });
};

const endOf = ({ calendar, now }: Frame, amount: number, unit: TermUnit): Day[] => {
  const term = checkTerm({ amount, unit });
  if (!term.ok) return [];
  const end = deadline(calendar, { from: now, term: term.value });
  return [{ date: end.date, minute: end.dayTerm ? null : minuteOfDay(end.due) }];
};

const at = (moment: Millis): Day => ({ date: dateOf(moment), minute: minuteOfDay(moment) });

const counted = (place: Place, found: readonly Day[], term?: Term): Atom => {
  const different = found.filter(
    (one, index) => found.findIndex((each) => each.date === one.date && each.minute === one.minute) === index,
  );
  return different.length === 0
    ? silent(place)
    : { ...place, shape: 'day', days: different, isCounted: true, ...(term === undefined ? {} : { term }) };
};

const onDay = (place: Place, date: IsoDate): DayAtom => ({ ...place, shape: 'day', days: [{ date, minute: null }] });

const ago = (frame: Frame, place: Place, { count, unit, lead }: Words): Atom | null => {
  // `trước 3 ngày` and `5 ngày trước 15/12` say how long before something else.
  if (
    lead !== 'cach day' &&
    !/^(?:[.,;!?)]|$| (?:toi|chung|don vi|ban|ubnd|da|co))/.test(frame.text.plain.slice(place.end))
  )
    return silent(place);
  if (unit === 'ngay') return onDay(place, addDays(frame.today, -count));
  if (unit === 'tuan') return onDay(place, addDays(frame.today, -7 * count));
  if (unit === 'thang') return onDay(place, addMonths(frame.today, -count));
  return silent(place);
};

/** The last days up to today, today among them. */
const lately = ({ today, now }: Frame, place: Place, { count, unit }: Words): Atom | null => {
  if (unit === 'ngay') return spanAtom(place, { from: dateOf(momentOf(today, 0) - (count - 1) * DAY), to: today });
  if (unit === 'tuan') return spanAtom(place, { from: addDays(today, 1 - 7 * count), to: today });
  if (unit === 'thang') return spanAtom(place, { from: addDays(addMonths(today, -count), 1), to: today });
  return now < 0 ? null : silent(place);
};

/** `… kể từ ngày 15/12`: counted from that day, itself not counted. */
export const countedFrom = ({ calendar }: Frame, place: Place, { term }: DayAtom, from: IsoDate): Atom => {
  if (term === undefined) return silent(place);
  const end = deadline(calendar, { from: momentOf(from, 0), fromDate: from, term });
  return counted(place, [{ date: end.date, minute: end.dayTerm ? null : minuteOfDay(end.due) }]);
};

/** Days told from today: `hôm nay`, `mai`, `mốt`, `ngày kia`, `chiều nay`, `sáng thứ Sáu`, `trong ngày`. */
import { addDays } from '#domain/time.ts';
import { canBe, mayBe, type Place, typedAt } from '../typed.ts';
import { type Atom, dayAtom, each, type Frame, isDeadlineBefore, type Reader, silent } from './atom.ts';
import { addMonths } from './dates.ts';

const NEAR =
  /\b(?:(ngay hom|hom|h|ngay|buoi|sang ngay|chieu ngay|toi ngay|trua ngay|sang|trua|chieu|toi|dem) ?)?(nay|mai|mot|kia|qua)(?!\w)/g;

/** `ngày này tuần sau`: as many days on as a week has. */
export const sameDays: Reader = (frame, plain) =>
  each(
    plain,
    /\b(?:(?:vao )?(?:ngay|gio|hom) (?:nay|hom nay)|hom nay) (tuan|thang) (sau|toi|truoc)(?!\w)/g,
    (found) => {
      const [, unit, which = ''] = found.groups;
      const step = which === 'truoc' ? -1 : 1;
      const { today } = frame;
      return dayAtom(found.place, unit === 'tuan' ? addDays(today, 7 * step) : addMonths(today, step));
    },
  );

export const nearDays: Reader = (frame, plain) => [
  ...each(plain, NEAR, ({ place, groups: [, lead, word = ''], before }) => near(frame, place, { lead, word, before })),
  ...each(plain, /\b(?:trong|het|cuoi) (?:ngay lam viec|ngay)(?= (?:hom nay|nay)|[.,;!)]|$)/g, ({ place, before }) =>
    /\b(?:\d|moi|hang) $/.test(before) ? null : dayAtom(place, frame.today),
  ),
];

type Words = { readonly lead: string | undefined; readonly word: string; readonly before: string };

const near = (frame: Frame, place: Place, { lead, word, before }: Words): Atom | null => {
  const last = { start: place.end - word.length, end: place.end };
  const part = lead?.split(' ')[0] ?? '';
  // `sang mai` of a marked sentence is no morning, but still tomorrow.
  // `mấy hôm nay`, `các ngày mai kia`: no one day.
  if (/\b(?:may|nhung|cac|vai|dao|bua) $/.test(before) && lead !== undefined) return silent(place);
  const isLed = isPartWord(frame, place, part);
  if (!isLed && word !== 'mai') return null;
  const days = daysAhead(frame, last, { lead: isLed ? lead : undefined, word, before });
  return days === null ? null : dayAtom(isLed ? partless(place, lead) : last, addDays(frame.today, days));
};

const daysAhead = (frame: Frame, last: Place, words: Words): number | null => {
  const { lead, word, before } = words;
  switch (word) {
    case 'nay':
      // `20 giờ tối nay`: its part of the day went to the hour.
      return (lead === undefined || lead === 'ngay') && !(before.endsWith('# ') && canBe(frame.text, last, 'nay'))
        ? null
        : 0;
    case 'mai':
      return isTomorrow(frame, last, before, lead) ? 1 : null;
    case 'mot':
      return isAfterTomorrow(frame, last, before, lead) ? 2 : null;
    case 'kia':
      return lead === undefined || lead === 'h' ? null : dayAfterNext(frame, last, lead);
    default:
      return isYesterday(frame, last, lead) ? -1 : null;
  }
};

const isYesterday = ({ text }: Frame, last: Place, lead: string | undefined): boolean => {
  if (lead === undefined) return false;
  return /^(?:ngay )?hom$|^h$/.test(lead) || (PARTS.has(lead) && mayBe(text, last, 'qua'));
};

const PARTS: ReadonlySet<string> = new Set(['sang', 'trua', 'chieu', 'toi', 'dem']);
const MARKED: Readonly<Record<string, string>> = { sang: 'sáng', trua: 'trưa', chieu: 'chiều', toi: 'tối', dem: 'đêm' };

/** The part of the day is read by itself, and put to its day afterwards. */
const partless = (place: Place, lead: string | undefined): Place => {
  const part = lead?.split(' ')[0] ?? '';
  return PARTS.has(part) ? { start: place.start + part.length + 1, end: place.end } : place;
};

/** `tôi nay`, `sang nay` are no parts of a day; neither is a `tới`. */
const isPartWord = ({ text }: Frame, place: Place, part: string): boolean =>
  !PARTS.has(part) || canBe(text, { start: place.start, end: place.start + part.length }, MARKED[part] ?? part);

const dayAfterNext = ({ text }: Frame, last: Place, lead: string): number => {
  if (lead === 'hom' || lead === 'ngay hom') return -2;
  return typedAt(text, last).toLowerCase() === 'kìa' ? 3 : 2;
};

const OF_PERSON =
  /\b(?:chi|anh|ong|ba|co|em|chu|bac|d\/c|dong chi|ban|xuan|hoang|thanh|bach|nang|thi|van|ngoc|phuong|quynh|xa|huyen|phuong|thuong|khuong|tuyet|truc|dc|pho|ga|cho) $/;

/** Mai is also a name: alone it needs a small letter, or nothing around that makes it one. */
const isTomorrow = ({ text }: Frame, place: Place, before: string, lead: string | undefined): boolean => {
  if (!mayBe(text, place, 'mai')) return false;
  if (lead !== undefined) return true;
  const after = text.plain.slice(place.end);
  if (OF_PERSON.test(before) || /^ (?:mot|dinh|sau|phuong|linh|lan|anh|hoa|huong|chi|dich|tang|phuc|mai)\b/.test(after))
    return false;
  const isShouted = text.clean === text.clean.toUpperCase();
  const isCapital = typedAt(text, place).startsWith('M') && !isShouted && place.start > 0;
  return !isCapital;
};

/** Without marks `mot` is most often the number one: only where a day must follow, or as the end of all. */
const isAfterTomorrow = ({ text }: Frame, place: Place, before: string, lead: string | undefined): boolean => {
  if (/\bmai $/.test(before)) return false;
  const isLast =
    /^(?:[ .,!?)]|$)/.test(text.plain.slice(place.end)) &&
    !/^ (?:so|van|trong|cach|lan|buoi|can|don)\b/.test(text.plain.slice(place.end));
  if (typedAt(text, place).toLowerCase() === 'mốt') return isLast;
  if (text.isMarked) return false;
  const isDay = lead === 'ngay' || PARTS.has(lead ?? '') || isDeadlineBefore(before);
  return isDay && place.end === text.plain.length;
};

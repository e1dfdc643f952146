/** Hours and parts of the day: `17 giờ`, `17h30`, `5 giờ chiều`, `8 rưỡi sáng`, `cuối giờ chiều`, `trưa`. */
import type { Session } from '#domain/calendar/calendar.ts';
import { NUMBER, numberAt } from '../number-words.ts';
import { canBe, mayBe, type Place } from '../typed.ts';
import { type Atom, each, type Frame, type PartOfDay, type Reader } from './atom.ts';

const PART = '(?: (?:buoi )?(sang|trua|chieu|toi|dem)(?! (?:nghiep|cap|tao)))?';
const CLOCK = new RegExp(
  `(?<![\\w/.,:-])(?:luc )?${NUMBER}(?:(?:(?<=\\d) ?| )(?:gio|h|g)(?: ?(\\d{2})(?:(?: ?phut|p|')(?!\\w))?(?!\\d)| ?(ruoi)| kem (\\d{1,2})(?: phut)?)?|:(\\d{2})| ?(ruoi)(?= (?:sang|chieu|toi))|(?<=\\bluc \\w{1,4}) ?(ruoi))(?![\\w/]|:\\d)${PART}(?!\\w)`,
  'g',
);
/** What an hour is called that is a length of time: never a time of day. */
const LENGTH = /^ (?:nua|lam viec|lv|ke tu)\b/;
const EACH = /^ (?:mot|moi)\b/;
const NO_HOUR = /\b(?:moi|cu|trong vong|sau|mat|dai|keo dai|suot|cach day|toi da|trong) $/;

export const hours: Reader = (frame, plain) => [
  ...each(plain, CLOCK, (found) => clock(frame, plain, found)),
  ...each(plain, EDGE, ({ place, groups: [, edge, part] }) => edgeHour(frame, place, edge ?? '', part)),
];

type Found = Parameters<Parameters<typeof each>[2]>[0];

const clock = (frame: Frame, plain: string, { place, groups, before }: Found): Atom | null => {
  const [all = '', hourWords = '', minutes, half, less, colon, partHalf, saidHalf, part] = groups;
  const bareHalf = partHalf ?? saidHalf;
  const after = plain.slice(place.end);
  // `8 giờ 30 mời …`: with its minutes it is no count of hours.
  if (EACH.test(after) && minutes === undefined && colon === undefined) return null;
  if (LENGTH.test(after) || (NO_HOUR.test(before) && colon === undefined && minutes === undefined)) return null;
  const hour = numberAt(frame.text, place.start + all.indexOf(hourWords), hourWords);
  if (hour === null) return null;
  const minute = minuteOf(hour, { minutes: minutes ?? colon, half: half ?? bareHalf, less });
  const isExact = colon !== undefined || hourWords.startsWith('0');
  const said = partAt(frame, place, part);
  const times = minute === null ? [] : inPart(minute, said, isExact);
  return times.length === 0
    ? null
    : { ...place, shape: 'hour', minutes: times, ...(said === null ? {} : { part: said }) };
};

type Written = {
  readonly minutes: string | undefined;
  readonly half: string | undefined;
  readonly less: string | undefined;
};

const minuteOf = (hour: number, { minutes, half, less }: Written): number | null => {
  const past = Number(minutes ?? 0);
  if (hour > 24 || past > 59 || Number(less ?? 0) > 59) return null;
  return hour * 60 + past + (half === undefined ? 0 : 30) - Number(less ?? 0);
};

const MARKED: Readonly<Record<PartOfDay, string>> = {
  sang: 'sáng',
  trua: 'trưa',
  chieu: 'chiều',
  toi: 'tối',
  dem: 'đêm',
};
export const isPart = (word: string): word is PartOfDay => word in MARKED;

/** `8 giờ tới` is no evening. */
const partAt = ({ text }: Frame, place: Place, part: string | undefined): PartOfDay | null =>
  part !== undefined && isPart(part) && canBe(text, { start: place.end - part.length, end: place.end }, MARKED[part])
    ? part
    : null;

const NOON = 12 * 60;

/** An early hour said without its part of the day may be either; written 05:00 it is what it says. */
export const inPart = (minute: number, part: PartOfDay | null, isExact = false): number[] => {
  const isMorning = minute < NOON;
  switch (part) {
    case 'sang':
      return minute <= NOON ? [minute] : [];
    case 'trua':
      return minute < 4 * 60 ? [minute + NOON] : [minute];
    case 'chieu':
    case 'toi':
      return [isMorning ? minute + NOON : minute];
    case 'dem':
      return isMorning && minute >= 7 * 60 ? [minute + NOON] : [];
    case null:
      return isMorning && minute > 0 && minute < 7 * 60 && !isExact ? [minute, minute + NOON] : [minute];
  }
};

const EDGE = /\b(dau|cuoi|het) gio(?: (?:buoi )?(sang|chieu|hanh chinh|lam viec))?(?!\w)/g;

const edgeHour = ({ calendar, text }: Frame, place: Place, edge: string, part: string | undefined): Atom | null => {
  if (!mayBe(text, { start: place.start, end: place.start + edge.length + 4 }, 'đầu giờ', 'cuối giờ', 'hết giờ'))
    return null;
  const session = sessionOf(calendar.sessions, part, edge === 'dau');
  return { ...place, shape: 'hour', minutes: [edge === 'dau' ? session.from : session.to] };
};

const sessionOf = (sessions: readonly Session[], part: string | undefined, isFirst: boolean): Session => {
  const first = sessions[0] ?? { from: 8 * 60, to: NOON };
  const last = sessions.at(-1) ?? first;
  if (part === 'sang') return first;
  return part === 'chieu' || !isFirst ? last : first;
};

/** The end of a part of the day, as a deadline has it; an evening or a night has no office hour. */
export const partEnd = ({ calendar }: Frame, part: string): number | null => {
  const first = calendar.sessions[0];
  const last = calendar.sessions.at(-1);
  if (part === 'sang') return first?.to ?? NOON;
  if (part === 'trua') return NOON;
  return part === 'chieu' ? (last?.to ?? null) : null;
};

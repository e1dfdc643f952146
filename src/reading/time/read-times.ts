/**
 * Finds every date and period of a sentence, in order. It never guesses: what may be two days gives both, and what is
 * not understood gives nothing. The reference moment and the calendar are arguments.
 */
import type { Calendar } from '#domain/calendar/calendar.ts';
import { addDays, dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { blank, type Typed, typedAt } from '../typed.ts';
import type { Atom, Direction, Frame, Reader, SpanAtom } from './atom.ts';
import { ahead, bareEdges, withEdge } from './edge.ts';
import { feasts } from './feast.ts';
import { hours } from './hour.ts';
import { joined, loneHour } from './join.ts';
import { nearDays, sameDays } from './near-day.ts';
import { noDates } from './no-dates.ts';
import { partsOfDay } from './part-of-day.ts';
import { periods } from './period.ts';
import { ranges, samePeriods, sameReader } from './range.ts';
import { type Role, roleOf } from './role.ts';
import { terms } from './term.ts';
import { weekdays } from './weekday.ts';
import { writtenDates } from './written-date.ts';

export type Moment = { readonly date: IsoDate; readonly minute: number | null };
export type Period = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Said of the time within which something is due. */
  readonly isEnd: boolean;
  /** Only what another one is compared with. */
  readonly isCompared: boolean;
};
export type Time = { readonly text: string; readonly role: Role } & (
  | ({ readonly kind: 'date' } & Moment)
  | ({ readonly kind: 'period' } & Period)
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Moment[] }
);

/** Each hides what it has read from those after it: the surer and the longer come first. */
const READERS: readonly Reader[] = [
  noDates,
  sameReader,
  sameDays,
  feasts,
  ranges,
  writtenDates,
  weekdays,
  terms,
  periods,
  bareEdges,
  hours,
  nearDays,
  partsOfDay,
];

export type Moments = { readonly now: Millis; readonly calendar: Calendar; readonly direction: Direction };

export const readTimes = (text: Typed, { now, calendar, direction }: Moments): readonly Time[] => {
  const frame: Frame = { text, now, today: dateOf(now), calendar, direction };
  const atoms = samePeriods(text.plain, joined(frame, found(frame)));
  const hasDay = atoms.some(({ shape }) => shape === 'day');
  return atoms
    .map((atom) => (atom.shape === 'hour' && !hasDay ? loneHour(frame, atom) : atom))
    .flatMap((atom) => timeOf(frame, atom));
};

const found = (frame: Frame): Atom[] => {
  let plain = frame.text.plain;
  const all: Atom[] = [];
  for (const read of READERS) {
    for (const atom of read(frame, plain)) {
      if (plain.slice(atom.start, atom.end).includes('#')) continue;
      const whole = atom.shape === 'span' ? withEdge(frame, plain, atom) : atom;
      plain = blank(plain, whole);
      all.push(whole);
    }
  }
  return all.toSorted((a, b) => a.start - b.start);
};

const timeOf = (frame: Frame, atom: Atom): Time[] => {
  if (atom.shape === 'hour' || atom.shape === 'silent') return [];
  const { plain } = frame.text;
  const before = plain.slice(Math.max(0, atom.start - 60), atom.start);
  const after = plain.slice(atom.end, atom.end + 40);
  // `trước Tết 10 ngày` is another day than Tết.
  if (atom.shape === 'day' && OFFSET.test(after) && /\b(?:truoc|sau)(?: ngay)? $/.test(before)) return [];
  const isTerm = atom.shape === 'day' && TERM_WORDS.test(plain.slice(atom.start, atom.end));
  // The word that says so is part of what was read: `hôm 20/11`.
  const isOver = /^(?:ngay )?hom \d/.test(plain.slice(atom.start, atom.end));
  const role = isTerm ? 'deadline' : roleOf(isOver ? `${before}hom ` : before, after);
  const said = { text: typedAt(frame.text, atom), role };
  if (atom.shape === 'span') return spanTime(frame, atom, said);
  // Weak alone: as likely a range of numbers.
  if (atom.isWeak === true && role !== 'deadline') return [];
  const [first, second] = atom.days;
  if (first === undefined) return [];
  return [
    second === undefined ? { ...said, kind: 'date', ...first } : { ...said, kind: 'ambiguous', candidates: atom.days },
  ];
};

const OFFSET = /^ (?:khoang |it nhat |dung )?\d{1,2} (?:ngay|tuan|thang|gio|tieng|nlv)\b/;
const TERM_WORDS = /^(?:trong|thoi han|han|toi da|cham nhat|khong qua|muon nhat) /;

const BEFORE = /\b(?:truoc|trc) $/;
const LAST_DAY =
  /\b(?:han chot|han cuoi|(?<!(?:qua|dung|tre|den|gia|het|cham) )han|cham nhat|muon nhat|tre nhat|khong qua)(?: la| vao| trong)?[ :]*$/;
/** `đơn vị nào trễ nhất tháng 10` asks about a month, and gives no last day. */
const WHO_IS_LATEST = /\bnao [^.?!]{0,40}\b(?:cham|muon|tre) nhat(?: la| vao| trong)?[ :]*$/;

/** A deadline named by a period: its last day, but `trước tháng 12` may leave that month out. */
const spanTime = (frame: Frame, atom: SpanAtom, said: { readonly text: string; readonly role: Role }): Time[] => {
  const before = frame.text.plain.slice(Math.max(0, atom.start - 20), atom.start);
  const on = (date: IsoDate): Moment => ({ date, minute: null });
  const asked = frame.text.plain.slice(Math.max(0, atom.start - 60), atom.start);
  const isLastDay = LAST_DAY.test(before) && !WHO_IS_LATEST.test(asked);
  const { from, to } = BEFORE.test(before) || isLastDay ? ahead(frame, atom) : atom;
  if (BEFORE.test(before)) return [{ ...said, kind: 'ambiguous', candidates: [on(addDays(from, -1)), on(to)] }];
  if (isLastDay) return [{ ...said, role: 'deadline', kind: 'date', ...on(to) }];
  return [
    {
      ...said,
      kind: 'period',
      from,
      to,
      isEnd: atom.isEnd === true && to >= frame.today,
      isCompared: atom.isCompared === true,
    },
  ];
};

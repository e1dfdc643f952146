/** The pieces that the readers of time find, before neighbours are put together. Days are local dates. */
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Term } from '#domain/calendar/term.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Place, Typed } from '../typed.ts';

export type Span = { readonly from: IsoDate; readonly to: IsoDate };
export type PartOfDay = 'sang' | 'trua' | 'chieu' | 'toi' | 'dem';
/** `minute` of the day, null for the day as a whole. */
export type Day = { readonly date: IsoDate; readonly minute: number | null };

/** Where a day or period without a year lies: figures look back, deadlines ahead; `nearest`: either way. */
export type Direction = 'back' | 'forward' | 'open' | 'nearest';

export type Frame = {
  readonly text: Typed;
  readonly now: Millis;
  readonly today: IsoDate;
  readonly calendar: Calendar;
  readonly direction: Direction;
};

export type DayAtom = Place & {
  readonly shape: 'day';
  /** Several: it cannot be told which is meant. */
  readonly days: readonly Day[];
  /** Written without a year: what it is in another one. */
  readonly inYear?: (year: number) => IsoDate | null;
  /** 1 Monday … 7 Sunday, where it was said; bare: nothing said of which week. */
  readonly weekday?: number;
  readonly isBare?: boolean;
  /** Said with the day: an hour that follows lies in it. */
  readonly part?: PartOfDay;
  /** Counted from the reference moment: an hour beside it is another matter. */
  readonly isCounted?: boolean;
  readonly term?: Term;
  /** Needs a neighbour or a word before it to be a date at all: `1-10` in `từ 1-10 đến 15-11`. */
  readonly isWeak?: boolean;
};
export type SpanAtom = Place &
  Span & {
    readonly shape: 'span';
    readonly inYear?: (year: number) => Span;
    readonly isEnd?: boolean;
    readonly isCompared?: boolean;
  };
export type HourAtom = Place & {
  readonly shape: 'hour';
  readonly minutes: readonly number[];
  /** As it was said. */
  readonly part?: PartOfDay;
};
/** Understood as something that is no date, or not certain enough to be one. */
export type SilentAtom = Place & { readonly shape: 'silent' };
export type Atom = DayAtom | SpanAtom | HourAtom | SilentAtom;

/** @param plain the plain text less what others have read already */
export type Reader = (frame: Frame, plain: string) => readonly Atom[];

type Found = { readonly place: Place; readonly groups: readonly (string | undefined)[]; readonly before: string };

/** One atom a match, or none. */
export const each = (plain: string, pattern: RegExp, read: (found: Found) => Atom | null): Atom[] => {
  const atoms: Atom[] = [];
  for (const match of plain.matchAll(pattern)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const before = plain.slice(Math.max(0, place.start - 40), place.start);
    const atom = read({ place, groups: match, before });
    if (atom !== null) atoms.push(atom);
  }
  return atoms;
};

export const silent = ({ start, end }: Place): SilentAtom => ({ start, end, shape: 'silent' });

export const dayAtom = (place: Place, date: IsoDate | null, more: Partial<DayAtom> = {}): DayAtom | null =>
  date === null ? null : { ...place, shape: 'day', days: [{ date, minute: null }], ...more };

export const spanAtom = (place: Place, span: Span, more: Partial<SpanAtom> = {}): SpanAtom => ({
  ...place,
  ...span,
  shape: 'span',
  ...more,
});

/** Words that make what follows the last day of something. */
export const DEADLINE_WORDS =
  '(?:truoc|trc|cham nhat|muon nhat|tre nhat|han chot|han cuoi|thoi han|(?<!(?:qua|dung|tre|sap den|gia|cham) )han tra loi|(?<!(?:qua|dung|tre|sap den|gia|cham|thoi) )han|deadline|den het|het|khong qua|khong muon hon|xong|den)';
const AFTER_DEADLINE = '(?:(?:la|vao|ngay|luc|het|den|thoi diem|toi da|:|trong|cuoi)[ :]*)*';
const DEADLINE_BEFORE = new RegExp(`\\b${DEADLINE_WORDS}[ :]*${AFTER_DEADLINE}$`);

export const isDeadlineBefore = (before: string): boolean => DEADLINE_BEFORE.test(before);

/** The same words, as long as they are: they belong to what is shown of a deadline. */
export const deadlineWords = (before: string): string => DEADLINE_BEFORE.exec(before)?.[0] ?? '';

/** One sentence to what is wanted and all that was said with it. Pure: the moment, the calendar, the names are given. */
import type { Calendar } from '#domain/calendar/calendar.ts';
import { REQUEST_TYPES, type RequestType, URGENCIES, type Urgency } from '#domain/request/request.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { type Deadline, type Grounds, groundsOf } from './grounds.ts';
import { codeOf, type Said, typeIn, urgencyIn } from './intent/choice-words.ts';
import type { Intent } from './intent/intent.ts';
import { intentOf } from './intent/intents.ts';
import type { Lexicon } from './names/lexicon.ts';
import { type Mention, type Names, readNames } from './names/read-names.ts';
import type { Direction } from './time/atom.ts';
import { type Moment, readTimes, type Time } from './time/read-times.ts';
import { typed } from './typed.ts';

export type Known = { readonly now: Millis; readonly calendar: Calendar; readonly lexicon: Lexicon };

export type Understood = Names & {
  readonly intent: Intent;
  readonly times: readonly Time[];
  readonly deadline: Moment | null;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly urgency: Urgency | null;
  readonly type: RequestType | null;
  readonly code: string | null;
  readonly grounds: Grounds;
};

/** A unit and what it is to do, or until when, without a word of asking, is a request all the same. */
const meant = (intent: Intent, { units }: Names, isTold: boolean): Intent =>
  intent === 'none' && units.length > 0 && isTold ? 'file' : intent;

/** A last day; `trước đây` and the like are none. */
const DUE = /\b(?:truoc|trc|han|cham nhat) (?:ngay |thu |t(?=[2-7]\b)|\d|(?:sang|trua|chieu|toi|cuoi|dau|het) |mai\b)/;

/** More than any channel carries in one message. */
const LONGEST = 4_096;

/** @param as what is wanted, where that is known already: the words then only fill it */
export const understand = (line: string, { now, calendar, lexicon }: Known, as?: Intent): Understood => {
  const text = typed(line.slice(0, LONGEST));
  const { mentions, ...names } = readNames(text, lexicon, dateOf(now));
  const type = typeIn(text) ?? calledOf(mentions, REQUEST_TYPES, 'type');
  const urgency = urgencyIn(text) ?? calledOf(mentions, URGENCIES, 'urgency');
  const intent = as ?? meant(intentOf(text), names, type !== null || DUE.test(text.plain));
  const times = readTimes(text, { now, calendar, direction: directionOf(intent) });
  const last = deadlineOf(times, intent);
  return {
    intent,
    times,
    deadline: last.moment,
    period: periodOf(times),
    ...names,
    urgency: urgency?.value ?? null,
    type: type?.value ?? null,
    code: codeOf(text),
    grounds: groundsOf(text, { mentions, type, urgency, last }),
  };
};

/** By a name that an administrator gave it; of two different ones, none. */
const calledOf = <T extends string>(
  mentions: readonly Mention[],
  all: readonly T[],
  kind: Mention['kind'],
): Said<T> | null => {
  const said = mentions.filter((one) => one.kind === kind);
  const [first] = said;
  const value = all.find((one) => first?.codes[0] === one);
  if (first === undefined || value === undefined || said.some(({ codes }) => codes[0] !== value)) return null;
  return { value, start: first.start, end: first.end };
};

const LOOKS_BACK: ReadonlySet<Intent> = new Set(['figures', 'indicator', 'report']);
const LOOKS_AHEAD: ReadonlySet<Intent> = new Set([
  'file',
  'remind',
  'extend',
  'delegate',
  'team',
  'calendar',
  'answer',
  'receive',
]);

const directionOf = (intent: Intent): Direction => {
  if (LOOKS_BACK.has(intent)) return 'back';
  return LOOKS_AHEAD.has(intent) ? 'forward' : 'open';
};

/** The day said to be the last one, else the only day; two that differ, or one that is unclear, are asked about. */
const deadlineOf = (times: readonly Time[], intent: Intent): Deadline => {
  const last = times.filter((time) => time.role === 'deadline' && time.kind !== 'period');
  const plain = times.filter((time) => time.role === 'plain' && time.kind !== 'period');
  const within = LOOKS_BACK.has(intent) ? [] : times.filter((time) => time.kind === 'period' && time.isEnd);
  const chosen = [last, within, plain].find((each) => each.length > 0) ?? [];
  const moments = chosen.flatMap(endOf);
  const [first] = moments;
  const isOne =
    moments.length > 0 && moments.every((each) => each?.date === first?.date && each?.minute === first?.minute);
  return { moment: isOne ? (first ?? null) : null, times: chosen };
};

const endOf = (time: Time): readonly (Moment | null)[] => {
  if (time.kind === 'date') return [{ date: time.date, minute: time.minute }];
  return time.kind === 'period' ? [{ date: time.to, minute: null }] : [null];
};

/** The first period; one to compare it with is no other. */
const periodOf = (times: readonly Time[]): Understood['period'] => {
  const periods = times.filter((time) => time.kind === 'period').filter(({ isCompared }) => !isCompared);
  const [first] = periods;
  if (first === undefined || periods.some(({ from, to }) => from !== first.from || to !== first.to)) return null;
  return { from: first.from, to: first.to };
};

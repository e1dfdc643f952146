/** From which words each thing of a sentence was understood, what they leave open, and what is left as its matter. */
import type { RequestType, Urgency } from '#domain/request/request.ts';
import type { Said } from './intent/choice-words.ts';
import type { Mention } from './names/read-names.ts';
import { deadlineWords } from './time/atom.ts';
import type { Moment, Time } from './time/read-times.ts';
import { type Place, type Typed, typed, typedAt } from './typed.ts';

/** The last day, and the words that may mean it: where they mean several, there is no moment. */
export type Deadline = { readonly moment: Moment | null; readonly times: readonly Time[] };

export type Slot = 'units' | 'zone' | 'field' | 'enterprise' | 'type' | 'urgency' | 'deadline';

export type Grounds = {
  /** As typed; absent where nothing was said of it. */
  readonly words: { readonly [slot in Slot]?: string };
  /** What the words may mean, where it cannot be told which: to be asked about. */
  readonly open: {
    readonly zones: readonly string[];
    readonly fields: readonly string[];
    /** Those that took over from one unit. */
    readonly units: readonly string[];
    readonly moments: readonly Moment[];
  };
  /** The sentence without whom it asks, until when and how urgently. Empty where nothing else was said. */
  readonly matter: string;
};

type Read = {
  readonly mentions: readonly Mention[];
  readonly type: Said<RequestType> | null;
  readonly urgency: Said<Urgency> | null;
  readonly last: Deadline;
};

export const groundsOf = (text: Typed, { mentions, type, urgency, last }: Read): Grounds => {
  const deadlines = last.times.map((time) => deadlinePlace(text, time.text));
  const of = (...kinds: readonly Mention['kind'][]): Mention[] => mentions.filter(({ kind }) => kinds.includes(kind));
  const places: Record<Slot, readonly Place[]> = {
    units: of('unit', 'group'),
    zone: of('zone'),
    field: of('field'),
    enterprise: of('enterprise'),
    type: type === null ? [] : [type],
    urgency: urgency === null ? [] : [urgency],
    deadline: deadlines,
  };
  const said = Object.entries(places).filter(([, found]) => found.length > 0);
  return {
    words: Object.fromEntries(said.map(([slot, found]) => [slot, wordsAt(text, found)])),
    open: {
      zones: several(of('zone')),
      fields: several(of('field')),
      units: mentions.filter(({ isOpen }) => isOpen).flatMap(({ codes }) => codes),
      moments: last.moment === null ? last.times.flatMap(momentsOf) : [],
    },
    matter: matterOf(text, [...deadlines, ...places.urgency], places.units),
  };
};

const wordsAt = (text: Typed, places: readonly Place[]): string =>
  [...new Set(places.map((place) => typedAt(text, place).trim()))].join(', ');

const several = (mentions: readonly Mention[]): readonly string[] => {
  const codes = [...new Set(mentions.flatMap((one) => one.codes))];
  return codes.length > 1 ? codes : [];
};

const momentsOf = (time: Time): readonly Moment[] => {
  if (time.kind === 'ambiguous') return time.candidates;
  return [time.kind === 'date' ? time : { date: time.to, minute: null }];
};

const deadlinePlace = ({ clean, plain }: Typed, words: string): Place => {
  const start = clean.indexOf(words);
  return {
    start: start - deadlineWords(plain.slice(Math.max(0, start - 60), start)).length,
    end: start + words.length,
  };
};

/** The verb of asking, and polite words around it: they say nothing of the matter. */
const ASKING =
  /^(?:[ ,.:;!-]|\/?yeucau\b|(?:tran trong|kinh|xin|vui long|nho|de nghi|yeu cau|de xuat|moi|gui|lap|tao|lam|phieu|cho toi|toi muon|toi can|toi|mot)\b(?! y kien\b))+/;
/** Only that something is to be asked. */
const NOTHING = /^(?:phoi hop|moi|(?:tu |cho |theo )?tin (?:nhan )?(?:nay|tren))?$/;

const matterOf = (text: Typed, cuts: readonly Place[], units: readonly Place[]): string => {
  const from = askedFrom(text, cuts, units);
  const rest = cuts
    .filter(({ start }) => start >= from)
    .toSorted((a, b) => b.start - a.start)
    .reduce((words, { start, end }) => words.slice(0, start) + words.slice(end), text.clean)
    .slice(from)
    .replace(/\s+/g, ' ')
    .replace(/ ?[,;:]( ?[,;:.])+/g, ',')
    // What was cut out before a comma leaves its space.
    .replace(/ ([,;.])/g, '$1')
    .replace(/^[ ,.:;-]+|[ ,.:;-]+$/g, '');
  if (NOTHING.test(typed(rest).plain)) return '';
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
};

/** Where the matter begins: behind an urgency, the verb of asking and the one who is asked. */
const askedFrom = ({ plain }: Typed, cuts: readonly Place[], units: readonly Place[]): number => {
  const past = (at: number): number => at + (ASKING.exec(plain.slice(at))?.[0].length ?? 0);
  const opening = past(0);
  const urgency = cuts.find(({ start }) => start === opening);
  const verb = urgency === undefined ? opening : past(urgency.end);
  return units.find(({ start }) => start === verb)?.end ?? verb;
};

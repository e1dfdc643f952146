/** From which words each thing of a sentence was understood, what they leave open, and what is left as its matter. */
import type { RequestType, Urgency } from '#domain/request/request.ts';
import type { Said } from './intent/choice-words.ts';
import { matterOf } from './matter.ts';
import type { Mention } from './names/read-names.ts';
import { deadlineWords } from './time/atom.ts';
import type { Moment, Time } from './time/read-times.ts';
import { type Place, type Typed, typedAt } from './typed.ts';

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
  const times = last.times.map((time) => ({ time, place: deadlinePlace(text, time.text) }));
  const deadlines = times.length > 0 ? times.map(({ place }) => place) : unreadDeadline(text);
  // A day that is not said to be the last one is of the matter: when the meeting is, or the survey.
  const events = times
    .filter(({ time }) => time.role !== 'deadline' && time.kind !== 'period')
    .map(({ place }) => place);
  const ends = deadlines.filter((place) => !events.includes(place));
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
    matter: matterOf(text, [...ends, ...places.urgency, ...setApart(text, places.field)], places.units),
  };
};

/** `…, lĩnh vực đầu tư`: said as the field, and no part of what is asked. */
const setApart = ({ plain }: Typed, fields: readonly Place[]): readonly Place[] =>
  fields.flatMap(({ start, end }) => {
    const lead = FIELD_LEAD.exec(plain.slice(Math.max(0, start - 30), start))?.[0];
    return lead === undefined || !/^ ?(?:[,;.]|$)/.test(plain.slice(end)) ? [] : [{ start: start - lead.length, end }];
  });

const FIELD_LEAD = /[,;] ?(?:thuoc )?linh vuc ?:? ?$/;

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

/** `trước 30/2`: it is asked about, not passed over. */
const unreadDeadline = ({ plain }: Typed): readonly Place[] => {
  const found = UNREAD.exec(plain);
  return found === null ? [] : [{ start: found.index, end: found.index + found[0].length }];
};

const UNREAD = /\b(?:truoc|trc|han|cham nhat)[ :]{1,3}(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\w/.-]*\w)/;

const deadlinePlace = ({ clean, plain }: Typed, words: string): Place => {
  const start = clean.indexOf(words);
  return {
    start: start - deadlineWords(plain.slice(Math.max(0, start - 60), start)).length,
    end: start + words.length,
  };
};

/** What was promised against what everybody saw, message by message. */
import { type Calendar, isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { dateOf, MINUTE, type Millis } from '#domain/time.ts';
import { formatMoment } from '#text/calendar/dates.ts';
import { LISTED, type Matter, type Message, type Seen } from './message.ts';

/** A message that a dead process had claimed goes out when its lease is over and somebody looks. */
const LATE_MS = 3 * MINUTE;
/** A notice that waits for a platform is tried each five minutes. */
const RETRIED_MS = 8 * MINUTE;

export type Verdict = {
  /** Messages, and the matters in them. */
  readonly promised: number;
  readonly matters: number;
  readonly seen: number;
  /** Matters counted and not listed. */
  readonly folded: number;
  readonly faults: string[];
};

/** The platform answered nobody: what was to be said then is seen when it is back. */
export type Away = { readonly from: Millis; readonly to: Millis };
type On = { readonly calendar: Calendar; readonly away: readonly Away[] };

export const judge = (promised: readonly Message[], seen: readonly Seen[], on: On): Verdict => {
  const bySeen = Map.groupBy(
    seen.toSorted((a, b) => a.at - b.at),
    ({ person }) => person,
  );
  const left = new Map([...bySeen].map(([person, all]) => [person, new Set(all)]));
  const anyHour = new Set<Seen>();
  const missed = promised
    .toSorted((a, b) => a.at - b.at)
    .flatMap((one) => {
      const { found, fault } = seenOf(one, left.get(one.person) ?? new Set(), on.away);
      if (found !== null) left.get(one.person)?.delete(found);
      if (found !== null && one.isAnyHour) anyHour.add(found);
      return fault === null ? [] : [fault];
    });
  const unasked = [...left.values()].flatMap((all) => [...all].map((one) => `not promised: ${wordsOf(one)}`));
  const untimely = seen
    .filter((one) => !anyHour.has(one) && !isOfficeTime(on.calendar, one.at))
    .map((one) => `outside office hours: ${wordsOf(one)}`);
  return {
    promised: promised.length,
    matters: promised.reduce((sum, { matters }) => sum + matters.length, 0),
    seen: seen.length,
    folded: seen.reduce((sum, { folded }) => sum + folded, 0),
    faults: [...missed, ...unasked, ...untimely, ...crowded(promised)],
  };
};

type Found = { readonly found: Seen | null; readonly fault: string | null };

const seenOf = (one: Message, left: ReadonlySet<Seen>, away: readonly Away[]): Found => {
  const outage = away.find(({ from, to }) => from <= one.at && one.at <= to);
  const until = outage === undefined ? one.at + LATE_MS : outage.to + RETRIED_MS;
  const near = [...left].filter(({ at }) => at >= one.at && at < until);
  const found = near.find((each) => differenceOf(one, each) === null);
  if (found !== undefined) return { found, fault: null };
  const [other = null] = near;
  const fault = other === null ? `not seen: ${wordsOf(one)}` : `${differenceOf(one, other)}: ${wordsOf(one)}`;
  return { found: other, fault };
};

/** Each matter once, in its order and as what it is; what is not listed is counted. */
const differenceOf = ({ matters }: Message, seen: Seen): string | null => {
  const listed = matters.slice(0, LISTED).map(asWords);
  const said = seen.matters.map(asWords);
  const missing = listed.filter((words) => !said.includes(words));
  const more = said.filter((words) => !listed.includes(words));
  if (missing.length + more.length > 0) return `missing [${missing.join('; ')}], too much [${more.join('; ')}]`;
  if (said.join() !== listed.join()) return `in another order [${said.join('; ')}]`;
  const folded = matters.length - listed.length;
  return seen.folded === folded ? null : `${seen.folded} counted in place of ${folded}`;
};

const asWords = ({ kind, name }: Matter): string => `${kind} of ${name}`;
const wordsOf = ({ person, at, matters }: { person: number; at: Millis; matters: readonly Matter[] }): string =>
  `to ${person} at ${formatMoment(at)}: ${matters.map(asWords).join('; ')}`;

/** What is due for one person in one minute is one message, unless somebody has acted in between. */
const crowded = (promised: readonly Message[]): string[] =>
  [...Map.groupBy(promised, ({ person, at, acts }) => `${person} ${Math.floor(at / MINUTE)} ${acts}`).values()]
    .filter((same) => same.length > 1)
    .map((same) => `${same.length} messages in one minute ${same.map(wordsOf).join(' | ')}`);

/** Sessions' last minutes belong to them, and what began in one may be seen a moment later. */
const isOfficeTime = (calendar: Calendar, at: Millis): boolean =>
  isWorkingDay(calendar, dateOf(at)) && nextWorkingMoment(calendar, at - LATE_MS) - (at - LATE_MS) <= LATE_MS;

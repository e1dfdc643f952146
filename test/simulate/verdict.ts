/** What was promised against what everybody saw. */
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import type { Reference } from '#domain/reference.ts';
import { dateOf, MINUTE, type Millis } from '#domain/time.ts';
import type { Delivery } from '#test/fakes/profile/fake.ts';
import { formatMoment } from '#text/calendar/dates.ts';
import type { Promised, Said } from './ledger.ts';

/** A reminder in somebody's chat: one part of what one message says. */
export type Seen = {
  readonly person: number;
  readonly code: string;
  readonly unit: string;
  readonly kind: Said;
  readonly at: Millis;
  readonly key: string;
  /** The message names more matters than it lists. */
  readonly isFolded: boolean;
};

/** A message that a dead process had claimed goes out when its lease is over and somebody looks. */
const LATE_MS = 3 * MINUTE;
/** A notice that waits for a platform is tried each five minutes. */
const RETRIED_MS = 8 * MINUTE;

const isReminder = ({ text }: Delivery): boolean => text.startsWith('Nhắc việc');
/** Reminders stand in full under the head; the morning list's own lines have more than code and unit. */
export const seenIn = (one: Delivery, person: number): Seen[] => {
  if (!isReminder(one)) return [];
  const { text, at, key } = one;
  const lines = text.split('\n');
  return lines.flatMap((line, index): Seen[] => {
    const [, code, unit] = /^(PH-\d{4}-\d{5}) · ([^·]+)$/.exec(line) ?? [];
    const kind = kindOf(lines[index + 2] ?? '');
    if (code === undefined || unit === undefined || kind === null) return [];
    return [{ person, code, unit, kind, at, key, isFolded: /Và \d+ việc khác/.test(text) }];
  });
};

const KINDS: readonly (readonly [RegExp, Said])[] = [
  [/^Hết hạn trả lời \(/, 'silence'],
  [/^Đã quá hạn trả lời/, 'overdue'],
  [/^Hôm nay là hạn trả lời/, 'today'],
  [/^Chưa tiếp nhận/, 'receipt'],
  [/^Hạn trả lời/, 'before'],
];

const kindOf = (sentence: string): Said | null => KINDS.find(([words]) => words.test(sentence))?.[1] ?? null;

/** Of one part a person hears once, the weightier way. */
const WEIGHT: readonly Said[] = ['silence', 'overdue', 'today', 'receipt', 'before'];

export type Verdict = {
  readonly promised: number;
  readonly seen: number;
  readonly repeats: number;
  readonly faults: string[];
};

type Owing = Promised & { readonly isUrgent: boolean };

/** A side urged a unit: who has it and who leads it hear so, again and again until one says that he has it. */
export type Urged = { readonly code: string; readonly unit: string; readonly at: Millis };
/** The platform answered nobody: what was to be said then is seen when it is back. */
export type Away = { readonly from: Millis; readonly to: Millis };
export type Happened = { readonly urged: readonly Urged[]; readonly away: readonly Away[] };

export const judge = (
  promised: readonly Owing[],
  all: readonly Seen[],
  { reference, urged, away }: Happened & { readonly reference: Reference },
): Verdict => {
  const left = new Set(all.toSorted((a, b) => a.at - b.at));
  const missed = promised.toSorted((a, b) => a.at - b.at).flatMap((one) => faultOf(one, left, { all, away }));
  const { repeats, unasked } = unpromised(promised, left, urged);
  const urgent = new Set(promised.filter((one) => one.isUrgent).map(({ code }) => code));
  const untimely = all
    .filter((seen) => !urgent.has(seen.code) && !isOfficeTime(reference, seen.at))
    .map((seen) => `outside office hours: ${wordsOf(seen)}`);
  return { promised: promised.length, seen: all.length, repeats, faults: [...missed, ...unasked, ...untimely] };
};

/** Takes what was seen of a promise out of what is left. */
const faultOf = (
  one: Owing,
  left: Set<Seen>,
  { all, away }: { readonly all: readonly Seen[]; readonly away: readonly Away[] },
): string[] => {
  const until = away.find(({ from, to }) => from <= one.at && one.at <= to)?.to ?? one.at;
  const [seen] = [...left].filter(
    (each) =>
      isOf(each, one) &&
      each.at >= one.at - MINUTE &&
      each.at < until + (until === one.at ? LATE_MS : RETRIED_MS) &&
      one.kinds.has(each.kind),
  );
  const wanted = WEIGHT.find((kind) => one.kinds.has(kind));
  if (seen !== undefined) left.delete(seen);
  if (seen !== undefined && (seen.kind === wanted || one.isMoved)) return [];
  const isFolded = all.some(
    (each) =>
      each.isFolded &&
      each.person === one.person &&
      (near(each.at, one.at) || (each.at > one.at && each.at < until + RETRIED_MS)),
  );
  if (seen === undefined && isFolded) return [];
  const kinds = [...one.kinds].join('+');
  return [
    `${seen === undefined ? 'not seen' : seen.kind}: ${kinds} of ${one.code} to ${one.person} at ${formatMoment(one.at)}`,
  ];
};

/** What is left must be an overdue notice again, to somebody who has had one. */
const unpromised = (promised: readonly Owing[], left: ReadonlySet<Seen>, urged: readonly Urged[]) => {
  const isAgain = (seen: Seen): boolean =>
    urged.some(({ code, unit, at }) => code === seen.code && unit === seen.unit && at < seen.at) ||
    (seen.kind === 'overdue' &&
      promised.some((one) => isOf(seen, one) && one.kinds.has('overdue') && one.at < seen.at));
  const unasked = [...left].filter((seen) => !isAgain(seen));
  return { repeats: left.size - unasked.length, unasked: unasked.map((seen) => `not promised: ${wordsOf(seen)}`) };
};

const wordsOf = ({ kind, code, person, at }: Seen): string => `${kind} of ${code} to ${person} at ${formatMoment(at)}`;

const isOf = (seen: Seen, one: Owing): boolean =>
  seen.person === one.person && seen.code === one.code && seen.unit === one.unit;

const near = (a: Millis, b: Millis): boolean => Math.abs(a - b) < LATE_MS;

/** Sessions' last minutes belong to them, and what began in one may be seen a moment later. */
const isOfficeTime = ({ calendar }: Reference, at: Millis): boolean =>
  isWorkingDay(calendar, dateOf(at)) && nextWorkingMoment(calendar, at - LATE_MS) - (at - LATE_MS) <= LATE_MS;

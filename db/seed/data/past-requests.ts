/**
 * About a hundred past requests of 2026, so that lists and figures are alive. Pure: the same seed, calendar and last day
 * give the same requests. Each request has its own random stream, and an earlier last day only cuts: what had not
 * happened by then is left out, nothing else changes.
 */
import { addDays, type IsoDate } from '#domain/time.ts';
import { enterprises } from './enterprises.ts';
import {
  courseOf,
  isLeftUnclosed,
  pick,
  type Random,
  randomFrom,
  stallOf,
  unreceived,
  urgencyFor,
} from './past-chance.ts';
import { filerOf, sidesOf } from './past-parties.ts';
import { CLOSINGS, MATTERS, type Matter, WITHDRAWALS } from './past-words.ts';
import type { PastPart, PastRequest, ZoneSeed } from './types.ts';
import { zones } from './zones.ts';

/** `until`: the last day on which anything may have happened. */
export type PastWorld = { readonly isWorkingDay: (date: IsoDate) => boolean; readonly until: IsoDate };

const COUNT = 108;
const FIRST_DAY = '2026-01-05';
const LAST_DAY = '2026-11-20';
/** From here on the fire police and the departments are parties. */
const QC_2026_START = '2026-02-16';
/** One request in so many goes to all communes with zones. */
const EVERY_ALL_ZONES = 27;
/** Stalled parts are recent, so that overdue lists show weeks and not a forgotten year. */
const STALLS_FROM = '2026-09-21';
/** Synthesised so long after the last answer. */
export const WORKING_DAYS_TO_SYNTHESIS = 1;
/** Closed so long after the last answer, withdrawn so long after filing. */
export const WORKING_DAYS_TO_END = 2;
/** A draft that waits for approval was submitted so long after receipt. */
export const WORKING_DAYS_TO_DRAFT = 1;
const HOURS_OF_A_DAY = 8;

export const pastRequests = (seed: number, { isWorkingDay, until }: PastWorld): readonly PastRequest[] => {
  const days = daysOf(FIRST_DAY, LAST_DAY).filter(isWorkingDay);
  const today = days.findLastIndex((day) => day <= until);
  return Array.from({ length: COUNT }, (_, index) => index).flatMap((index) => {
    const random = randomFrom(seed * 1_000 + index);
    const filed = Math.floor(((index + random()) / COUNT) * days.length);
    const filedOn = days[filed];
    return filedOn && filed <= today ? [build(index, filedOn, today - filed, random)] : [];
  });
};

/** `age`: working days since it was filed; what would have taken longer has not happened. */
const build = (index: number, filedOn: IsoDate, age: number, random: Random): PastRequest => {
  const matter = pick(mattersFor(index, filedOn), random);
  const [asker, field, type, words] = matter;
  const isForAll = asker === 'board_all_zones';
  const enterprise = pick(enterprises, random);
  const zone = isForAll ? null : zoneOf(enterprise.zone);
  const urgency = isForAll ? 'thuong' : urgencyFor(type, random);
  const sides = sidesOf(matter, zone, random);
  const isWithdrawn = random() < 0.05 && age >= WORKING_DAYS_TO_END;
  const parts = sides.owing.map((unit) => {
    const course = courseOf(unit, type, urgency, random);
    const stall = filedOn >= STALLS_FROM ? stallOf(random) : 'none';
    if (stall === 'unreceived') return unreceived(unit);
    if (isWithdrawn || stall === 'unanswered') return cut(unanswered(course), age);
    return cut(stall === 'undecided' ? { ...course, answeredAfterWorkingDays: null } : course, age);
  });
  const ending = pick(isWithdrawn ? WITHDRAWALS : CLOSINGS, random);
  const isUnclosed = filedOn >= STALLS_FROM && isLeftUnclosed(random);
  const outcome = isWithdrawn ? 'withdrawn' : outcomeOf(parts, age, isUnclosed);
  return {
    filerKey: filerOf(sides, urgency, random),
    askingUnit: sides.asking,
    zone: zone?.code ?? null,
    field,
    enterprise: words.includes('{dn}') ? enterprise.taxCode : null,
    subject: words.replace('{kcn}', zone?.name ?? '').replace('{dn}', enterprise.name),
    type,
    urgency,
    filedOn,
    parts,
    outcome,
    outcomeText: outcome === 'closed' || outcome === 'withdrawn' ? ending : null,
  };
};

const zoneOf = (code: string): ZoneSeed => {
  const zone = zones.find((candidate) => candidate.code === code);
  if (!zone) throw new Error(`no zone ${code}`);
  return zone;
};

const daysOf = (from: IsoDate, to: IsoDate): IsoDate[] => {
  const days = [from];
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    days.push(day);
  }
  return days;
};

const mattersFor = (index: number, filedOn: IsoDate): readonly Matter[] => {
  const isForAll = index % EVERY_ALL_ZONES === EVERY_ALL_ZONES - 1;
  return MATTERS.filter(([asker, field]) => {
    if (isForAll) return asker === 'board_all_zones';
    const needsFirePolice = field === 'F6b';
    return asker !== 'board_all_zones' && !(needsFirePolice && filedOn < QC_2026_START);
  });
};

const unanswered = (part: PastPart): PastPart => ({
  ...part,
  answeredAfterWorkingDays: null,
  position: null,
  answerText: null,
});

/** Receipt may run into the next day; counting whole days keeps every answer at or before the last day. */
const daysTo = (hours: number): number => Math.ceil(hours / HOURS_OF_A_DAY);

const cut = (part: PastPart, age: number): PastPart => {
  if (part.receivedAfterWorkingHours === null) return part;
  const received = daysTo(part.receivedAfterWorkingHours);
  if (received > age) return unreceived(part.unit);
  return received + (part.answeredAfterWorkingDays ?? WORKING_DAYS_TO_DRAFT) > age ? unanswered(part) : part;
};

const outcomeOf = (parts: readonly PastPart[], age: number, isUnclosed: boolean): PastRequest['outcome'] => {
  const taken = parts.map(({ receivedAfterWorkingHours: hours, answeredAfterWorkingDays: days }) =>
    hours === null || days === null ? Number.POSITIVE_INFINITY : daysTo(hours) + days,
  );
  if (Math.max(...taken) + WORKING_DAYS_TO_END > age) return 'open';
  return isUnclosed ? 'synthesised' : 'closed';
};

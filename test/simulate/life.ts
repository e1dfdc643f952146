/** One run: so many days of an office town, by chance of one seed, and what is to be said of it. */

import { inTransaction } from '#db/client.ts';
import { changeCalendar } from '#db/directory/calendar.ts';
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { checkCalendarStep } from '#domain/calendar/change.ts';
import { addDays, dateOf, HOUR, type IsoDate, MINUTE, type Millis, minuteOfDay, momentOf } from '#domain/time.ts';
import { type Random, randomOf } from '#test/chaos/random.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { formatMoment } from '#text/calendar/dates.ts';
import { liveWith } from './habits.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { read, type Seen } from './message.ts';
import { fileOne, type Town, UNITS, workOn } from './people.ts';
import { type Away, judge, type Verdict } from './verdict.ts';
import { betweenMinutes, openWorld, type World } from './world.ts';

export type Report = Verdict & {
  readonly seed: number;
  readonly days: number;
  readonly requests: number;
  readonly acts: Readonly<Record<string, number>>;
  readonly kills: number;
  /** Seen twice since a process died between send and mark. */
  readonly doubled: number;
  /** Every message, to whom and in which minute: the same for the same seed. */
  readonly log: readonly string[];
};

export type Span = { readonly days: number; readonly from?: IsoDate };

export const live = async (url: string, seed: number, { days, from = '2026-11-23' }: Span): Promise<Report> => {
  // Before the office opens.
  const world = await openWorld(url, localTime(`${from} 07:00`));
  try {
    return await liveIn(world, seed, days);
  } finally {
    await world.close();
  }
};

type Run = {
  readonly world: World;
  readonly ledger: Ledger;
  readonly town: Town;
  readonly random: Random;
  readonly count: (what: string) => void;
  readonly away: Away[];
};

const liveIn = async (world: World, seed: number, days: number): Promise<Report> => {
  const ledger = await openLedger(world);
  world.watchedBy(ledger);
  const { people, units } = ledger.books().reference.directory;
  const random = randomOf(seed);
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const town: Town = {
    ...{ random, voice: world.voice },
    keyOf: (id) => people.get(id)?.key ?? '',
    unitOf: (id) => UNITS.find(({ code }) => units.get(id)?.code === code) ?? null,
  };
  const run: Run = { world, ledger, town, random, count, away: [] };
  const first = dateOf(world.clock.now());
  for (let day = 0; day < days; day += 1) await liveDay(run, addDays(first, day), day);
  await passTo(run, momentOf(addDays(first, days), 0));

  const idOf = new Map([...people.values()].map(({ key, id }) => [key, id]));
  const { seen, doubled, log } = tidy(world, idOf);
  const verdict = judge(ledger.promised(), seen, { calendar: ledger.books().reference.calendar, away: run.away });
  const { kill = 0, filed = 0, ...acts } = counts;
  const errors = world.errors.filter((line) => !isOfDeath(line));
  const faults = [...verdict.faults, ...ledger.broken(), ...errors];
  // A death costs at most what was under way to the platform.
  if (doubled > kill * MOST_IN_FLIGHT) faults.push(`${doubled} messages twice after ${kill} deaths`);
  return { ...verdict, faults, seed, days, requests: filed, acts, kills: kill, doubled, log };
};

/** One claim. */
const MOST_IN_FLIGHT = 8;

/** Whatever the dead have begun ends in an error of theirs. */
const isOfDeath = (line: string): boolean => /pool|terminat|closed|ended/i.test(line);

const tidy = ({ platform }: World, idOf: ReadonlyMap<string, number>) => {
  const keys = new Set<string>();
  let doubled = 0;
  const once = platform.deliveries.filter(({ key }) => {
    if (keys.has(key)) doubled += 1;
    return !keys.has(key) && keys.add(key);
  });
  const seen: Seen[] = once.flatMap((one) => read(one, idOf.get(one.address) ?? 0) ?? []);
  const log = once.map(({ at, address, text }) => `${formatMoment(at)} ${address} ${text}`);
  return { seen, doubled, log: log.toSorted() };
};

const liveDay = async (run: Run, day: IsoDate, number: number): Promise<void> => {
  const { random, ledger } = run;
  if (random.between(1, 100) <= 4) return sleepThrough(run, day);
  if (random.between(1, 100) <= 3) await changeDays(run, day);
  if (!isWorkingDay(ledger.books().reference.calendar, day)) return passTo(run, momentOf(day, 23 * 60));
  await workThrough(run, day, number);
  await passTo(run, momentOf(day, 23 * 60));
  if (number % 7 === 0) await run.world.rest();
};

const workThrough = async (run: Run, day: IsoDate, number: number): Promise<void> => {
  const { random, count, ledger, world } = run;
  const moments = Array.from({ length: random.between(3, 6) }, () =>
    betweenMinutes(momentOf(day, random.between(7 * 60 + 50, 18 * 60))),
  ).toSorted((a, b) => a - b);
  for (const [index, at] of moments.entries()) {
    // Gone while nobody ran.
    if (at <= world.clock.now()) continue;
    await passTo(run, at);
    if (random.between(1, 100) <= 6) harm(run);
    if (random.between(1, 100) <= 2) await loseThePlatform(run);
    if (index === 0 && (await fileOne(run.town, number))) count('filed');
    // The more lies there the more is done, as in an office: else a year's run only repeats what nobody answers.
    const works = random.between(1, 3) + Math.floor(ledger.open().length / 6);
    for (let work = works; work > 0; work -= 1) await workOnce(run);
    if (random.between(1, 2) === 1) await wishOnce(run);
  }
};

/** Mostly what has lain longest. */
const workOnce = async ({ world, ledger, town, random, count }: Run): Promise<void> => {
  const open = ledger.open();
  const [first] = open;
  if (first === undefined) return;
  const dossier = random.oneOf([first, random.oneOf(open)]);
  const act = await workOn(town, dossier, world.clock.now());
  if (act !== null) count(act);
};

const wishOnce = async ({ world, ledger, town, count }: Run): Promise<void> => {
  const { people } = ledger.books().reference.directory;
  const idOf = (key: string): number => [...people.values()].find((one) => one.key === key)?.id ?? 0;
  const habit = await liveWith({ town, ledger, idOf, now: world.clock.now() });
  if (habit !== null) count(habit);
};

const passTo = ({ world }: Run, to: Millis): Promise<void> => world.advance(Math.max(to, world.clock.now()));

/** For less than an hour and within a session: what waits goes out when it is back, whatever the hour is then. */
const loseThePlatform = async (run: Run): Promise<void> => {
  const { world, random, count, away } = run;
  const from = world.clock.now();
  const to = betweenMinutes(from + random.between(2, 50) * MINUTE);
  const { sessions } = run.ledger.books().reference.calendar;
  const isWithin = sessions.some((one) => one.from <= minuteOfDay(from) && minuteOfDay(to) + 10 < one.to);
  if (!isWithin) return;
  count('platform away');
  away.push({ from, to });
  world.reach.isAway = true;
  await passTo(run, to);
  world.reach.isAway = false;
  // What waits is tried again each five minutes at the latest.
  await passTo(run, betweenMinutes(to + 6 * MINUTE));
};

const harm = ({ random, world, count }: Run): void => {
  const what = random.oneOf(['before send', 'after send', 'forget'] as const);
  count(what === 'forget' ? 'queue emptied' : 'kill');
  if (what === 'forget') world.forget();
  else world.doom(what);
};

/** Nobody runs, for hours or for days; what came due meanwhile is said once. */
const sleepThrough = async ({ world, random, count }: Run, day: IsoDate): Promise<void> => {
  const until = betweenMinutes(momentOf(day, 8 * 60) + random.between(1, 60) * HOUR);
  count('outage');
  if (until <= world.clock.now()) return;
  await world.sleep(until);
};

/** A storm, or a swap that was announced late. */
const changeDays = async ({ world, ledger, random, count }: Run, day: IsoDate): Promise<void> => {
  const date = addDays(day, random.between(1, 12));
  const step = {
    kind: 'set_day',
    date,
    day: random.oneOf(['holiday', 'swap_work'] as const),
    reason: 'Nghỉ chống bão',
  } as const;
  if (!checkCalendarStep(ledger.books().reference.calendar, step).ok) return;
  count('calendar');
  const origin = { actorId: null, askedBy: null, channel: 'cli', at: world.clock.now() };
  await inTransaction(world.db, (tx) => changeCalendar(tx, step, origin));
  await world.tick();
};

/**
 * The whole product with a clock in hand: two processes on one database, a platform, everybody of the sample data. Processes
 * die between claim and send or between send and mark, and others are begun; the queue forgets; all may be gone for days.
 */
import type { Channel } from '#channels/channel.ts';
import { Retry } from '#channels/errors.ts';
import { openDb } from '#db/client.ts';
import { nextDueAt } from '#db/due.ts';
import { DAY, MINUTE, type Millis, SECOND } from '#domain/time.ts';
import { createLog } from '#src/log.ts';
import { createFakePlatform, type FakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { createHandClock, type HandClock } from '#test/support/hand-clock.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { seatAll } from '#test/support/seats.ts';
import { createVoice, type Voice } from '#test/support/voice.ts';

/** Where a process dies: it has claimed a message, or the platform has it too. */
export type Death = 'before send' | 'after send';

type Life = {
  readonly office: Office;
  /** Dies at its next send. */
  doom: (death: Death) => void;
  readonly isDead: () => boolean;
  readonly died: Promise<void>;
};

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Leases of lost sends are over, and the sweep that frees them has come. */
const LEASE_OVER_MS = 26 * SECOND;
/** After the queue forgot its rings, the scheduler's own minute finds what is due. */
const FOUND_LATE_MS = 30 * SECOND;
/** What is due and does not get done in so many looks never will. */
const MOST_LOOKS = 8;
/** The first alone, the second alone, both. */
const MOST_TURNS = 3;

/** Who watches: told before the schedulers look, when they have looked, and when somebody has acted. */
export type Watch = {
  readonly look: () => void;
  readonly looked: () => Promise<void>;
  readonly acted: () => Promise<void>;
  /** The next moment at which something is promised, whatever the product has written down. */
  readonly nextAt: () => Millis;
};

export const openWorld = async (url: string, start: Millis) => {
  const clock = createHandClock(start);
  const platform = createFakePlatform(WHOLE);
  const reach: Reach = { isAway: false };
  const errors: string[] = [];
  const log = createLog({ level: 'error', secrets: [], destination: { write: (line) => void errors.push(line) } });
  const db = openDb(url, 2, () => undefined);
  await seatAll(db, [platform], start);
  const lives: Life[] = [];
  const gone: Office[] = [];
  const sweep = sweepOf(clock);
  let watch: Watch | null = null;
  let isQueueEmpty = false;
  let turns = 0;

  const begin = async (): Promise<void> => {
    lives.push(await live({ url, clock, log, platform, gone, reach }));
  };
  await begin();
  await begin();

  /** Whatever a process does ends when it is done, or when the process is dead. */
  const run = (work: (office: Office) => Promise<unknown>, life: Life): Promise<unknown> =>
    Promise.race([work(life.office), life.died]);
  /** The dead are replaced; when the leases of what they had under way are over, the others find it. */
  const bury = async (): Promise<void> => {
    for (
      let dead = lives.find(({ isDead }) => isDead());
      dead !== undefined;
      dead = lives.find(({ isDead }) => isDead())
    ) {
      lives.splice(lives.indexOf(dead), 1);
      await begin();
      clock.moveTo(clock.now() + LEASE_OVER_MS);
      await look(
        () => [...lives],
        (office) => office.tick(),
      );
    }
  };
  /** Schedulers side by side; then what they have rung for, one after the other, so that one seed is one run. */
  const look = async (who: () => readonly Life[], also: (office: Office) => Promise<unknown>): Promise<void> => {
    watch?.look();
    await Promise.all(who().map(sweep));
    for (const life of who()) await run(also, life);
    await watch?.looked();
    await bury();
  };
  const tick = (): Promise<void> =>
    look(
      () => [...lives],
      (office) => office.tick(),
    );
  /** What is due, and nothing else: by turns one scheduler, the other, and both at once. */
  const doDue = (): Promise<void> => {
    turns += 1;
    const one = lives[turns % MOST_TURNS];
    return look(
      () => (one === undefined ? [...lives] : [one]),
      (office) => office.settle(),
    );
  };
  const nextMoment = async (): Promise<Millis> => {
    const rings = lives.map(({ office }) => office.bell.nextAt() ?? Number.MAX_SAFE_INTEGER);
    return Math.min(
      (await nextDueAt(db)) ?? Number.MAX_SAFE_INTEGER,
      watch?.nextAt() ?? Number.MAX_SAFE_INTEGER,
      ...rings,
    );
  };
  const deliver = async (bodies: readonly unknown[]): Promise<void> => {
    turns += 1;
    const life = lives[turns % lives.length];
    if (life === undefined) throw new Error('no process is there');
    const channel = life.office.runtime.channels.get(platform.name);
    const work = async (office: Office): Promise<void> => {
      await office.work.accept(bodies.flatMap((body) => channel?.decode(body) ?? []));
      await office.settle();
    };
    await run(work, life);
    await watch?.acted();
    await bury();
  };
  await tick();

  return {
    ...{ clock, db, platform, errors, tick, reach },
    watchedBy: (one: Watch): void => {
      watch = one;
    },
    voice: (key: string): Voice => createVoice(platform, deliver, key),
    doom: (death: Death): void => lives[0]?.doom(death),
    /** The queue's store is emptied. */
    forget: (): void => {
      for (const { office } of lives) office.bell.take(clock.now() + 1_000 * DAY);
      isQueueEmpty = true;
    },
    /** Nobody runs until then. */
    sleep: async (until: Millis): Promise<void> => {
      clock.moveTo(until);
      for (const { office } of lives) office.bell.take(until);
      await tick();
    },
    /** What is done at night. */
    rest: async (): Promise<void> => {
      const { jobs } = lives[0]?.office ?? {};
      await jobs?.cleanup({});
      await jobs?.seal({});
    },
    advance: async (to: Millis): Promise<void> => {
      for (let last = 0, looks = 0; ; ) {
        const next = await nextMoment();
        if (next > to) break;
        looks = next === last ? looks + 1 : 0;
        if (looks > MOST_LOOKS) throw new Error(`what is due at ${new Date(next).toISOString()} does not get done`);
        last = next;
        clock.moveTo(next + (isQueueEmpty ? FOUND_LATE_MS : 0));
        isQueueEmpty = false;
        await doDue();
      }
      clock.moveTo(to);
      await doDue();
    },
    close: async (): Promise<void> => {
      await Promise.all(
        [...gone, ...lives.map(({ office }) => office)].map((office) => office.close().catch(() => null)),
      );
      await db.pool.end();
    },
  };
};

/** As the bell calls for it: once, though it has been told of several times; its other rings are answered afterwards. */
const sweepOf =
  (clock: HandClock) =>
  async ({ office: { bell, jobs } }: Life): Promise<void> => {
    const rings = bell.take(clock.now());
    for (const channel of rings?.channels ?? []) bell.ring(channel);
    if (rings?.files === true) bell.fetchFiles();
    if (rings?.productions === true) bell.produce();
    await jobs.due({});
  };

/** The platform answers nobody. */
type Reach = { isAway: boolean };

/**
 * Messages in one piece, as many and as fast as they come: how they are cut and paced is proved elsewhere. What a reader
 * pieces together is no proof, and a wait for a slot would move everybody's clock.
 */
const WHOLE = {
  ...BUTTONS_AND_EDITS,
  capabilities: {
    ...BUTTONS_AND_EDITS.capabilities,
    textLimit: 1_000_000,
    pace: { overallMs: 0, privateMs: 0, groupMs: 0 },
  },
};

type Ground = {
  readonly reach: Reach;
  readonly url: string;
  readonly clock: HandClock;
  readonly log: ReturnType<typeof createLog>;
  readonly platform: FakePlatform;
  readonly gone: Office[];
};

const live = async ({ url, clock, log, platform, gone, reach }: Ground): Promise<Life> => {
  let doomed: Death | null = null;
  let isDead = false;
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const channel = await platform.open(clock, log);
  const die = (): Promise<never> => {
    if (!isDead) {
      isDead = true;
      gone.push(office);
      resolve();
    }
    // The dead answer nobody; their connections are closed at the end, when nothing of theirs could still be written.
    return new Promise<never>(() => undefined);
  };
  const mortal: Channel = {
    ...channel,
    send: async (...given) => {
      if (reach.isAway) throw new Retry('the platform is away');
      if (isDead || doomed === 'before send') return die();
      const sent = await channel.send(...given);
      return doomed === 'after send' ? die() : sent;
    },
  };
  const office = openOffice({ url, clock, log, channels: [mortal] });
  return {
    office,
    died,
    isDead: () => isDead,
    doom: (death) => {
      doomed = death;
    },
  };
};

/** Whole minutes are when reminders are due: people act apart from them. */
export const betweenMinutes = (at: Millis): Millis => Math.floor(at / MINUTE) * MINUTE + 7 * SECOND;

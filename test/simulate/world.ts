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
  readonly died: Promise<void>;
};

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Leases of lost sends are over, and the sweep that frees them has come. */
const LEASE_OVER_MS = 26 * SECOND;
/** After the queue forgot its rings, the scheduler's own minute finds what is due. */
const FOUND_LATE_MS = 30 * SECOND;
/** What is due and does not get done in so many looks never will. */
const MOST_LOOKS = 8;

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
  let isQueueEmpty = false;
  let spoken = 0;

  const begin = async (): Promise<void> => {
    lives.push(await live({ url, clock, log, platform, gone, reach }));
  };
  await begin();
  await begin();

  /** Whatever a process does ends when it is done, or when the process is dead; the dead are replaced. */
  const run = async (work: (office: Office) => Promise<unknown>, life: Life): Promise<void> => {
    let isDead = false;
    const dead = life.died.then(() => {
      isDead = true;
    });
    await Promise.race([work(life.office), dead]);
    if (!isDead || !lives.includes(life)) return;
    lives.splice(lives.indexOf(life), 1);
    await begin();
    clock.moveTo(clock.now() + LEASE_OVER_MS);
    await tick();
  };
  /** Both schedulers at once, with all that they do each minute. */
  const tick = async (): Promise<void> => {
    await Promise.all([...lives].map((life) => run((office) => office.tick(), life)));
  };
  /** What is due, and nothing else: for the many moments at which nothing has gone wrong. */
  const doDue = async (): Promise<void> => {
    const work = async ({ jobs, settle }: Office): Promise<void> => {
      await jobs.due({});
      await settle();
    };
    await Promise.all([...lives].map((life) => run(work, life)));
  };
  const nextMoment = async (): Promise<Millis | null> => {
    const rings = lives.map(({ office }) => office.bell.nextAt());
    const all = [await nextDueAt(db), ...rings].filter((at) => at !== null);
    return all.length === 0 ? null : Math.min(...all);
  };
  const deliver = async (bodies: readonly unknown[]): Promise<void> => {
    spoken += 1;
    const life = lives[spoken % lives.length];
    if (life === undefined) throw new Error('no process is there');
    const channel = life.office.runtime.channels.get(platform.name);
    const work = async (office: Office): Promise<void> => {
      await office.work.accept(bodies.flatMap((body) => channel?.decode(body) ?? []));
      await office.settle();
    };
    await run(work, life);
  };

  return {
    ...{ clock, db, platform, errors, tick, reach },
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
    /** @param at called at each moment before the schedulers run */
    advance: async (to: Millis, at: () => void, after: () => Promise<void>): Promise<void> => {
      const step = async (): Promise<void> => {
        at();
        await doDue();
        await after();
      };
      for (let last: Millis | null = null, looks = 0; ; ) {
        const next = await nextMoment();
        if (next === null || next > to) break;
        looks = next === last ? looks + 1 : 0;
        if (looks > MOST_LOOKS) throw new Error(`what is due at ${new Date(next).toISOString()} does not get done`);
        last = next;
        clock.moveTo(next + (isQueueEmpty ? FOUND_LATE_MS : 0));
        isQueueEmpty = false;
        await step();
      }
      clock.moveTo(to);
      await step();
    },
    close: async (): Promise<void> => {
      await Promise.all(
        [...gone, ...lives.map(({ office }) => office)].map((office) => office.close().catch(() => null)),
      );
      await db.pool.end();
    },
  };
};

/** The platform answers nobody. */
type Reach = { isAway: boolean };

/** Messages in one piece: how they are cut is proved elsewhere, and what a reader pieces together is no proof of it. */
const WHOLE = {
  ...BUTTONS_AND_EDITS,
  capabilities: { ...BUTTONS_AND_EDITS.capabilities, textLimit: 1_000_000 },
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
    doom: (death) => {
      doomed = death;
    },
  };
};

/** Whole minutes are when reminders are due: people act apart from them. */
export const betweenMinutes = (at: Millis): Millis => Math.floor(at / MINUTE) * MINUTE + 7 * SECOND;

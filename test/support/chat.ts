/**
 * Scripted chats: the product on a database of its own, people who talk with it, and the clock in hand. When the test
 * ends, everything that ever left must have been Vietnamese and within what the platform can do, and nothing may have
 * been logged as an error that the test did not expect.
 */
import type { sql } from 'kysely';
import { expect, onTestFinished } from 'vitest';
import { nextDueAt } from '#db/due.ts';
import type { Millis } from '#domain/time.ts';
import type { Registry } from '#runtime/handler.ts';
import { createLog } from '#src/log.ts';
import type { Group, Platform } from '#test/fakes/profile/platform.ts';
import { CAST, type CastName } from './cast.ts';
import { freshDatabase } from './database.ts';
import { createHandClock, duration, localTime } from './hand-clock.ts';
import { foreignIn } from './language.ts';
import { type Office, openOffice } from './office.ts';
import { seatAll } from './seats.ts';
import { createVoice, type Voice } from './voice.ts';

export type ChatOptions = {
  /** The first is where people are, unless a voice is asked for `on` another. */
  readonly platforms: readonly [Platform, ...Platform[]];
  /** Local time; a Monday morning when absent. */
  readonly at?: string;
  readonly undoSeconds?: number;
  readonly registry?: Registry;
  /** Asked behind each thing that people do: the process dies there, its work half done, and another begins. */
  readonly dies?: () => boolean;
  /** Errors of the log that belong to the test. */
  readonly expectErrors?: boolean;
  /** Words that people of the test write and that come back to them. */
  readonly ownWords?: readonly string[];
};

/** People wait so long for an answer before they do the next thing; a group gets one message in three seconds. */
const PATIENCE_MS = 4_000;
/** Longer than the lease of a send. */
const AFTER_DEATH_MS = 25_000;

export type Chats = Awaited<ReturnType<typeof startChatsOn>>;

export const startChatsOn = async (options: ChatOptions) => {
  const { platforms, undoSeconds, registry } = options;
  const clock = createHandClock(localTime(options.at ?? '2026-11-23 08:00'));
  const [database, logged] = [await freshDatabase('seeded'), createLogSink()];
  let offices: Office[] = [];
  let turn = 0;

  const open = async (on: readonly Platform[] = platforms): Promise<Office> => {
    const channels = await Promise.all(on.map((platform) => platform.open(clock, logged.log)));
    const office = openOffice({
      ...{ url: database.appUrl, clock, log: logged.log, channels },
      ...(undoSeconds === undefined ? {} : { undoSeconds }),
      ...(registry === undefined ? {} : { registry }),
    });
    offices.push(office);
    return office;
  };
  const first = (): Office => {
    const [office] = offices;
    if (office === undefined) throw new Error('no office is open');
    return office;
  };
  /** Nothing is under way; and whoever asked has waited for the answer, where the platform's pace holds it back. */
  const settle = async (): Promise<void> => {
    for (;;) {
      await Promise.all(offices.map((office) => office.settle()));
      const sends = offices.map(({ bell }) => bell.nextSendAt()).filter((at) => at !== null);
      const next = Math.min(...sends);
      if (next > clock.now() + PATIENCE_MS) return;
      clock.moveTo(next);
    }
  };
  const deliverTo =
    (platform: Platform) =>
    async (bodies: readonly unknown[]): Promise<void> => {
      turn += 1;
      // As behind a balancer: each update reaches the next process.
      const office = offices[turn % offices.length] ?? first();
      const channel = office.runtime.channels.get(platform.name);
      await office.work.accept(bodies.flatMap((body) => channel?.decode(body) ?? []));
      if (options.dies?.() === true) await dieAndBeginAnew();
      await settle();
    };

  /** What it stored is taken up when it has waited for a while, what it was sending when its lease is over. */
  const dieAndBeginAnew = async (): Promise<void> => {
    const gone = offices;
    offices = [];
    await Promise.all(gone.map((office) => office.close()));
    await open();
    clock.moveTo(clock.now() + AFTER_DEATH_MS);
    for (const office of offices) await office.tick();
  };

  await open();
  const names = await seatAll(first().db, platforms, clock.now());
  const voice = (key: string, platform = platforms[0]): Voice => createVoice(platform, deliverTo(platform), key);
  finishWith(options, { offices: () => offices, logged, drop: database.drop });

  return {
    clock,
    database,
    platform: platforms[0],
    settle,
    /** A person of the sample data, by first name. */
    ...(Object.fromEntries(Object.entries(CAST).map(([name, key]) => [name, voice(key)])) as Record<CastName, Voice>), // every name of CAST has its voice
    voice,
    on: (platform: Platform, name: CastName): Voice => voice(CAST[name], platform),
    nameOf: (name: CastName): string => names.get(CAST[name]) ?? '',
    /** A person who is in no directory. */
    stranger: (name: string): Voice => {
      platforms[0].seat(name, name);
      return voice(name);
    },
    group: (title: string, topics = false) => {
      const group = platforms[0].group(title, topics);
      return {
        ...group,
        happens: (...happening: Parameters<NonNullable<Group['happens']>>): Promise<void> => {
          if (group.happens === undefined) throw new Error('this platform tells nothing of its groups');
          return deliverTo(platforms[0])(group.happens(...happening));
        },
      };
    },
    time: {
      passes: (text: string) => stepTo(clock.now() + duration(text)),
      to: (text: string) => stepTo(localTime(text)),
    },
    office: {
      first,
      /** One more process on the same database; with fewer platforms where some are switched off. */
      open,
      /** Its memory is gone; what it committed is there. */
      kill: async (): Promise<void> => {
        const gone = offices;
        offices = [];
        await Promise.all(gone.map((office) => office.close()));
      },
      restart: async (): Promise<Office> => {
        const gone = offices;
        offices = [];
        await Promise.all(gone.map((office) => office.close()));
        return open();
      },
    },
    logged: logged.text,
    query: <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
      query.execute(first().db.query).then(({ rows }) => rows),
  };

  async function stepTo(to: Millis): Promise<void> {
    const ticks = async () => {
      for (const office of offices) await office.tick();
      await settle();
    };
    const nextMoment = async (): Promise<Millis | null> => {
      const rings = offices.map(({ bell }) => bell.nextAt());
      const all = [await nextDueAt(first().db), ...rings].filter((at) => at !== null);
      return all.length === 0 ? null : Math.min(...all);
    };
    for (let last: Millis | null = null; ; ) {
      const next = await nextMoment();
      if (next === null || next > to) break;
      if (next === last) throw new Error(`what is due at ${new Date(next).toISOString()} does not get done`);
      last = next;
      clock.moveTo(next);
      await ticks();
    }
    clock.moveTo(to);
    await ticks();
  }
};

type LogSink = ReturnType<typeof createLogSink>;

const createLogSink = () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets: [], destination: { write: (line) => void lines.push(line) } });
  return { log, text: () => lines.join(''), errors: () => lines.filter((line) => line.includes('"level":"error"')) };
};

type Ending = {
  readonly offices: () => readonly Office[];
  readonly logged: LogSink;
  readonly drop: () => Promise<void>;
};

const finishWith = ({ platforms, expectErrors, ownWords }: ChatOptions, { offices, logged, drop }: Ending): void => {
  onTestFinished(async ({ task }) => {
    await Promise.all(offices().map((office) => office.close()));
    await drop();
    await Promise.all(platforms.map((platform) => platform.close()));
    // What a failed test leaves half done proves nothing.
    if (task.result?.state === 'fail') return;
    const said = platforms.flatMap((platform) => platform.said());
    expect(said.flatMap((text) => foreignIn(text, ownWords).map((word) => `${word} ← ${text}`))).toEqual([]);
    expect(platforms.flatMap((platform) => platform.violations())).toEqual([]);
    if (expectErrors !== true) expect(logged.errors()).toEqual([]);
  });
};

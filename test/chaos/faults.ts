/** Each fault of the counting run: its stage, one round, and its bars (reliability of the promises, section 3). */
import type { ProductProcess } from '#test/support/process.ts';
import { audit } from './audit.ts';
import { addReaders, BACK_AT, comeBack } from './backlog.ts';
import { FILING_TABLES, killAtTable, killWhileFiling, killWhileSending } from './kill.ts';
import { dropConnections, speakThrough } from './outage.ts';
import { blockDesk, floodChat, floodGroup, moveGroup, repeatPress } from './platform.ts';
import { createEchoes, type Echoes, fillIn, getReady } from './play.ts';
import { type Random, randomOf } from './random.ts';
import { fileForAll, remindThrough, unitNamesOf } from './reminders.ts';
import type { Actor, Stage, StageOptions } from './stage.ts';
import { rollOver } from './stop.ts';
import { storm } from './storm.ts';
import type { Bars, Figures } from './table.ts';

/** What a round may do to the ground. */
export type Levers = {
  readonly ownerUrl: string;
  readonly restartPostgres: () => Promise<void>;
  /** Empties the queue's store. */
  readonly wipeQueue: () => Promise<void>;
  /** The queue's store is gone for so long; null where it is Postgres. */
  readonly cutQueue: ((ms: number) => Promise<void>) | null;
};

export type Fault = {
  readonly name: string;
  readonly queue: 'postgres' | 'redis';
  readonly stage: StageOptions;
  readonly bars: Bars;
  /** It takes minutes: played so often at most. */
  readonly mostRounds?: number;
  /** Once, before the rounds. */
  readonly prepare: (stage: Stage) => Promise<Round>;
};

export type Round = (levers: Levers, seed: number) => Promise<Figures>;

const at = (actors: readonly Actor[], index: number): Actor => {
  const actor = actors[index % actors.length];
  if (actor === undefined) throw new Error('nobody is there');
  return actor;
};

/** People at a question, a process, and a counter of what they say. */
const speaking = async (stage: Stage): Promise<{ echoes: Echoes; process: ProductProcess }> => {
  const process = await stage.start();
  await Promise.all(stage.officials.map(getReady));
  return { process, echoes: createEchoes(stage) };
};

const killedSends: Fault = {
  name: 'F1 kill -9 between send and mark',
  queue: 'postgres',
  stage: { officials: 20 },
  bars: { lost: 0, dupBeyondInFlight: 0, disordered: 0, resumedMs: 30_000 },
  prepare: async (stage) => {
    let { process, echoes } = await speaking(stage);
    return async (_levers, seed) => {
      const { next, ...figures } = await killWhileSending({ stage, echoes, process }, stage.officials, seed);
      process = next;
      return { ...figures, dupBeyondInFlight: Math.max(0, figures.dup - figures.inFlight) };
    };
  },
};

const killedFilings: Fault = {
  name: 'F2 kill -9 while filing',
  queue: 'postgres',
  stage: { officials: 10, desks: 1, pacing: false },
  bars: { lost: 0, dup: 0, gaps: 0, broken: 0 },
  prepare: async (stage) => {
    let process = await stage.start();
    let filed = 0;
    return async ({ ownerUrl }, seed) => {
      await Promise.all(stage.officials.map((one, index) => fillIn(one, `Lần ${seed}.${index}`, 'xã Thiên Lộc')));
      const [first, ...others] = stage.officials;
      const table = FILING_TABLES[seed % FILING_TABLES.length];
      if (first === undefined || table === undefined) throw new Error('nobody files');
      process = await killAtTable({ stage, process }, first, { table, ownerUrl });
      process = await killWhileFiling({ stage, process }, others, seed);
      filed += stage.officials.length;
      const { requests, doubled, gaps, isChainWhole } = await audit(stage.db);
      return { kills: 2, lost: filed - requests, dup: doubled, gaps, broken: isChainWhole ? 0 : 1 };
    };
  },
};

const killedOften: Fault = {
  name: 'F3 kill -9 every 5 s for 2 min',
  queue: 'postgres',
  // So fast that nobody meets the limit of messages a minute, which is not what is measured.
  stage: { officials: 20, pacing: false, speed: 20 },
  bars: { lost: 0, disordered: 0, slowerPercent: 5 },
  prepare: async (stage) => {
    let { process, echoes } = await speaking(stage);
    return async () => {
      const { next, ...figures } = await storm({ stage, echoes, process }, stage.officials);
      process = next;
      return figures;
    };
  },
};

const lostQueue = (queue: 'postgres' | 'redis'): Fault => ({
  name: `F4 the queue emptied or gone (${queue})`,
  queue,
  // Five units a request is what an official may ask; 200 parts in all.
  stage: { officials: 40, desks: 5, pacing: false, undoSeconds: 0 },
  bars: { lost: 0, dup: 0, lateMs: 60_000 },
  prepare: async (stage) => {
    await stage.start();
    const parts = await fileForAll(stage.officials, await unitNamesOf(stage));
    const asked = () => stage.desks.every(({ user }) => user.sees().length >= stage.officials.length);
    await stage.fake.waitFor(asked, 120_000);
    return async ({ wipeQueue, cutQueue }, seed) => {
      const isCut = cutQueue !== null && seed % 2 === 0;
      return {
        ...(await remindThrough(stage, parts, { inMs: 3_000, fault: isCut ? () => cutQueue(20_000) : wipeQueue })),
      };
    };
  },
});

const lostDatabase: Fault = {
  name: 'F5 backends terminated, Postgres restarted',
  queue: 'postgres',
  stage: { officials: 20, pacing: false },
  bars: { died: 0, lost: 0, disordered: 0, recoveredMs: 5_000 },
  prepare: async (stage) => {
    const { process, echoes } = await speaking(stage);
    return async ({ restartPostgres }, seed) => {
      const outage =
        seed % 2 === 0 ? dropConnections(stage, 3) : { begin: restartPostgres, end: async () => undefined };
      const { alive, ...figures } = await speakThrough({ stage, echoes, process }, stage.officials, outage);
      return { died: 1 - alive, ...figures };
    };
  },
};

const tooFast: Fault = {
  name: 'F7 429 with retry_after 1 … 60, 35 on a group',
  queue: 'postgres',
  stage: { officials: 40, speed: 10 },
  bars: { callsInside: 0, othersHeldUp: 0, lost: 0, disordered: 0 },
  prepare: async (stage) => {
    await stage.start();
    return async (_levers, seed) => {
      const random: Random = randomOf(seed);
      const chat = await floodChat(
        stage,
        at(stage.officials, 2 * seed),
        at(stage.officials, 2 * seed + 1),
        random.between(5, 60),
      );
      const group = await floodGroup(stage, at(stage.officials, seed), 35);
      return { ...chat, callsInside: chat.callsInside + group.callsInside };
    };
  },
};

const blocked: Fault = {
  name: 'F8 403',
  queue: 'postgres',
  stage: { officials: 1, desks: 20, pacing: false, undoSeconds: 0, speed: 10 },
  bars: { callsAfter: 0, toldAgain: 0 },
  prepare: async (stage) => {
    await stage.start();
    const units = await unitNamesOf(stage);
    return (_levers, seed) => {
      const index = seed % stage.desks.length;
      return blockDesk(stage, at(stage.officials, 0), { desk: at(stage.desks, index), unitName: units[index] ?? '' });
    };
  },
};

const moved: Fault = {
  name: 'F9 group moved',
  queue: 'postgres',
  stage: { officials: 5, pacing: false },
  bars: { dup: 0, linksLeft: 0 },
  prepare: async (stage) => {
    await stage.start();
    return (_levers, seed) => moveGroup(stage, at(stage.officials, seed));
  },
};

const repeated: Fault = {
  name: 'F11 the same update 2 … 50 times in parallel',
  queue: 'postgres',
  stage: { officials: 5, pacing: false },
  bars: { effectsTooMany: 0, answersTooMany: 0, errors: 0 },
  prepare: async (stage) => {
    await stage.start();
    return (_levers, seed) => repeatPress(stage, at(stage.officials, seed), randomOf(seed).between(2, 50));
  },
};

const rolled: Fault = {
  name: 'F15 SIGTERM during delivery, rolling',
  queue: 'postgres',
  stage: { officials: 20 },
  bars: { exitCode: 0, drainedMs: 10_000, lost: 0, dup: 0, disordered: 0, refusedPerMille: 1 },
  prepare: async (stage) => {
    let { process, echoes } = await speaking(stage);
    return async (_levers, seed) => {
      const slowMs = randomOf(seed).between(50, 1_500);
      const { next, ...figures } = await rollOver({ stage, echoes, process }, stage.officials, slowMs);
      process = next;
      return figures;
    };
  },
};

const behind = (reminders: number): Fault => ({
  name: `F18 ${reminders.toLocaleString('en')} reminders overdue after two days`,
  queue: 'redis',
  stage: { officials: 40, enforceRates: true, from: BACK_AT },
  bars: { lost: 0, unsaid: 0, flooding: 0, placesBehind: 100, refused429: 0, belowPace: 0, webhookP99Ms: 150 },
  mostRounds: 2,
  prepare: async (stage) => {
    await addReaders(stage, reminders);
    let { process, echoes } = await speaking(stage);
    return async () => {
      const size = { reminders, quietWords: 200 };
      const { next, ...figures } = await comeBack({ stage, echoes, process }, stage.officials, size);
      process = next;
      return figures;
    };
  },
});

/** @param size.backlog how many reminders are overdue in F18 */
export const faultsOf = (size: { readonly backlog: number }): readonly Fault[] => [
  killedSends,
  killedFilings,
  killedOften,
  lostQueue('redis'),
  lostQueue('postgres'),
  lostDatabase,
  tooFast,
  blocked,
  moved,
  repeated,
  rolled,
  behind(size.backlog),
];

/** The web side of a process: the server with what this configuration adds to it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Accept } from '#channels/channel.ts';
import type { Db } from '#db/client.ts';
import { heartbeatAge, schemaOf, tryWrite } from '#db/health.ts';
import { knownVersion } from '#db/migrate.ts';
import { SECOND } from '#domain/time.ts';
import type { RunningBell } from '#jobs/bell.ts';
import type { Jobs } from '#jobs/catalog.ts';
import type { Queues } from '#jobs/queues.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { warnIfSilent } from '#runtime/watchdog.ts';
import { limitsOf } from '#runtime/ways.ts';
import type { Work } from '#runtime/work.ts';
import type { Config } from '#src/config.ts';
import { queueConsole } from '#src/http/admin.ts';
import type { Measures } from '#src/http/measures.ts';
import { metricsRoute } from '#src/http/metrics.ts';
import { createServer } from '#src/http/server.ts';
import { testClockRoutes } from '#src/http/test-clock.ts';
import { channelStates } from './channel-states.ts';
import type { OpenChannels } from './channels-on.ts';
import { moveClock } from './move-clock.ts';

/** A silence is told of within a minute of being one. */
const WATCH_MS = 30 * SECOND;
/** Whoever connects while we are told to stop would be reset by a door shut at once; a balancer also needs a moment. */
const LINGER_MS = 500;
/** Longer than an answer takes; whoever sends half a request, or does not read his answer, does not hold up the stop. */
const CUT_AFTER_MS = 3 * SECOND;

export type Served = { readonly url: string; readonly close: () => Promise<void> };

type Deps = {
  readonly db: Db;
  readonly runtime: Runtime;
  readonly work: Work;
  readonly queues: Queues;
  readonly bell: RunningBell;
  readonly jobs: Jobs;
  readonly channels: OpenChannels;
  readonly measures: Measures;
  /** Channels whose platform could not yet be told of us. */
  readonly untold: ReadonlySet<string>;
};

export const serve = async (config: Config, deps: Deps): Promise<Served> => {
  const { runtime, channels } = deps;
  const known = await knownVersion();
  const accept: Accept = deps.work.accept;
  let isStopping = false;
  const states = channelStates({ db: deps.db, runtime, untold: deps.untold });
  const app = await createServer({
    log: runtime.log,
    channels: channels.all,
    accept,
    trustProxy: config.trustProxy,
    health: {
      stopping: () => isStopping,
      database: () => answers(() => schemaOf(deps.db)),
      writes: () => answers(() => tryWrite(deps.db)),
      schema: async () => (await schemaOf(deps.db).catch(() => null)) === known,
      queue: deps.bell.isWell,
      channels: states,
      schedulerSeconds: () => heartbeatAge(deps.db, runtime.clock.realNow()).catch(() => null),
    },
    extra: async (scope) => {
      channels.routes(scope, accept);
      const { adminToken: token } = config;
      const { db, measures, queues } = deps;
      metricsRoute(scope, {
        token,
        db,
        measures,
        now: runtime.clock.now,
        realNow: runtime.clock.realNow,
        channels: states,
        limits: limitsOf(runtime.channels),
      });
      queueConsole(scope, { token, queues: queues.all });
      if (config.testClock !== null) {
        testClockRoutes(scope, {
          now: runtime.clock.now,
          moveTo: (at) => moveClock(deps.db, runtime.clock, at, () => doAllDue(deps)),
        });
      }
    },
  });
  const url = await app.listen({ port: config.port, host: config.host });
  const watching = setInterval(() => void watch(deps), WATCH_MS).unref();
  const close = async (): Promise<void> => {
    isStopping = true;
    clearInterval(watching);
    await delay(LINGER_MS);
    const cut = setTimeout(() => app.server.closeAllConnections(), CUT_AFTER_MS);
    await app.close();
    clearTimeout(cut);
  };
  return { url, close };
};

/** Here and not in a job: a queue that is dead would not ring for it. */
const watch = ({ runtime, jobs }: Deps): Promise<void> =>
  warnIfSilent(runtime, (channel) => jobs.deliver({ channel })).catch((error: unknown) =>
    runtime.log.warn({ err: error }, 'the scheduler could not be looked at'),
  );

/** What has become due, and what it has to say, is done when this resolves. */
const doAllDue = async ({ runtime, jobs }: Deps): Promise<void> => {
  await jobs.due({});
  await Promise.all([...runtime.channels.keys()].map((channel) => jobs.deliver({ channel })));
};

const answers = async (ask: () => Promise<unknown>): Promise<boolean> => {
  try {
    await ask();
    return true;
  } catch {
    return false;
  }
};

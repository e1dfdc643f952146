/** The clock on its database: real time, or the test clock that the configuration asks for (DESIGN 8). */
import type { Db } from '#db/client.ts';
import { clockSource, forgetMapping, writeMapping } from '#db/clock.ts';
import { type Clock, startClock } from '#src/clock.ts';
import type { Config } from '#src/config.ts';
import type { Log } from '#src/log.ts';

export const openClock = async ({ testClock }: Pick<Config, 'testClock'>, db: Db, log: Log): Promise<Clock> => {
  const source = clockSource(db);
  if (testClock === null) {
    // So the row tells commands beside this process which time it lives in.
    await forgetMapping(db);
  } else {
    const { startMs, speed } = testClock;
    // A restart goes on in the time that the database keeps.
    await writeMapping(db, { realAt: await source.databaseNow(), productAt: startMs, speed }, true);
  }
  return startClock(source, testClock !== null, (error) => log.warn({ err: error }, 'the clock was not set'));
};

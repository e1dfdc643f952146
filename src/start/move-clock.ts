/**
 * Moves the test clock through every moment at which something is due, so that each thing happens at its own time, and
 * ends when nothing is due and nothing waits to be sent.
 */

import type { Db } from '#db/client.ts';
import { clockSource, writeMapping } from '#db/clock.ts';
import { nextDueAt } from '#db/due.ts';
import type { Millis } from '#domain/time.ts';
import type { Clock } from '#src/clock.ts';

/** Other processes read the clock every 150 ms: after this all of them agree. */
const SETTLE_MS = 400;

export const moveClock = async (db: Db, clock: Clock, to: Millis, doDue: () => Promise<void>): Promise<void> => {
  const speed = (await clockSource(db).readMapping())?.speed ?? 1;
  const set = async (at: Millis): Promise<void> => {
    await writeMapping(db, { realAt: clock.realNow(), productAt: at, speed });
    await clock.refresh();
  };
  for (;;) {
    const next = await nextDueAt(db);
    if (next === null || next > to) break;
    if (next > clock.now()) await set(next);
    await doDue();
    // Somebody else's hands are on it: it is done there, at this moment or later.
    if ((await nextDueAt(db)) === next) break;
  }
  if (to > clock.now()) await set(to);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  await doDue();
};

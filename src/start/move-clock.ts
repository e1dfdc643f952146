/**
 * Moves the test clock through every moment at which something is due, so that each thing happens at its own time, and
 * ends when nothing is due and nothing waits to be sent.
 */

import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '#db/client.ts';
import { clockSource, writeMapping } from '#db/clock.ts';
import { nextDueAt } from '#db/due.ts';
import type { Millis } from '#domain/time.ts';
import type { Clock } from '#src/clock.ts';

/** Other processes read the clock every 150 ms: after this all of them agree. */
const SETTLE_MS = 400;
/** What another sweeper has in hand is committed within moments; a request held longer must not hold up time itself. */
const LOOK_AGAIN_MS = 50;
const MOST_LOOKS = 100;

export const moveClock = async (db: Db, clock: Clock, to: Millis, doDue: () => Promise<void>): Promise<void> => {
  const speed = (await clockSource(db).readMapping())?.speed ?? 1;
  const set = async (at: Millis): Promise<void> => {
    await writeMapping(db, { realAt: clock.realNow(), productAt: at, speed });
    await clock.refresh();
  };
  for (let looks = 0; looks < MOST_LOOKS; ) {
    const next = await nextDueAt(db);
    if (next === null || next > to) break;
    if (next > clock.now()) await set(next);
    await doDue();
    if ((await nextDueAt(db)) !== next) looks = 0;
    else {
      // Somebody else's hands are on it. To jump on now would skip the moments between: they would all be one.
      looks += 1;
      await delay(LOOK_AGAIN_MS);
    }
  }
  if (to > clock.now()) await set(to);
  await delay(SETTLE_MS);
  await doDue();
};

/**
 * The scheduler has been silent for minutes: an administrator is told by another path than the scheduler's own, since
 * nothing that waits for it would arrive. Whoever watches sends the warning itself. Once for each silence, over all processes.
 */
import { inTransaction } from '#db/client.ts';
import { expectBeat, takeSilence } from '#db/health.ts';
import { standingAdmins } from '#domain/directory/admins.ts';
import { dateOf, MINUTE, SECOND } from '#domain/time.ts';
import { texts } from '#text/delivery.ts';
import { writeNotices } from './compose.ts';
import type { Runtime } from './runtime.ts';

/** It runs each minute, and by its own timer where the queue is away: five misses are no accident. */
export const SILENT_MS = 5 * MINUTE;

/** @param send delivers what waits for a channel, here and now */
export const warnIfSilent = async (runtime: Runtime, send: (channel: string) => Promise<void>): Promise<void> => {
  const { db, clock, log } = runtime;
  await expectBeat(db, clock);
  const { directory } = await runtime.reference.latest();
  const ring = await inTransaction(db, async (tx) => {
    const now = clock.now();
    const silence = await takeSilence(tx, clock.realNow(), SILENT_MS);
    if (silence === null) return null;
    log.error({ seconds: Math.round(silence / SECOND) }, 'the scheduler is silent');
    const lines = texts.schedulerSilent(Math.round(silence / MINUTE));
    const notices = standingAdmins(directory, dateOf(now)).map((to) => ({
      to,
      class: 'urgent' as const,
      say: { lines },
    }));
    return writeNotices(runtime, tx, notices, now);
  });
  await Promise.all([...(ring ?? [])].map(send));
};

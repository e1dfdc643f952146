/** Who hears of an event that was set aside: those who keep the product, without its words. */
import { standingAdmins } from '#domain/directory/admins.ts';
import { dateOf, HOUR, type Millis } from '#domain/time.ts';
import { texts } from '#text/delivery.ts';
import type { Notice } from './handler.ts';
import type { Runtime } from './runtime.ts';

/** One fault of ours parks many events: an hour of them is told once, and the queue's screen counts them. */
const TOLD_PER = HOUR;

export const parkedNotices = async (
  runtime: Runtime,
  referenceVersion: number,
  now: Millis,
): Promise<readonly Notice[]> => {
  const { directory } = await runtime.reference.at(referenceVersion);
  return standingAdmins(directory, dateOf(now)).map((to) => ({
    to,
    class: 'urgent',
    say: { lines: texts.eventParked },
    dedupeKey: `parked:${Math.floor(now / TOLD_PER)}:${to}`,
  }));
};

/** Lets each channel renew what expires; where a person must act, the standing unit's administrators are told once a day. */
import { Credentials } from '#channels/errors.ts';
import { inTransaction } from '#db/client.ts';
import { standingAdmins } from '#domain/directory/admins.ts';
import { dateOf } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { texts } from '#text/delivery.ts';

export const tickChannels = async (runtime: Runtime): Promise<void> => {
  for (const channel of runtime.channels.values()) {
    try {
      await channel.tick?.();
    } catch (error) {
      runtime.log.warn({ err: error, channel: channel.name }, 'a channel could not renew what expires');
      if (error instanceof Credentials) await alarm(runtime, channel.name);
    }
  }
};

const alarm = async (runtime: Runtime, channel: string): Promise<void> => {
  const now = runtime.clock.now();
  const today = dateOf(now);
  const { directory } = await runtime.reference.latest();
  const notices = standingAdmins(directory, today).map((to) => ({
    to,
    ...{ class: 'urgent' as const, notBy: channel },
    say: { lines: texts.credentialsRefused(channel) },
    dedupeKey: `credentials:${channel}:${today}:${to}`,
  }));
  const ring = await inTransaction(runtime.db, (tx) => writeNotices(runtime, tx, notices, now));
  for (const name of ring) runtime.bell.ring(name);
};

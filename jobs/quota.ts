/** How much of each limit is used: whoever keeps the product hears of it in time, by another channel where there is one. */
import { channelUse, takeWarnings } from '#db/chat/channel-use.ts';
import { inTransaction } from '#db/client.ts';
import { standingAdmins } from '#domain/directory/admins.ts';
import { dateOf } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { limitsOf } from '#runtime/ways.ts';
import { quotaWarning } from '#text/quota.ts';

export const warnOfQuotas = async (runtime: Runtime): Promise<void> => {
  const { directory } = await runtime.reference.latest();
  const ring = await inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const uses = await channelUse(tx, limitsOf(runtime.channels), now);
    const warnings = await takeWarnings(tx, uses, now);
    const notices = warnings.flatMap((warning) =>
      standingAdmins(directory, dateOf(now)).map((to) => ({
        ...{ to, class: 'urgent' as const, notBy: warning.channel },
        say: { lines: quotaWarning(warning, now) },
      })),
    );
    return writeNotices(runtime, tx, notices, now);
  });
  for (const name of ring) runtime.bell.ring(name);
};

/** `cli status`: what waits, what failed and what comes next, without a word of anybody. */
import { channelUse } from '#db/chat/channel-use.ts';
import { heartbeatAge, schemaOf } from '#db/health.ts';
import { knownVersion } from '#db/migrate.ts';
import { failedSends, inboxDepth, nextDue, outboxDepth, overdueCount } from '#db/status.ts';
import type { Millis } from '#domain/time.ts';
import { zaloLimits } from '#src/start/zalo.ts';
import { type Status, texts } from '#text/cli.ts';
import { channelsOf } from './channels.ts';
import { defineCommand, done } from './command.ts';
import { type Data, withData } from './database.ts';

/** As many as a person reads; the count tells the rest. */
const MOST_FAILED = 50;
const MOST_DUE = 20;

export const statusCommand = defineCommand('', {}, (context) =>
  withData(context, async (data) => {
    const used = await channelUse(data.db.query, zaloLimits(context.config), data.clock.now());
    const status = { ...(await readStatus(data)), channels: channelsOf(context.config), used };
    return done(status, ...texts.status(status));
  }),
);

const readStatus = async ({ db, clock }: Data): Promise<Omit<Status, 'channels' | 'used'>> => {
  const now = clock.now();
  const [outbox, inbox, failed, due, overdue, schema, known, schedulerSeconds] = await Promise.all([
    outboxDepth(db.query),
    inboxDepth(db.query),
    failedSends(db.query, MOST_FAILED),
    nextDue(db.query, MOST_DUE),
    overdueCount(db.query, now),
    schemaOf(db),
    knownVersion(),
    heartbeatAge(db, clock.realNow()),
  ]);
  const age = (at: Millis): number => Math.max(0, Math.round((now - at) / 1_000));
  const queued = outbox.filter((row) => row.state !== 'failed').map((row) => row.oldest);
  return {
    now: iso(now),
    schema: { version: schema, known },
    scheduler_seconds: schedulerSeconds,
    inbox: { waiting: inbox.waiting, oldest_seconds: inbox.oldest === null ? null : age(inbox.oldest) },
    outbox: {
      depth: outbox.map(({ oldest: _, ...row }) => row),
      oldest_seconds: queued.length === 0 ? null : age(Math.min(...queued)),
    },
    failed: {
      count: outbox.filter((row) => row.state === 'failed').reduce((sum, row) => sum + row.count, 0),
      latest: failed.map(({ at, personId: _, ...row }) => ({ ...row, at: iso(at) })),
    },
    due: { overdue, next: due.map(({ kind, subject, at }) => ({ kind, subject, at: iso(at) })) },
  };
};

const iso = (at: Millis): string => new Date(at).toISOString();

/**
 * GET /metrics for Prometheus: what waits in the database, read at each call and the same from every process, and what
 * this process has done. Needs the administrators' token where one is set.
 */
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { channelUse } from '#db/chat/channel-use.ts';
import type { Db } from '#db/client.ts';
import { heartbeatAge } from '#db/health.ts';
import { inboxDepth, outboxDepth, overdueCount } from '#db/status.ts';
import type { ChannelLimits, QuotaUse } from '#domain/quota.ts';
import { type Millis, SECOND } from '#domain/time.ts';
import { SILENT_MS } from '#runtime/watchdog.ts';
import { CHALLENGE, createCheckToken } from './admin-token.ts';
import type { Histogram, Measures } from './measures.ts';

export type MetricsDeps = {
  /** Null: open to whoever reaches the port. */
  readonly token: string | null;
  readonly db: Db;
  readonly now: () => Millis;
  readonly realNow: () => Millis;
  readonly measures: Measures;
  readonly channels: () => Promise<Readonly<Record<string, string>>>;
  /** What is counted of each channel. */
  readonly limits: readonly ChannelLimits[];
};

export const metricsRoute = (app: FastifyInstance, deps: MetricsDeps): void => {
  const isAllowed = deps.token === null ? () => true : createCheckToken(deps.token);
  let library: Promise<Library> | null = null;
  app.get('/metrics', async (request, reply) => {
    if (!isAllowed(request.headers.authorization)) {
      return reply.code(401).header('www-authenticate', CHALLENGE).send({ ok: false });
    }
    library ??= loadLibrary();
    const { client, ofProcess } = await library;
    const registry = new client.Registry();
    const [reading, states] = await Promise.all([readDatabase(deps), deps.channels()]);
    fillIn(client, registry, { sends: deps.measures.sends(), states }, reading);
    const text = [await ofProcess.metrics(), await registry.metrics(), turnLines(deps.measures.turns())].join('\n');
    return reply.type(registry.contentType).send(text);
  });
};

type Client = typeof import('prom-client');
type Library = { readonly client: Client; readonly ofProcess: Registry };

/** Loaded at the first call: a process that nobody watches does without its 12 MB. */
const loadLibrary = async (): Promise<Library> => {
  const { default: client } = await import('prom-client');
  const ofProcess = new client.Registry();
  client.collectDefaultMetrics({ register: ofProcess });
  return { client, ofProcess };
};

type Reading = Awaited<ReturnType<typeof readAll>>;

/** Null: the database does not answer, which is itself a figure. */
const readDatabase = (deps: MetricsDeps): Promise<Reading | null> => readAll(deps).catch(() => null);

const readAll = async ({ db, now: clock, realNow, limits }: MetricsDeps) => {
  const now = clock();
  const [outbox, inbox, overdue, scheduler, use] = await Promise.all([
    outboxDepth(db.query),
    inboxDepth(db.query),
    overdueCount(db.query, now),
    heartbeatAge(db, realNow()),
    channelUse(db.query, limits, now),
  ]);
  const silent = scheduler !== null && scheduler * SECOND >= SILENT_MS ? 1 : 0;
  return { now, outbox, inbox, overdue, scheduler, silent, use };
};

type Own = { readonly sends: ReturnType<Measures['sends']>; readonly states: Readonly<Record<string, string>> };

const fillIn = (client: Client, registry: Registry, own: Own, reading: Reading | null): void => {
  const registers = [registry];
  const gauge: Gauge = (name, help, rows) => {
    const [first] = rows;
    // A gauge without rows would be written as 0 without its labels.
    if (first === undefined) return;
    const labelNames = Object.keys(first.labels);
    const one = new client.Gauge({ name: `phoihop_${name}`, help, labelNames, registers });
    for (const { labels, value } of rows) one.set(labels, value);
  };
  gauge('database_up', 'Whether the database answers', alone(reading === null ? 0 : 1));
  gauge(
    'channel_state',
    'The state of each channel',
    Object.entries(own.states).map(([channel, state]) => ({ labels: { channel, state }, value: 1 })),
  );
  const sends = new client.Counter({
    name: 'phoihop_sends_total',
    help: 'Sends of this process by what came of them',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  for (const { channel, outcome, count } of own.sends) sends.inc({ channel, outcome }, count);
  if (reading !== null) fillInReading(gauge, reading);
};

type Row = { readonly labels: Readonly<Record<string, string>>; readonly value: number };
type Gauge = (name: string, help: string, rows: readonly Row[]) => void;

const alone = (value: number | null): Row[] => (value === null ? [] : [{ labels: {}, value }]);

const fillInReading = (gauge: Gauge, reading: Reading): void => {
  const { now, outbox, inbox } = reading;
  const age = (at: Millis): number => Math.max(0, (now - at) / 1_000);
  gauge(
    'outbox_messages',
    'Messages not sent yet, or given up',
    outbox.map(({ channel, class: order, state, count }) => ({
      labels: { channel, class: order, state },
      value: count,
    })),
  );
  const waiting = Map.groupBy(
    outbox.filter((row) => row.state === 'queued'),
    (row) => row.channel,
  );
  gauge(
    'outbox_oldest_seconds',
    'Age of the oldest message that waits',
    [...waiting].map(([channel, rows]) => ({
      labels: { channel },
      value: Math.max(...rows.map((row) => age(row.oldest))),
    })),
  );
  gauge('inbox_waiting', 'Events stored and not handled yet', alone(inbox.waiting));
  gauge('inbox_oldest_seconds', 'Age of the oldest of them', alone(inbox.oldest === null ? 0 : age(inbox.oldest)));
  gauge('channel_use', 'Of this month, by channel and what is counted', reading.use.map(useRow('used')));
  const limited = reading.use.filter(({ limit }) => limit !== null);
  gauge('channel_limit', 'The most of it that the plan allows', limited.map(useRow('limit')));
  gauge('due_overdue', 'Moments that have come and are not handled yet', alone(reading.overdue));
  gauge('scheduler_age_seconds', 'Since the scheduler last ran', alone(reading.scheduler));
  gauge('scheduler_silent', 'Whether the scheduler has been silent for minutes', alone(reading.silent));
};

const useRow =
  (of: 'used' | 'limit') =>
  (use: QuotaUse): Row => ({ labels: { channel: use.channel, kind: use.kind }, value: use[of] ?? 0 });

/** The library makes histograms of single observations only, and ours are counted before it is loaded. */
const turnLines = ({ buckets, sum, count }: Histogram): string =>
  [
    '# HELP phoihop_turn_seconds How long turns of this process took, from lock to commit',
    '# TYPE phoihop_turn_seconds histogram',
    ...buckets.map((bucket) => `phoihop_turn_seconds_bucket{le="${bucket.le}"} ${bucket.count}`),
    `phoihop_turn_seconds_bucket{le="+Inf"} ${count}`,
    `phoihop_turn_seconds_sum ${sum}`,
    `phoihop_turn_seconds_count ${count}`,
    '',
  ].join('\n');

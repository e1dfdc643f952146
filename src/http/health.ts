/** /livez: the process answers. /readyz: database, schema and queue are well, what comes can be kept, and it is not stopping; channels are told in the body only. */
import type { FastifyInstance } from 'fastify';
import { SECOND } from '#domain/time.ts';
import { SILENT_MS } from '#runtime/watchdog.ts';

export type Health = {
  /** Told to stop: no longer to be sent to, though what comes is still taken. */
  readonly stopping: () => boolean;
  readonly database: () => Promise<boolean>;
  /** What comes in can be kept. */
  readonly writes: () => Promise<boolean>;
  readonly schema: () => Promise<boolean>;
  readonly queue: () => Promise<boolean>;
  /** on, degraded, down or off. */
  readonly channels: () => Promise<Readonly<Record<string, string>>>;
  /** Seconds since the scheduler last ran, null when it has not yet. */
  readonly schedulerSeconds: () => Promise<number | null>;
};

export const healthRoutes = (app: FastifyInstance, health: Health): void => {
  app.get('/livez', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    // At once: whoever asks has half a second to look elsewhere.
    if (health.stopping()) return reply.code(503).send({ ok: false, stopping: true });
    const [database, writes, schema, queue, scheduler, channels] = await Promise.all([
      health.database(),
      health.writes(),
      health.schema(),
      health.queue(),
      health.schedulerSeconds(),
      health.channels(),
    ]);
    const ok = database && writes && schema && queue;
    return reply.code(ok ? 200 : 503).send({
      ok,
      database,
      writes,
      schema,
      queue,
      // Told, and no reason to send people elsewhere: what waits for it is served by any process that works.
      scheduler: scheduler !== null && scheduler * SECOND >= SILENT_MS ? 'silent' : 'on',
      schedulerSeconds: scheduler,
      channels,
    });
  });
};

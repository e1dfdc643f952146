/** POST /test/clock moves the product's time forward and answers when all that became due has been done. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Millis } from '#domain/time.ts';

/** Also what the command line may ask for. */
export const clockMove = z.union([
  z.object({ to: z.iso.datetime({ offset: true, local: false }) }).strict(),
  z.object({ advance: z.string().regex(/^\d{1,6}[dhms]$/) }).strict(),
]);

export type TestClock = {
  readonly now: () => Millis;
  /** Moves time forward through every moment at which something is due. */
  readonly moveTo: (at: Millis) => Promise<void>;
};

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

export const testClockRoutes = (app: FastifyInstance, clock: TestClock): void => {
  app.post('/test/clock', async (call, reply) => {
    const parsed = clockMove.safeParse(call.body);
    if (!parsed.success) return reply.code(400).send({ error: 'expected {"to": ISO} or {"advance": "2d"|"3h"|"90s"}' });
    const at = 'to' in parsed.data ? Date.parse(parsed.data.to) : clock.now() + spanOf(parsed.data.advance);
    if (at < clock.now()) return reply.code(400).send({ error: 'time only moves forward' });
    await clock.moveTo(at);
    return { now: new Date(clock.now()).toISOString() };
  });
};

export const spanOf = (text: string): number => Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0);

/** The HTTP edge: one webhook route per channel, health, metrics, the test clock. Thin: each route is one call. */
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Accept, Channel } from '#channels/channel.ts';
import type { Log } from '#src/log.ts';
import { type Health, healthRoutes } from './health.ts';
import { webhookRoute } from './webhook.ts';

export type ServerDeps = {
  readonly log: Log;
  readonly channels: readonly Channel[];
  readonly accept: Accept;
  readonly health: Health;
  readonly trustProxy: boolean | number | string[];
  /** Further routes: web chat, test clock, admin. */
  readonly extra: (app: FastifyInstance) => Promise<void>;
};

/** So many proxies before us, or these addresses, or all, or none. */
const trusted = (proxies: ServerDeps['trustProxy']) =>
  typeof proxies === 'number' ? (_address: string, hop: number): boolean => hop < proxies : proxies;

/** Larger than any update of a platform; files never come through here. */
const BODY_LIMIT = 1_048_576;

export const createServer = async (deps: ServerDeps): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: trusted(deps.trustProxy),
    // On close, keep-alive connections are ended once idle, so that a clean stop does not wait for a browser.
    forceCloseConnections: 'idle',
    // What came in before the door was shut is answered: a 503 would make the platform bring it again.
    return503OnClosing: false,
  });
  await app.register(helmet, { contentSecurityPolicy: false });
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status >= 500) deps.log.error({ err: error }, 'a request failed');
    // The client learns the status and nothing else.
    return reply.code(status >= 400 && status < 600 ? status : 500).send({ ok: false });
  });
  for (const channel of deps.channels) {
    if (channel.webhook !== undefined) webhookRoute(app, channel, channel.webhook, deps);
  }
  healthRoutes(app, deps.health);
  await deps.extra(app);
  return app;
};

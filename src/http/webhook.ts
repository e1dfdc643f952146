/**
 * A platform delivers: check the secret over the raw bytes, decode, store (commit 1), answer. When the database is away
 * the answer is 503 with Retry-After, so that the platform keeps the update and brings it again.
 */
import type { FastifyInstance } from 'fastify';
import type { Accept, Channel, Webhook } from '#channels/channel.ts';
import { Malformed } from '#channels/errors.ts';
import type { Log } from '#src/log.ts';

/** Telegram honours it (reliability 2): soon enough to go on, late enough for a restart. */
const RETRY_AFTER_SECONDS = '5';

type Deps = { readonly accept: Accept; readonly log: Log };

export const webhookRoute = (app: FastifyInstance, channel: Channel, webhook: Webhook, deps: Deps): void => {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The bytes as they came: signatures are over them.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    scope.post(webhook.path, async (request, reply) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (webhook.isProbe?.(raw) === true) return { ok: true };
      if (!webhook.verify(request.headers, raw)) {
        deps.log.warn({ channel: channel.name }, 'a webhook call had a wrong secret');
        return reply.code(401).send({ ok: false });
      }
      const status = await take(channel, raw, deps);
      if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
      return reply.code(status).send({ ok: status === 200 });
    });
    done();
  });
};

/** @returns the status that tells the platform whether it may forget what it brought */
const take = async (channel: Channel, raw: Buffer, { accept, log }: Deps): Promise<200 | 400 | 503> => {
  try {
    await accept(channel.decode(JSON.parse(raw.toString('utf8'))));
    return 200;
  } catch (error) {
    if (error instanceof Malformed || error instanceof SyntaxError) {
      log.warn({ channel: channel.name, bytes: raw.length }, 'a webhook call was malformed');
      return 400;
    }
    log.error({ channel: channel.name, err: error }, 'events could not be stored');
    return 503;
  }
};

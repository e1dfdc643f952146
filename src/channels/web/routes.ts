/**
 * The web chat over HTTP: the page, and what the page asks for. Whoever reaches these routes may act as anybody, so
 * they answer only under a loopback name (a foreign page that points its own name here gets nothing) and take only
 * content types that a foreign page cannot send without permission.
 */
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import type { Accept, CommandEntry } from '#channels/channel.ts';
import { Malformed } from '#channels/errors.ts';
import type { Inbound } from '#message/inbound.ts';
import { readPage } from './assets.ts';
import type { Feed } from './feed.ts';
import { fileHeaders } from './file-headers.ts';
import { eventRequest, feedQuery, fileParams, groupRequest, uploadQuery } from './requests.ts';
import { type SayDeps, say, startGroup } from './say.ts';

export type RouteDeps = SayDeps & {
  readonly feed: Feed;
  readonly fileLimit: number;
  readonly testClock: boolean;
  readonly commands: () => readonly CommandEntry[];
  readonly decode: (update: unknown) => Inbound[];
  readonly accept: Accept;
};

/** Against the header itself: what a proxy or a page forwards is no proof. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const webChatRoutes = (app: FastifyInstance, deps: RouteDeps): void => {
  const plugin: FastifyPluginAsync = async (scope) => {
    takeOnly(scope);
    scope.addHook('onRequest', guard);
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      if (!(error instanceof Malformed)) throw error;
      return reply.code(400).send({ error: error.message });
    });
    await pageRoutes(scope);
    chatRoutes(scope, deps);
    fileRoutes(scope, deps);
    feedRoute(scope, deps.feed);
  };
  void app.register(plugin);
};

const guard = async (request: FastifyRequest, reply: FastifyReply) => {
  reply.headers({
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
  if (!LOOPBACK.test(request.headers.host ?? '')) return reply.code(403).send({ error: 'loopback only' });
};

/** Own parsers, whatever the rest of the server uses: a form or plain text, sendable from any page, is refused. */
const takeOnly = (scope: FastifyInstance): void => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'));
  scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  );
};

const pageRoutes = async (scope: FastifyInstance): Promise<void> => {
  for (const { path, type, bytes } of await readPage()) {
    scope.get(path, (_request, reply) => reply.type(type).send(bytes));
  }
};

const chatRoutes = (scope: FastifyInstance, deps: RouteDeps): void => {
  scope.get('/web/people', async () => ({
    botName: deps.botName,
    commands: deps.commands(),
    people: await deps.store.people(),
    groups: await deps.store.groups(),
  }));

  scope.post('/web/events', async (request) => {
    const update = await say(deps, read(eventRequest, request.body));
    deps.feed.wake();
    await deps.accept(deps.decode(update));
    return { ref: update.messageRef };
  });

  scope.post('/web/groups', async (request) => {
    const update = await startGroup(deps, read(groupRequest, request.body));
    await deps.accept(deps.decode(update));
    return { address: update.address };
  });

  scope.get('/web/clock', async (_request, reply) => {
    if (!deps.testClock) return reply.code(204).send();
    return { now: new Date(deps.now()).toISOString() };
  });
};

const fileRoutes = (scope: FastifyInstance, { store, fileLimit }: RouteDeps): void => {
  scope.post('/web/files', { bodyLimit: fileLimit }, async (request) => {
    const { name, mime } = read(uploadQuery, request.query);
    if (!Buffer.isBuffer(request.body)) throw new Malformed('web upload: no bytes');
    const { body } = request;
    return { ref: await store.saveUpload({ bytes: body, name, mime }), name, mime, size: body.length };
  });

  scope.get('/web/files/:ref', async (request, reply) => {
    const upload = await store.readUpload(read(fileParams, request.params).ref);
    if (upload === null) return reply.code(404).send({ error: 'no such file' });
    return reply.headers(fileHeaders(upload)).send(upload.bytes);
  });
};

const feedRoute = (scope: FastifyInstance, feed: Feed): void => {
  const closing = new AbortController();
  // Neither a waiting page nor its connection, kept open for the next question, may hold the server's stop.
  scope.addHook('preClose', async () => closing.abort());
  scope.get('/web/feed', async (request, reply) => {
    const cursors = read(feedQuery, request.query);
    const entries = await feed.next(cursors, AbortSignal.any([closing.signal, goneSignal(reply)]));
    if (closing.signal.aborted) reply.header('connection', 'close');
    return { entries };
  });
};

/** The page went away, or was answered. */
const goneSignal = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
};

const read = <T>(schema: ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Malformed(`web request: ${parsed.error.issues[0]?.path.join('.') || 'form'} is not well formed`);
};

/**
 * /admin/queues: the queue's own console, to look at and not to change: the queue holds no truth, and a browser that has
 * the password would send it along with a foreign page's calls too. Not there at all without a token.
 */
import Fastify, { type FastifyInstance } from 'fastify';
import { CHALLENGE, createCheckToken } from './admin-token.ts';

export type ConsoleDeps = {
  readonly token: string | null;
  /** As the queue's library has them. */
  readonly queues: () => readonly unknown[];
};

const ROOT = '/admin/queues';
/** The console writes styles and its settings into its page, and would ask a foreign server for letters. */
const CONTENT_POLICY = "default-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

export const queueConsole = (app: FastifyInstance, { token, queues }: ConsoleDeps): void => {
  if (token === null) return;
  const isAllowed = createCheckToken(token);
  let board: Promise<FastifyInstance> | null = null;
  void app.register((scope, _options, registered) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (!isAllowed(request.headers.authorization)) {
        return reply.code(401).header('www-authenticate', CHALLENGE).send({ ok: false });
      }
    });
    scope.addHook('onClose', async () => (await board)?.close());
    for (const url of [ROOT, `${ROOT}/*`]) {
      scope.get(url, async (request, reply) => {
        board ??= loadBoard(queues());
        const { routing } = await board;
        reply.hijack();
        reply.raw.setHeader('content-security-policy', CONTENT_POLICY);
        routing(request.raw, reply.raw);
      });
    }
    registered();
  });
};

/** A server that does not listen: routes cannot be added to one that does, and few processes ever need these. */
const loadBoard = async (queues: readonly unknown[]): Promise<FastifyInstance> => {
  const [{ createBullBoard }, { BullMQAdapter }, { FastifyAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/fastify'),
  ]);
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(ROOT);
  createBullBoard({
    // Only jobs/queues.ts knows their type.
    queues: queues.map((queue) => new BullMQAdapter(queue as never, { readOnlyMode: true })),
    serverAdapter,
  });
  const board = Fastify();
  await board.register(serverAdapter.registerPlugin(), { prefix: ROOT });
  await board.ready();
  return board;
};

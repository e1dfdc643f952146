/**
 * One address before processes that come and go, as a load balancer is: requests go in turn to those that say they are
 * ready. A process that refuses the connection is passed over; one that breaks off in the middle is a 502, as it would be.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Door = {
  readonly url: string;
  /** Where requests go from now on. */
  readonly leadTo: (urls: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

export const openDoor = async (): Promise<Door> => {
  let targets: readonly string[] = [];
  let turn = 0;
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    const order = await readyFirst(targets.map((_, index) => targets[(turn + index) % targets.length] ?? ''));
    turn += 1;
    for (const target of order) {
      if (await passOn(target, { incoming, body, response })) return;
    }
    response.writeHead(502).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    leadTo: (urls) => {
      targets = urls;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** Who is told to stop says so, and is asked last; with one process there is nothing to choose. */
const readyFirst = async (targets: readonly string[]): Promise<readonly string[]> => {
  if (targets.length < 2) return targets;
  const ready = await Promise.all(targets.map(isReady));
  return [...targets.filter((_, index) => ready[index]), ...targets.filter((_, index) => !ready[index])];
};

const isReady = (target: string): Promise<boolean> =>
  fetch(new URL('/readyz', target)).then(
    ({ ok }) => ok,
    () => false,
  );

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
};

type Passing = { readonly incoming: IncomingMessage; readonly body: Buffer; readonly response: ServerResponse };

/** @returns false when the target was never reached */
const passOn = (target: string, { incoming, body, response }: Passing): Promise<boolean> =>
  new Promise((resolve) => {
    const { method, headers } = incoming;
    // A connection for each request: a kept one would make every end of a process look like a broken answer.
    const outgoing = request(new URL(incoming.url ?? '/', target), { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
      resolve(true);
    });
    outgoing.once('error', (error) => {
      if ('code' in error && error.code === 'ECONNREFUSED') return resolve(false);
      if (!response.headersSent) response.writeHead(502).end();
      resolve(true);
    });
    outgoing.end(body);
  });

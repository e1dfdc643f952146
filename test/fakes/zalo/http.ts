/** The plain HTTP of both fakes: bodies in, JSON out, faults around the effect. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './faults.ts';

export const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

export const reply = (response: ServerResponse, body: object, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** @returns whether the call is over before it had an effect */
export const endsBefore = (fault: Fault | null, response: ServerResponse): boolean => {
  if (fault?.do === 'redirect') response.writeHead(302, { location: fault.to }).end();
  if (fault?.do === 'redirect') return true;
  if (fault === null || (fault.do !== 'cut' && fault.do !== 'hang') || fault.when === 'after') return false;
  if (fault.do === 'cut') response.destroy();
  return true;
};

/** @returns whether its answer is lost, though it had its effect */
export const endsAfter = (fault: Fault | null, response: ServerResponse): boolean => {
  if (fault?.do === 'cut') response.destroy();
  if (fault?.do === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Zalo</html>');
  return fault?.do === 'cut' || fault?.do === 'hang' || fault?.do === 'page';
};

export const listen = async (
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ readonly root: string; readonly close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A mistake of the fake itself must be seen, not looked for.
      response.writeHead(599).end(String(error instanceof Error ? error.stack : error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    root: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

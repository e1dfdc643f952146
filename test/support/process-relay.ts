/** A TCP relay before Postgres or Redis: cut, the server is gone for whoever uses it; mended, it is back where it was. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export type Relay = {
  /** The given URL with the relay's address in it. */
  readonly url: (of: string) => string;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
};

export const openRelay = async (to: string): Promise<Relay> => {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let server = await listenOn(0, sockets, target);
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: (of) => {
      const changed = new URL(of);
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      return changed.href;
    },
    cut: async () => {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
    mend: async () => {
      server = await listenOn(port, sockets, target);
    },
  };
};

const listenOn = async (port: number, sockets: Set<Socket>, target: URL): Promise<Server> => {
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.once('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

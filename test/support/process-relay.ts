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
  const sockets = new Set<Socket>();
  let server = await listenOn(0, sockets, to);
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: (of) => {
      const changed = new URL(of);
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      changed.searchParams.delete('host');
      return changed.href;
    },
    cut: async () => {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
    mend: async () => {
      server = await listenOn(port, sockets, to);
    },
  };
};

const listenOn = async (port: number, sockets: Set<Socket>, to: string): Promise<Server> => {
  const server = createServer((near) => {
    const far = reach(new URL(to));
    join(near, far, sockets);
    join(far, near, sockets);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

/** Our own Postgres listens on a socket in its folder, which its URL names as the host. */
const reach = (target: URL): Socket => {
  const folder = target.searchParams.get('host');
  return folder === null ? connect(Number(target.port), target.hostname) : connect(`${folder}/.s.PGSQL.${target.port}`);
};

const join = (one: Socket, other: Socket, sockets: Set<Socket>): void => {
  sockets.add(one);
  one.pipe(other);
  one.on('error', () => other.destroy());
  one.once('close', () => {
    sockets.delete(one);
    other.destroy();
  });
};

/**
 * The agent of all calls. It knows the one thing that decides whether a send may be repeated: an error before the
 * connection stood gets the code `NOT_CONNECTED`, so the request cannot have been seen. Any other network error may
 * have come after the platform acted.
 */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { HttpsProxyAgent } from 'https-proxy-agent';

export const NOT_CONNECTED = 'NOT_CONNECTED';

export type Connection = { readonly apiRoot: string; readonly proxy?: string | undefined; readonly connectMs: number };

export const createAgent = ({ apiRoot, proxy, connectMs }: Connection): HttpAgent => {
  if (!apiRoot.startsWith('https:')) return watched(new HttpAgent({ keepAlive: true }), 'connect', connectMs);
  if (proxy === undefined) return watched(new HttpsAgent({ keepAlive: true }), 'secureConnect', connectMs);
  return throughProxy(proxy, connectMs);
};

const watched = (agent: HttpAgent, ready: string, connectMs: number): HttpAgent => {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, done) => {
    const socket = connect(options, done);
    // Without a stream the agent reports the failure through `done`; net and tls always give one.
    if (socket) watch(socket, ready, connectMs);
    return socket;
  };
  return agent;
};

const throughProxy = (proxy: string, connectMs: number): HttpAgent => {
  const agent = new HttpsProxyAgent(proxy, { keepAlive: true });
  const { connectOpts } = agent;
  const connect = agent.connect.bind(agent);
  agent.connect = async (request, options) => {
    let status = 0;
    request.once('proxyConnect', (answer: { statusCode: number }) => {
      status = answer.statusCode;
    });
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), connectMs);
    // Read before `connect` first waits, so each connection has its own.
    agent.connectOpts = { ...connectOpts, signal: limit.signal };
    try {
      const socket = await connect(request, options);
      // The agent hands on a refusal of the proxy as if the platform had answered.
      if (status !== 200) throw new Error(`proxy answered ${status}`);
      watch(socket, 'secureConnect', connectMs);
      return socket;
    } catch (error) {
      throw marked(error);
    } finally {
      clearTimeout(timer);
    }
  };
  return agent;
};

const watch = (socket: Duplex, ready: string, connectMs: number): void => {
  const fail = (error: Error): void => {
    clearTimeout(timer);
    marked(error);
  };
  const timer = setTimeout(() => socket.destroy(new Error('connect timed out')), connectMs);
  socket.prependListener('error', fail);
  socket.once('close', () => clearTimeout(timer));
  socket.once(ready, () => {
    clearTimeout(timer);
    socket.off('error', fail);
  });
};

const marked = (error: unknown): Error =>
  Object.assign(error instanceof Error ? error : new Error('connect failed'), { code: NOT_CONNECTED });

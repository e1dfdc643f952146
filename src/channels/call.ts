/**
 * One HTTP call to a platform that has no client library worth having: a time limit, a size limit, no redirect, and a
 * lost answer told from a call that never began. Through the proxy for https, as all outgoing calls.
 */
import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createAgent, NOT_CONNECTED } from './connect.ts';
import { Ambiguous, GiveUp, Retry } from './errors.ts';

export type CallRequest = {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** POST with it, else GET. */
  readonly body?: Buffer;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** Bytes of the answer. */
  readonly limit: number;
};

export type Answer = { readonly status: number; readonly bytes: Buffer };

/**
 * @throws Retry when the platform was not reached
 * @throws Ambiguous when it was, and its answer was lost
 * @throws GiveUp when the answer is over the limit
 */
export type Call = (request: CallRequest) => Promise<Answer>;

export const createCall = (options: { readonly proxy?: string | undefined; readonly connectMs: number }): Call => {
  const agents = new Map<string, Agent>();
  const agentFor = ({ protocol, origin }: URL): Agent => {
    const known = agents.get(protocol) ?? createAgent({ apiRoot: origin, ...options, proxy: options.proxy });
    agents.set(protocol, known);
    return known;
  };
  return async (call) => {
    if (call.signal?.aborted) throw new Retry('stopped before the call');
    const timeout = AbortSignal.timeout(call.timeoutMs);
    const signal = call.signal === undefined ? timeout : AbortSignal.any([call.signal, timeout]);
    try {
      const response = await responseOf(call, agentFor(call.url), signal);
      return { status: response.statusCode ?? 0, bytes: await capped(response, call.limit) };
    } catch (error) {
      throw faultOf(error);
    }
  };
};

/** Null where the answer is no JSON: a gateway's page. */
export const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
};

const responseOf = (
  { url, headers = {}, body }: CallRequest,
  agent: Agent,
  signal: AbortSignal,
): Promise<IncomingMessage> => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  const method = body === undefined ? 'GET' : 'POST';
  const request = send(url, { method, agent, signal, headers: { ...headers, ...length } }, resolve);
  request.on('error', reject);
  request.end(body);
  return promise;
};

const capped = (response: IncomingMessage, limit: number): Promise<Buffer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size > limit) response.destroy(new GiveUp('the answer is over the limit', 'refused'));
  });
  response.on('end', () => resolve(Buffer.concat(chunks)));
  response.on('error', reject);
  return promise;
};

/** The original is dropped on purpose: it may name the URL, which may hold a token. */
const faultOf = (error: unknown): Error => {
  if (error instanceof GiveUp) return error;
  const isBefore = error instanceof Error && 'code' in error && error.code === NOT_CONNECTED;
  return isBefore ? new Retry('not connected') : new Ambiguous('the answer was lost');
};

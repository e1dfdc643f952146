/**
 * An official account on 127.0.0.1: tokens that end and refresh tokens that work once, the windows in which it may write,
 * uploads, groups, templates; events that are signed and brought again on the platform's ladder. Tests play people.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFaults, type Fault } from '../zalo/faults.ts';
import { bodyOf, endsAfter, endsBefore, listen, reply } from '../zalo/http.ts';
import { createWaitFor } from '../zalo/wait.ts';
import { type Call, createWorld } from '../zalo/world.ts';
import { METHODS } from './methods.ts';
import { createOauth } from './oauth.ts';
import { createPeople } from './people.ts';
import { createPusher, type SignedBy } from './pusher.ts';
import { OaError, type OaState } from './state.ts';

export type FakeZaloOaOptions = {
  readonly now?: () => number;
  /** Length of the platform's second between two deliveries. */
  readonly secondMs?: number;
  readonly tokenSeconds?: number;
  readonly signedBy?: Partial<SignedBy>;
};

export type FakeZaloOa = Awaited<ReturnType<typeof startFakeZaloOa>>;

export const APP = { appId: '4242424242424242', appSecret: 'bi-mat-ung-dung', secretKey: 'khoa-oa' };
export const FIRST_REFRESH = 'refresh-dau-tien';
export const OA_ID = '579745863508352884';

export const startFakeZaloOa = async (options: FakeZaloOaOptions = {}) => {
  const { now = () => performance.timeOrigin + performance.now(), secondMs = 1_000, tokenSeconds = 90_000 } = options;
  const world = createWorld();
  const faults = createFaults();
  const calls: Call[] = [];
  const media = new Map<string, Buffer>();
  const oauth = createOauth({ now, tokenSeconds, first: FIRST_REFRESH, app: APP });
  const pusher = createPusher(world, {
    secondMs,
    signedBy: { ...APP, stampIn: 'body', first: 'app_id', ...options.signedBy },
  });
  const zbs = { phones: new Set<string>(), approved: new Set(['4711']), remainingToday: 500 };
  const state: OaState = { world, now, oaId: OA_ID, uploads: new Map(), templates: [], zbs };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const bytes = media.get(url.pathname);
    if (bytes !== undefined) {
      response.writeHead(200).end(bytes);
      return;
    }
    const body = await bodyOf(request);
    const payload = await payloadOf(request, url, body);
    const call: Call = { method: url.pathname, payload, code: null, refusal: null };
    calls.push(call);
    world.change();
    const fault = faults.take(url.pathname, Object(payload.recipient).user_id);
    if (endsBefore(fault, response)) return;
    const result = resultOf(url.pathname, payload, { request, fault });
    if (endsAfter(fault, response)) return;
    call.code = result instanceof OaError ? result.code : 0;
    call.refusal = result instanceof OaError ? result.message : null;
    world.change();
    reply(response, answerOf(url.pathname, result));
  };

  const resultOf = (
    path: string,
    payload: Call['payload'],
    { request, fault }: { request: IncomingMessage; fault: Fault | null },
  ): unknown => {
    try {
      if (fault?.do === 'answer') throw new OaError(fault.code, fault.message ?? 'fault');
      if (path === OAUTH) return oauth.exchange(request.headers.secret_key, payload);
      if (!oauth.isValid(request.headers.access_token)) throw new OaError(-216, 'Access token is invalid');
      const run = METHODS[path];
      if (run === undefined) throw new OaError(-201, `no such path: ${path}`);
      return run(state, payload);
    } catch (error) {
      if (error instanceof OaError) return error;
      throw error;
    }
  };

  const { root, close } = await listen(handle);
  const keep = (name: string, bytes: Buffer): string => {
    const path = `/media/${world.next()}/${name}`;
    media.set(path, bytes);
    return `${root}${path}`;
  };
  return {
    root,
    world,
    faults,
    calls,
    callsOf: (path: string) => calls.filter((call) => call.method.endsWith(path)),
    waitFor: createWaitFor(world.changes),
    oauth,
    pusher,
    /** Templates that were sent, with whom and what. */
    templates: state.templates,
    /** By phone number: who has it, what is approved, how much may be sent today. */
    zbs,
    ...createPeople(state, { keep, push: pusher.add, appId: APP.appId }),
    close: async (): Promise<void> => {
      pusher.close();
      await close();
    },
  };
};

const OAUTH = '/v4/oa/access_token';

/** Refused or not, with HTTP 200: only the body tells. */
const answerOf = (path: string, result: unknown): object => {
  if (result instanceof OaError) return { error: result.code, message: result.message };
  return path === OAUTH ? Object(result) : { error: 0, message: 'Success', data: result };
};

const payloadOf = async (request: IncomingMessage, url: URL, body: Buffer): Promise<Call['payload']> => {
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) {
    const data = url.searchParams.get('data');
    return data === null ? Object.fromEntries(url.searchParams) : JSON.parse(data);
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  }
  if (!type.startsWith('multipart/')) return JSON.parse(body.toString('utf8'));
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new Error('a form without a file');
  return { name: file.name, mime: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
};

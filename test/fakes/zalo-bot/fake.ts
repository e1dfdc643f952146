/**
 * A Bot Platform for one bot on 127.0.0.1: it refuses what the true one refuses, forgets an event when it hands it over,
 * delivers by webhook with the secret, and counts the plan's messages and people. Tests play people and make faults.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFaults, type Fault } from '../zalo/faults.ts';
import { bodyOf, endsAfter, endsBefore, listen, reply } from '../zalo/http.ts';
import { createWaitFor } from '../zalo/wait.ts';
import { type Call, createWorld } from '../zalo/world.ts';
import { METHODS } from './methods.ts';
import { createPeople } from './people.ts';
import { createQueue, type FakeEvent } from './queue.ts';
import { BotError } from './refusal.ts';
import type { BotState } from './state.ts';

export type FakeZaloBotOptions = {
  readonly now?: () => number;
  /** Length of the platform's second where it waits. */
  readonly secondMs?: number;
  readonly plan?: { readonly messages: number; readonly people: number };
  /** Gets a picture by its link, as the platform does. */
  readonly fetchPicture?: (url: string) => Promise<Buffer>;
  /** How deliveries look, where sources differ. */
  readonly shape?: { readonly isWrapped?: boolean; readonly photoField?: 'photo' | 'photo_url' };
};

export type FakeZaloBot = Awaited<ReturnType<typeof startFakeZaloBot>>;

const TOKEN = '12345689:abc-xyz';

export const startFakeZaloBot = async (options: FakeZaloBotOptions = {}) => {
  const { now = () => performance.timeOrigin + performance.now(), secondMs = 1_000 } = options;
  const world = createWorld();
  const faults = createFaults();
  const calls: Call[] = [];
  const media = new Map<string, Buffer>();
  const state: BotState = {
    world,
    now,
    secondMs,
    queue: createQueue(world, secondMs, options.shape?.isWrapped ?? false),
    plan: options.plan ?? { messages: 3_000, people: 50 },
    fetchPicture: options.fetchPicture ?? fetchBytes,
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(request.url ?? '');
    const bytes = media.get(path);
    if (bytes !== undefined) {
      response.writeHead(200).end(bytes);
      return;
    }
    const body = await bodyOf(request);
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (token === undefined) return refuse(response, new BotError(404, 'Not Found'));
    const payload = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    await answer({ method, payload, response, isKnown: token === TOKEN });
  };

  type Incoming = { method: string; payload: Call['payload']; response: ServerResponse; isKnown: boolean };
  const answer = async ({ method, payload, response, isKnown }: Incoming): Promise<void> => {
    const call: Call = { method, payload, code: null, refusal: null };
    calls.push(call);
    world.change();
    const fault = faults.take(method);
    if (endsBefore(fault, response)) return;
    const result = await resultOf({ method, payload, isKnown, fault, response });
    if (endsAfter(fault, response)) return;
    call.code = result instanceof BotError ? result.code : 0;
    call.refusal = result instanceof BotError ? result.message : null;
    world.change();
    if (result instanceof BotError) refuse(response, result);
    else reply(response, { ok: true, result });
  };

  const resultOf = async (of: Incoming & { fault: Fault | null }): Promise<unknown> => {
    try {
      if (!of.isKnown) throw new BotError(401, 'Unauthorized');
      if (of.fault?.do === 'answer') throw new BotError(of.fault.code, of.fault.message ?? 'fault');
      const run = METHODS[of.method];
      if (run === undefined) throw new BotError(404, 'Not Found');
      return await run(state, of.payload, of.response);
    } catch (error) {
      if (error instanceof BotError) return error;
      throw error;
    }
  };

  const { root, close } = await listen(handle);
  const keep = (name: string, bytes: Buffer): string => {
    const path = `/media/${world.next()}/${name}`;
    media.set(path, bytes);
    return `${root}${path}`;
  };
  const people = createPeople(state, { keep, photoField: options.shape?.photoField ?? 'photo_url' });

  return {
    root,
    token: TOKEN,
    world,
    faults,
    calls,
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    waitFor: createWaitFor(world.changes),
    webhook: () => state.queue.webhook(),
    pending: () => state.queue.pending(),
    /** The same delivery again by webhook. */
    redeliver: (event: FakeEvent) => state.queue.push(event),
    ...people,
    close: async (): Promise<void> => {
      state.queue.close();
      await close();
    },
  };
};

/** Often with HTTP 200: only the body tells. */
const refuse = (response: ServerResponse, { code, message }: BotError): void =>
  reply(response, { ok: false, description: message, error_code: code });

const fetchBytes = async (url: string): Promise<Buffer> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new BotError(400, 'The photo URL is invalid');
  return Buffer.from(await answer.arrayBuffer());
};

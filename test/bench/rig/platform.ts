/**
 * The least of a Bot API server that the product can be measured with, and the people who use it. It lives in the
 * process of the benchmark, so that an update's way and its answer are timed by one clock; it checks nothing
 * (test/fakes/telegram does) and keeps nothing.
 */
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export type Button = { readonly label: string; readonly token: string };
export type Answer = { readonly at: number; readonly text: string; readonly buttons: readonly Button[] };
/** Milliseconds. */
export type Timing = { readonly acknowledged: number; readonly answered: number };
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly token: string };

/** A message as its chat sees it, new or edited. */
export type Seen = { readonly at: number; readonly chatId: number; readonly text: string };

export type Platform = {
  readonly root: string;
  /** Whoever counts messages listens here; nothing is kept. */
  onSeen: (seen: Seen) => void;
  /** One update by webhook. Resolves when its answer has arrived here. */
  readonly say: (userId: number, said: Said) => Promise<{ readonly answer: Answer; readonly timing: Timing }>;
  readonly close: () => Promise<void>;
};

export const TOKEN = '7000000001:bench';
export const SECRET = 'bench-secret';
/** An answer that is not here by then will not come. */
const GIVE_UP_MS = 30_000;

const call = z.object({
  chat_id: z.coerce.number().optional(),
  callback_query_id: z.string().optional(),
  text: z.string().optional(),
  reply_markup: z
    .object({
      inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))).optional(),
    })
    .optional(),
});
type Call = z.infer<typeof call>;

/** @param webhook where the product takes updates */
export const startPlatform = async (webhook: () => string): Promise<Platform> => {
  const waiting = new Map<number, (answer: Answer) => void>();
  const onSeen = (seen: Seen): void => platform.onSeen(seen);
  const server = createServer((incoming, response) => {
    void serve(incoming, response, { waiting, onSeen });
  });
  server.keepAliveTimeout = GIVE_UP_MS;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let updateId = 0;
  const platform: Platform = {
    root: `http://127.0.0.1:${port}`,
    onSeen: () => undefined,
    say: async (userId, said) => {
      updateId += 1;
      const update = updateOf(updateId, userId, said);
      const answer = new Promise<Answer>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('an update was not answered')), GIVE_UP_MS);
        waiting.set(userId, (given) => {
          clearTimeout(timer);
          resolve(given);
        });
      });
      const since = performance.now();
      const acknowledged = (await post(agent, webhook(), update)) - since;
      const given = await answer;
      return { answer: given, timing: { acknowledged, answered: given.at - since } };
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return platform;
};

const updateOf = (updateId: number, userId: number, said: Said): object => {
  const from = { id: userId, is_bot: false, first_name: `Bench ${userId}` };
  const chat = { id: userId, type: 'private', first_name: from.first_name };
  const message = {
    message_id: updateId,
    date: Math.floor((performance.timeOrigin + performance.now()) / 1_000),
    chat,
  };
  return said.kind === 'text'
    ? { update_id: updateId, message: { ...message, from, text: said.text } }
    : { update_id: updateId, callback_query: { id: `${userId}:${updateId}`, from, data: said.token, message } };
};

/** @returns when the platform has its 200 */
const post = (agent: Agent, url: string, body: object): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve(performance.now());
        else reject(new Error(`the webhook was answered with ${response.statusCode}`));
      });
    });
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify(body));
  });

const serve = async (
  incoming: IncomingMessage,
  response: ServerResponse,
  { waiting, onSeen }: { waiting: Map<number, (answer: Answer) => void>; onSeen: (seen: Seen) => void },
): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const method = incoming.url?.split('/').at(-1) ?? '';
  const text = Buffer.concat(chunks).toString('utf8');
  const payload = call.parse(text === '' ? {} : JSON.parse(text));
  const at = performance.now();
  if (method === 'sendMessage' || method === 'editMessageText') {
    onSeen({ at, chatId: payload.chat_id ?? 0, text: payload.text ?? '' });
  }
  const userId = seenBy(method, payload);
  if (userId !== null) {
    waiting.get(userId)?.({ at, text: payload.text ?? '', buttons: buttonsOf(payload) });
    waiting.delete(userId);
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, result: resultOf(method, payload) }));
};

/** Who sees an answer by this call: a message, or a press answered with words. */
const seenBy = (method: string, payload: Call): number | null => {
  if (method === 'sendMessage' || method === 'editMessageText') return payload.chat_id ?? null;
  if (method === 'answerCallbackQuery' && payload.text) return Number(payload.callback_query_id?.split(':')[0]);
  return null;
};

const buttonsOf = (payload: Call): Button[] =>
  (payload.reply_markup?.inline_keyboard ?? []).flat().map((one) => ({ label: one.text, token: one.callback_data }));

const resultOf = (method: string, payload: Call): unknown => {
  switch (method) {
    case 'getMe':
      return { id: 7000000001, is_bot: true, first_name: 'Bench', username: 'bench_bot' };
    case 'getWebhookInfo':
      return { url: '', has_custom_certificate: false, pending_update_count: 0 };
    case 'getMyCommands':
      return [];
    case 'sendMessage':
    case 'editMessageText':
      return { message_id: 1, date: 0, chat: { id: payload.chat_id, type: 'private' }, text: payload.text };
    default:
      return true;
  }
};

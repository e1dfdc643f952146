/**
 * The HTTP side: one bot's methods and files under its token. A call goes through fault, schema, limits, effect and
 * answer, and each leaves a record, so that a test can say what was called, when, and what came of it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import type { FakeBot } from './bot.ts';
import type { Fault, Faults } from './faults.ts';
import * as managing from './managing.ts';
import { parseMultipart } from './multipart.ts';
import type { createRates } from './rates.ts';
import { checkCall, type Payload, type Schema, typedValues } from './schema.ts';
import * as sending from './sending.ts';
import type { Call } from './world.ts';

export type ServerParts = {
  readonly token: string;
  readonly bot: FakeBot;
  readonly schemas: readonly Schema[];
  readonly faults: Faults;
  /** Null: not enforced. */
  readonly rates: ReturnType<typeof createRates> | null;
  readonly calls: Call[];
};

type Method = (bot: FakeBot, payload: Payload) => unknown;

/** What counts against the sending limits. */
const SENDING: Readonly<Record<string, Method>> = {
  sendMessage: sending.sendMessage,
  sendPhoto: sending.sendPhoto,
  sendDocument: sending.sendDocument,
};

const METHODS: Readonly<Record<string, Method>> = { ...SENDING, editMessageText: sending.editMessageText, ...managing };

export const createApiServer = (parts: ServerParts): Server =>
  createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      // A mistake of the fake itself must be seen, not looked for.
      response.writeHead(599).end(String(error instanceof Error ? error.stack : error));
    });
  });

const handle = async (parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const path = decodeURIComponent(request.url ?? '');
  const file = /^\/file\/bot([^/]+)\/(?:\w+)\/([^/]+)$/.exec(path);
  if (file !== null) return sendFile(parts, file[1] === parts.token, { id: file[2] ?? '', response });

  const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  const body = await bodyOf(request);
  if (token === undefined || !/^\d+:/.test(token)) return refuse(response, new ApiError(404, 'Not Found'));
  if (token !== parts.token) return refuse(response, new ApiError(401, 'Unauthorized'));
  const payload = readPayload(parts, method, { body, type: request.headers['content-type'] ?? '' });
  await answerCall(parts, { method, payload, response });
};

const sendFile = (
  { bot }: ServerParts,
  isAllowed: boolean,
  { id, response }: { id: string; response: ServerResponse },
): void => {
  const file = bot.world.files.get(id);
  if (!isAllowed || file === undefined) refuse(response, new ApiError(404, 'Not Found'));
  else response.writeHead(200, { 'content-length': file.bytes.length }).end(file.bytes);
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

type Body = { readonly body: Buffer; readonly type: string };

const readPayload = ({ schemas }: ServerParts, method: string, { body, type }: Body): Payload => {
  if (!type.startsWith('multipart/')) return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  const { values, uploads } = parseMultipart(body, type);
  const [schema] = schemas;
  const payload = schema === undefined ? values : typedValues(schema, method, values);
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      const attached = typeof value === 'string' ? /^attach:\/\/(.*)$/.exec(value)?.[1] : undefined;
      return [name, attached === undefined ? value : uploads.get(attached)];
    }),
  );
};

type Incoming = { readonly method: string; readonly payload: Payload; readonly response: ServerResponse };

const answerCall = async (parts: ServerParts, { method, payload, response }: Incoming): Promise<void> => {
  const { bot, calls, faults } = parts;
  const chatId = payload.chat_id === undefined ? null : Number(payload.chat_id);
  const call: Call = { method, payload, chatId, at: bot.world.now(), status: 0, refusal: null };
  calls.push(call);
  bot.world.events.emit('call', call);
  bot.world.events.emit('change');
  response.on('close', () => bot.world.events.emit('change'));

  const fault = faults.take(method, chatId);
  if (fault !== null && (await isEndedBefore(fault, response))) return;
  const result = await resultOf(parts, call, fault);
  if (fault !== null && isEndedAfter(fault, response)) return;
  if (result instanceof ApiError) {
    call.status = result.code;
    call.refusal = result.message;
    return refuse(response, result);
  }
  call.status = 200;
  reply(response, 200, { ok: true, result });
};

const isEndedBefore = async (fault: Fault, response: ServerResponse): Promise<boolean> => {
  if (fault.do === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if ((fault.do !== 'cut' && fault.do !== 'hang') || fault.when === 'after') return false;
  if (fault.do === 'cut') response.destroy();
  return true;
};

const isEndedAfter = (fault: Fault, response: ServerResponse): boolean => {
  if (fault.do === 'cut') response.destroy();
  if (fault.do === 'gateway') response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
  return fault.do === 'cut' || fault.do === 'hang' || fault.do === 'gateway';
};

const resultOf = async (
  parts: ServerParts,
  { method, payload, chatId }: Call,
  fault: Fault | null,
): Promise<unknown> => {
  try {
    if (fault?.do === 'answer') throw fault.error;
    for (const schema of parts.schemas) checkCall(schema, method, payload);
    const run = METHODS[method];
    if (run === undefined) throw new ApiError(404, 'Not Found: method not found');
    if (SENDING[method] !== undefined && chatId !== null) checkPace(parts, chatId);
    return await run(parts.bot, payload);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
};

const checkPace = ({ faults, rates }: ServerParts, chatId: number): void => {
  const refusal = faults.floodFor(chatId) ?? rates?.(chatId, chatId < 0) ?? null;
  if (refusal !== null) throw refusal;
};

const refuse = (response: ServerResponse, { code, message, parameters }: ApiError): void =>
  reply(response, code, {
    ok: false,
    error_code: code,
    description: message,
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  });

const reply = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

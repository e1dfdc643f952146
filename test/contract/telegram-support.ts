/** A fake platform and the true adapter before it, with short waits, and everything the adapter logged. */
import type { AddressInfo, Server, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Part } from '#channels/channel.ts';
import { createTelegram } from '#channels/telegram/adapter.ts';
import type { TelegramConfig, Timeouts, WebhookConfig } from '#channels/telegram/options.ts';
import { type FakeTelegramOptions, startFakeTelegram } from '#test/fakes/telegram/fake.ts';

export const NOW = 1_795_500_000_000;

type Mode = WebhookConfig | { readonly mode: 'polling' };
type Over = Partial<Pick<TelegramConfig, 'token' | 'proxy' | 'timeouts'>>;
const POLLING: Mode = { mode: 'polling' };

export type PairOptions = {
  readonly fake?: FakeTelegramOptions;
  readonly webhook?: Omit<WebhookConfig, 'mode'>;
  readonly timeouts?: Partial<Timeouts>;
};

export const startPair = async (options: PairOptions = {}) => {
  const fake = await startFakeTelegram({ secondMs: 5, ...options.fake });
  onTestFinished(fake.close);
  const mode: Mode = options.webhook === undefined ? POLLING : { mode: 'webhook', ...options.webhook };
  const timeouts = { callMs: 2_000, retryMs: 5, ...options.timeouts };
  return { fake, ...channelAt(fake.root, { token: fake.token, timeouts }, mode) };
};

/** The adapter alone, before a server of the test's own. */
export const channelAt = (apiRoot: string, over: Over = {}, mode: Mode = POLLING) => {
  const logged: string[] = [];
  const write = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const deps = { log: { info: write, warn: write, error: write }, now: () => NOW };
  return { channel: createTelegram({ token: '1:x', apiRoot, ...over, ...mode }, deps), logged };
};

/** Listens on 127.0.0.1 until the test ends. */
export const listening = async (server: Server): Promise<{ address: string; close: () => Promise<void> }> => {
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  onTestFinished(close);
  return { address: `http://127.0.0.1:${port}`, close };
};

export const partOf = (over: Partial<Part> = {}): Part => ({
  lines: ['Đã nhận'],
  buttons: [],
  file: null,
  asks: false,
  edit: null,
  replyTo: null,
  ...over,
});

export const sendOptions = (bytes: Uint8Array = new Uint8Array()) => ({
  readFile: async () => bytes,
  key: 'key',
  signal: new AbortController().signal,
});

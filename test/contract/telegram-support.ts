/** A fake platform and the true adapter before it, with short waits, and everything the adapter logged. */
import { onTestFinished } from 'vitest';
import type { Part } from '#channels/channel.ts';
import { createTelegram } from '#channels/telegram/adapter.ts';
import type { Timeouts, WebhookConfig } from '#channels/telegram/options.ts';
import { type FakeTelegramOptions, startFakeTelegram } from '#test/fakes/telegram/fake.ts';

export const NOW = 1_795_500_000_000;

export type PairOptions = {
  readonly fake?: FakeTelegramOptions;
  readonly webhook?: Omit<WebhookConfig, 'mode'>;
  readonly timeouts?: Partial<Timeouts>;
};

export const startPair = async (options: PairOptions = {}) => {
  const fake = await startFakeTelegram({ secondMs: 5, ...options.fake });
  onTestFinished(fake.close);
  const logged: string[] = [];
  const write = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const channel = createTelegram(
    {
      token: fake.token,
      apiRoot: fake.root,
      timeouts: { callMs: 2_000, retryMs: 5, ...options.timeouts },
      ...(options.webhook === undefined ? { mode: 'polling' } : { mode: 'webhook', ...options.webhook }),
    },
    { log: { info: write, warn: write, error: write }, now: () => NOW },
  );
  return { fake, channel, logged };
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

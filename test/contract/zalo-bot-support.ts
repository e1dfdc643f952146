/** The fake Bot Platform and the true adapter before it, with short waits, and everything the adapter logged. */
import { onTestFinished } from 'vitest';
import type { FileLinks } from '#channels/file-link.ts';
import { createZaloBot } from '#channels/zalo-bot/adapter.ts';
import type { WebhookConfig, ZaloBotConfig } from '#channels/zalo-bot/options.ts';
import { type FakeZaloBotOptions, startFakeZaloBot } from '#test/fakes/zalo-bot/fake.ts';

export const LINKS: FileLinks = {
  url: ({ fileId, name }) => `https://phoihop.example/files/${fileId}/${name}`,
  line: ({ fileId, name }) => `Tệp ${name}: https://phoihop.example/files/${fileId}`,
};

type Over = Partial<Pick<ZaloBotConfig, 'token' | 'proxy' | 'timeouts' | 'mediaHosts'>>;
type Mode = WebhookConfig | { readonly mode: 'polling' };

export const startZaloBot = async (
  options: { readonly fake?: FakeZaloBotOptions; readonly mode?: Mode } & Over = {},
) => {
  const fake = await startFakeZaloBot({ secondMs: 5, ...options.fake });
  onTestFinished(fake.close);
  return { fake, ...zaloBotAt(fake.root, { token: fake.token, ...options }, options.mode) };
};

export const zaloBotAt = (apiRoot: string, over: Over = {}, mode: Mode = { mode: 'polling' }) => {
  const logged: string[] = [];
  const write = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const { token = '1:x', proxy, mediaHosts = ['zdn.vn'], timeouts } = over;
  const channel = createZaloBot(
    {
      ...{ token, apiRoot, mediaHosts, shownName: 'Bot Phối hợp', limits: { messages: 3_000, people: 50 } },
      ...(proxy === undefined ? {} : { proxy }),
      timeouts: { callMs: 2_000, retryMs: 5, ...timeouts },
      ...mode,
    },
    { log: { info: write, warn: write, error: write }, links: LINKS },
  );
  return { channel, logged };
};

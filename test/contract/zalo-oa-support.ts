/** The fake official account and the true adapter before it, with short waits, and everything the adapter logged. */
import { onTestFinished } from 'vitest';
import { createZaloOa } from '#channels/zalo-oa/adapter.ts';
import type { TokenStore, ZaloOaConfig } from '#channels/zalo-oa/options.ts';
import { keptInMemory } from '#test/fakes/profile/zalo-oa.ts';
import { APP, type FakeZaloOaOptions, FIRST_REFRESH, startFakeZaloOa } from '#test/fakes/zalo-oa/fake.ts';
import { LINKS } from './zalo-bot-support.ts';

export const NOW = Date.parse('2026-11-23T08:00:00+07:00');

export type OaOver = Partial<Pick<ZaloOaConfig, 'refreshToken' | 'forms' | 'timeouts' | 'appSecret' | 'secretKey'>>;

export const startZaloOa = async (options: { readonly fake?: FakeZaloOaOptions } & OaOver = {}) => {
  const time = { now: NOW };
  const fake = await startFakeZaloOa({ secondMs: 1, now: () => time.now, ...options.fake });
  onTestFinished(fake.close);
  return { fake, time, ...zaloOaAt(fake.root, options, { now: () => time.now }) };
};

export const zaloOaAt = (
  root: string,
  over: OaOver = {},
  { now = () => NOW, tokens = keptInMemory() }: { now?: () => number; tokens?: TokenStore } = {},
) => {
  const logged: string[] = [];
  const write = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const channel = createZaloOa(
    {
      ...{
        ...APP,
        reminderTemplate: null,
        refreshToken: FIRST_REFRESH,
        apiRoot: root,
        oauthRoot: root,
        templateApiRoot: root,
        ...{ billedMax: null, templatesMax: null },
      },
      ...{ forms: [], mediaHosts: ['zdn.vn'] },
      ...over,
      timeouts: { callMs: 2_000, ...over.timeouts },
    },
    { log: { info: write, warn: write, error: write }, links: LINKS, tokens, now, platformNow: now },
  );
  return { channel, logged, tokens };
};

/** Both Zalo channels from the configuration; the command line looks at the same ones. */
import type { Channel } from '#channels/channel.ts';
import { createZaloBot } from '#channels/zalo-bot/adapter.ts';
import type { ZaloBotConfig } from '#channels/zalo-bot/options.ts';
import { createZaloOa, type ZaloOaChannel } from '#channels/zalo-oa/adapter.ts';
import { oaLimits } from '#channels/zalo-oa/capabilities.ts';
import type { Timeouts, ZaloOaConfig } from '#channels/zalo-oa/options.ts';
import type { Db } from '#db/client.ts';
import { pollLock } from '#db/poll-lock.ts';
import type { ChannelLimits } from '#domain/quota.ts';
import type { Clock } from '#src/clock.ts';
import type { Config } from '#src/config.ts';
import type { Log } from '#src/log.ts';
import { fileLinks } from './file-links.ts';
import { oaTokens } from './oa-tokens.ts';

type Deps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** The application's key. */
  readonly appKey: string;
};

/** Null: the channel is off. */
export const zaloBotConfig = (config: Config): ZaloBotConfig | null => {
  const { zaloBot, zaloBotName, zaloBotLimits, zaloMediaHosts, publicUrl, httpsProxy } = config;
  if (!zaloBot.enabled) return null;
  const receiving =
    zaloBot.receive.mode === 'webhook'
      ? { mode: 'webhook' as const, publicUrl: publicUrl ?? '', secret: zaloBot.receive.secret }
      : { mode: 'polling' as const };
  return {
    ...{ token: zaloBot.token, apiRoot: zaloBot.apiRoot, mediaHosts: zaloMediaHosts },
    limits: zaloBotLimits,
    ...(httpsProxy === null ? {} : { proxy: httpsProxy }),
    ...(zaloBotName === null ? {} : { shownName: zaloBotName }),
    ...receiving,
  };
};

export const zaloOaConfig = ({ zaloOa, zaloMediaHosts, httpsProxy }: Config): ZaloOaConfig | null =>
  zaloOa.enabled
    ? { ...zaloOa, mediaHosts: zaloMediaHosts, ...(httpsProxy === null ? {} : { proxy: httpsProxy }) }
    : null;

/** What is counted of the channels that are on: as the channels themselves say it. */
export const zaloLimits = (config: Config): readonly ChannelLimits[] => {
  const bot = zaloBotConfig(config);
  const oa = zaloOaConfig(config);
  return [
    ...(bot === null ? [] : [{ channel: 'zalo-bot', limits: bot.limits }]),
    ...(oa === null ? [] : [{ channel: 'zalo-oa', limits: oaLimits(oa) }]),
  ];
};

export const openZaloBot = (
  config: Config,
  { clock, log, appKey, databaseUrl }: Deps & { readonly databaseUrl: string },
): Channel | null => {
  const own = zaloBotConfig(config);
  if (own === null) return null;
  const links = fileLinks(config, appKey, clock.now);
  return createZaloBot(own, { log, links, lock: pollLock(databaseUrl, 'zalo-bot', log) });
};

export const openZaloOa = (
  config: Config,
  { db, clock, log, appKey }: Deps,
  timeouts: Partial<Timeouts> = {},
): ZaloOaChannel | null => {
  const own = zaloOaConfig(config);
  if (own === null) return null;
  return createZaloOa(
    { ...own, timeouts },
    {
      ...{
        log,
        now: clock.now,
        links: fileLinks(config, appKey, clock.now),
        tokens: oaTokens({ db, clock, log, appKey }),
      },
      // A platform lives in true time; beside a moved clock a fake may live in that one.
      platformNow: () => Math.min(clock.now(), clock.realNow()),
    },
  );
};

/** The channels that the configuration turns on. The only place that names them all. */
import type { FastifyInstance } from 'fastify';
import type { Accept, Channel } from '#channels/channel.ts';
import { createTelegram } from '#channels/telegram/adapter.ts';
import { createWebChat, type WebChat } from '#channels/web/adapter.ts';
import { createZaloBot } from '#channels/zalo-bot/adapter.ts';
import { createZaloOa } from '#channels/zalo-oa/adapter.ts';
import type { Db } from '#db/client.ts';
import { pollLock } from '#db/poll-lock.ts';
import { webChatStore } from '#db/web-chat.ts';
import { webPeople } from '#db/web-people.ts';
import type { Clock } from '#src/clock.ts';
import type { Config } from '#src/config.ts';
import { fileLinkRoute } from '#src/http/file-link.ts';
import type { Log } from '#src/log.ts';
import { BOT_NAME } from '#text/people.ts';
import { isSecretText } from '#text/secrecy.ts';
import { fileLinks } from './file-links.ts';
import { oaTokens } from './oa-tokens.ts';

export type OpenChannels = {
  readonly all: readonly Channel[];
  readonly routes: (app: FastifyInstance, accept: Accept) => void;
};

type Deps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly databaseUrl: string;
  /** The application's key. */
  readonly appKey: string;
};

export const openChannels = (config: Config, deps: Deps): OpenChannels => {
  const web = config.webChat ? openWebChat(config, deps) : null;
  const all = [openTelegram(config, deps), openZaloBot(config, deps), openZaloOa(config, deps), web].filter(
    (channel) => channel !== null,
  );
  return {
    all,
    routes: (app, accept) => {
      web?.routes(app, accept);
      fileLinkRoute(app, { db: deps.db, secret: deps.appKey, now: deps.clock.now });
    },
  };
};

const openWebChat = (config: Config, { db, clock }: Deps): WebChat =>
  createWebChat(
    webChatStore(db.pool, () => webPeople(db)),
    {
      now: clock.now,
      botName: BOT_NAME,
      isSecret: isSecretText,
      testClock: config.testClock !== null,
    },
  );

const openTelegram = (
  { telegram, publicUrl, httpsProxy }: Config,
  { clock, log, databaseUrl }: Deps,
): Channel | null => {
  if (!telegram.enabled) return null;
  const common = {
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    ...(httpsProxy === null ? {} : { proxy: httpsProxy }),
  };
  const receiving =
    telegram.receive.mode === 'webhook'
      ? { mode: 'webhook' as const, publicUrl: publicUrl ?? '', secret: telegram.receive.secret }
      : { mode: 'polling' as const };
  return createTelegram(
    { ...common, ...receiving },
    { log, now: clock.now, lock: pollLock(databaseUrl, 'telegram', log) },
  );
};

const openZaloBot = (config: Config, { clock, log, databaseUrl, appKey }: Deps): Channel | null => {
  const { zaloBot, zaloBotName, zaloMediaHosts, publicUrl, httpsProxy } = config;
  if (!zaloBot.enabled) return null;
  const common = {
    token: zaloBot.token,
    apiRoot: zaloBot.apiRoot,
    mediaHosts: zaloMediaHosts,
    ...(httpsProxy === null ? {} : { proxy: httpsProxy }),
    ...(zaloBotName === null ? {} : { shownName: zaloBotName }),
  };
  const receiving =
    zaloBot.receive.mode === 'webhook'
      ? { mode: 'webhook' as const, publicUrl: publicUrl ?? '', secret: zaloBot.receive.secret }
      : { mode: 'polling' as const };
  return createZaloBot(
    { ...common, ...receiving },
    { log, links: fileLinks(config, appKey, clock.now), lock: pollLock(databaseUrl, 'zalo-bot', log) },
  );
};

const openZaloOa = (config: Config, { db, clock, log, appKey }: Deps): Channel | null => {
  const { zaloOa, zaloMediaHosts, httpsProxy } = config;
  if (!zaloOa.enabled) return null;
  return createZaloOa(
    { ...zaloOa, mediaHosts: zaloMediaHosts, ...(httpsProxy === null ? {} : { proxy: httpsProxy }) },
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

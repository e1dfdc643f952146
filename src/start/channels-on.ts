/** The channels that the configuration turns on. The only place that names them all. */
import type { FastifyInstance } from 'fastify';
import type { Accept, Channel } from '#channels/channel.ts';
import { createTelegram } from '#channels/telegram/adapter.ts';
import { createWebChat, type WebChat } from '#channels/web/adapter.ts';
import { webChatStore } from '#db/chat/web-chat.ts';
import { webPeople } from '#db/chat/web-people.ts';
import type { Db } from '#db/client.ts';
import { pollLock } from '#db/poll-lock.ts';
import type { Clock } from '#src/clock.ts';
import type { Config } from '#src/config.ts';
import { fileLinkRoute } from '#src/http/file-link.ts';
import type { Log } from '#src/log.ts';
import { BOT_NAME } from '#text/people.ts';
import { isSecretText } from '#text/secrecy.ts';
import { openZaloBot, openZaloOa } from './zalo.ts';

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

/** Links that bring an invited person to the bot: one for each channel that is on and can be named. */
import { botIdOf } from '#channels/zalo-bot/identity.ts';
import { SECOND } from '#domain/time.ts';
import { appKeyOf } from '#src/start/app-key.ts';
import { openZaloOa } from '#src/start/zalo.ts';
import type { Context } from './command.ts';
import type { Data } from './database.ts';

export type Links = {
  readonly telegram?: string;
  readonly zalo?: string;
  readonly zaloOa?: string;
  readonly web?: string;
};

/** The platform is asked for the bot's name; when it does not tell in time, the code alone must do. */
const ASK_MS = 3 * SECOND;

export const linksFor = async (context: Context, code: string, data: Data): Promise<Links> => {
  const [telegram, zaloOa] = await Promise.all([
    telegramName(context, data.clock.now),
    officialAccountLink(context, data),
  ]);
  const zalo = zaloLink(context);
  const web = context.config.webChat ? webRoot(context.config) : null;
  return {
    ...(telegram === null ? {} : { telegram: `https://t.me/${telegram}?start=${code}` }),
    ...(zalo === null ? {} : { zalo }),
    ...(zaloOa === null ? {} : { zaloOa }),
    ...(web === null ? {} : { web: `${web}/` }),
  };
};

/** Opens the chat with the bot; Zalo hands over no code, so the person types it there. */
const zaloLink = ({ config: { zaloBot } }: Context): string | null =>
  zaloBot.enabled ? `https://zalo.me/${botIdOf(zaloBot.token)}` : null;

/** Its number is known to the platform only; the token that asks for it is the product's own. */
const officialAccountLink = async ({ config, log }: Context, { db, clock }: Data): Promise<string | null> => {
  if (!config.zaloOa.enabled) return null;
  const timeouts = { connectMs: ASK_MS, callMs: ASK_MS };
  const channel = openZaloOa(config, { db, clock, log, appKey: await appKeyOf(config) }, timeouts);
  try {
    await channel?.register?.([]);
  } catch (error) {
    log.warn({ err: error }, 'the platform did not tell who the official account is');
  }
  return channel?.inviteLink?.('') ?? null;
};

/** Where this product answers: behind its public name, else on this machine. */
const webRoot = ({ publicUrl, host, port }: Context['config']): string =>
  publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

const telegramName = async ({ config, log }: Context, now: () => number): Promise<string | null> => {
  const { telegram, httpsProxy } = config;
  if (!telegram.enabled) return null;
  // Loaded only here: no other command calls a platform.
  const { createTelegram } = await import('#channels/telegram/adapter.ts');
  const { username } = createTelegram(
    {
      mode: 'polling',
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      timeouts: { connectMs: ASK_MS, callMs: ASK_MS },
      ...(httpsProxy === null ? {} : { proxy: httpsProxy }),
    },
    { log, now },
  );
  try {
    return await username();
  } catch (error) {
    log.warn({ err: error }, 'the platform did not tell the name of the bot');
    return null;
  }
};

/**
 * The Telegram channel: grammY as client and types, everything else our own. Sends are single calls whose outcome is
 * a class of errors.ts; receiving is a webhook or a polling loop, as configured.
 */
import type { Channel } from '../channel.ts';
import { faultName, type Log } from '../log.ts';
import { groupOf, isGroupAddress, placeOf } from './address.ts';
import { CAPABILITIES } from './capabilities.ts';
import { type Client, createClient } from './client.ts';
import { registerCommands } from './commands.ts';
import { createDecode, readsAllAs } from './decode.ts';
import { download } from './download.ts';
import { createFloodWatch } from './flood.ts';
import { createIdentity, type Identity } from './identity.ts';
import type { PollLock, TelegramConfig, TelegramDeps } from './options.ts';
import { poll } from './poll.ts';
import { send } from './send.ts';
import { createWebhook, registerWebhook, secretFrom } from './webhook.ts';

export type TelegramChannel = Channel & {
  /** For links that open the chat with the bot. Asks the platform until it has told once. */
  readonly username: () => Promise<string>;
};

export const createTelegram = (config: TelegramConfig, deps: TelegramDeps): TelegramChannel => {
  const client = createClient(config);
  const identity = createIdentity(config.token, client, deps.log);
  const decode = createDecode({ identity, now: deps.now });
  const watchFlood = createFloodWatch();
  return {
    name: 'telegram',
    capabilities: CAPABILITIES,
    isGroup: isGroupAddress,
    groupOf,
    username: identity.username,
    inviteLink: (code) => {
      const name = identity.known();
      return name === undefined ? null : `https://t.me/${name}?start=${code}`;
    },
    readsAll: createReadsAll(client, identity),
    decode,
    send: (address, part, options) => watchFlood(address, () => send({ client, address, part, options })),
    acknowledge: createAcknowledge(client, deps.log),
    fetchFile: (ref, limit, signal) => download(client, config.token, { ref, limit, signal }),
    ...receiving(config, deps, { client, identity, decode }),
  };
};

type Parts = { readonly client: Client; readonly identity: Identity; readonly decode: Channel['decode'] };
type Receiving = Pick<Channel, 'webhook' | 'register' | 'poll'>;

const receiving = (config: TelegramConfig, { log, lock = unlocked }: TelegramDeps, parts: Parts): Receiving => {
  const { client, identity } = parts;
  if (config.mode === 'polling') {
    return {
      register: (commands) => registerCommands(client, commands),
      poll: (accept, signal) =>
        lock((held) => poll({ ...parts, log }, accept, AbortSignal.any([signal, held])), signal),
    };
  }
  const secret = config.secret ?? secretFrom(config.token);
  return {
    webhook: createWebhook(secret),
    register: async (commands) => {
      await identity.username();
      await registerWebhook(client, config.publicUrl, secret);
      await registerCommands(client, commands);
    },
  };
};

const unlocked: PollLock = (run, signal) => run(signal);

const createReadsAll =
  (client: Client, identity: Identity): NonNullable<Channel['readsAll']> =>
  async (group) => {
    await identity.username();
    const { chat_id } = placeOf(group);
    const member = await client.call((api, signal) => api.getChatMember({ chat_id, user_id: identity.id }, signal));
    return readsAllAs(member.status, identity.readsAll()) ?? false;
  };

/** A lost notice leaves nothing wrong, so no failure leaves here. */
const createAcknowledge = (client: Client, log: Log): NonNullable<Channel['acknowledge']> => {
  const limit = CAPABILITIES.toastLimit ?? 0;
  return async (pressId, notice) => {
    const text = notice === null ? {} : { text: notice.slice(0, limit).toWellFormed() };
    try {
      await client.call((api, signal) => api.answerCallbackQuery({ callback_query_id: pressId, ...text }, signal));
    } catch (error) {
      log.info(faultName(error), 'telegram: a press could not be acknowledged');
    }
  };
};

/** The channel of Zalo's Bot Platform: no buttons, no edits, no files but pictures by link; polling or a webhook. */
import type { Channel } from '../channel.ts';
import { downloadFrom } from '../download.ts';
import { isGroupAddress } from '../group-address.ts';
import { faultName } from '../log.ts';
import { CAPABILITIES } from './capabilities.ts';
import { type Client, createClient } from './client.ts';
import { createDecode } from './decode.ts';
import { askWhoWeAre, botIdOf } from './identity.ts';
import type { PollLock, ZaloBotConfig, ZaloBotDeps } from './options.ts';
import { poll } from './poll.ts';
import { send } from './send.ts';
import { createWebhook, registerWebhook, webhookInForce } from './webhook.ts';

export const createZaloBot = (config: ZaloBotConfig, deps: ZaloBotDeps): Channel => {
  const client = createClient(config);
  let names: readonly string[] = config.shownName === undefined ? [] : [config.shownName];
  const learnNames = async (): Promise<void> => {
    const { account_name = '', display_name = '' } = await askWhoWeAre(client);
    names = [...names, display_name, account_name];
  };
  const decode = createDecode(() => names);
  return {
    name: 'zalo-bot',
    // What counts as a message is not recorded: all we send does.
    capabilities: { ...CAPABILITIES, quota: config.limits },
    isGroup: isGroupAddress,
    // The platform hands over no code: it opens the chat, and the person types the code there.
    inviteLink: () => `https://zalo.me/${botIdOf(config.token)}`,
    decode,
    send: (address, part, options) => send({ client, links: deps.links, address, part, options }),
    fetchFile: downloadFrom({
      call: client.http,
      hosts: config.mediaHosts,
      apiRoot: config.apiRoot,
      timeoutMs: client.timeouts.fileMs,
    }),
    ...receiving(config, deps, { client, decode, learnNames }),
  };
};

type Parts = {
  readonly client: Client;
  readonly decode: Channel['decode'];
  readonly learnNames: () => Promise<void>;
};
type Receiving = Pick<Channel, 'webhook' | 'register' | 'poll'>;

const receiving = (config: ZaloBotConfig, { log, lock = unlocked }: ZaloBotDeps, parts: Parts): Receiving => {
  const { client, decode, learnNames } = parts;
  if (config.mode === 'webhook') {
    return {
      webhook: createWebhook(config.secret),
      register: async () => {
        await learnNames();
        await registerWebhook(client, config, log);
      },
    };
  }
  return {
    register: async () => {
      await learnNames();
      // Never removed by itself: another installation may live by it.
      const inForce = await webhookInForce(client);
      if (inForce) log.error({}, 'zalo-bot: a webhook is in force, so polling gets nothing; see cli zalo check');
    },
    poll: (accept, signal) =>
      lock((held) => poll({ client, decode, log }, accept, AbortSignal.any([signal, held])), signal).catch((error) =>
        log.error(faultName(error), 'zalo-bot: polling ended'),
      ),
  };
};

const unlocked: PollLock = (run, signal) => run(signal);

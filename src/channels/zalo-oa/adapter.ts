/** The channel of a Zalo Official Account: webhook in, OpenAPI out, templates where its window is shut. */
import type { Channel } from '../channel.ts';
import { downloadFrom } from '../download.ts';
import { GiveUp } from '../errors.ts';
import { isGroupAddress } from '../group-address.ts';
import { type Account, createAccount } from './account.ts';
import { CAPABILITIES, oaLimits } from './capabilities.ts';
import { createClient } from './client.ts';
import { createDecode } from './decode.ts';
import type { ZaloOaConfig, ZaloOaDeps } from './options.ts';
import { send } from './send.ts';
import { createWebhook } from './signature.ts';
import { notify, notifyPhone } from './template.ts';

export type ZaloOaChannel = Channel & { readonly account: Account };

export const createZaloOa = (config: ZaloOaConfig, deps: ZaloOaDeps): ZaloOaChannel => {
  const client = createClient(config, deps);
  const account = createAccount(client);
  let oaId: string | null = null;
  return {
    name: 'zalo-oa',
    capabilities: {
      ...CAPABILITIES,
      quota: oaLimits(config),
    },
    isGroup: isGroupAddress,
    account,
    nameOf: async (externalId) => (await account.user(externalId).catch(unknown))?.display_name ?? null,
    // The platform hands over no code: it opens the chat, and the person types the code there.
    inviteLink: () => (oaId === null ? null : `https://zalo.me/${oaId}`),
    decode: createDecode(deps.platformNow),
    send: (address, part, options) => send({ client, links: deps.links, address, part, options }),
    noticeTemplate: config.reminderTemplate,
    notify: (address, template, data, options) => notify({ client, address, template, data, options }),
    notifyPhone: (phone, template, data, options) => notifyPhone({ client, phone, template, data, options }),
    fetchFile: downloadFrom({
      call: client.http,
      hosts: config.mediaHosts,
      apiRoot: config.apiRoot,
      timeoutMs: client.timeouts.fileMs,
    }),
    webhook: createWebhook(config, deps.platformNow),
    // Where events are delivered is set in the platform's console only; what is asked here is who we are.
    register: async () => {
      const self = await account.self();
      oaId = self.oaid ?? self.oa_id ?? null;
    },
    tick: client.tokens.keep,
  };
};

/** Somebody in a group who does not follow the account is not told of. */
const unknown = (error: unknown): null => {
  if (error instanceof GiveUp) return null;
  throw error;
};

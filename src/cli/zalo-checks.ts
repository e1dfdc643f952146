/** The single checks of `cli zalo check`: each asks one thing and says what it found, whatever happens. */
import { createClient } from '#channels/zalo-bot/client.ts';
import { askWhoWeAre } from '#channels/zalo-bot/identity.ts';
import type { ZaloBotConfig } from '#channels/zalo-bot/options.ts';
import { webhookInForce, webhookUrl } from '#channels/zalo-bot/webhook.ts';
import type { Account } from '#channels/zalo-oa/account.ts';
import type { ZaloOaConfig } from '#channels/zalo-oa/options.ts';
import { signedWith } from '#channels/zalo-oa/signature.ts';
import { channelUse } from '#db/chat/channel-use.ts';
import type { Db } from '#db/client.ts';
import { isSpent } from '#domain/quota.ts';
import type { Millis } from '#domain/time.ts';
import { type Check, texts } from '#text/cli-zalo.ts';

export const checkBot = async (config: ZaloBotConfig, db: Db, now: Millis): Promise<Check[]> => {
  const client = createClient(config);
  return [
    await check('bot.token', async () => {
      const { account_name = '', can_join_groups } = await askWhoWeAre(client);
      return { ok: true, detail: texts.bot(account_name, can_join_groups === true) };
    }),
    await check('bot.webhook', async () => {
      const inForce = await webhookInForce(client);
      const wanted = config.mode === 'webhook' ? webhookUrl(config.publicUrl, config.secret) : '';
      return { ok: inForce === null || inForce === wanted, detail: texts.webhook(inForce, wanted) };
    }),
    await check('bot.quota', async () => {
      const uses = await channelUse(db.query, [{ channel: 'zalo-bot', limits: config.limits }], now);
      return { ok: !uses.some(isSpent), detail: texts.used(uses) };
    }),
  ];
};

/** @param publicUrl where events come to */
export const checkOa = async (
  account: Account,
  publicUrl: string | null,
  template: string | null,
): Promise<Check[]> => [
  await check('oa.token', async () => {
    const { name, package_name = '', package_valid_through_date = '' } = await account.self();
    return { ok: true, detail: texts.account(name, package_name, package_valid_through_date) };
  }),
  await check('oa.webhook', async () => {
    if (publicUrl === null) return { ok: false, detail: texts.noPublicUrl };
    // As the console does when the address is saved.
    const url = `${publicUrl}/webhook/zalo-oa`;
    const answer = await fetch(url, {
      method: 'POST',
      body: '{}',
      redirect: 'manual',
      signal: AbortSignal.timeout(2_000),
    });
    return { ok: answer.status === 200, detail: texts.probe(url, answer.status) };
  }),
  await check('oa.quota', async () => {
    const quotas = await account.quota();
    return { ok: true, detail: texts.accountQuota(quotas) };
  }),
  ...(template === null ? [] : [await checkTemplate(account, template)]),
];

/** Also that the host of templates by phone number answers. */
const checkTemplate = (account: Account, template: string): Promise<Check> =>
  check('oa.template', async () => {
    const { status, listParams } = await account.template(template);
    const isFit = listParams.length === 1 && listParams[0]?.name === 'noi_dung';
    return { ok: status === 'ENABLE' && isFit, detail: texts.template(status, isFit) };
  });

type Captured = { readonly raw: Buffer; readonly signature: string; readonly stamp: string | undefined };

export const checkSignature = (config: ZaloOaConfig, { raw, signature, stamp }: Captured): Check => {
  const headers = { 'x-zevent-signature': signature, 'x-zevent-timestamp': stamp };
  // Also what a setting would have to allow: the administrator is told to set it.
  const signed = signedWith({ ...config, forms: [...config.forms, 'oa-id-signature'] }, headers, raw);
  const isAllowed = signed !== null && (signed.first === 'app_id' || config.forms.includes('oa-id-signature'));
  return { name: 'oa.signature', ok: isAllowed, detail: texts.signature(signed) };
};

const check = async (name: Check['name'], look: () => Promise<Omit<Check, 'name'>>): Promise<Check> => {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    // Of a channel's fault the class says what to do, and its message holds neither words nor tokens.
    const [kind, message] = error instanceof Error ? [error.constructor.name, error.message] : ['', ''];
    return { name, ok: false, detail: texts.fault(kind, message) };
  }
};

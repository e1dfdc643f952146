/**
 * The webhook's secret and its registration. The secret is compared with a header; nothing binds it to the body. The
 * platform keeps an address even when its own probe of it failed, so the probe's outcome is read and told.
 */
import { z } from 'zod';
import type { Webhook } from '../channel.ts';
import { GiveUp } from '../errors.ts';
import type { Log } from '../log.ts';
import { fingerprint, isSameSecret } from '../secret.ts';
import type { Client } from './client.ts';

const PATH = '/webhook/zalo-bot';
const HEADER = 'x-bot-api-secret-token';

export const createWebhook = (secret: string): Webhook => ({
  path: PATH,
  verify: (headers) => {
    const given = headers[HEADER];
    return isSameSecret(typeof given === 'string' ? given : '', secret);
  },
  // Seen once, from the platform itself: a POST of nothing.
  isProbe: (raw) => raw.length === 0,
});

const info = z.object({ url: z.string().catch('') });
const registered = z.object({ verification: z.object({ ok: z.boolean() }).optional() });

/** The address in force; null when the platform does not tell. */
export const webhookInForce = async (client: Client): Promise<string | null> => {
  try {
    return (await client.call('getWebhookInfo', {}, info)).url;
  } catch (error) {
    if (error instanceof GiveUp) return null;
    throw error;
  }
};

/** Tells the platform where to deliver, when that is not what it has. */
export const registerWebhook = async (
  client: Client,
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
  log: Log,
): Promise<void> => {
  const url = webhookUrl(publicUrl, secret);
  if ((await webhookInForce(client)) === url) return;
  const { verification } = await client.call('setWebhook', { url, secret_token: secret }, registered);
  log.info({}, 'zalo-bot: the webhook was registered');
  if (verification?.ok === false) log.error({}, 'zalo-bot: the platform could not reach the webhook it was given');
};

/** The platform does not tell the secret in force; a fingerprint in the address makes its change visible. */
export const webhookUrl = (publicUrl: string, secret: string): string =>
  `${publicUrl.replace(/\/$/, '')}${PATH}?key=${fingerprint(secret)}`;

export const removeWebhook = (client: Client): Promise<unknown> => client.call('deleteWebhook', {}, z.unknown());

/**
 * The webhook's secret and registration. A webhook always has a secret: without a configured one it is derived from
 * the token, the same in every process.
 */
import { createHmac } from 'node:crypto';
import type { Webhook } from '../channel.ts';
import { fingerprint, isSameSecret } from '../secret.ts';
import type { Client } from './client.ts';
import { ALLOWED_UPDATES } from './update.ts';

const PATH = '/webhook/telegram';
const HEADER = 'x-telegram-bot-api-secret-token';

export const secretFrom = (token: string): string => createHmac('sha256', token).update(PATH).digest('base64url');

export const createWebhook = (secret: string): Webhook => ({
  path: PATH,
  verify: (headers) => {
    const given = headers[HEADER];
    return isSameSecret(typeof given === 'string' ? given : '', secret);
  },
});

/** Tells the platform where to deliver, when that is not what it has. */
export const registerWebhook = async (client: Client, publicUrl: string, secret: string): Promise<void> => {
  const url = addressWith(publicUrl, secret);
  const current = await client.call((api, signal) => api.getWebhookInfo(signal));
  const kinds = new Set<string>(current.allowed_updates);
  if (current.url === url && ALLOWED_UPDATES.every((kind) => kinds.has(kind))) return;
  await client.call((api, signal) =>
    api.setWebhook({ url, secret_token: secret, allowed_updates: ALLOWED_UPDATES }, signal),
  );
};

/** The platform does not tell the secret in force; a fingerprint in the address makes its change visible. */
const addressWith = (publicUrl: string, secret: string): string =>
  `${publicUrl.replace(/\/$/, '')}${PATH}?key=${fingerprint(secret)}`;

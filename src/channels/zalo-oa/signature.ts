/**
 * Where an event comes from: a hash over application, body, stamp and secret. Sources differ on which secret, where the
 * stamp stands and what goes first; each documented form is looked for, the secret's knowledge is what all prove.
 */
import { createHash } from 'node:crypto';
import { jsonOf } from '../call.ts';
import type { Webhook } from '../channel.ts';
import { isSameSecret } from '../secret.ts';
import type { ZaloOaConfig } from './options.ts';

const PATH = '/webhook/zalo-oa';
const SIGNATURE = 'x-zevent-signature';
const STAMP = 'x-zevent-timestamp';

/**
 * The platform brings an event again for nearly two hours, and what is stored is told by its id for days: an older stamp
 * is a recording.
 */
const STALE_AFTER_MS = 4 * 3_600_000;

type Headers = Readonly<Record<string, string | string[] | undefined>>;
type Keys = Pick<ZaloOaConfig, 'appId' | 'appSecret' | 'secretKey' | 'forms'>;

/** What an event was signed with: for an administrator who looks for the mistake. */
export type Signed = {
  readonly secret: 'secretKey' | 'appSecret';
  readonly stamp: 'body' | 'header';
  readonly first: 'app_id' | 'oa_id';
  readonly at: number;
};

export const createWebhook = (keys: Keys, now: () => number): Webhook => ({
  path: PATH,
  verify: (headers, raw) => {
    const signed = signedWith(keys, headers, raw);
    return signed !== null && signed.at >= now() - STALE_AFTER_MS;
  },
  // The console saves an address only when an unsigned `{}` is answered there.
  isProbe: (raw) => raw.length === 0 || /^\s*\{\s*\}\s*$/.test(raw.toString('latin1', 0, 100)),
});

export const signedWith = (keys: Keys, headers: Headers, raw: Buffer): Signed | null => {
  const given = macIn(headers[SIGNATURE]);
  if (given === null) return null;
  const body = Object(jsonOf(raw)) as { timestamp?: unknown };
  const stamps = [
    { stamp: 'body' as const, value: textOf(body.timestamp) },
    { stamp: 'header' as const, value: textOf(headers[STAMP]) },
  ];
  for (const { stamp, value } of stamps) {
    if (value === null) continue;
    for (const { first, id } of firstTerms(keys, body)) {
      for (const secret of ['secretKey', 'appSecret'] as const) {
        const mac = createHash('sha256').update(id).update(raw).update(value).update(keys[secret]).digest('hex');
        if (isSameSecret(mac, given)) return { secret, stamp, first, at: Number(value) };
      }
    }
  }
  return null;
};

/** `mac=…`, with spaces or without the word. */
const macIn = (header: string | string[] | undefined): string | null => {
  if (typeof header !== 'string') return null;
  return /^\s*(?:mac\s*=\s*)?([0-9a-f]{64})\s*$/i.exec(header)?.[1]?.toLowerCase() ?? null;
};

const textOf = (value: unknown): string | null =>
  (typeof value === 'string' || typeof value === 'number') && /^\d{10,16}$/.test(String(value)) ? String(value) : null;

const firstTerms = ({ appId, forms }: Keys, body: object): { first: Signed['first']; id: string }[] => {
  const { oa_id, recipient } = body as { oa_id?: unknown; recipient?: { id?: unknown } };
  const oaId = oa_id ?? recipient?.id;
  return [
    { first: 'app_id', id: appId },
    ...(forms.includes('oa-id-signature') && typeof oaId === 'string' ? [{ first: 'oa_id' as const, id: oaId }] : []),
  ];
};

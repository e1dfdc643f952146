/**
 * The access token: read from the store for each call, since any process may have renewed it; renewed ahead of its end by
 * a job, and when the platform refuses it. The refresh token works once: whoever renews holds the row, looks again, and
 * the new pair is kept before it is used. One renewal a process: all who need it wait for the same one, and only that one
 * holds a connection.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Call, jsonOf } from '../call.ts';
import { Credentials, RetryAt } from '../errors.ts';
import { faultName, type Log } from '../log.ts';
import type { Timeouts, TokenStore, Tokens, ZaloOaConfig } from './options.ts';

/** 20 of the 25 hours: five are left for a platform that is away, or for a person to consent anew. */
const RENEWED_AFTER = 0.8;
/** A call that begins now must still find it valid. */
const MARGIN_MS = 30_000;
const ANSWER_LIMIT = 100_000;
/** Without a token nothing can be sent: the whole platform waits, and notices find another way meanwhile. */
const AWAY_MS = 60_000;
/** Another process that renews is waited for as long as an exchange mostly takes, by looking again. */
const BUSY_TRIES = 12;
const BUSY_PAUSE_MS = 250;

export type AccessTokens = {
  readonly current: () => Promise<string>;
  /** The platform refused this one. @returns another */
  readonly instead: (refused: string) => Promise<string>;
  /** Renews when it is time. @throws Credentials when a person must act */
  readonly keep: () => Promise<void>;
};

type Deps = {
  readonly config: ZaloOaConfig;
  readonly call: Call;
  readonly timeouts: Timeouts;
  readonly store: TokenStore;
  readonly now: () => number;
  readonly log: Log;
};

const answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // Sent as text.
  expires_in: z.coerce.number().positive(),
});

export const createTokens = (deps: Deps): AccessTokens => {
  const { config, store, now, log } = deps;
  const first = config.refreshToken;
  const beganWith = first === null ? '' : createHash('sha256').update(first).digest('hex');
  /** Without a configured token whatever is kept goes on. */
  const isOurs = (held: Tokens | null): held is Tokens =>
    held !== null && (first === null || held.beganWith === beganWith);
  const isValid = (held: Tokens): boolean => held.endsAt > now() + MARGIN_MS;

  const renewOnce = (isGood: (held: Tokens) => boolean): Promise<Tokens | null> =>
    store.change(async (held) => {
      if (isOurs(held) && isGood(held)) return held;
      const refresh = isOurs(held) ? held.refresh : first;
      if (refresh === null) throw new Credentials('oauth: no refresh token');
      const pair = await exchange(deps, refresh);
      log.info({}, 'zalo-oa: the access token was renewed');
      const life = pair.expires_in * 1_000;
      return {
        ...{ access: pair.access_token, refresh: pair.refresh_token },
        ...{ renewAt: now() + life * RENEWED_AFTER, endsAt: now() + life },
        beganWith: isOurs(held) ? held.beganWith : beganWith,
      };
    });
  const renew = async (isGood: (held: Tokens) => boolean): Promise<Tokens> => {
    for (let tries = 1; tries <= BUSY_TRIES; tries += 1) {
      const kept = await renewOnce(isGood);
      if (kept !== null) return kept;
      await pause(BUSY_PAUSE_MS);
    }
    throw new RetryAt('oauth: another process renews', BUSY_PAUSE_MS, 'platform');
  };
  let running: Promise<Tokens> | null = null;
  const renewUnless = async (isGood: (held: Tokens) => boolean): Promise<string> => {
    while (running !== null) {
      const kept = await running;
      // It may have been begun for less: a token that is still good was good enough for it.
      if (isGood(kept)) return kept.access;
    }
    running = renew(isGood).finally(() => {
      running = null;
    });
    return (await running).access;
  };

  return {
    current: async () => {
      const held = await store.read();
      return isOurs(held) && isValid(held) ? held.access : renewUnless(isValid);
    },
    instead: (refused) => renewUnless((held) => held.access !== refused && isValid(held)),
    keep: async () => {
      const held = await store.read();
      const isFresh = (one: Tokens): boolean => one.renewAt > now();
      if (isOurs(held) && isFresh(held)) return;
      try {
        await renewUnless(isFresh);
      } catch (error) {
        log.error(faultName(error), 'zalo-oa: the access token could not be renewed');
        throw error;
      }
    },
  };
};

/** @throws RetryAt while the platform is away; Credentials when it refuses */
const exchange = async ({ config, call, timeouts }: Deps, refresh: string): Promise<z.infer<typeof answer>> => {
  const form = new URLSearchParams({
    refresh_token: refresh,
    app_id: config.appId,
    grant_type: 'refresh_token',
  });
  const { status, bytes } = await call({
    url: new URL(`${config.oauthRoot}/v4/oa/access_token`),
    headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: config.appSecret },
    body: Buffer.from(form.toString()),
    timeoutMs: timeouts.callMs,
    limit: ANSWER_LIMIT,
  }).catch((error: unknown) => {
    // Of our own classes: the message names no address.
    throw away(error instanceof Error ? error.message : '');
  });
  const body = jsonOf(bytes);
  const pair = answer.safeParse(body);
  if (pair.success) return pair.data;
  const { error } = Object(body) as { error?: unknown };
  // A page, the platform's own trouble, or calls too fast: the token may still be good.
  if (error === undefined || Number(error) === TOO_FAST) throw away(`answered ${status}`);
  throw new Credentials(`oauth: ${Number(error)}`);
};

const TOO_FAST = -32;

const away = (message: string): RetryAt => new RetryAt(`oauth: ${message}`, AWAY_MS, 'platform');

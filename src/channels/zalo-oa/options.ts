import type { FileLinks } from '../file-link.ts';
import type { Log } from '../log.ts';

/** Where sources contradict each other: the form that is not the documented one, by name. */
export type Form = 'oa-id-signature' | 'appsecret-proof' | 'nested-user-id' | 'data-group-query';

/** What the adapter is made from. Secrets are read here and never logged. */
export type ZaloOaConfig = {
  readonly appId: string;
  readonly appSecret: string;
  /** Shown with the webhook's settings; by most sources what signs events. */
  readonly secretKey: string;
  /** The first one; later ones live in the store. */
  readonly refreshToken: string | null;
  /** The approved template for notices, null where there is none. */
  readonly reminderTemplate: string | null;
  /** What may be spent in a month; null: as much as it costs. */
  readonly billedMax: number | null;
  readonly templatesMax: number | null;
  readonly apiRoot: string;
  readonly oauthRoot: string;
  /** Of templates by phone number. */
  readonly templateApiRoot: string;
  readonly forms: readonly Form[];
  readonly mediaHosts: readonly string[];
  readonly proxy?: string;
  readonly timeouts?: Partial<Timeouts>;
};

export type Timeouts = { readonly connectMs: number; readonly callMs: number; readonly fileMs: number };

export const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 5_000, callMs: 9_000, fileMs: 60_000 };

export type Tokens = {
  readonly access: string;
  readonly refresh: string;
  /** Milliseconds since the epoch. */
  readonly renewAt: number;
  readonly endsAt: number;
  /** Of the configured token that this line began with: a new one, entered after a new consent, begins anew. */
  readonly beganWith: string;
};

export type TokenStore = {
  readonly read: () => Promise<Tokens | null>;
  /**
   * Runs `decide` alone over all processes and keeps what it returns before anybody uses it: a refresh token works once,
   * so that two who use it have lost the account. Null: another process is at it.
   */
  readonly change: (decide: (held: Tokens | null) => Promise<Tokens>) => Promise<Tokens | null>;
};

export type ZaloOaDeps = {
  readonly log: Log;
  readonly links: FileLinks;
  readonly tokens: TokenStore;
  readonly now: () => number;
  /** The platform's time: the true one, also where the product's is moved. */
  readonly platformNow: () => number;
};

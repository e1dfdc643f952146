/** Tokens: an access token ends, a refresh token works once; both are made anew together. */
import { OaError } from './state.ts';

type Options = {
  readonly now: () => number;
  readonly tokenSeconds: number;
  readonly first: string;
  readonly app: { readonly appId: string; readonly appSecret: string };
};

export const createOauth = ({ now, tokenSeconds, first, app }: Options) => {
  let refresh: string | null = first;
  let access: { token: string; endsAt: number } | null = null;
  let count = 0;
  return {
    exchange: (secret: unknown, form: Readonly<Record<string, unknown>>): object => {
      if (secret !== app.appSecret || form.app_id !== app.appId) throw new OaError(-14004, 'Invalid app');
      if (form.grant_type !== 'refresh_token' || form.refresh_token !== refresh) {
        throw new OaError(-14014, 'Invalid refresh token');
      }
      count += 1;
      refresh = `refresh-${count}`;
      access = { token: `access-${count}`, endsAt: now() + tokenSeconds * 1_000 };
      // The number is sent as text.
      return { access_token: access.token, refresh_token: refresh, expires_in: String(tokenSeconds) };
    },
    isValid: (token: unknown): boolean => access !== null && token === access.token && access.endsAt > now(),
    /** How often tokens were made. */
    count: () => count,
    /** The account's owner has withdrawn the permission: nothing renews it but a new consent. */
    revoke: (): void => {
      refresh = null;
      access = null;
    },
    /** A new consent in the console. */
    consent: (token: string): void => {
      refresh = token;
    },
    /** The token in use ends now. */
    expire: (): void => {
      access = null;
    },
  };
};

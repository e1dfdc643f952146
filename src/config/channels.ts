/**
 * The settings of each chat platform: off without fields, or on with all it needs. A root from the environment puts a
 * fake or a gateway in the place of the platform's own.
 */
import type { Environment } from './environment.ts';

type Off = { readonly enabled: false };
export type Receive = { readonly mode: 'polling' } | { readonly mode: 'webhook'; readonly secret: string };
export type BotConfig =
  | Off
  | { readonly enabled: true; readonly token: string; readonly apiRoot: string; readonly receive: Receive };
export type OaConfig =
  | Off
  | {
      readonly enabled: true;
      readonly appId: string;
      readonly appSecret: string;
      readonly secretKey: string;
      /** The first one; later ones live in the database. */
      readonly refreshToken: string | null;
      readonly apiRoot: string;
      readonly oauthRoot: string;
      /** Of templates by phone number. */
      readonly templateApiRoot: string;
      readonly reminderTemplate: string | null;
      /** What may be spent in a month; null: as much as it costs. */
      readonly billedMax: number | null;
      readonly templatesMax: number | null;
      /** Where sources contradict each other: the other form, by its name. */
      readonly forms: Environment['ZALO_OA_FORMS'];
    };

const OWN_ROOTS = {
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  ZALO_BOT_API_ROOT: 'https://bot-api.zaloplatforms.com',
  ZALO_OA_API_ROOT: 'https://openapi.zalo.me',
  ZALO_OA_OAUTH_ROOT: 'https://oauth.zaloapp.com',
  ZALO_ZBS_API_ROOT: 'https://business.openapi.zalo.me',
} as const;
type RootName = keyof typeof OWN_ROOTS;

/** Two bots, set in the same way under different names. */
export const TELEGRAM = {
  token: 'TELEGRAM_BOT_TOKEN',
  root: 'TELEGRAM_API_ROOT',
  mode: 'TELEGRAM_MODE',
  secret: 'TELEGRAM_WEBHOOK_SECRET',
} as const;
export const ZALO_BOT = {
  token: 'ZALO_BOT_TOKEN',
  root: 'ZALO_BOT_API_ROOT',
  mode: 'ZALO_BOT_MODE',
  secret: 'ZALO_BOT_WEBHOOK_SECRET',
} as const;
export type BotVariables = typeof TELEGRAM | typeof ZALO_BOT;

export const OA_NEEDED = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_SECRET_KEY'] as const;

/** One of its settings switches the official account on; rules.ts then asks for the others. */
export const isOaSet = (env: Environment): boolean =>
  [...OA_NEEDED, 'ZALO_OA_REFRESH_TOKEN' as const].some((name) => env[name] !== undefined);

/** A bot listens on a webhook as soon as there is an address for it. */
export const modeOf = (env: Environment, mode: BotVariables['mode']): Receive['mode'] =>
  env[mode] ?? (env.PUBLIC_URL ? 'webhook' : 'polling');

/** The roots this process may call: those that are set, and the platforms' own for each channel that is on. */
export const rootsInUse = (env: Environment): { name: RootName; root: string }[] => {
  const roots = [
    { name: TELEGRAM.root, isOn: env[TELEGRAM.token] !== undefined },
    { name: ZALO_BOT.root, isOn: env[ZALO_BOT.token] !== undefined },
    { name: 'ZALO_OA_API_ROOT', isOn: isOaSet(env) },
    { name: 'ZALO_OA_OAUTH_ROOT', isOn: isOaSet(env) },
    // Without a template nothing is sent there.
    { name: 'ZALO_ZBS_API_ROOT', isOn: isOaSet(env) && env.ZALO_ZBS_TEMPLATE_REMINDER !== undefined },
  ] as const;
  return roots
    .filter(({ name, isOn }) => isOn || env[name] !== undefined)
    .map(({ name }) => ({ name, root: rootOf(env, name) }));
};

export const botConfig = (env: Environment, { token, root, mode, secret }: BotVariables): BotConfig => {
  const given = env[token];
  if (given === undefined) return { enabled: false };
  return {
    enabled: true,
    token: given,
    apiRoot: rootOf(env, root),
    receive: receiveOf(modeOf(env, mode), env[secret]),
  };
};

/** rules.ts has refused a webhook without a secret; an empty one would let anybody in. */
const receiveOf = (mode: Receive['mode'], secret: string | undefined): Receive => {
  if (mode === 'polling') return { mode };
  if (!secret) throw new Error('a webhook without its secret');
  return { mode, secret };
};

export const oaConfig = (env: Environment): OaConfig => {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: secretKey } = env;
  if (appId === undefined || appSecret === undefined || secretKey === undefined) return { enabled: false };
  return {
    enabled: true,
    appId,
    appSecret,
    secretKey,
    refreshToken: env.ZALO_OA_REFRESH_TOKEN ?? null,
    apiRoot: rootOf(env, 'ZALO_OA_API_ROOT'),
    oauthRoot: rootOf(env, 'ZALO_OA_OAUTH_ROOT'),
    templateApiRoot: rootOf(env, 'ZALO_ZBS_API_ROOT'),
    reminderTemplate: env.ZALO_ZBS_TEMPLATE_REMINDER ?? null,
    billedMax: env.ZALO_OA_BILLED_MAX ?? null,
    templatesMax: env.ZALO_ZBS_MAX ?? null,
    forms: env.ZALO_OA_FORMS,
  };
};

const rootOf = (env: Environment, name: RootName): string => env[name] ?? OWN_ROOTS[name];

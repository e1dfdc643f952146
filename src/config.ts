/**
 * The environment, parsed once by main and handed on. A channel that is off has no fields; units are in the names.
 * All faults are gathered into one ConfigError of one line that names each variable and never repeats a value.
 */
import { type BotConfig, botConfig, type OaConfig, oaConfig, TELEGRAM, ZALO_BOT } from './config/channels.ts';
import { type Environment, environment } from './config/environment.ts';
import { faultsBetween, isProduction, mayServeWebChat } from './config/rules.ts';
import type { LogLevel } from './log.ts';

export type Config = {
  readonly production: boolean;
  readonly role: 'all' | 'web' | 'worker';
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  /** As Fastify takes it: nobody, everybody, so many proxies, or these addresses. */
  readonly trustProxy: boolean | number | string[];
  readonly dataDir: string;
  readonly timezone: string;
  readonly logLevel: LogLevel;
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'external'; readonly url: string; readonly ownerUrl: string | null };
  readonly redisUrl: string | null;
  readonly sampleData: 'when_empty' | 'on' | 'off';
  readonly webChat: boolean;
  /** Null: one is made and kept in `dataDir`. */
  readonly appKey: string | null;
  readonly adminToken: string | null;
  readonly undoSeconds: number;
  readonly testClock: { readonly startMs: number; readonly speed: number } | null;
  readonly pacing: boolean;
  readonly httpsProxy: string | null;
  readonly telegram: BotConfig;
  readonly zaloBot: BotConfig;
  readonly zaloOa: OaConfig;
  /** How the bot is shown in groups; what a mention begins with. */
  readonly zaloBotName: string | null;
  /** What the bot's plan allows: messages a month, and people. */
  readonly zaloBotLimits: { readonly messages: number; readonly people: number };
  /** Domains that may be called for what people send. */
  readonly zaloMediaHosts: readonly string[];
};

export class ConfigError extends Error {}

/** @throws ConfigError */
export const parseConfig = (variables: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environment.safeParse(filledIn(variables));
  const faults = parsed.success
    ? faultsBetween(parsed.data)
    : [...new Set(parsed.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`))];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults.join('; '));
  return configOf(parsed.data);
};

/** For the first log line: what is on and how, with nothing secret in it. */
export const describeConfig = (config: Config): Readonly<Record<string, string | number | boolean>> => ({
  role: config.role,
  listen: `${config.host}:${config.port}`,
  production: config.production,
  database: config.database.kind,
  queue: config.redisUrl ? 'redis' : 'postgres',
  publicUrl: config.publicUrl ?? 'none',
  webChat: config.webChat,
  sampleData: config.sampleData,
  telegram: config.telegram.enabled ? config.telegram.receive.mode : 'off',
  zaloBot: config.zaloBot.enabled ? config.zaloBot.receive.mode : 'off',
  zaloOa: config.zaloOa.enabled ? 'on' : 'off',
  proxy: config.httpsProxy !== null,
  testClock: config.testClock !== null,
  pacing: config.pacing,
});

/** What the log must never show: every secret value of this configuration. */
export const secretsOf = ({ telegram, zaloBot, zaloOa, ...config }: Config): string[] => {
  const database = config.database.kind === 'external' ? [config.database.url, config.database.ownerUrl] : [];
  const links = [...database, config.redisUrl, config.httpsProxy].filter((link) => link !== null);
  const bots = [telegram, zaloBot].filter((bot) => bot.enabled);
  const secrets = [
    ...links,
    ...links.map((link) => new URL(link).password),
    ...bots.flatMap((bot) => [bot.token, bot.receive.mode === 'webhook' ? bot.receive.secret : null]),
    ...(zaloOa.enabled ? [zaloOa.appSecret, zaloOa.secretKey, zaloOa.refreshToken] : []),
    config.appKey,
    config.adminToken,
  ];
  return secrets.filter((secret) => secret !== null);
};

/** An empty variable is one that is not set: what a compose file passes on for a variable nobody gave. */
const filledIn = (variables: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

const configOf = (env: Environment): Config => {
  const channels = {
    telegram: botConfig(env, TELEGRAM),
    zaloBot: botConfig(env, ZALO_BOT),
    zaloOa: oaConfig(env),
  };
  const hasChannel = Object.values(channels).some((channel) => channel.enabled);
  // Sample people must not stand among real ones.
  const autoSampleData = hasChannel ? 'off' : 'when_empty';
  return {
    production: isProduction(env),
    role: env.ROLE,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    trustProxy: env.TRUST_PROXY,
    dataDir: env.DATA_DIR,
    timezone: env.TIMEZONE,
    logLevel: env.LOG_LEVEL,
    database: env.DATABASE_URL
      ? { kind: 'external', url: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL ?? null }
      : { kind: 'embedded' },
    redisUrl: env.REDIS_URL ?? null,
    sampleData: env.SAMPLE_DATA === 'auto' ? autoSampleData : env.SAMPLE_DATA,
    webChat: env.WEB_CHAT === 'auto' ? !hasChannel && mayServeWebChat(env) : env.WEB_CHAT === 'on',
    appKey: env.APP_KEY ?? null,
    adminToken: env.ADMIN_TOKEN ?? null,
    undoSeconds: env.UNDO_SECONDS,
    testClock: env.TEST_CLOCK ?? null,
    pacing: env.TEST_PACING === 'on',
    httpsProxy: env.HTTPS_PROXY ?? null,
    zaloBotName: env.ZALO_BOT_NAME ?? null,
    zaloBotLimits: { messages: env.ZALO_BOT_MESSAGES_MAX, people: env.ZALO_BOT_PEOPLE_MAX },
    zaloMediaHosts: env.ZALO_MEDIA_HOSTS,
    ...channels,
  };
};

/**
 * Every variable by itself: its form, its default, and the one sentence that says what it must be. What variables
 * demand of each other is in rules.ts. No sentence repeats the value, which may be a secret.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import { LOG_LEVELS } from '../log.ts';
import { isLoopback } from './loopback.ts';

const fails = (message: string) => ({ error: `must be ${message}` });

const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, fails(`one of ${values.join(', ')}`));

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
      fails(`a whole number from ${least} to ${most}`),
    )
    .transform(Number);

const word = z.string().regex(/^\S+$/, fails('without spaces'));

/** A bot's token is a part of the path of each call. */
const botToken = z.string().regex(/^[^\s/?#]+$/, fails('a token such as 123456:ABC-DEF'));

const link = (protocols: readonly string[], what: string) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), fails(what));

const postgresUrl = link(['postgres:', 'postgresql:'], 'a link such as postgres://user:password@host/database');

/** A root is put before paths, so it ends without a slash. */
const root = link(['http:', 'https:'], 'an http or https link')
  .refine((text) => !/[?#@]/.test(text), fails('a link without user, query or fragment'))
  .transform((text) => text.replace(/\/+$/, ''));

const publicRoot = root.refine(
  (text) => text.startsWith('https:') || isLoopback(new URL(text).hostname),
  fails('an https link (http only on this machine, such as http://127.0.0.1:8080)'),
);

/** Vietnam keeps UTC+7 all year and so does our arithmetic; another zone would show wrong dates. */
const timezone = z.string().refine(isPlusSeven, fails('a zone that keeps UTC+7 all year, such as Asia/Ho_Chi_Minh'));

/** What the platform may call by other names than it documents: each is a form seen in use, and asked for by its name. */
const OA_FORMS = ['oa-id-signature', 'appsecret-proof', 'nested-user-id', 'data-group-query'] as const;

const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(values, fails(`a list of ${values.join(', ')}`))));

const domains = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .refine(
    (parts) => parts.every((part) => /^([a-z\d-]+\.)+[a-z]{2,}$/.test(part)),
    fails('a list of domains such as zdn.vn,zadn.vn'),
  );

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];
const trustProxy = z
  .string()
  .transform((text) => {
    if (/^\d+$/.test(text)) return Number(text);
    return text === 'true' || text === 'false' ? text === 'true' : text.split(',').map((part) => part.trim());
  })
  .refine(
    (value) => !Array.isArray(value) || value.every((part) => PROXY_NAMES.includes(part) || isNetwork(part)),
    fails('true, false, a number of proxies, or a list of addresses such as 127.0.0.1,10.0.0.0/8'),
  );

const CLOCK = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))(?: x(\d+(?:\.\d+)?))?$/;
const testClock = z
  .string()
  .transform((text) => {
    const [, start = '', speed = '1'] = CLOCK.exec(text) ?? [];
    return { startMs: Date.parse(start), speed: Number(speed) };
  })
  .refine(
    ({ startMs, speed }) => Number.isFinite(startMs) && speed > 0,
    fails('a moment, with a speed if wanted, such as 2026-11-23T08:00:00+07:00 x60'),
  );

export const environment = z.object({
  NODE_ENV: z.string().optional(),
  ROLE: oneOf(['all', 'web', 'worker']).default('all'),
  PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: publicRoot.optional(),
  TRUST_PROXY: trustProxy.default(false),
  DATA_DIR: z.string().default('./.data'),
  TIMEZONE: timezone.default('Asia/Ho_Chi_Minh'),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  REDIS_URL: link(['redis:', 'rediss:'], 'a link such as redis://host:6379').optional(),
  SAMPLE_DATA: oneOf(['auto', 'on', 'off']).default('auto'),
  WEB_CHAT: oneOf(['auto', 'on', 'off']).default('auto'),
  APP_KEY: z.string().optional(),
  ADMIN_TOKEN: word.optional(),
  UNDO_SECONDS: wholeNumber(0, 600).default(30),
  TEST_CLOCK: testClock.optional(),
  TEST_PACING: oneOf(['on', 'off']).default('on'),
  HTTPS_PROXY: link(['http:', 'https:'], 'an http or https link').optional(),

  TELEGRAM_BOT_TOKEN: botToken.optional(),
  TELEGRAM_API_ROOT: root.optional(),
  TELEGRAM_MODE: oneOf(['polling', 'webhook']).optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, fails('1 to 256 letters, digits, _ or -'))
    .optional(),

  ZALO_BOT_TOKEN: botToken.optional(),
  ZALO_BOT_API_ROOT: root.optional(),
  ZALO_BOT_MODE: oneOf(['polling', 'webhook']).optional(),
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .regex(/^\S{8,256}$/, fails('8 to 256 characters without spaces'))
    .optional(),
  ZALO_BOT_NAME: z.string().optional(),
  ZALO_BOT_MESSAGES_MAX: wholeNumber(1, 100_000_000).default(3_000),
  ZALO_BOT_PEOPLE_MAX: wholeNumber(1, 100_000_000).default(50),
  ZALO_MEDIA_HOSTS: domains.default(['zdn.vn', 'zadn.vn', 'dlfl.vn', 'zalo.me', 'zaloapp.com', 'zaloplatforms.com']),

  ZALO_OA_APP_ID: word.optional(),
  ZALO_OA_APP_SECRET: word.optional(),
  ZALO_OA_SECRET_KEY: word.optional(),
  ZALO_OA_REFRESH_TOKEN: word.optional(),
  ZALO_OA_FORMS: listOf(OA_FORMS).default([]),
  ZALO_OA_API_ROOT: root.optional(),
  ZALO_OA_OAUTH_ROOT: root.optional(),
  ZALO_ZBS_API_ROOT: root.optional(),
  ZALO_ZBS_TEMPLATE_REMINDER: word.optional(),
  ZALO_OA_BILLED_MAX: wholeNumber(0, 100_000_000).optional(),
  ZALO_ZBS_MAX: wholeNumber(0, 100_000_000).optional(),
});

export type Environment = z.output<typeof environment>;

/** Every month of ten years: daylight saving in any of them rules a zone out. */
function isPlusSeven(zone: string): boolean {
  const months = Array.from({ length: 120 }, (_, month) => Date.UTC(2022, month, 15));
  try {
    const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    return months.every((month) => clock.format(month).endsWith('GMT+07:00'));
  } catch {
    return false; // RangeError: no such zone
  }
}

function isNetwork(part: string): boolean {
  const [address = '', bits = '0', ...rest] = part.split('/');
  const version = isIP(address);
  return version !== 0 && rest.length === 0 && /^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

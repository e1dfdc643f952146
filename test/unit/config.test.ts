import { describe, expect, test } from 'vitest';
import { ConfigError, describeConfig, parseConfig, secretsOf } from '#src/config.ts';

type Variables = Record<string, string>;

const faultOf = (variables: Variables): string => {
  try {
    parseConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
};

const TELEGRAM = { TELEGRAM_BOT_TOKEN: '7012345678:AAF-canary' };
const OA = { ZALO_OA_APP_ID: '42', ZALO_OA_APP_SECRET: 'canary-app', ZALO_OA_SECRET_KEY: 'canary-key' };
const WEBHOOK = { ...TELEGRAM, PUBLIC_URL: 'https://bot.test/', TELEGRAM_WEBHOOK_SECRET: 'canary_hook' };
const LOCAL = 'http://127.0.0.1:9000';

describe('defaults', () => {
  test('with no variable at all everything runs here, with the web chat and sample data', () => {
    expect(parseConfig({})).toMatchObject({
      role: 'all',
      port: 8080,
      host: '127.0.0.1',
      dataDir: './.data',
      timezone: 'Asia/Ho_Chi_Minh',
      database: { kind: 'embedded' },
      redisUrl: null,
      sampleData: 'when_empty',
      webChat: true,
      undoSeconds: 30,
      testClock: null,
      pacing: true,
      telegram: { enabled: false },
      zaloBot: { enabled: false },
      zaloOa: { enabled: false },
    });
  });

  test('an empty variable is one that is not set', () => {
    expect(parseConfig({ PORT: '', TELEGRAM_BOT_TOKEN: ' ', ROLE: '' })).toEqual(parseConfig({}));
  });

  test('variables that are none of ours are left alone', () => {
    expect(parseConfig({ PATH: '/usr/bin', TZ: 'UTC' })).toEqual(parseConfig({}));
  });
});

describe('one clear line', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['ROLE', 'boss'],
    ['LOG_LEVEL', 'loud'],
    ['UNDO_SECONDS', '-1'],
    ['SAMPLE_DATA', 'yes'],
    ['WEB_CHAT', 'true'],
    ['DATABASE_URL', 'mysql://canary@db/x'],
    ['REDIS_URL', 'canary:6379'],
    ['HTTPS_PROXY', 'canary'],
    ['TRUST_PROXY', 'somebody'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TELEGRAM_API_ROOT', 'ftp://127.0.0.1'],
    ['TELEGRAM_API_ROOT', 'http://user:canary@127.0.0.1'],
    ['TELEGRAM_BOT_TOKEN', '../canary'],
    ['TELEGRAM_MODE', 'push'],
    ['TELEGRAM_WEBHOOK_SECRET', 'canary with spaces'],
    ['ZALO_BOT_WEBHOOK_SECRET', 'short'],
    ['ZALO_OA_FORMS', 'oa-id-signature,canary'],
    ['ZALO_MEDIA_HOSTS', 'zdn.vn,http://canary'],
    ['ZALO_MEDIA_HOSTS', 'zdn.vn,127.0.0.1'],
    ['TEST_PACING', 'maybe'],
  ])('%s=%s is refused by name, and the value is not repeated', (name, value) => {
    expect(faultOf({ [name]: value })).toMatch(new RegExp(`^${name}: must be [^\\n]+$`));
    expect(faultOf({ [name]: value })).not.toContain('canary');
  });

  test('all faults are in it', () => {
    const line = faultOf({ PORT: 'x', ROLE: 'y', TIMEZONE: 'z' });
    expect(line).toMatch(/PORT: .*ROLE: |ROLE: .*PORT: /);
    expect(line).toContain('TIMEZONE: ');
    expect(line).not.toContain('\n');
  });
});

describe('time zone', () => {
  test.each(['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'Asia/Bangkok', 'Etc/GMT-7'])('%s keeps UTC+7', (zone) => {
    expect(parseConfig({ TIMEZONE: zone }).timezone).toBe(zone);
  });

  test.each(['UTC', 'Asia/Tokyo', 'America/Denver', 'Hanoi', '+07:00 or so'])('%s is refused', (zone) => {
    expect(faultOf({ TIMEZONE: zone })).toMatch(/^TIMEZONE: /);
  });
});

describe('PUBLIC_URL', () => {
  test.each(['https://bot.hanoi.test', 'http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:8080'])(
    '%s is taken',
    (url) => expect(parseConfig({ PUBLIC_URL: `${url}/` }).publicUrl).toBe(url),
  );

  test.each(['http://bot.hanoi.test', 'http://127.0.0.1.evil.test', 'http://localhost.evil.test', 'bot.test'])(
    '%s is refused',
    (url) => expect(faultOf({ PUBLIC_URL: url })).toMatch(/^PUBLIC_URL: /),
  );
});

describe('TRUST_PROXY', () => {
  test.each([
    ['true', true],
    ['false', false],
    ['2', 2],
    ['loopback, 10.0.0.0/8,::1', ['loopback', '10.0.0.0/8', '::1']],
  ])('%s', (given, expected) => expect(parseConfig({ TRUST_PROXY: given }).trustProxy).toEqual(expected));
});

describe('database and keys', () => {
  test('the embedded Postgres serves ROLE=all only', () => {
    expect(faultOf({ ROLE: 'web' })).toMatch(/^DATABASE_URL: /);
    expect(faultOf({ ROLE: 'worker' })).toMatch(/^DATABASE_URL: /);
    expect(parseConfig({ ROLE: 'worker', DATABASE_URL: 'postgres://db/app' }).database).toMatchObject({
      kind: 'external',
    });
  });

  test('an owner needs a database', () => {
    expect(faultOf({ DATABASE_OWNER_URL: 'postgres://db/app' })).toMatch(/^DATABASE_OWNER_URL: /);
  });

  test('in production processes share a long APP_KEY, and a short ADMIN_TOKEN is refused', () => {
    const production = { NODE_ENV: 'production', ROLE: 'web', DATABASE_URL: 'postgres://db/app' };
    expect(faultOf(production)).toMatch(/^APP_KEY: /);
    expect(faultOf({ ...production, APP_KEY: 'short' })).toMatch(/^APP_KEY: /);
    expect(faultOf({ ...production, APP_KEY: 'k'.repeat(32), ADMIN_TOKEN: 'short' })).toMatch(/^ADMIN_TOKEN: /);
    expect(faultOf({ ...production, APP_KEY: 'k'.repeat(32), ADMIN_TOKEN: 't'.repeat(16) })).toBe('accepted');
  });
});

describe('web chat and sample data', () => {
  test('on by itself only while no channel is configured', () => {
    expect(parseConfig(TELEGRAM)).toMatchObject({ webChat: false, sampleData: 'off' });
    expect(parseConfig({ ...TELEGRAM, WEB_CHAT: 'on', SAMPLE_DATA: 'on' })).toMatchObject({
      webChat: true,
      sampleData: 'on',
    });
    expect(parseConfig({ WEB_CHAT: 'off', SAMPLE_DATA: 'off' })).toMatchObject({ webChat: false, sampleData: 'off' });
  });

  test.each([{ NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { HOST: '::' }, { HOST: '192.168.1.5' }])(
    'refused where others could reach it: %o; by itself it stays off there',
    (place) => {
      expect(faultOf({ ...place, WEB_CHAT: 'on' })).toMatch(/^WEB_CHAT: /);
      expect(parseConfig(place as Variables).webChat).toBe(false);
    },
  );

  test.each(['localhost', '127.0.0.1', '::1'])('served on %s', (host) => {
    expect(parseConfig({ HOST: host, WEB_CHAT: 'on' }).webChat).toBe(true);
  });
});

describe('the test clock and lifted send limits', () => {
  test('a moment, with or without a speed', () => {
    const startMs = Date.parse('2026-11-23T01:00:00Z');
    expect(parseConfig({ TEST_CLOCK: '2026-11-23T08:00:00+07:00' }).testClock).toEqual({ startMs, speed: 1 });
    expect(parseConfig({ TEST_CLOCK: '2026-11-23T08:00:00+07:00 x60' }).testClock).toEqual({ startMs, speed: 60 });
    expect(parseConfig({ TEST_CLOCK: '2026-11-23T01:00Z x0.5' }).testClock).toEqual({ startMs, speed: 0.5 });
  });

  test.each(['2026-11-23', '2026-11-23T08:00:00', '2026-13-23T08:00:00+07:00', '2026-11-23T08:00:00+07:00 x0', 'now'])(
    '"%s" is no moment',
    (text) => expect(faultOf({ TEST_CLOCK: text })).toMatch(/^TEST_CLOCK: must be /),
  );

  const CLOCK = { TEST_CLOCK: '2026-11-23T08:00:00+07:00' };
  const PACING = { TEST_PACING: 'off' };

  test.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV'],
    [{ TELEGRAM_API_ROOT: 'https://api.telegram.org' }, 'TELEGRAM_API_ROOT'],
    [{ ZALO_BOT_API_ROOT: 'http://10.0.0.5' }, 'ZALO_BOT_API_ROOT'],
    [{ ZALO_OA_API_ROOT: 'https://a.test' }, 'ZALO_OA_API_ROOT'],
    [{ ZALO_OA_OAUTH_ROOT: 'https://a.test' }, 'ZALO_OA_OAUTH_ROOT'],
    [{ ZALO_ZBS_API_ROOT: 'https://a.test' }, 'ZALO_ZBS_API_ROOT'],
    [TELEGRAM, 'TELEGRAM_API_ROOT'],
    [{ ZALO_BOT_TOKEN: '1:a' }, 'ZALO_BOT_API_ROOT'],
    [{ ...OA, ZALO_OA_API_ROOT: LOCAL }, 'ZALO_OA_OAUTH_ROOT'],
    [
      { ...OA, ZALO_OA_API_ROOT: LOCAL, ZALO_OA_OAUTH_ROOT: LOCAL, ZALO_ZBS_TEMPLATE_REMINDER: '1' },
      'ZALO_ZBS_API_ROOT',
    ],
  ])('both are refused where people could be reached: %o', (place, reason) => {
    expect(faultOf({ ...(place as Variables), ...CLOCK })).toMatch(new RegExp(`^TEST_CLOCK: .*${reason}`));
    expect(faultOf({ ...(place as Variables), ...PACING })).toMatch(new RegExp(`^TEST_PACING: .*${reason}`));
  });

  test('both are taken beside fakes on this machine', () => {
    const fakes = {
      ...TELEGRAM,
      ...OA,
      TELEGRAM_API_ROOT: LOCAL,
      ZALO_OA_API_ROOT: LOCAL,
      ZALO_OA_OAUTH_ROOT: LOCAL,
    };
    expect(parseConfig({ ...fakes, ...CLOCK, ...PACING })).toMatchObject({ pacing: false, testClock: { speed: 1 } });
  });
});

describe('channels', () => {
  test('a bot polls, and with a public address takes a webhook', () => {
    expect(parseConfig(TELEGRAM).telegram).toEqual({
      enabled: true,
      token: '7012345678:AAF-canary',
      apiRoot: 'https://api.telegram.org',
      receive: { mode: 'polling' },
    });
    expect(parseConfig(WEBHOOK).telegram).toMatchObject({ receive: { mode: 'webhook', secret: 'canary_hook' } });
    expect(parseConfig({ ...WEBHOOK, TELEGRAM_MODE: 'polling' }).telegram).toMatchObject({
      receive: { mode: 'polling' },
    });
  });

  test('a webhook needs its address and its secret', () => {
    expect(faultOf({ ...TELEGRAM, PUBLIC_URL: 'https://bot.test' })).toMatch(/^TELEGRAM_WEBHOOK_SECRET: /);
    expect(faultOf({ ...TELEGRAM, TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: 's' })).toMatch(/^PUBLIC_URL: /);
    const zaloBot = { ZALO_BOT_TOKEN: '1:a', PUBLIC_URL: 'https://bot.test' };
    expect(faultOf(zaloBot)).toMatch(/^ZALO_BOT_WEBHOOK_SECRET: /);
    expect(parseConfig({ ...zaloBot, ZALO_BOT_WEBHOOK_SECRET: 'long-enough' }).zaloBot).toMatchObject({
      apiRoot: 'https://bot-api.zaloplatforms.com',
      receive: { mode: 'webhook', secret: 'long-enough' },
    });
  });

  test('a root ends without a slash', () => {
    const { telegram } = parseConfig({ ...TELEGRAM, TELEGRAM_API_ROOT: `${LOCAL}/` });
    expect(telegram).toMatchObject({ apiRoot: LOCAL });
  });

  test('lists are read whatever stands around their commas', () => {
    const listed = { ...OA, ZALO_OA_FORMS: 'appsecret-proof, nested-user-id', ZALO_MEDIA_HOSTS: 'ZDN.vn , zadn.vn' };
    const { zaloOa, zaloMediaHosts } = parseConfig(listed);
    expect(zaloOa).toMatchObject({ forms: ['appsecret-proof', 'nested-user-id'] });
    expect(zaloMediaHosts).toEqual(['zdn.vn', 'zadn.vn']);
  });

  test('the official account is on with all of its settings or refused', () => {
    expect(parseConfig(OA).zaloOa).toEqual({
      enabled: true,
      appId: '42',
      appSecret: 'canary-app',
      secretKey: 'canary-key',
      refreshToken: null,
      forms: [],
      apiRoot: 'https://openapi.zalo.me',
      oauthRoot: 'https://oauth.zaloapp.com',
      templateApiRoot: 'https://business.openapi.zalo.me',
      billedMax: null,
      templatesMax: null,
      reminderTemplate: null,
    });
    const line = faultOf({ ZALO_OA_REFRESH_TOKEN: 'canary' });
    for (const name of Object.keys(OA)) expect(line).toContain(`${name}: must be set`);
  });
});

test('the description for the log holds no secret, and every secret is known to the log', () => {
  const given = {
    ...WEBHOOK,
    ...OA,
    ZALO_OA_REFRESH_TOKEN: 'canary-refresh',
    ZALO_BOT_TOKEN: '5:canary-bot',
    ZALO_BOT_WEBHOOK_SECRET: 'canary-bot-hook',
    DATABASE_URL: 'postgres://app:canary-db@db/app',
    DATABASE_OWNER_URL: 'postgres://owner:canary-owner@db/app',
    REDIS_URL: 'redis://:canary-redis@redis:6379',
    HTTPS_PROXY: 'http://user:canary-proxy@proxy:3128',
    APP_KEY: 'canary-app-key',
    ADMIN_TOKEN: 'canary-admin',
  };
  const config = parseConfig(given);
  expect(JSON.stringify(describeConfig(config))).not.toContain('canary');
  const known = secretsOf(config);
  for (const value of Object.values(given).filter((value) => value.includes('canary'))) expect(known).toContain(value);
  for (const password of ['canary-db', 'canary-owner', 'canary-redis', 'canary-proxy'])
    expect(known).toContain(password);
});

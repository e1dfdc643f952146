/** What variables demand of each other. Each rule gives the faults it finds, as `VARIABLE: must …`. */
import { type BotVariables, isOaSet, modeOf, OA_NEEDED, rootsInUse, TELEGRAM, ZALO_BOT } from './channels.ts';
import type { Environment } from './environment.ts';
import { isLoopback } from './loopback.ts';

export const faultsBetween = (env: Environment): string[] => [
  ...database(env),
  ...keys(env),
  ...webChat(env),
  ...testSwitches(env),
  ...bot(env, TELEGRAM),
  ...bot(env, ZALO_BOT),
  ...officialAccount(env),
];

export const isProduction = (env: Environment): boolean => env.NODE_ENV === 'production';

const unless = (isRight: boolean, fault: string): string[] => (isRight ? [] : [fault]);

const database = (env: Environment): string[] => [
  ...unless(
    env.DATABASE_URL !== undefined || env.ROLE === 'all',
    `DATABASE_URL: must be set when ROLE is ${env.ROLE} (the embedded Postgres serves one process, ROLE=all)`,
  ),
  ...unless(
    env.DATABASE_URL !== undefined || env.DATABASE_OWNER_URL === undefined,
    'DATABASE_OWNER_URL: must come with DATABASE_URL',
  ),
];

/** Outside production a short or generated key is a convenience; in it, one that lies open or differs per process. */
const keys = (env: Environment): string[] => {
  if (!isProduction(env)) return [];
  return [
    ...unless(
      env.APP_KEY !== undefined || env.ROLE === 'all',
      'APP_KEY: must be set, and the same, for all processes when ROLE is web or worker',
    ),
    ...unless((env.APP_KEY ?? '*'.repeat(32)).length >= 32, 'APP_KEY: must have 32 characters or more in production'),
    ...unless(
      (env.ADMIN_TOKEN ?? '*'.repeat(16)).length >= 16,
      'ADMIN_TOKEN: must have 16 characters or more in production',
    ),
  ];
};

/** The web chat lets anyone act as any sample person. */
export const mayServeWebChat = (env: Environment): boolean => !isProduction(env) && isLoopback(env.HOST);

const webChat = (env: Environment): string[] =>
  unless(
    env.WEB_CHAT !== 'on' || mayServeWebChat(env),
    'WEB_CHAT: must not be on with NODE_ENV=production or a HOST that is not loopback (it lets anyone act as anybody)',
  );

/** A shifted clock or lifted send limits must never reach people. */
const testSwitches = (env: Environment): string[] => {
  const remote = rootsInUse(env).filter(({ root }) => !isLoopback(new URL(root).hostname));
  const reasons = [
    ...(isProduction(env) ? ['NODE_ENV=production'] : []),
    ...remote.map(({ name }) => `${name} that is not loopback`),
  ];
  if (reasons.length === 0) return [];
  return [
    ...unless(env.TEST_CLOCK === undefined, `TEST_CLOCK: must not be set with ${reasons.join(' or ')}`),
    ...unless(env.TEST_PACING === 'on', `TEST_PACING: must not be off with ${reasons.join(' or ')}`),
  ];
};

const bot = (env: Environment, { token, mode, secret }: BotVariables): string[] => {
  if (env[token] === undefined || modeOf(env, mode) === 'polling') return [];
  return [
    ...unless(env.PUBLIC_URL !== undefined, `PUBLIC_URL: must be set when ${mode} is webhook`),
    ...unless(
      env[secret] !== undefined,
      `${secret}: must be set when ${mode} is webhook (which it is by default with PUBLIC_URL)`,
    ),
  ];
};

const officialAccount = (env: Environment): string[] => {
  const lacking = isOaSet(env) ? OA_NEEDED.filter((name) => env[name] === undefined) : [];
  return lacking.map((name) => `${name}: must be set when another ZALO_OA_ setting is`);
};

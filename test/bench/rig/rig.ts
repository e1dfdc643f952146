/**
 * What the budgets are measured on: an embedded Postgres as `npm start` has it (durable), Redis where the program is
 * there, the product with sample data in a process of its own, and a platform that delivers by webhook.
 */

import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import { quietLog } from '#test/support/log.ts';
import { startRedis } from '#test/support/redis.ts';
import type { Options } from '../measure.ts';
import { type Platform, SECRET, startPlatform, TOKEN } from './platform.ts';
import { type Running, startProduct } from './product.ts';

export type Rig = {
  readonly platform: Platform;
  /** The first of the processes. */
  readonly product: Running;
  readonly processes: number;
  /** As the owner of the database. */
  readonly pool: pg.Pool;
  readonly ownerUrl: string;
  readonly queue: 'redis' | 'postgres';
};

export type Setting = {
  readonly pacing: 'on' | 'off';
  readonly undoSeconds: number;
  /** One that does everything when absent. */
  readonly roles?: readonly Role[];
};
type Role = 'all' | 'web' | 'worker';

export const withProduct = async <T>(
  options: Options,
  { pacing, undoSeconds, roles = ['all'] }: Setting,
  work: (rig: Rig) => Promise<T>,
): Promise<T> => {
  await using stack = new AsyncDisposableStack();
  const dataDir = await tempDir(stack);
  const postgres = await startEmbedded({ dataDir, log: quietLog, settings: options.statements ? COUNTING : {} });
  stack.defer(postgres.stop);
  const redis = options.queue === 'postgres' ? null : await startRedis();
  stack.defer(async () => redis?.stop());
  const urls: string[] = [];
  const doors = nextOf(urls);
  const platform = await startPlatform(() => `${doors()}/webhook/telegram`);
  stack.defer(platform.close);
  const [product, ...others] = await startAll(roles, async (role) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    if (role !== 'worker') urls.push(url);
    const running = await startProduct({
      command: process.execPath,
      args: [...profiling(options), 'src/main.ts'],
      url: role === 'worker' ? null : url,
      variables: {
        PORT: String(port),
        ROLE: role,
        PUBLIC_URL: urls[0] ?? url,
        DATA_DIR: dataDir,
        DATABASE_URL: postgres.appUrl,
        DATABASE_OWNER_URL: postgres.ownerUrl,
        ...(redis === null ? {} : { REDIS_URL: redis.url }),
        SAMPLE_DATA: 'on',
        WEB_CHAT: 'off',
        UNDO_SECONDS: String(undoSeconds),
        TEST_PACING: pacing,
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: platform.root,
        TELEGRAM_WEBHOOK_SECRET: SECRET,
      },
    });
    stack.defer(running.stop);
    return running;
  });
  if (product === undefined) throw new Error('no process was asked for');
  const pool = new pg.Pool({ connectionString: postgres.ownerUrl, max: 16 });
  stack.defer(() => pool.end());
  const rig: Rig = {
    platform,
    product,
    processes: 1 + others.length,
    pool,
    ownerUrl: postgres.ownerUrl,
    queue: redis === null ? 'postgres' : 'redis',
  };
  const result = await work(rig);
  if (options.statements) await printStatements(pool);
  return result;
};

/** One after the other: the first writes the sample data. */
const startAll = async (roles: readonly Role[], start: (role: Role) => Promise<Running>): Promise<Running[]> => {
  const running: Running[] = [];
  for (const role of roles) running.push(await start(role));
  return running;
};

/** As behind a balancer: each update reaches the next process. */
const nextOf = (urls: readonly string[]): (() => string) => {
  let turn = 0;
  return () => {
    turn += 1;
    return urls[turn % urls.length] ?? '';
  };
};

const COUNTING = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_planning': 'on' };

const printStatements = async (pool: pg.Pool): Promise<void> => {
  await pool.query('create extension if not exists pg_stat_statements');
  const { rows } = await pool.query<{ calls: number; ms: number; planned: number; each: number; words: string }>(
    `select calls::int, (total_plan_time + total_exec_time)::int as ms, mean_plan_time as planned, mean_exec_time as each,
       left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as words
     from pg_stat_statements order by total_plan_time + total_exec_time desc limit 30`,
  );
  for (const { calls, ms, planned, each, words } of rows) {
    process.stdout.write(
      `${String(calls).padStart(10)} calls ${String(ms).padStart(7)} ms ${planned.toFixed(3).padStart(8)} planned ${each.toFixed(3).padStart(8)} run  ${words}\n`,
    );
  }
};

const profiling = ({ profileDir }: Options): string[] =>
  profileDir === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];

export const tempDir = async (stack: AsyncDisposableStack): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'phoihop-bench-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755); // Postgres may run as another user
  return dir;
};

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
};

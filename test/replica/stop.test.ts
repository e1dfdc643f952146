/** F15: a process that is told to stop ends what it has begun, in time and with code 0, and the next one goes on. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { countOf, until } from '#test/chaos/audit.ts';
import { createEchoes, getReady } from '#test/chaos/play.ts';
import { openStage, type Stage } from '#test/chaos/stage.ts';
import { rollOver } from '#test/chaos/stop.ts';
import { startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import { startProcess } from '#test/support/process.ts';
import { productDatabase } from '#test/support/process-database.ts';
import { openRelay } from '#test/support/process-relay.ts';
import { startRedis } from '#test/support/redis.ts';
import { scratchRoot } from '#test/support/scratch.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('F15: told to stop in the middle of sends, it drains, ends with 0, and its successor has lost nothing', async () => {
  const database = await productDatabase();
  closing.push(database.drop);
  const stage = await openStage({ database, redisUrl: null }, { officials: 5, pacing: false, secondMs: 50 });
  closing.push(stage.close);
  const first = await stage.start();
  await Promise.all(stage.officials.map(getReady));
  const echoes = createEchoes(stage);
  const { next, ...figures } = await rollOver({ stage, echoes, process: first }, stage.officials, 500);
  expect(figures).toMatchObject({ exitCode: 0, lost: 0, dup: 0, disordered: 0, refusedPerMille: 0 });
  expect(figures.drainedMs).toBeLessThan(10_000);

  await addBacklog(stage, 5_000);
  await until(async () => (await countOf(stage.db, "outbox where state = 'sent' and class = 2")) > 0);
  next.kill('SIGTERM');
  expect(await next.ended).toEqual({ code: 0, signal: null });
  expect(await countOf(stage.db, "outbox where state = 'queued'")).toBeGreaterThan(0);
}, 120_000);

/** More reminders than can go out before the stop's time is over. */
const addBacklog = async ({ db, officials }: Stage, count: number): Promise<void> => {
  const message = JSON.stringify({ lines: ['Nhắc việc'], choices: [], files: [], asks: false });
  const addresses = officials.map(({ user }) => String(user.id));
  await sql`insert into outbox (class, channel, address, message, not_before, state, created_at)
    select 2, 'telegram', address, ${message}::jsonb, 'epoch', 'queued', 'epoch'
    from unnest(${addresses}::text[]) as a(address), generate_series(1, ${count / addresses.length}::int)`.execute(
    db.query,
  );
};

test('F15: told to stop while Redis is gone, it ends in time and with code 0; and it starts without Redis', async (context) => {
  const redis = await startRedis();
  if (redis === null) return context.skip('redis-server is not installed');
  closing.push(redis.stop);
  const relay = await openRelay(redis.url);
  closing.push(relay.cut);
  const database = await productDatabase();
  closing.push(database.drop);
  const stage = await openStage(
    { database, redisUrl: relay.url(redis.url) },
    { officials: 1, desks: 20, pacing: false, secondMs: 50 },
  );
  closing.push(stage.close);
  const first = await stage.start();
  await relay.cut();
  first.kill('SIGTERM');
  expect(await first.ended).toEqual({ code: 0, signal: null });

  await stage.start();
  const [official] = stage.officials;
  if (official === undefined) throw new Error('no official');
  // People are answered without a queue.
  await getReady(official);
}, 120_000);

test('F15: with its own Postgres it stops Postgres last, and a restart goes on where it was', async () => {
  const dataDir = await mkdtemp(join(scratchRoot(), 'phoihop-stop-'));
  closing.push(() => rm(dataDir, { recursive: true, force: true }));
  const fake = await startFakeTelegram({ secondMs: 50 });
  closing.push(fake.close);
  const environment = {
    DATA_DIR: dataDir,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.root,
    SAMPLE_DATA: 'off',
    WEB_CHAT: 'off',
  };
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  const people = Array.from({ length: 5 }, (_, index) => fake.user(`Người ${index}`));

  const first = await startProcess(environment);
  closing.push(async () => first.kill('SIGKILL'));
  expect(existsSync(pidFile)).toBe(true);
  fake.faults.add({ method: 'sendMessage', times: people.length, fault: { do: 'slow', ms: 500 } });
  for (const person of people) person.says('Xin chào');
  await fake.waitFor(() => fake.callsOf('sendMessage').length > 0, 30_000);
  first.kill('SIGTERM');
  expect(await first.ended).toEqual({ code: 0, signal: null });
  expect(existsSync(pidFile)).toBe(false);
  expect(first.log.filter(({ level }) => level === 'error')).toEqual([]);

  const second = await startProcess(environment);
  closing.push(async () => second.kill('SIGKILL'));
  await Promise.all(people.map((person) => fake.waitFor(() => person.sees().length > 0, 30_000)));
  for (const person of people) person.says('Lại chào');
  await Promise.all(people.map((person) => fake.waitFor(() => person.sees().length > 1, 30_000)));
  expect(people.map((person) => person.sees().length)).toEqual(people.map(() => 2));
  second.kill('SIGTERM');
  expect(await second.ended).toEqual({ code: 0, signal: null });
}, 120_000);

/** Several processes on one Postgres and one queue: they do together what one would do, and take over from each other. */
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { countOf, until } from '#test/chaos/audit.ts';
import { createEchoes, fillIn, getReady } from '#test/chaos/play.ts';
import { openStage, type Stage, type StageOptions } from '#test/chaos/stage.ts';
import { productDatabase } from '#test/support/process-database.ts';
import { startRedis } from '#test/support/redis.ts';

/** Of src/product.ts: POOL_SIZE + BELL_POOL_SIZE + the poll lock. */
const CONNECTIONS = 17;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const open = async (options: StageOptions, redisUrl: string | null): Promise<Stage> => {
  const database = await productDatabase();
  closing.push(database.drop);
  const stage = await openStage({ database, redisUrl }, options);
  closing.push(stage.close);
  return stage;
};

describe('two web and two worker processes', () => {
  test('keep the order of each conversation, answer everything once, and let one of two presses win', async (context) => {
    const redis = await startRedis();
    if (redis === null) return context.skip('redis-server is not installed');
    closing.push(redis.stop);
    const stage = await open({ officials: 8, desks: 5, pacing: false, undoSeconds: 0, secondMs: 50 }, redis.url);
    await Promise.all((['web', 'web', 'worker', 'worker'] as const).map(stage.start));
    const speakers = stage.officials.slice(1);
    await Promise.all(speakers.map(getReady));
    const echoes = createEchoes(stage);
    for (let count = 0; count < 8; count += 1) for (const speaker of speakers) echoes.say(speaker);
    await echoes.allAnswered();
    expect([echoes.waiting(), echoes.repeated(), echoes.disordered()]).toEqual([0, 0, 0]);

    const [filer] = stage.officials;
    if (filer === undefined) throw new Error('no filer');
    await fillIn(filer, 'Hai lần bấm', 'xã Thiên Lộc');
    // Two presses of the person himself, each an update of its own, taken by different processes.
    filer.user.presses('Gửi');
    filer.user.presses('Gửi');
    await filer.user.hears('Đã gửi đề nghị', 30_000);
    await until(async () => (await countOf(stage.db, "inbox where state <> 'done'")) === 0);
    expect(await countOf(stage.db, 'request')).toBe(1);
    expect(filer.user.sees().filter(({ text }) => text.includes('Đã gửi đề nghị'))).toHaveLength(1);
    expect(await countOf(stage.db, 'due')).toBeGreaterThan(0);
  }, 120_000);
});

describe('two processes that poll', () => {
  test('fetch updates one at a time, and the other goes on within seconds when the first is killed', async () => {
    const stage = await open({ officials: 4, receive: 'polling', pacing: false }, null);
    const first = await stage.start();
    const second = await stage.start();
    await Promise.all(stage.officials.map(getReady));
    const echoes = createEchoes(stage);
    const sayAll = (): void => {
      for (const official of stage.officials) echoes.say(official);
    };
    sayAll();
    await echoes.allAnswered();
    // Which of the two polls is told by nothing but the lock; the first took it.
    first.kill('SIGKILL');
    sayAll();
    await first.ended;
    const from = performance.now();
    await echoes.allAnswered();
    // What the first had claimed when it died is free again after its lease: within 30 s (F1).
    expect(performance.now() - from).toBeLessThan(30_000);
    sayAll();
    await echoes.allAnswered();
    expect(second.hasEnded()).toBe(false);
    expect([echoes.waiting(), echoes.disordered()]).toEqual([0, 0]);
    expect(stage.fake.callsOf('getUpdates').filter(({ status }) => status === 409)).toEqual([]);
  }, 120_000);

  test(`open ${CONNECTIONS} connections each at most, under load`, async () => {
    const stage = await open({ officials: 10, receive: 'polling', pacing: false }, null);
    await stage.start();
    await Promise.all(stage.officials.map(getReady));
    const echoes = createEchoes(stage);
    let most = 0;
    for (let count = 0; count < 12; count += 1) for (const official of stage.officials) echoes.say(official);
    await until(async () => {
      const { rows } = await sql<{ open: number }>`select count(*) as open from pg_stat_activity
        where datname = current_database() and usename = 'app'`.execute(stage.db.query);
      most = Math.max(most, rows[0]?.open ?? 0);
      return echoes.waiting() === 0;
    }, 60_000);
    expect(most).toBeLessThanOrEqual(CONNECTIONS);
    expect(most).toBeGreaterThan(CONNECTIONS / 2);
  }, 120_000);
});

/** F4: Redis is gone, and comes back empty: people are asked and told all the same. */
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { fillIn } from '#test/chaos/play.ts';
import { openStage } from '#test/chaos/stage.ts';
import { productDatabase } from '#test/support/process-database.ts';
import { openRelay } from '#test/support/process-relay.ts';
import { startRedis } from '#test/support/redis.ts';

test('F4: what is filed while Redis is gone reaches its unit, and so does what is filed after it came back empty', async (context) => {
  const redis = await startRedis();
  if (redis === null) return context.skip('redis-server is not installed');
  const [database, relay] = await Promise.all([productDatabase(), openRelay(redis.url)]);
  const stage = await openStage(
    { database, redisUrl: relay.url(redis.url) },
    { officials: 2, desks: 20, pacing: false, undoSeconds: 0, secondMs: 50 },
  );
  try {
    const process = await stage.start();
    const [first, second] = stage.officials;
    if (first === undefined || second === undefined) throw new Error('two officials');
    const told = (subject: string) =>
      stage.fake.waitFor(
        () => stage.desks.flatMap(({ user }) => user.sees()).filter(({ text }) => text.includes(subject)).length,
        60_000,
      );
    await relay.cut();
    await fillIn(first, 'Khi Redis mất', 'xã Thiên Lộc');
    first.user.presses('Gửi');
    expect(await told('Khi Redis mất')).toBe(1);
    const direct = new Redis(redis.url);
    await direct.flushall();
    direct.disconnect();
    await relay.mend();
    await fillIn(second, 'Khi Redis rỗng', 'xã Thiên Lộc');
    second.user.presses('Gửi');
    expect(await told('Khi Redis rỗng')).toBe(1);
    expect(process.hasEnded()).toBe(false);
  } finally {
    await stage.close();
    await Promise.all([relay.cut(), redis.stop(), database.drop()]);
  }
}, 120_000);

/** The ground under all other tests with a database or a Redis. */
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { startRedis } from '#test/support/redis.ts';

const connect = async (url: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};

test('two databases of one run do not see each other, and are gone when dropped', async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase('empty')];
  const first = await connect(one.ownerUrl);
  await first.query('create table only_here (id int)');
  const second = await connect(two.ownerUrl);
  await expect(second.query('select from only_here')).rejects.toMatchObject({ code: '42P01' });
  await Promise.all([first.end(), second.end()]);
  await Promise.all([one.drop(), two.drop()]);
  await expect(connect(one.ownerUrl)).rejects.toMatchObject({ code: '3D000' });
});

test('the application connects as a role without rights of its own', async () => {
  const database = await freshDatabase();
  const app = await connect(database.appUrl);
  const { rows } = await app.query('select current_user as role, rolsuper from pg_roles where rolname = current_user');
  expect(rows).toEqual([{ role: 'app', rolsuper: false }]);
  await app.end();
  await database.drop();
});

test('a Redis serves from start to stop', async (context) => {
  const redis = await startRedis();
  if (!redis) return context.skip('redis-server is not installed');
  const client = new Redis(redis.url, { lazyConnect: true, retryStrategy: () => null });
  await client.connect();
  expect(await client.ping()).toBe('PONG');
  const lost = once(client, 'end');
  await redis.stop();
  await lost;
});

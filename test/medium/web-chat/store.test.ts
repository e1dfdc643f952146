/** The store of the web chat on a real Postgres. */
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webChatStore } from '#db/chat/web-chat.ts';
import { freshDatabase } from '#test/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
const pools: Pool[] = [];

const open = () => {
  const pool = new Pool({ connectionString: database.appUrl, max: 4 });
  // A database that is dropped ends connections that were just being closed: nobody waits for them.
  pool.on('error', () => undefined);
  pools.push(pool);
  return webChatStore(pool, async () => []);
};
const entry = (address: string, key: string) => ({ address, key, at: 1_000.4, body: { text: key } });

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

test('a second append with the same key keeps the first message', async () => {
  const store = open();
  const first = await store.append(entry('once', 'key-once'));
  const second = await store.append({ ...entry('once', 'key-once'), body: { text: 'other' } });
  expect(second).toBe(first);
  expect(await store.since([{ address: 'once', after: 0 }], 10)).toMatchObject([{ body: { text: 'key-once' } }]);
});

test('a replaced message comes again, under its ref and with its time', async () => {
  const store = open();
  const ref = await store.append(entry('edit', 'key-edit'));
  const [before] = await store.since([{ address: 'edit', after: 0 }], 10);
  expect(await store.replace(ref, { text: 'new' })).toBe(true);
  const after = await store.since([{ address: 'edit', after: before?.version ?? 0 }], 10);
  expect(after).toMatchObject([{ ref, at: 1_000, edited: true, body: { text: 'new' } }]);
  expect(await store.replace('999999999', { text: 'new' })).toBe(false);
});

test('each chat has its own cursor, and a chat that was not asked for is not shown', async () => {
  const store = open();
  for (const address of ['a', 'b', 'c']) await store.append(entry(address, `key-${address}`));
  const [ofA] = await store.since([{ address: 'a', after: 0 }], 10);
  const found = await store.since(
    [
      { address: 'a', after: ofA?.version ?? 0 },
      { address: 'b', after: 0 },
    ],
    10,
  );
  expect(found.map(({ address }) => address)).toEqual(['b']);
});

test('no message becomes visible before an earlier one that is still being written, which a reader would miss', async () => {
  const writer = new Client(database.appUrl);
  await writer.connect();
  await writer.query('begin');
  await webChatStore(writer, async () => []).append(entry('order', 'key-slow'));

  const store = open();
  const later = store.append(entry('order', 'key-later'));
  const waiting = async () => {
    const { rowCount } = await writer.query(
      `select from pg_locks join pg_database d on d.oid = database
       where locktype = 'advisory' and not granted and datname = current_database()`,
    );
    return rowCount;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
  expect(await store.since([{ address: 'order', after: 0 }], 10)).toEqual([]);

  await writer.query('commit');
  await writer.end();
  await later;
  const entries = await store.since([{ address: 'order', after: 0 }], 10);
  expect(entries.map(({ body }) => body)).toEqual([{ text: 'key-slow' }, { text: 'key-later' }]);
});

test('a file keeps its bytes, name and type', async () => {
  const store = open();
  const bytes = Buffer.from([0, 1, 2, 255]);
  const ref = await store.saveUpload({ bytes, name: 'Biên bản.pdf', mime: 'application/pdf' });
  expect(await store.readUpload(ref)).toEqual({ bytes, name: 'Biên bản.pdf', mime: 'application/pdf' });
  expect(await store.readUpload('999999999')).toBeNull();
});

test('a group made twice is one group', async () => {
  const store = open();
  const group = { id: 'doan-1', title: 'Đoàn kiểm tra', members: ['lan', 'hung'] };
  await store.createGroup(group);
  await store.createGroup({ ...group, title: 'Khác' });
  expect(await store.groups()).toEqual([group]);
});

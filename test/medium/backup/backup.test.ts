/** A backup carries everything, as it was at one moment; a restore is whole or leaves nothing. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backup } from '#db/backup/backup.ts';
import { restore } from '#db/backup/restore.ts';
import { withConnection } from '#db/connection.ts';
import { migrate, schemaVersion } from '#db/migrate.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { quietLog } from '#test/support/log.ts';
import { scratchRoot } from '#test/support/scratch.ts';

const THEN = { log: quietLog, folder: join(import.meta.dirname, 'fixtures', 'then') };
const NOW = { log: quietLog, folder: join(import.meta.dirname, 'fixtures', 'now') };

let folder = '';
let source: TestDatabase;
let whole = '';

const rowsOf = async (client: Client, table: string): Promise<string[]> => {
  const { rows } = await client.query<{ row: string }>(`select t::text as row from ${table} t order by 1`);
  return rows.map(({ row }) => row);
};

const allRowsOf = (url: string) =>
  withConnection(url, async (client) => {
    const all: Record<string, string[]> = {};
    for (const table of ['sample', '"Odd name"', 'chick', 'egg', 'setting', 'fact', 'part_of_2026']) {
      all[table] = await rowsOf(client, table);
    }
    return all;
  });

const run = (url: string, statement: string) => withConnection(url, (client) => client.query(statement));

const fill = (url: string) =>
  withConnection(url, async (client) => {
    const words = 'ĐƯỜNG\tỞ\r\n"\\.", \\N, {}, 🏭\n\\.\nhết';
    const insert = `insert into sample (words, bytes, data, at, day, span, tags, amount, ratio, colour, is_set) values
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
    const bytes = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
    const rest = [
      { a: [null, words] },
      '2026-11-24 09:00:00.123456+07',
      '2024-02-29',
      '-1 day 02:03:04',
      [words, null, ''],
    ];
    await client.query(insert, [words, bytes, ...rest, '12345678901234567890.000100', 0.1 + 0.2, 'đỏ', true]);
    await client.query(insert, [
      '',
      Buffer.alloc(0),
      'null',
      'infinity',
      '-infinity',
      null,
      [],
      'NaN',
      '-0',
      'xanh',
      false,
    ]);
    await client.query(insert, Array(11).fill(null));
    await client.query(`insert into sample (bytes) values ($1)`, [Buffer.alloc(3_000_000, 'Tệp')]);
    await client.query(`begin; insert into "Odd name" values (1, 1), (2, 1); insert into chick values (1, 1);
      insert into egg values (1, 1); commit; insert into fact (words) values ('một'), ('hai');
      insert into part_of_2026 values (3); select nextval('receipt'); update setting set value = 'changed'`);
  });

beforeAll(async () => {
  folder = await mkdtemp(join(scratchRoot(), 'phoihop-backup-'));
  whole = join(folder, 'whole.backup');
  source = await freshDatabase('empty');
  await migrate(source.ownerUrl, THEN);
  await fill(source.ownerUrl);
  await backup(source.ownerUrl, whole, THEN);
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true });
});

test('every value of every table comes back as it was', async () => {
  const target = await freshDatabase('empty');
  await restore(target.ownerUrl, whole, THEN);
  expect(await allRowsOf(target.ownerUrl)).toEqual(await allRowsOf(source.ownerUrl));
  await target.drop();
});

test('after a restore numbers go on, references hold and triggers work as before', async () => {
  const target = await freshDatabase('empty');
  await restore(target.ownerUrl, whole, THEN);
  await withConnection(target.ownerUrl, async (client) => {
    expect((await client.query(`select nextval('receipt')`)).rows).toEqual([{ nextval: '101' }]);
    expect((await client.query(`insert into sample default values returning id`)).rows).toEqual([{ id: '5' }]);
    const fact = await client.query(`insert into fact (words) values ('ba') returning id, words`);
    expect(fact.rows).toEqual([{ id: 3, words: 'BA' }]);
    await expect(client.query('insert into egg values (2, 9)')).rejects.toMatchObject({ code: '23503' });
    await expect(client.query('insert into chick values (2, 9)')).rejects.toMatchObject({ code: '23503' });
    await client.query('set session_replication_role = replica'); // only a trigger enabled always fires then
    await expect(client.query('truncate fact')).rejects.toThrow('facts stay');
  });
  await target.drop();
});

test('a backup is of one moment, though others write while it is made', async () => {
  const file = join(folder, 'moment.backup');
  const target = await freshDatabase('empty');
  await withConnection(source.ownerUrl, async (writer) => {
    await writer.query('begin; lock table setting in access exclusive mode'); // the last table: the others are read
    const made = backup(source.ownerUrl, file, THEN);
    const waiting = `select count(*)::int from pg_locks where relation = 'setting'::regclass and not granted`;
    await vi.waitFor(async () => expect((await writer.query(waiting)).rows).toEqual([{ count: 1 }]), 10_000);
    await writer.query(`insert into setting values ('later', 'x'); insert into part_of_2026 values (4); commit`);
    await made;
  });
  await restore(target.ownerUrl, file, THEN);
  await withConnection(target.ownerUrl, async (client) => {
    expect(await rowsOf(client, 'setting')).toEqual(['(seed,changed)']);
    expect(await rowsOf(client, 'part_of_2026')).toEqual(['(3)']);
  });
  await run(source.ownerUrl, `delete from setting where key = 'later'; delete from part_of_2026 where id = 4`);
  await target.drop();
});

test('a backup of an older schema is brought forward to the one of this program', async () => {
  const target = await freshDatabase('empty');
  await restore(target.ownerUrl, whole, NOW);
  expect(await schemaVersion(target.ownerUrl)).toBe('2026-02-01-more');
  await withConnection(target.ownerUrl, async (client) => {
    expect(await rowsOf(client, 'setting')).toEqual(['(seed,changed,nobody)']);
  });
  await target.drop();
});

test('a backup of a newer schema is refused', async () => {
  const [newer, target] = [await freshDatabase('empty'), await freshDatabase('empty')];
  const file = join(folder, 'newer.backup');
  await migrate(newer.ownerUrl, NOW);
  await backup(newer.ownerUrl, file, NOW);
  await expect(restore(target.ownerUrl, file, THEN)).rejects.toMatchObject({ code: 'newer_schema' });
  await restore(target.ownerUrl, file, NOW);
  await Promise.all([newer.drop(), target.drop()]);
});

test('a database that is not empty is refused and stays as it is', async () => {
  const before = await allRowsOf(source.ownerUrl);
  await expect(restore(source.ownerUrl, whole, THEN)).rejects.toMatchObject({ code: 'not_empty' });
  expect(await allRowsOf(source.ownerUrl)).toEqual(before);
});

test('a damaged backup is refused, and the database stays empty', async () => {
  const target = await freshDatabase('empty');
  const good = await readFile(whole);
  const changed = Buffer.from(good);
  changed.writeUInt32LE(0, good.length - 8); // the checksum
  const damaged = { cut: good.subarray(0, good.length - 100), changed };
  for (const [name, bytes] of Object.entries(damaged)) {
    const file = join(folder, name);
    await writeFile(file, bytes);
    await expect(restore(target.ownerUrl, file, THEN)).rejects.toMatchObject({ code: 'damaged' });
  }
  expect(await schemaVersion(target.ownerUrl)).toBeNull();
  await restore(target.ownerUrl, whole, THEN);
  await target.drop();
});

test.for([
  ['a text', Buffer.from('xin chào')],
  ['another gzip file', gzipSync('xin chào, đây không phải bản sao lưu')],
  ['an empty file', Buffer.alloc(0)],
] as const)('%s is not taken for a backup', async ([name, bytes]) => {
  const file = join(folder, name);
  await writeFile(file, bytes);
  await expect(restore(source.ownerUrl, file, THEN)).rejects.toMatchObject({ code: 'not_a_backup' });
});

test('a file that is not there is named', async () => {
  await expect(restore(source.ownerUrl, join(folder, 'nowhere'), THEN)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a failed backup leaves the older file and nothing else; only its owner may read it', async () => {
  const empty = await freshDatabase('empty');
  const before = await readFile(whole);
  const names = await readdir(folder);
  await expect(backup(empty.ownerUrl, whole, THEN)).rejects.toMatchObject({ code: 'no_schema' });
  expect((await readFile(whole)).equals(before)).toBe(true);
  expect(await readdir(folder)).toEqual(names);
  expect((await stat(whole)).mode & 0o777).toBe(0o600);
  await empty.drop();
});

test('the product itself can be backed up and restored', async () => {
  const [product, target] = [await freshDatabase(), await freshDatabase('empty')];
  const file = join(folder, 'product.backup');
  await backup(product.ownerUrl, file, { log: quietLog });
  await restore(target.ownerUrl, file, { log: quietLog });
  expect(await schemaVersion(target.ownerUrl)).toBe(await schemaVersion(product.ownerUrl));
  await Promise.all([product.drop(), target.drop()]);
});

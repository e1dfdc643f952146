/** A database is brought to the schema of this program once, whole, and never from a state that it does not know. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withConnection } from '#db/connection.ts';
import { knownVersion, migrate, schemaVersion } from '#db/migrate.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { quietLog } from '#test/support/log.ts';

let root = '';
let database: TestDatabase;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'phoihop-migrate-'));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(async () => {
  database = await freshDatabase('empty');
  return database.drop;
});

/** A folder with one migration per table, in a program that is one of several versions. */
const version = async (name: string, migrations: Record<string, string>): Promise<string> => {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  for (const [file, body] of Object.entries(migrations)) {
    await writeFile(join(folder, `${file}.ts`), `export const up = async (db: any): Promise<void> => { ${body} };`);
  }
  return folder;
};
const making = (table: string) => `await db.schema.createTable('${table}').addColumn('id', 'integer').execute();`;
const go = (folder: string) => migrate(database.ownerUrl, { log: quietLog, folder });

const tables = () =>
  withConnection(database.ownerUrl, async (client) => {
    const { rows } = await client.query(`select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`);
    return rows.map(({ relname }) => relname);
  });

test('migrations run in the order of their names, and once', async () => {
  const folder = await version('order', { '2026-02_b': making('b'), '2026-01_a': making('a') });
  await go(folder);
  await go(folder);
  expect(await tables()).toEqual(['a', 'b']);
  expect(await schemaVersion(database.ownerUrl)).toBe('2026-02_b');
  expect(await knownVersion(folder)).toBe('2026-02_b');
});

test('several processes that start at once migrate once', async () => {
  const folder = await version('at-once', { '2026-01_a': making('a'), '2026-02_b': making('b') });
  await Promise.all(Array.from({ length: 5 }, () => go(folder)));
  expect(await tables()).toEqual(['a', 'b']);
});

test('a newer program brings an older database forward, and the older program then refuses it', async () => {
  const older = await version('older', { '2026-01_a': making('a') });
  const newer = await version('newer', { '2026-01_a': making('a'), '2026-02_b': making('b') });
  await go(older);
  await go(newer);
  expect(await tables()).toEqual(['a', 'b']);
  await expect(go(older)).rejects.toMatchObject({ code: 'unknown', message: expect.stringContaining('2026-02_b') });
});

test('a migration that comes too late is refused by name', async () => {
  const first = await version('without', { '2026-01_a': making('a'), '2026-03_c': making('c') });
  const second = await version('with', { '2026-01_a': '', '2026-02_b': making('b'), '2026-03_c': '' });
  await go(first);
  await expect(go(second)).rejects.toMatchObject({
    code: 'out_of_order',
    message: expect.stringContaining('2026-02_b'),
  });
  expect(await tables()).toEqual(['a', 'c']);
});

test('a migration that fails leaves nothing of itself or of those run with it, and is named', async () => {
  const folder = await version('fails', {
    '2026-01_a': making('a'),
    '2026-02_b': `${making('b')} throw new Error('no')`,
  });
  await expect(go(folder)).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining('2026-02_b') });
  expect(await tables()).toEqual([]);
  expect(await schemaVersion(database.ownerUrl)).toBeNull();
});

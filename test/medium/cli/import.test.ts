/** AD3 on the command line: a sheet of people goes in whole or not at all, and can be had empty. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withConnection } from '#db/connection.ts';
import { importTemplate } from '#src/documents/sheet/import-sheet.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { onDatabase, run, type Variables } from './support.ts';

let database: TestDatabase;
let on: Variables;
let folder = '';

beforeAll(async () => {
  database = await freshDatabase('seeded');
  on = onDatabase(database);
  folder = await mkdtemp(join(tmpdir(), 'phoihop-import-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const ask = (question: string, values: unknown[] = []) =>
  withConnection(database.ownerUrl, async (client) => (await client.query(question, values)).rows);

describe('import', () => {
  const rows = [
    ['Đặng Thị Nhập', 'UBND xã Thiên Lộc', 'Chuyên viên', null],
    ['Đặng Thị Sai', 'UBND xã Không Có', 'Chuyên viên', null],
  ];
  const sheetWith = async (name: string, all: typeof rows): Promise<string> => {
    const path = join(folder, name);
    const sheet = { ...importTemplate('people'), rows: all };
    await writeFile(path, await xlsxOf([sheet], 0));
    return path;
  };
  const named = (name: string) => ask('select key from person where name = $1', [name]);

  test('nothing goes in unless all is right, or --partial; each person invited gets a code of his own', async () => {
    const mixed = await sheetWith('mixed.xlsx', rows);
    const refused = await run(on, ['import', mixed]);
    expect(refused).toMatchObject({
      kind: 'refused',
      json: { rows: 2, good: 1, errors: [{ row: 3, column: 'Đơn vị' }] },
    });
    expect(await run(on, ['import', mixed, '--dry-run', '--partial'])).toMatchObject({ kind: 'done' });
    expect(await named('Đặng Thị Nhập')).toEqual([]);
    const done = await run(on, ['import', mixed, '--partial']);
    expect(done).toMatchObject({ kind: 'done', json: { imported: 1, people: [{ row: 2, person: 'dang-thi-nhap' }] } });
    expect(await named('Đặng Thị Nhập')).toEqual([{ key: 'dang-thi-nhap' }]);
    // The same sheet again brings nobody twice.
    expect(await run(on, ['import', mixed, '--partial'])).toMatchObject({
      json: { imported: 0, errors: [{ row: 2 }, { row: 3 }] },
    });
  });

  test('the empty sheet is to be had, and says which it is; what is no such sheet is refused', async () => {
    const path = join(folder, 'mau.xlsx');
    expect(await run(on, ['import', 'template', 'enterprises', path])).toMatchObject({ kind: 'done' });
    expect(await run(on, ['import', path])).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('chưa có dòng nào'),
    });
    const other = join(folder, 'khac.xlsx');
    await writeFile(
      other,
      await xlsxOf([{ name: 'a', head: [], columns: [{ heading: 'Gì đó', width: 9 }], rows: [['x']] }], 0),
    );
    expect(await run(on, ['import', other])).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('Không nhận ra'),
    });
    await writeFile(other, 'không phải');
    expect(await run(on, ['import', other])).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('.xlsx'),
    });
    expect(await run(on, ['import', 'template', 'gì', path])).toMatchObject({ kind: 'refused' });
  });
});

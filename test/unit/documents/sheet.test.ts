/** S7, ST5: a sheet has real dates and numbers, and no formula whatever words it is given. */
import { deflateRawSync } from 'node:zlib';
import excel from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf } from '#domain/time.ts';
import { readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';

const BEGINNINGS = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠', ' =', '\n='];
const REST = [
  "cmd|' /C calc'!A0",
  'SUM(A1:A9)',
  'HYPERLINK("http://x","y")',
  '1+1',
  'DDE("cmd";"/C calc")',
  'A1;B1',
  '"',
  "'",
];
const PAYLOADS = BEGINNINGS.flatMap((beginning) =>
  REST.flatMap((rest) => [`${beginning}${rest}`, `${beginning}${rest}`.repeat(2)]),
).concat(['=', '+', '-', '@', '{=1}', '\u0000=1', '<x>&"\'', 'ĐỀ NGHỊ']);

const load = async (bytes: Uint8Array): Promise<excel.Workbook> => {
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never); // its types know an older Buffer
  return book;
};

test('two hundred words that would be formulas are words of a text cell', async () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
  const columns = [{ heading: '=Tiêu đề', width: 20 }];
  const sheet = { name: "=a/b[c]*'", head: ['=1+1'], columns, rows: PAYLOADS.map((words) => [words]) };
  const page = (await load(await xlsxOf([sheet], 0))).worksheets[0];
  expect(page?.rowCount).toBe(PAYLOADS.length + 2);
  page?.eachRow((row) =>
    row.eachCell((cell) => {
      expect([cell.type, cell.numFmt, cell.formula]).toEqual([excel.ValueType.String, '@', undefined]);
    }),
  );
  const written = PAYLOADS.map((_, index) => page?.getRow(index + 3).getCell(1).value);
  // A carriage return is a new line to XML, and NUL is no letter of it.
  expect(written).toEqual(PAYLOADS.map((words) => words.replaceAll('\u0000', '').replaceAll('\r', '\n')));
});

test('numbers are numbers, days are days of Vietnam, percentages are shares, what is unknown is empty', async () => {
  const columns = ['a', 'b', 'c', 'd', 'e', 'f'].map((heading) => ({ heading, width: 10 }));
  const row = [1234.5, 7, { day: '2026-12-04' }, { at: momentOf('2026-11-27', 17 * 60) }, { percent: 25 }, null];
  const [page] = (await load(await xlsxOf([{ name: 'Số', head: [], columns, rows: [row] }], 0))).worksheets;
  const cells = row.map((_, index) => page?.getRow(2).getCell(index + 1));
  expect(cells.map((cell) => cell?.numFmt)).toEqual(
    [...['#,##0.0##', '#,##0', 'dd/mm/yyyy', 'dd/mm/yyyy hh:mm', '0.0%'], expect.anything()]
      .slice(0, 5)
      .concat([cells[5]?.numFmt]),
  );
  expect(cells.map((cell) => cell?.value)).toEqual([
    1234.5,
    7,
    new Date('2026-12-04T00:00:00Z'),
    new Date('2026-11-27T17:00:00Z'),
    0.25,
    null,
  ]);
  expect(page?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

/** An archive of one part; what its directory says of the size is given apart. */
const archive = (name: string, content: Buffer, said = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const field = (
    length: number,
    ...values: readonly (readonly [at: number, value: number, bytes: 2 | 4])[]
  ): Buffer => {
    const head = Buffer.alloc(length);
    for (const [at, value, bytes] of values) head.writeUIntLE(value, at, bytes);
    return head;
  };
  const [size, named] = [packed.length, Buffer.from(name)];
  const local = field(30, [0, 0x04034b50, 4], [8, 8, 2], [18, size, 4], [22, said, 4], [26, named.length, 2]);
  const entry = field(46, [0, 0x02014b50, 4], [10, 8, 2], [20, size, 4], [24, said, 4], [28, named.length, 2]);
  const from = local.length + named.length + size;
  const end = field(22, [0, 0x06054b50, 4], [8, 1, 2], [10, 1, 2], [12, 46 + named.length, 4], [16, from, 4]);
  return Buffer.concat([local, named, packed, entry, named, end]);
};

test('a sheet that would fill the memory is not opened, whatever it says of its size; what is no sheet is none', async () => {
  const bomb = Buffer.alloc(20_000_000, ' ');
  for (const said of [bomb.length, 10]) {
    const bytes = archive('xl/worksheets/sheet1.xml', bomb, said);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await readXlsx(bytes)).toBe('too_big');
  }
  expect(await readXlsx(archive('xl/workbook.xml', Buffer.from('<workbook/>')))).toBe('unreadable');
  const good = Buffer.from(
    await xlsxOf([{ name: 'a', head: [], columns: [{ heading: 'Mã', width: 9 }], rows: [['x']] }], 0),
  );
  expect(await readXlsx(good)).toMatchObject({ headings: ['Mã'], rows: [{ number: 2 }] });
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
      // Broken anywhere, it is read or it is not; it never takes the job down.
      const broken = Buffer.from(good);
      broken[at] = byte;
      const read = await readXlsx(broken);
      expect(typeof read === 'string' || Array.isArray(read.rows)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('of a formula only what it gave counts, an error is no value, and a day is a day', async () => {
  const book = new excel.Workbook();
  const page = book.addWorksheet('a');
  page.addRow(['Mã', 'Tên', 'Lỗi', 'Ngày', 'Chưa tính']);
  const day = new Date('2026-06-30T00:00:00Z');
  page.addRow([
    { formula: 'HYPERLINK("http://x","0101")', result: '0101' },
    { text: 'Công ty', hyperlink: 'http://x' },
    { formula: '1/0', result: { error: '#DIV/0!' } },
    { formula: 'TODAY()', result: day },
    { formula: 'A1' },
  ]);
  const read = await readXlsx(new Uint8Array(await book.xlsx.writeBuffer()));
  if (typeof read === 'string') throw new Error('it is a sheet');
  expect([...(read.rows[0]?.cells ?? [])]).toEqual([
    ['Mã', '0101'],
    ['Tên', 'Công ty'],
    ['Lỗi', null],
    ['Ngày', day],
    ['Chưa tính', null],
  ]);
});

/** S7, ST5: a sheet has real dates and numbers, and no formula whatever words it is given. */
import excel from 'exceljs';
import { expect, test } from 'vitest';
import { momentOf } from '#domain/time.ts';
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

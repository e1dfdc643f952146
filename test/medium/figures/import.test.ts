/** AD3: a spreadsheet of indicators names each wrong row and column, and goes in whole or not at all. */
import { expect, test } from 'vitest';
import { inTransaction, openDb } from '#db/client.ts';
import { historyOf, readIndicators, saveIndicators } from '#db/indicator.ts';
import { readReference } from '#db/reference.ts';
import { readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import type { Cell } from '#src/documents/sheet/sheet.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { freshDatabase } from '#test/support/database.ts';
import { columns, importTexts, indicatorIn, type ReadIndicator } from '#text/indicator/import.ts';

const HEADINGS = Object.values(columns);
const good: readonly Cell[] = [
  ...[
    'X1',
    'Thu hút đầu tư',
    { day: '2023-01-01' },
    { day: '2023-06-30' },
    120.5,
    null,
    'x',
    'triệu USD',
    'Ước thực hiện',
  ],
  ...['KCN Thăng Long', 25, 54, null, 'Báo cáo 12/BC', 'Sơ bộ'],
];
const sheetOf = async (rows: readonly (readonly Cell[])[]) => {
  const bytes = await xlsxOf(
    [{ name: 'Chỉ tiêu', head: [], columns: HEADINGS.map((heading) => ({ heading, width: 12 })), rows }],
    0,
  );
  const read = await readXlsx(bytes);
  if (read === null) throw new Error('it is a spreadsheet');
  return read;
};

test('each wrong row and column is named; what is right goes in with its history', async () => {
  const database = await freshDatabase('seeded');
  const db = openDb(database.appUrl, 1, () => undefined);
  try {
    const reference = await inTransaction(db, readReference);
    const bad = good.with(2, '31/02/2023').with(4, 'nhiều').with(7, 'lạng').with(9, 'KCN Sao Hỏa').with(12, 5);
    const rows = await sheetOf([good, bad, good.with(0, null).with(3, null)]);
    const [first, ...others] = rows.map((row) => indicatorIn(reference, row));
    expect(others.flatMap((one) => ('code' in one ? [] : one.map(importTexts.fault)))).toEqual([
      expect.stringMatching(/^Dòng 3, cột Từ ngày: "31\/02\/2023" không phải là ngày/),
      expect.stringMatching(/^Dòng 3, cột Giá trị: "nhiều" không phải là số/),
      expect.stringMatching(/^Dòng 3, cột Đơn vị tính: "lạng" không dùng được/),
      'Dòng 3, cột Khu công nghiệp: không có khu "KCN Sao Hỏa".',
      'Dòng 3, cột Tăng, giảm % so cùng kỳ: chỉ ghi một trong hai: bằng % hoặc tăng, giảm %.',
      'Dòng 4, cột Mã: chưa có.',
      'Dòng 4, cột Đến ngày: chưa có.',
    ]);
    const value = first as ReadIndicator; // the first row has no fault, as `others` shows
    expect(value).toMatchObject({
      from: '2023-01-01',
      to: '2023-06-30',
      value: 120.5,
      isApprox: true,
      unit: 'million_usd',
    });
    expect(value.vsPrevious).toEqual({ percent: 54, kind: 'level' });
    const origin = { actorId: null, channel: 'cli', at: 0 };
    const save = (one: ReadIndicator) =>
      inTransaction(db, (tx) => saveIndicators(tx, [one], origin, { reason: importTexts.reason }));
    await save(value);
    await save({ ...value, value: 130 });
    const all = await inTransaction(db, readIndicators);
    const now = all.filter(({ code }) => code === 'X1');
    expect(now.map((one) => one.value)).toEqual([130]);
    const before = await inTransaction(db, (tx) => historyOf(tx, now[0]?.id ?? 0));
    expect(before.map((one) => [one.value, one.reason])).toEqual([[120.5, importTexts.reason]]);
    expect(await readXlsx(Buffer.from('không phải'))).toBeNull();
  } finally {
    await db.pool.end();
    await database.drop();
  }
});

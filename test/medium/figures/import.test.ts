/** AD3: a spreadsheet of indicators names each wrong row and column, and goes in whole or not at all. */
import { expect, test } from 'vitest';
import { inTransaction, openDb } from '#db/client.ts';
import { saveEnterprises } from '#db/directory/enterprise.ts';
import { readReference } from '#db/directory/reference.ts';
import { historyOf, readIndicators, saveIndicators } from '#db/figures/indicator.ts';
import type { NewIndicator } from '#domain/indicator/indicator.ts';
import { readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import type { Cell } from '#src/documents/sheet/sheet.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { freshDatabase } from '#test/support/database.ts';
import { enterpriseColumns } from '#text/import/enterprises.ts';
import { peopleColumns } from '#text/import/people.ts';
import { kindOf, readSheet } from '#text/import/sheet.ts';
import { importTexts } from '#text/import/words.ts';
import { columns } from '#text/indicator/import.ts';

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
const sheetOf = async (rows: readonly (readonly Cell[])[], headings: readonly string[] = HEADINGS) => {
  const bytes = await xlsxOf(
    [{ name: 'Chỉ tiêu', head: [], columns: headings.map((heading) => ({ heading, width: 12 })), rows }],
    0,
  );
  const read = await readXlsx(bytes);
  if (typeof read === 'string') throw new Error('it is a spreadsheet');
  return read;
};

test('each wrong row and column is named; what is right goes in with its history', async () => {
  const database = await freshDatabase('seeded');
  const db = openDb(database.appUrl, 1, () => undefined);
  try {
    const reference = await inTransaction(db, readReference);
    const bad = good.with(2, '31/02/2023').with(4, 'nhiều').with(7, 'lạng').with(9, 'KCN Sao Hỏa').with(12, 5);
    const words = good.with(0, 'X2').with(2, '01/01/2024').with(3, '2024-06-30').with(4, '1.234,5');
    const { rows } = await sheetOf([good, bad, good.with(0, null).with(3, null), words, good]);
    const read = readSheet('indicators', rows, { reference, day: '2026-11-23' });
    if (read.kind !== 'indicators') throw new Error('it is one of indicators');
    expect(read.faults.map(importTexts.fault)).toEqual([
      expect.stringMatching(/^Dòng 3, cột Từ ngày: "31\/02\/2023" không phải là ngày/),
      expect.stringMatching(/^Dòng 3, cột Giá trị: "nhiều" không phải là số/),
      expect.stringMatching(/^Dòng 3, cột Đơn vị tính: "lạng" không dùng được/),
      'Dòng 3, cột Khu công nghiệp: không có khu "KCN Sao Hỏa".',
      'Dòng 3, cột Tăng, giảm % so cùng kỳ: chỉ ghi một trong hai: bằng % hoặc tăng, giảm %.',
      'Dòng 4, cột Mã: chưa có.',
      'Dòng 4, cột Đến ngày: chưa có.',
      'Dòng 6, cột Mã: trùng với dòng 2.',
    ]);
    const [value, typed] = read.good;
    if (value === undefined) throw new Error('the first row is right');
    // Dates and numbers as words are those of real ones.
    expect(typed).toMatchObject({ from: '2024-01-01', to: '2024-06-30', value: 1234.5 });
    expect(value).toMatchObject({
      from: '2023-01-01',
      to: '2023-06-30',
      value: 120.5,
      isApprox: true,
      unit: 'million_usd',
    });
    expect(value.vsPrevious).toEqual({ percent: 54, kind: 'level' });
    const origin = { actorId: null, channel: 'cli', at: 0 };
    const save = (one: NewIndicator) =>
      inTransaction(db, (tx) => saveIndicators(tx, [one], origin, { reason: importTexts.reason }));
    await save(value);
    await save({ ...value, value: 130 });
    const all = await inTransaction(db, readIndicators);
    const now = all.filter(({ code }) => code === 'X1');
    expect(now.map((one) => one.value)).toEqual([130]);
    const before = await inTransaction(db, (tx) => historyOf(tx, now[0]?.id ?? 0));
    expect(before.map((one) => [one.value, one.reason])).toEqual([[120.5, importTexts.reason]]);
    expect(await readXlsx(Buffer.from('không phải'))).toBe('unreadable');
  } finally {
    await db.pool.end();
    await database.drop();
  }
});

test('people and enterprises: unknown units, wrong tax codes, what stands twice, and cells that mean harm are named', async () => {
  const database = await freshDatabase('seeded');
  const db = openDb(database.appUrl, 1, () => undefined);
  try {
    const reference = await inTransaction(db, readReference);
    const read = async (kind: 'people' | 'enterprises', rows: readonly (readonly Cell[])[]) => {
      const headings = Object.values(kind === 'people' ? peopleColumns : enterpriseColumns);
      // Whatever case and marks the headings were typed in.
      const sheet = await sheetOf(
        rows,
        headings.map((heading) => heading.toUpperCase()),
      );
      expect(kindOf(sheet.headings)).toBe(kind);
      const found = readSheet(kind, sheet.rows, { reference, day: '2026-11-23' });
      return { ...found, faults: found.faults.map(importTexts.fault) };
    };
    const people = await read('people', [
      ['Phan Thị Mới', 'UBND xã Thiên Lộc', 'Chuyên viên', 'Chuyên viên kinh tế'],
      ['Phan Thị Mới', 'xa-thien-loc', 'Đầu mối', null],
      ['Trần Văn Sao', 'UBND xã Sao Hỏa', 'Chuyên viên', null],
      ['Trần Văn Sao', 'UBND huyện Đông Anh', 'Giám đốc', null],
      ['=HYPERLINK("http://x")', 'UBND xã Thiên Lộc', 'Chuyên viên', null],
      ['Trần Văn Sao', 'UBND xã Thiên Lộc', 'Cán bộ giám sát', null],
      [null, null, 'Chuyên viên', null],
      ['Nguyễn\u202eVăn Thái', 'UBND xã Thiên Lộc', 'Lãnh đạo', null],
    ]);
    expect(people.good).toMatchObject([{ name: 'Phan Thị Mới', role: 'official', title: 'Chuyên viên kinh tế' }]);
    expect(people.faults).toEqual([
      'Dòng 3, cột Họ và tên: trùng với dòng 2.',
      expect.stringMatching(/^Dòng 4, cột Đơn vị: .*Sao Hỏa/),
      expect.stringMatching(/^Dòng 5, cột Đơn vị: /),
      expect.stringMatching(/^Dòng 5, cột Vai trò: "Giám đốc" không dùng được; dùng: Chuyên viên, Đầu mối/),
      expect.stringMatching(/^Dòng 6, cột Họ và tên: .* không phải là họ tên/),
      'Dòng 7, cột Vai trò: vai trò Cán bộ giám sát chỉ có ở đơn vị thường trực Quy chế.',
      'Dòng 8, cột Họ và tên: chưa có.',
      'Dòng 8, cột Đơn vị: chưa có.',
      expect.stringMatching(/^Dòng 9, cột Họ và tên: đã có trong danh bạ của UBND xã Thiên Lộc/),
    ]);
    const firms = await read('enterprises', [
      ['0199001370', 'Công ty TNHH Tovaki Việt Nam (tên mới)', 'KCN Thăng Long', null],
      // As a number: the sheet has dropped the nought.
      [100109106, "=cmd|' /C calc'!A0", null, 'Viễn thông'],
      ['0199001371', 'Công ty Sai Số', null, null],
      ['12345', 'Công ty Ngắn', 'KCN Sao Hỏa', null],
      ['01990 01370', 'Công ty Lặp', null, null],
      ['0100109106-001', '12345', null, null],
    ]);
    expect(firms.faults).toEqual([
      expect.stringMatching(/^Dòng 4, cột Mã số thuế: "0199001371" không phải là mã số thuế/),
      expect.stringMatching(/^Dòng 5, cột Mã số thuế: "12345"/),
      'Dòng 5, cột Khu công nghiệp: không có khu "KCN Sao Hỏa".',
      'Dòng 6, cột Mã số thuế: trùng với dòng 2.',
      'Dòng 7, cột Tên doanh nghiệp: "12345" không phải là tên doanh nghiệp.',
    ]);
    if (firms.kind !== 'enterprises') throw new Error('they are enterprises');
    // Words stay words, whatever they begin with.
    expect(firms.good[1]).toMatchObject({ taxCode: '0100109106', name: "=cmd|' /C calc'!A0" });
    const origin = { actorId: null, channel: 'cli', at: 0 };
    const save = () => inTransaction(db, (tx) => saveEnterprises(tx, firms.good, origin));
    expect([await save(), await save()]).toEqual([2, 0]);
    const known = (await inTransaction(db, readReference)).enterprises;
    expect([...known.values()].filter(({ name }) => name.includes('tên mới'))).toHaveLength(1);
    expect(kindOf(['Tên', 'Gì đó'])).toBeNull();
  } finally {
    await db.pool.end();
    await database.drop();
  }
});

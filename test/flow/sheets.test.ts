/** AD3: sheets of people, enterprises and indicators in the chat, checked before they go in. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { askProductions } from '#db/chat/production.ts';
import { inTransaction } from '#db/client.ts';
import { importTemplate } from '#src/documents/sheet/import-sheet.ts';
import type { Cell } from '#src/documents/sheet/sheet.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { importCarried } from '#src/notice/import.ts';
import { BUTTONS_NO_EDITS } from '#test/fakes/profile/profile.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import type { Voice } from '#test/support/voice.ts';
import type { ImportKind } from '#text/import/sheet.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** An admin of the standing unit. */
const TRANG = 'trinh-thu-trang';

test('a sheet of people is checked in the chat before it goes in; what is wrong is named; a code invites each', async () => {
  const { chats } = await startWithFake(undefined, { ownWords: ['Sao'] });
  const { lan } = chats;
  const hanh = chats.voice(TRANG);
  const rows = [
    ['Đặng Thị Nhập', 'UBND xã Thiên Lộc', 'Chuyên viên', null],
    ['Đặng Thị Sai', 'UBND xã Sao Hỏa', 'Chuyên viên', null],
    ['Đặng Văn Giám', 'bql', 'Cán bộ giám sát', null],
  ];
  const bytes = Buffer.from(await xlsxOf([{ ...importTemplate('people'), rows }], 0));
  await hanh.says('/quantri');
  await hanh.picks('Nhập từ Excel');
  await hanh.picks('Bảng mẫu cán bộ');
  hanh.hears('giữ nguyên dòng tiêu đề');
  await hanh.says('/quantri');
  await hanh.picks('Nhập từ Excel');
  await hanh.picks('Gửi tệp để nhập');
  await hanh.says('đây');
  hanh.hears('Đề nghị gửi một tệp .xlsx.');
  await hanh.sends({ name: 'can-bo.xlsx', mime: XLSX, bytes });
  hanh.hears('Đã nhận tệp.');
  await hanh.picks('Kiểm tra bảng');
  hanh.hears('Dòng 3, cột Đơn vị');
  // What needs a second administrator does not pass by a sheet.
  hanh.hears('Dòng 4, cột Vai trò: ông/bà không mời được vai trò này của đơn vị này bằng bảng');
  hanh.hears('Chưa nhập gì vì có 2 lỗi; 1 dòng đúng.');
  await hanh.picks('Nhập 1 dòng đúng');
  const said = hanh.hears('Đã nhập 1 cán bộ; 2 lỗi không nhập.');
  expect(said).toMatch(/Đặng Thị Nhập: (\w{4}-){3}\w{4}/);
  const invited = sql<{ name: string; channel: string }>`
    select p.name, f.channel from person p join invitation i on i.person_id = p.id
    join fact f on f.stream = 'directory' and (f.data ->> 'personId')::int = p.id where p.name like 'Đặng %'
      and p.key like 'dang-%-nhap'`;
  expect(await chats.query(invited)).toEqual([{ name: 'Đặng Thị Nhập', channel: 'import' }]);
  // An official has no such thing, however the button came to him.
  const { token } = hanh.button('Nhập 1 dòng đúng');
  await lan.says('/menu');
  await lan.forges(token);
  lan.hearsNo('Đã nhập');
});

describeOnProfiles(
  'a sheet of enterprises or indicators',
  (start) => {
    test('is judged line by line, goes in whole when it is said so, and once however often it is sent', async () => {
      const chats = await start({ ownWords: ['Nexora', 'XYZ', 'Hànộimới'] });
      const admin = chats.voice(TRANG);
      const send = async (
        who: Voice,
        kind: ImportKind,
        rows: readonly (readonly Cell[])[],
        head = importTemplate(kind).columns,
      ) => {
        await who.says(who === admin ? '/quantri' : '/chitieu');
        await who.picks('Nhập từ Excel');
        await who.picks('Gửi tệp để nhập');
        const bytes = Buffer.from(await xlsxOf([{ ...importTemplate(kind), columns: head, rows }], 0));
        await who.sends({ name: 'bang.xlsx', mime: XLSX, bytes });
        await who.picks('Kiểm tra bảng');
      };
      const right = [
        ['0199243531', 'Công ty TNHH Nexora Việt Nam', 'KCN Thăng Long', 'Cơ khí'],
        ['0101248141', 'Công ty Cổ phần Nexora Hà Nội', null, null],
      ];
      await send(admin, 'enterprises', [...right, ['0101248142', 'Công ty sai mã', null, null], right[0] ?? []]);
      admin.hears('Dòng 4, cột Mã số thuế: "0101248142" không phải là mã số thuế');
      admin.hears('Dòng 5, cột Mã số thuế: trùng với dòng 2.');
      admin.hears('Chưa nhập gì vì có 2 lỗi; 2 dòng đúng.');
      const known = sql<{ n: number }>`select count(*)::int as n from enterprise where name like '%Nexora%'`;
      expect(await chats.query(known)).toEqual([{ n: 0 }]);
      await send(admin, 'enterprises', right);
      admin.hears('Cả 2 dòng doanh nghiệp đều đúng, chưa nhập.');
      expect(await chats.query(known)).toEqual([{ n: 0 }]);
      await admin.picks('Nhập 2 dòng');
      admin.hears('Đã nhập 2 doanh nghiệp.\nMới hoặc có thay đổi: 2.');
      await send(admin, 'enterprises', right);
      await admin.picks('Nhập 2 dòng');
      admin.hears('Nội dung này đã có từ trước, không thay đổi gì.');
      expect(await chats.query(known)).toEqual([{ n: 2 }]);
      expect(await chats.query(sql`select 1 from fact where kind like 'enterprise_%'`)).toHaveLength(2);

      // Headings are judged before rows: what could not be right in any row is said once.
      await send(
        admin,
        'enterprises',
        right,
        importTemplate('enterprises').columns.with(1, { heading: 'Tên', width: 9 }),
      );
      admin.hears('Dòng 1 thiếu cột: Tên doanh nghiệp.');
      await send(
        admin,
        'enterprises',
        Array.from({ length: 5_001 }, (_, at) => [String(at), 'Công ty', null, null]),
      );
      admin.hears('quá 5.000 dòng');

      // The coordinator is no administrator; enterprises are not hers to bring, indicators are.
      const { trung } = chats;
      await send(trung, 'enterprises', right);
      trung.hears('dành cho quản trị của Ban Quản lý');
      // Days as a date, as words, as the number that Excel has for them; amounts as officials write them.
      const one: readonly Cell[] = [
        'XYZ-1',
        'Thu hút đầu tư',
        { day: '2026-01-01' },
        '30/06/2026',
        '1.234,5',
        null,
        null,
      ];
      const rest: readonly Cell[] = [
        'triệu USD',
        'Ước thực hiện',
        'KCN Thăng Long',
        25,
        54,
        null,
        'Báo cáo 12/BC',
        null,
      ];
      const values = [
        [...one, ...rest],
        [...one.with(0, 'XYZ-2').with(2, 46_023).with(3, 46_203).with(4, 1234.5), ...rest],
      ];
      const wrong = [...one.with(0, 'XYZ-3').with(2, 1_234).with(4, '1,234.5'), ...rest];
      await send(trung, 'indicators', [...values, wrong]);
      trung.hears('Dòng 4, cột Từ ngày: "1234" không phải là ngày, ví dụ: 30/06/2022.');
      trung.hears('Dòng 4, cột Giá trị: "1,234.5" không phải là số, ví dụ: 1.234,5.');
      await send(trung, 'indicators', values);
      await trung.picks('Nhập 2 dòng');
      trung.hears('Đã nhập 2 chỉ tiêu.\nMới hoặc có thay đổi: 2.');
      const stored = await chats.query(sql<object>`
          select period_from as "from", period_to as "to", value::float8 as value from indicator_value where code like 'XYZ-%'`);
      expect(stored).toEqual(
        Array.from({ length: 2 }, () => ({ from: '2026-01-01', to: '2026-06-30', value: 1234.5 })),
      );
      await send(trung, 'indicators', [values[0]?.with(4, 1300) ?? [], values[1] ?? []]);
      await trung.picks('Nhập 2 dòng');
      trung.hears('Mới hoặc có thay đổi: 1.');
      await trung.says('/chitieu thu hút đầu tư');
      trung.hears('1.300 triệu USD');
    });
  },
  // Zalo's bot platform brings no documents.
  [BUTTONS_NO_EDITS],
);

test('two who import the same people at one moment bring them once', async () => {
  const { chats } = await startWithFake();
  const admin = chats.voice(TRANG);
  const rows = [['Đặng Thị Nhập', 'UBND xã Thiên Lộc', 'Chuyên viên', null]];
  const bytes = Buffer.from(await xlsxOf([{ ...importTemplate('people'), rows }], 0));
  await admin.says('/quantri');
  await admin.picks('Nhập từ Excel');
  await admin.picks('Gửi tệp để nhập');
  await admin.sends({ name: 'can-bo.xlsx', mime: XLSX, bytes });
  await admin.picks('Kiểm tra bảng');
  const { db, jobs } = chats.office.first();
  const [asked] = await chats.query(sql<{ personId: number; params: { fileId: number } }>`
    select person_id as "personId", params from production order by id desc limit 1`);
  if (asked === undefined) throw new Error('no sheet was checked');
  const carried = { kind: importCarried.kind, ...asked, place: null };
  await inTransaction(db, (tx) => askProductions(tx, [carried, carried], chats.clock.now()));
  await Promise.all([jobs.produce({}), jobs.produce({})]);
  await chats.settle();
  expect(await chats.query(sql`select 1 from person where name = 'Đặng Thị Nhập'`)).toHaveLength(1);
  admin.sees('Đã nhập 1 cán bộ.');
  admin.sees('Không có dòng nào để nhập: 1 lỗi.');
});

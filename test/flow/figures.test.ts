/** ST1 ST3 ST5 ST8 ST9, DL9, MA6: figures in two taps, defined once, in words, picture and sheet; nobody counts what he may not see. */
import excel from 'exceljs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readBytes } from '#db/file.ts';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, fillRequest, submitAnswer } from '#test/support/story.ts';

const answered = async (chats: Chats): Promise<string> => {
  const code = await fileRequest(chats);
  await chats.lan.picks('Tiếp nhận');
  await submitAnswer(chats.lan);
  await chats.thai.picks('Duyệt');
  return code;
};

const madeFile = async (chats: Chats, ending: string): Promise<Buffer> => {
  const rows = await chats.query(
    sql<{ id: number }>`select id from file where name like ${`%${ending}`} order by id desc limit 1`,
  );
  const [file] = rows;
  if (file === undefined) throw new Error(`no ${ending} was made`);
  return Buffer.from(await readBytes(chats.office.first().db, file.id));
};

describeOnProfiles('figures', (start, { takesFiles }) => {
  test('two taps to any of them, by words too, with a picture, a sheet of the same numbers, and their meaning', async () => {
    const chats = await start();
    const { lan, trung } = chats;
    await answered(chats);
    await fileRequest(chats, { subject: 'Khảo sát hạ tầng' });
    await lan.says('/thongke');
    lan.hears('Thống kê phối hợp tháng 11/2026');
    lan.hears('Việc của đơn vị tôi (trong phạm vi được xem)');
    lan.hears('Phần việc nhận: 2 (kỳ trước 0; cùng kỳ năm trước 0)');
    lan.hears('Trả lời đúng hạn: 1; trả lời quá hạn: 0; không trả lời: 0');
    lan.hears('Tỷ lệ đúng hạn: 100%');
    lan.hears('Ngày làm việc để trả lời: trung vị 0; 90% trong 0 ngày (1 trả lời)');
    await lan.picks('Đổi kỳ');
    await lan.picks('Quý IV/2026');
    lan.hears('Thống kê phối hợp quý IV/2026');
    await lan.picks('Phân tích');
    await lan.picks('Theo lĩnh vực');
    lan.hears('Quản lý nhà nước về đầu tư: nhận 2; trả lời 1 (quá hạn 0); không trả lời 0; đang xử lý 1 (quá hạn 0)');
    if (takesFiles) expect((await madeFile(chats, '.png')).subarray(1, 4).toString()).toBe('PNG');
    await lan.picks('Cách tính');
    lan.hears('Trả lời quá hạn: văn bản trả lời được duyệt sau thời điểm hết hạn.');
    await lan.picks('Quay lại thống kê');
    await lan.picks('Xuất Excel');

    await trung.says('thống kê quý 4 của xã Thiên Lộc');
    trung.hears('Tất cả · UBND xã Thiên Lộc');
    trung.hears('Phần việc nhận: 2');
    await trung.says('/thongke năm 2026 theo đơn vị');
    trung.hears('UBND xã Thiên Lộc: nhận 2');
    await trung.picks('Theo đơn vị hiện nay');
    trung.hears('theo đơn vị hiện nay');
  });
});

test('the sheet has real dates and numbers, a frozen header, the chat’s totals, and no formula whatever people wrote', async () => {
  const { chats } = await startWithFake(undefined, { ownWords: ['SUM', 'cmd'] });
  await answered(chats);
  await fileRequest(chats, { subject: '=SUM(A1:A9) khảo sát' });
  await chats.lan.says('/thongke quý 4 theo lĩnh vực');
  await chats.lan.picks('Xuất Excel');
  chats.lan.hears('Số cộng trong tệp bằng số trong tin nhắn.');
  const book = new excel.Workbook();
  await book.xlsx.load((await madeFile(chats, '.xlsx')) as never); // its types know an older Buffer
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Theo lĩnh vực', 'Danh sách phần việc']);
  const [totals, fields, list] = book.worksheets;
  if (totals === undefined || fields === undefined || list === undefined) throw new Error('a sheet is missing');
  expect(totals.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  expect(totals.getRow(5).values).toEqual([undefined, 'Phần việc nhận', 2, 0, 0, expect.stringContaining('phần việc')]);
  expect(fields.lastRow?.getCell(1).value).toBe('Cộng');
  expect(fields.lastRow?.getCell(2).value).toBe(2);
  expect(list.rowCount).toBe(6);
  expect(list.getRow(6).getCell(2).value).toBe('=SUM(A1:A9) khảo sát');
  expect(list.getRow(6).getCell(10).value).toBeInstanceOf(Date);
  expect(list.getRow(5).getCell(14).value).toBe(0);
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(excel.ValueType.Formula)));
});

test('receipt and answer stand apart, lateness is the part’s unit’s, hand-overs and extensions are counted', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  const { lan, anh, trung, ha } = chats;
  await chats.time.to('2026-11-30 09:00');
  await lan.says(code);
  await lan.picks('Tiếp nhận');
  await lan.says('/thongke');
  lan.hears('Tiếp nhận đúng hạn: 0; muộn: 1; quá hạn chưa tiếp nhận: 0');
  await lan.says(code);
  await lan.picks('Chuyển đơn vị khác');
  await lan.says('Cảnh sát PCCC');
  await lan.says('Không thuộc thẩm quyền.');
  await lan.says('/thongke');
  lan.hears('Đã chuyển đơn vị khác: 1');
  await ha.says('/thongke');
  ha.hears('nhận do chuyển đến: 1');
  await chats.time.to('2026-12-21 09:00');
  await ha.says('/thongke tháng 11');
  ha.hears('Đang quá hạn: 1; đang xử lý trong hạn: 0');
  await lan.says('/thongke tháng 11');
  lan.hears('Đang quá hạn: 0');
  await trung.says('/thongke tháng 11');
  trung.hears('Phần việc nhận: 2');
  // Asked as in a corridor: who is late is named first.
  await trung.says('đơn vị nào trễ nhất tháng 11');
  expect(trung.hears('Thống kê phối hợp tháng 11/2026')).toMatch(/Trễ hạn nhiều nhất: Phòng Cảnh sát[^(]*\(1\)\.\n/);
  trung.hears(
    'UBND xã Thiên Lộc: nhận 1; trả lời 0 (quá hạn 0); không trả lời 0; đang xử lý 0 (quá hạn 0); chuyển, hủy, rút 1',
  );
  await trung.says('so sánh quý 4 với quý 3');
  trung.hears('Thống kê phối hợp quý IV/2026');
  await anh.says('/thongke tháng 11 đã gửi');
  anh.hears('Đề nghị đã gửi');
  anh.hears('Phần việc nhận: 2');
});

test('nobody counts what he may not see: totals of another unit, comparison, and what is in its undo window', async () => {
  const { chats } = await startWithFake();
  await answered(chats);
  const { hien, lan, anh, trung } = chats;
  await hien.says('/thongke');
  hien.hears('Trong kỳ chưa có phần việc nào');
  await hien.says('/thongke xã Thiên Lộc');
  hien.hears('không thuộc phạm vi ông/bà được xem');
  await hien.says('/thongke theo đơn vị');
  hien.hears('So sánh giữa các đơn vị dành cho');
  await hien.picks('Xem số liệu chung');
  hien.hears('Trong kỳ chưa có phần việc nào');
  await hien.says('/thongke KCN Thăng Long');
  hien.hears('Trong kỳ chưa có phần việc nào');
  await anh.says('/thongke');
  anh.hears('Việc của tôi');
  // A withdrawn request leaves no trace; one not yet sent is nobody's yet.
  await fillRequest(anh, { subject: 'Chưa gửi' });
  await anh.picks('Gửi');
  await trung.says('/thongke');
  trung.hears('Phần việc nhận: 1');
  await anh.picks('Hoàn tác');
  await chats.time.passes('2 minutes');
  await chats.office.first().jobs.figures({});
  await trung.says('/thongke');
  trung.hears('Phần việc nhận: 1');
  await lan.says('/thongke');
  lan.hears('Phần việc nhận: 1');
});

test('what an ended district was asked is its heir’s by the units of today, in the chat and in the sheet alike', async () => {
  const { chats } = await startWithFake();
  await answered(chats);
  await fileRequest(chats, { subject: 'Khảo sát hạ tầng' });
  await chats.query(sql`update part set unit_id = (select id from unit where code = 'huyen-dong-anh')
    where id = (select max(id) from part) returning id`);
  const { trung } = chats;
  await trung.says('/thongke quý 4 của xã Thiên Lộc');
  trung.hears('Phần việc nhận: 1');
  await trung.picks('Theo đơn vị hiện nay');
  trung.hears('Phần việc nhận: 2');
  await trung.picks('Xuất Excel');
  const book = new excel.Workbook();
  await book.xlsx.load((await madeFile(chats, '.xlsx')) as never); // its types know an older Buffer
  const list = book.getWorksheet('Danh sách phần việc');
  const units = [5, 6].map((row) => list?.getRow(row).getCell(8).value);
  expect(list?.rowCount).toBe(6);
  expect(units).toEqual(['UBND xã Thiên Lộc', 'UBND huyện Đông Anh (nay tính cho UBND xã Thiên Lộc)']);
  expect(book.getWorksheet('Tổng hợp')?.getRow(5).getCell(2).value).toBe(2);
});

/** FI1, FI2: filing asks only what it cannot derive, survives restarts and other channels, and can be taken back in time. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS, WEB } from '#test/fakes/profile/profile.ts';
import { startChatsOn } from '#test/support/chat.ts';
import { describeOnProfiles } from '#test/support/profiles.ts';
import { ASKED, fillRequest, sendRequest } from '#test/support/story.ts';

describeOnProfiles('filing', (start) => {
  test('asks only what it cannot derive, proposes the parties of zone and field, and shows the terms before Gửi', async () => {
    const { anh } = await start();
    await anh.says('/yeucau');
    anh.hears('Trích yếu của đề nghị là gì?');
    await anh.says('Phối hợp kiểm tra phòng cháy');
    anh.hears('khu công nghiệp nào');
    await anh.says('bac thang long');
    anh.hears('lĩnh vực phối hợp nào');
    await anh.picks('Bảo đảm an ninh trật tự và phòng cháy chữa cháy');
    const asked = anh.hears('Hệ thống đề xuất');
    expect(asked).toMatch(/Hệ thống đề xuất: UBND xã Thiên Lộc, .*PCCC/);
    await anh.picks(/^UBND xã Thiên Lộc, /);
    anh.hears('Loại đề nghị?');
    await anh.picks('Phối hợp thực hiện');
    anh.hears('Mức độ khẩn?');
    await anh.picks(/^Khẩn /);
    await anh.picks('Không có tệp');
    const summary = anh.hears('bản nháp');
    expect(summary).toContain('Trích yếu: Phối hợp kiểm tra phòng cháy');
    expect(summary).toContain('Khu: KCN Thăng Long');
    expect(summary).toContain('Chủ trì: Phòng Quản lý quy hoạch xây dựng');
    // From 08:00 on the 23rd: four working hours of this morning, then three working days, the 24th being a holiday.
    expect(summary.match(/Hạn tiếp nhận: 12:00 ngày 23\/11\/2026/g)).toHaveLength(2);
    expect(summary.match(/Hạn trả lời \(dự kiến\): hết ngày 27\/11\/2026/g)).toHaveLength(2);
    expect(anh.choices()).toEqual(['Gửi', 'Sửa', 'Hủy']);
    await anh.says('nhắc tôi mai gọi điện');
    anh.hears('tin vừa gõ không được ghi nhận');
    expect(anh.choices()).toEqual(['Gửi', 'Sửa', 'Hủy']);
  });

  test('a sentence after /yeucau is the subject, and is not asked for again', async () => {
    const { anh } = await start();
    await anh.says('/yeucau Phối hợp rà soát quy hoạch');
    anh.hears('khu công nghiệp nào');
  });

  test('Sửa asks one question again and comes back to the summary; Hủy sends nothing', async () => {
    const chats = await start();
    const { anh } = chats;
    await fillRequest(anh);
    await anh.picks('Sửa');
    await anh.picks('Trích yếu');
    await anh.says('Góp ý dự án nhà máy điện tử');
    expect(anh.hears('bản nháp')).toContain('Trích yếu: Góp ý dự án nhà máy điện tử');
    await anh.picks('Hủy');
    anh.hears('Đã hủy bản nháp');
    await chats.time.passes('1 hour');
    chats.lan.hearsNothing();
    expect(await chats.query(sql`select 1 from request`)).toEqual([]);
  });

  test('a draft goes on at the same question after the process was killed', async () => {
    const chats = await start();
    const { anh } = chats;
    await anh.says('/yeucau');
    await anh.says(ASKED.subject);
    await anh.picks(ASKED.zone);
    anh.hears('lĩnh vực');
    await chats.office.restart();
    await anh.picks(ASKED.field);
    anh.hears('gửi tới đơn vị nào');
    await chats.office.restart();
    await anh.says('chưa rõ ở đâu');
    anh.hears('gửi tới đơn vị nào');
    await anh.says('xã Thiên Lộc');
    anh.hears('Loại đề nghị?');
  });

  test('Hoàn tác in time leaves no trace with the others, and the code stays used', async () => {
    const chats = await start();
    const { anh, lan, dung, thinh } = chats;
    const code = await sendRequest(anh);
    await chats.time.passes('10 seconds');
    await lan.says(`/xem ${code}`);
    lan.hears('Không tìm thấy');
    await anh.picks('Hoàn tác');
    anh.hears(`Đã hoàn tác ${code}`);
    await chats.time.passes('2 days');
    for (const other of [dung, thinh]) other.hearsNothing();
    lan.hearsNo(code);
    for (const other of [lan, dung]) {
      await other.says('/viec');
      other.hears('không có việc nào chờ');
      await other.says('/theodoi');
      other.hears('chưa có đề nghị nào');
      await other.says(code);
      other.hears('Không tìm thấy');
    }
    expect(await sendRequest(anh)).toBe('PH-2026-00002');
  });

  test('Hoàn tác after its time is refused, and the request goes on', async () => {
    const chats = await start();
    const { anh, lan } = chats;
    const code = await sendRequest(anh);
    await chats.time.passes('30 seconds');
    await anh.picks('Hoàn tác');
    anh.hears('Đã quá thời gian hoàn tác');
    lan.hears(code);
    await lan.picks('Tiếp nhận');
    lan.hears(`Đã tiếp nhận ${code}`);
  });
});

describe('a person with two accounts', () => {
  test('goes on with a draft on the other channel, at the same question', async () => {
    const [phone, web] = [createFakePlatform(BUTTONS_AND_EDITS), createFakePlatform(WEB)];
    const chats = await startChatsOn({ platforms: [phone, web] });
    await chats.anh.says('/yeucau');
    await chats.anh.says(ASKED.subject);
    const there = chats.on(web, 'anh');
    await there.says('KCN Thăng Long');
    there.hears('lĩnh vực phối hợp nào');
    await there.picks(ASKED.field);
    await chats.anh.says('xã Thiên Lộc');
    chats.anh.hears('Loại đề nghị?');
  });

  test('hears notices where he was last', async () => {
    const [phone, web] = [createFakePlatform(BUTTONS_AND_EDITS), createFakePlatform(WEB)];
    const chats = await startChatsOn({ platforms: [phone, web] });
    await chats.time.passes('2 minutes');
    await chats.on(web, 'lan').says('/menu');
    const code = await sendRequest(chats.anh);
    await chats.time.passes('1 minute');
    chats.on(web, 'lan').hears(code);
    chats.lan.hearsNothing();
  });
});

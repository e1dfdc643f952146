/** DO1, DO2, DO4: papers about a request, made for the person who asks, with number and date left to the clerk. */

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { askProductions } from '#db/chat/production.ts';
import { inTransaction } from '#db/client.ts';
import { sheetProduction } from '#src/notice/productions.ts';
import { paperOf } from '#test/support/paper-of.ts';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, submitAnswer } from '#test/support/story.ts';

describeOnProfiles(
  'the sheet of a request',
  (start, on) => {
    test('has what the card and the history show this person, and nothing that they do not', async () => {
      const chats = await start();
      const { anh, lan, thai, hien } = chats;
      const code = await fileRequest(chats);
      await anh.picks('Xem');
      await anh.picks('Thêm người theo dõi');
      await anh.says('nguyen thi thu hien');
      await lan.says(code);
      await lan.picks('Tiếp nhận');
      await submitAnswer(lan, 'Không thống nhất', 'Vướng quy hoạch thoát nước.');
      const sheetFor = async (who: typeof anh): Promise<string> => {
        await who.says(code);
        await who.picks('Phiếu yêu cầu');
        const paper = paperOf(who);
        expect(paper.name).toBe(`phieu-${code}.docx`);
        expect(paper.foot).toBe(`${code} · phieu-yeu-cau, bản 1`);
        return paper.text;
      };
      if (on.takesFiles) {
        const [asking, unit, watching] = [await sheetFor(anh), await sheetFor(lan), await sheetFor(hien)];
        for (const text of [asking, unit, watching]) {
          expect(text).toContain('PHIẾU YÊU CẦU PHỐI HỢP\nGóp ý dự án mở rộng nhà xưởng');
          expect(text).toMatch(/Số: {5,}\/PYC-(BQL|UBND)(?!-)/);
          expect(text).toContain('UBND xã Thiên Lộc');
        }
        expect(asking).toContain('Loại: lấy ý kiến');
        expect(asking).toContain('III. Lịch sử');
        expect(asking).toContain('tiếp nhận');
        expect(asking).not.toContain('thoát nước');
        expect(asking).not.toContain('trình duyệt dự thảo');
        expect(unit).toContain('thoát nước');
        expect(unit).toContain('trình duyệt dự thảo');
        expect(watching).not.toMatch(/thoát nước|trình duyệt|Không thống nhất/);
      }
      await thai.says(code);
      await thai.picks('Duyệt');
      if (on.takesFiles) expect(await sheetFor(anh)).toContain('Ý kiến: Không thống nhất');
    });
  },
  OPPOSITES,
);

test('what was asked for and may not be seen any more is not made; in a group it goes to the person alone', async () => {
  const { chats } = await startWithFake();
  const { anh, hien } = chats;
  const code = await fileRequest(chats);
  await hien.says('/menu');
  await anh.says(code);
  const button = anh.button('Phiếu yêu cầu');
  await hien.forges(button.token);
  expect(hien.looks().some(({ file }) => file !== null)).toBe(false);
  // As if her right had gone between the asking and the making.
  const [asked] = await chats.query(sql<{ request: number; hien: number }>`
    select r.id as request, p.id as hien from request r, person p where p.key = 'nguyen-thi-thu-hien'`);
  if (asked === undefined) throw new Error('no request');
  const office = chats.office.first();
  await inTransaction(office.db, (tx) =>
    askProductions(
      tx,
      [{ kind: sheetProduction.kind, params: { requestId: asked.request }, personId: asked.hien, place: null }],
      chats.clock.now(),
    ),
  );
  await office.jobs.produce({});
  await chats.settle();
  expect(hien.looks().some(({ file }) => file !== null)).toBe(false);
  hien.sees('Không tìm thấy');
  const group = chats.group('Họp giao ban');
  const there = anh.in(group.place);
  await there.says(`/xem ${code}`);
  await anh.presses(button);
  expect(there.looks().some(({ file }) => file !== null)).toBe(false);
  expect(paperOf(anh).name).toContain(code);
  const made = await chats.query(
    sql`select template_code, template_version, request_id is not null as ours from made_document`,
  );
  expect(made).toEqual([{ template_code: 'phieu-yeu-cau', template_version: 1, ours: true }]);
});

describeOnProfiles('a letter', (start, on) => {
  test('is drafted with number and date blank; the clerk enters them and the request is found by the number', async () => {
    const chats = await start();
    const { anh, lan, huong, nga, ha } = chats;
    const code = await fileRequest(chats);
    await anh.says(code);
    await anh.picks('Dự thảo công văn');
    anh.hears('cần dự thảo công văn nào');
    await anh.picks('Công văn đề nghị phối hợp');
    if (on.takesFiles) {
      const { text } = paperOf(anh);
      expect(text).toMatch(/Số: {5,}\/BQL/);
      expect(text).toMatch(/Hà Nội, ngày {5,}tháng {5,}năm 2026/);
      expect(text).toContain('V/v lấy ý kiến: góp ý dự án mở rộng nhà xưởng');
      expect(text).toContain('Kính gửi: Ủy ban nhân dân xã Thiên Lộc');
      expect(text).toContain('21/2026/QĐ-UBND');
      expect(text).toContain('- Khu: KCN Thăng Long');
      expect(text).not.toContain('Doanh nghiệp');
      expect(text).not.toMatch(/[{}]/);
    }
    await lan.says(code);
    await lan.picks('Tiếp nhận');
    await submitAnswer(lan, 'Thống nhất, có ý kiến bổ sung', 'Đề nghị bổ sung phương án thoát nước.');
    await nga.says(code);
    await nga.picks('Dự thảo công văn');
    await nga.picks(/^Công văn trả lời/);
    if (!on.takesFiles) nga.hears(/https?:/);
    if (on.takesFiles) {
      const { text } = paperOf(nga);
      expect(text).toContain('ỦY BAN NHÂN DÂN\nXÃ THIÊN LỘC');
      expect(text).toMatch(/Thiên Lộc, ngày {5,}/);
      expect(text).toContain('Kính gửi: Ban Quản lý các khu công nghệ cao');
      expect(text).toContain('Ý kiến: Thống nhất, có ý kiến bổ sung.\nĐề nghị bổ sung phương án thoát nước.');
      expect(text).toContain('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Thái');
      expect(text).toContain('về việc góp ý dự án');
    }
    nga.hears('Người ký: Chủ tịch Nguyễn Văn Thái.');
    await nga.says(code);
    await nga.picks('Dự thảo công văn');
    await nga.picks('Chọn người ký');
    await nga.picks('KT. Chủ tịch, Phó Chủ tịch Ngô Thị Hường');
    nga.hears('Người ký: KT. Chủ tịch, Phó Chủ tịch Ngô Thị Hường.');
    await nga.picks(/^Công văn trả lời/);
    if (on.takesFiles) expect(paperOf(nga).text).toContain('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNgô Thị Hường');
    // Whoever approved the answer signs it, unless somebody else is chosen.
    await huong.says(code);
    await huong.picks('Duyệt');
    await nga.says(code);
    await nga.picks('Dự thảo công văn');
    await nga.picks(/^Công văn trả lời/);
    nga.hears('Người ký: KT. Chủ tịch, Phó Chủ tịch Ngô Thị Hường.');
    await nga.says('/tim 77/UBND-KT');
    nga.hears('Không tìm thấy');
    await nga.says(code);
    await nga.picks('Nhập số, ký hiệu');
    await nga.says('77/UBND-KT');
    await nga.picks(/23\/11\/2026/);
    nga.hears('Đã ghi số, ký hiệu 77/UBND-KT');
    for (const who of [nga, anh]) {
      await who.says('/tim 77/UBND-KT');
      who.hears(code);
    }
    await ha.says('/tim 77/UBND-KT');
    ha.hears('Không tìm thấy');
  });
});

test('a reminder in writing is there once it may be urged, for the asking side only', async () => {
  const { chats } = await startWithFake();
  const { anh, lan } = chats;
  const code = await fileRequest(chats, { urgency: /^Khẩn / });
  const offered = async (who: typeof anh): Promise<readonly string[]> => {
    await who.says(code);
    if (!who.choices().includes('Dự thảo công văn')) return [];
    await who.picks('Dự thảo công văn');
    return who.choices();
  };
  expect(await offered(anh)).toEqual(['Công văn đề nghị phối hợp', 'Chọn người ký', 'Xem']);
  expect(await offered(lan)).toEqual([]);
  await chats.time.to('2026-11-30 09:00');
  expect(await offered(anh)).toContain('Công văn đôn đốc · UBND xã Thiên Lộc');
  expect(await offered(lan)).toEqual([]);
  await offered(anh);
  await anh.picks(/^Công văn đôn đốc/);
  const { text } = paperOf(anh);
  expect(text).toContain('KHẨN');
  expect(text).toContain('Hạn trả lời: hết ngày 27/11/2026.');
  expect(text).toContain(`đề nghị mã ${code}`);
});

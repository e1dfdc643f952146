/** Who else follows a request, what both sides write to each other, numbers of documents, and what comes on paper. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { paperOf } from '#test/support/paper-of.ts';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, fillRequest, submitAnswer } from '#test/support/story.ts';

describeOnProfiles(
  'a watcher from outside the parties',
  (start) => {
    test('hears that it moved and sees subject, states and dates, and no word of it', async () => {
      const chats = await start();
      const { anh, lan, thai, hien } = chats;
      const code = await fileRequest(chats);
      await hien.says(code);
      hien.hears('Không tìm thấy đề nghị');
      await anh.says(code);
      await anh.picks('Thêm người theo dõi');
      await anh.says('Nguyễn');
      anh.hears('có thể là:');
      await anh.says('nguyen thi thu hien');
      anh.hears(`Đã thêm bà Nguyễn Thị Thu Hiền theo dõi ${code}`);
      hien.hears('thêm ông/bà theo dõi');

      await lan.says(code);
      await lan.picks('Tiếp nhận');
      hien.hears('UBND xã Thiên Lộc: đã tiếp nhận.');
      await submitAnswer(lan, 'Không thống nhất', 'Vướng quy hoạch thoát nước.');
      await thai.picks('Duyệt');
      hien.hears('UBND xã Thiên Lộc: đã trả lời.');
      await anh.says(code);
      await anh.picks('Tổng hợp');
      await anh.says('Chưa thống nhất.');
      await hien.says(code);
      expect(hien.hears('Trích yếu: Góp ý dự án')).toContain('UBND xã Thiên Lộc: đã trả lời');
      expect(hien.choices()).toEqual(['Cách tính thời hạn', 'Lịch sử', 'Phiếu yêu cầu']);
      await hien.picks('Lịch sử');
      hien.hears('tổng hợp ý kiến');
      for (const inner of ['thoát nước', 'Không thống nhất', 'Chưa thống nhất']) hien.seesNo(inner);
      await hien.says('/theodoi');
      hien.hears(code);
    });
  },
  OPPOSITES,
);

const SKETCH = { name: 'so-do.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7 sơ đồ') };
const PHOTO = { name: 'so-do.jpg', mime: 'image/jpeg', bytes: Buffer.from('ffd8ffe000104a46494600', 'hex') };

describeOnProfiles(
  'an exchange',
  (start, on) => {
    test('goes to the other side of the part with its files, and nobody else reads it, also after the synthesis', async () => {
      const chats = await start();
      const { anh, lan, ha } = chats;
      const code = await fileRequest(chats);
      await lan.picks('Tiếp nhận');
      await anh.says(code);
      await anh.picks('Thêm đơn vị phối hợp');
      await anh.says('Cảnh sát PCCC');
      await lan.says(code);
      await lan.picks('Trao đổi');
      await lan.sends(on.sendsDocuments ? SKETCH : PHOTO);
      await lan.says('Xin sơ đồ hiện trạng?');
      await lan.picks('Xong');
      lan.hears(`Đã gửi trao đổi về ${code}`);
      expect(anh.hears('trao đổi về')).toContain('Xin sơ đồ hiện trạng?');
      await ha.says(code);
      await ha.picks('Lịch sử');
      ha.hearsNo('Xin sơ đồ');
      if (on.takesFiles) {
        await anh.says(code);
        anh.hears(code);
        await anh.picks('Tệp kèm theo (1)');
        expect(anh.looks().some((look) => look.file?.name === 'so-do.pdf')).toBe(true);
        await ha.says(code);
        expect(ha.choices().join()).not.toContain('Tệp kèm theo');
      }
      const rows = await chats.query(sql`select words from exchange`);
      expect(rows).toEqual([{ words: 'Xin sơ đồ hiện trạng?' }]);
    });
  },
  OPPOSITES,
);

describeOnProfiles(
  'a number of a document',
  (start) => {
    test('is entered by filer and clerk, refused with an example when it is no number, and stands on the card', async () => {
      const chats = await start();
      const { anh, lan, thai, nga } = chats;
      const code = await fileRequest(chats);
      await anh.says(code);
      await anh.picks('Nhập số, ký hiệu');
      await anh.says('mười hai');
      anh.hears('Ví dụ: 123/BQL-QHXD');
      await anh.says('số 5/bql-qhxd');
      await anh.says('30/11/2026');
      anh.hears('chưa tới');
      await anh.says('20/11/2026');
      await anh.picks('Xong, không có tệp');
      anh.hears('Đã ghi số, ký hiệu 05/BQL-QHXD');
      await lan.says(code);
      await lan.picks('Tiếp nhận');
      await submitAnswer(lan);
      await thai.picks('Duyệt');
      await nga.says(code);
      expect(nga.hears('Văn bản: 05/BQL-QHXD ngày 20/11/2026')).toContain('đã trả lời');
      await nga.picks('Nhập số, ký hiệu');
      await nga.says('77/UBND-KT');
      await nga.picks(/23\/11\/2026/);
      nga.hears('Đã ghi số, ký hiệu 77/UBND-KT cho trả lời');
      await anh.says(code);
      anh.hears('Văn bản: 77/UBND-KT ngày 23/11/2026');
    });
  },
  OPPOSITES,
);

test('an answer that came as a letter stops the clock on its date, whenever it is entered', async () => {
  const { chats } = await startWithFake();
  const { anh, lan, nga } = chats;
  const code = await fileRequest(chats);
  await lan.picks('Tiếp nhận');
  await chats.time.to('2026-12-08 09:00');
  await nga.says(code);
  nga.hears('quá hạn');
  await nga.picks('Ghi nhận văn bản trả lời');
  await nga.picks('Thống nhất');
  await nga.says('88/UBND-KT');
  await nga.says('02/12/2026');
  await nga.says('Nguyễn Văn Thái, Chủ tịch');
  await nga.picks('Xong, không có tệp');
  nga.hears('Đã ghi nhận văn bản 88/UBND-KT');
  expect(anh.hears('đã trả lời')).not.toContain('quá hạn');
  await anh.says(code);
  anh.hears('Văn bản: 88/UBND-KT ngày 02/12/2026, Nguyễn Văn Thái, Chủ tịch ký');
  const [part] = await chats.query(sql<{ late: boolean; in_time: boolean }>`
    select a.late, p.answered_at <= p.due as in_time from answer a join part p on p.id = a.part_id`);
  expect(part).toEqual({ late: false, in_time: true });
});

test('a unit with nobody linked: the coordinator has the letter to send, and the clock starts on the day it came', async () => {
  const { chats } = await startWithFake();
  const { anh, trung } = chats;
  await chats.query(sql`
    update account set person_id = null where person_id in (
      select m.person_id from membership m join unit u on u.id = m.unit_id where u.code like 'xa-quang-minh%')`);
  const code = await fileRequest(chats, { unit: 'UBND xã Thiên Lộc' });
  await anh.says(code);
  await anh.picks('Thêm đơn vị phối hợp');
  await anh.says('xã Quang Minh');
  expect(trung.hears('phải gửi bằng văn bản')).toContain('Kính gửi: UBND xã Quang Minh');
  await trung.picks('Tải dự thảo công văn');
  expect(paperOf(trung).text).toContain('Kính gửi: Ủy ban nhân dân xã Quang Minh\n');
  await chats.time.to('2026-11-27 09:00');
  await anh.says(code);
  await anh.picks(/^Ghi ngày văn bản đến/);
  await anh.says('26/11/2026');
  anh.hears('Hạn trả lời: hết ngày 07/12/2026');
  await anh.picks('Cách tính thời hạn');
  anh.hears('Văn bản đến');
  await anh.says(code);
  await anh.picks(/^Ghi nhận văn bản trả lời · UBND xã Quang Minh/);
  await anh.picks('Không thống nhất');
  await anh.says('9/UBND');
  await anh.says('27/11/2026');
  await anh.says('Chủ tịch');
  await anh.picks('Xong, không có tệp');
  anh.hears('Đã ghi nhận văn bản 09/UBND');
});

test('a filer is told before Gửi that a unit has nobody in chat', async () => {
  const { chats } = await startWithFake();
  await chats.query(sql`
    update account set person_id = null where person_id in (
      select m.person_id from membership m join unit u on u.id = m.unit_id where u.code like 'xa-thien-loc%')`);
  await fillRequest(chats.anh);
  chats.anh.hears('Chưa có ai kết nối trò chuyện ở UBND xã Thiên Lộc');
});

test('a completion takes its files along, for the two sides only', async () => {
  const { chats } = await startWithFake();
  const { anh, lan } = chats;
  const code = await fileRequest(chats);
  await lan.picks('Đề nghị bổ sung');
  await lan.says('Thiếu bản vẽ.');
  await anh.picks('Bổ sung');
  await anh.says('Bản vẽ kèm theo.');
  await anh.sends({ name: 'ban-ve.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7 bản vẽ') });
  await anh.picks('Xong');
  anh.hears(`Đã bổ sung ${code}`);
  await lan.says(code);
  await lan.picks('Tệp kèm theo (1)');
  expect(lan.looks().some((look) => look.file?.name === 'ban-ve.pdf')).toBe(true);
});

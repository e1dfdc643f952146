/** What a request may also carry, and what Sửa can change: FI2, FI8, FI9, CH7, FI3, FI4, FI5, MA3. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enterprises } from '#db/seed/data/enterprises.ts';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { ASKED, codeIn, fillRequest, sendRequest } from '#test/support/story.ts';
import type { Voice } from '#test/support/voice.ts';

const edits = async (who: Voice, label: string): Promise<void> => {
  await who.picks('Sửa');
  await who.picks(label);
};

describeOnProfiles(
  'Sửa on the summary',
  (start) => {
    test('takes a document, an enterprise, a wanted date and the name of a chief; card and history have them', async () => {
      const chats = await start({ ownWords: enterprises.map(({ name }) => name) });
      const { anh, lan, dung } = chats;
      await fillRequest(anh, { urgency: /^Thường / });

      await edits(anh, 'Số, ký hiệu văn bản');
      await anh.says('một hai ba');
      anh.hears('không đúng mẫu. Ví dụ: 123/BQL-QHXD');
      await anh.says('so 5 / bql-qhxd');
      anh.hears('Văn bản ký ngày nào?');
      await anh.says('30/11/2026');
      anh.hears('chưa tới');
      await anh.says('20/11');
      anh.hears('Văn bản: 05/BQL-QHXD ngày 20/11/2026');

      await edits(anh, 'Doanh nghiệp');
      anh.hears('liên quan doanh nghiệp nào');
      await anh.says('giả định');
      anh.hears('Có nhiều doanh nghiệp tên gần với');
      await anh.says('0199001370');
      anh.hears('Doanh nghiệp: Công ty TNHH Tovaki Việt Nam (0199001370)');

      await edits(anh, 'Ngày mong muốn');
      await anh.says('29/11/2026');
      anh.hears('là ngày nghỉ');
      await anh.says('27/11/2026');
      const summary = anh.hears('Mong có trước: hết ngày 27/11/2026, sớm hơn thời hạn');
      expect(summary).toContain('bản nháp');

      await edits(anh, 'Người đứng tên');
      await anh.picks(chats.nameOf('dung'));
      anh.hears(`Người đứng tên: ông ${chats.nameOf('dung')}; bà ${chats.nameOf('anh')} lập thay`);

      await anh.picks('Gửi');
      const code = codeIn(anh.hears('Đã gửi đề nghị'));
      await chats.time.passes('31 seconds');
      await lan.says(`/xem ${code}`);
      const card = lan.hears('Văn bản: 05/BQL-QHXD ngày 20/11/2026');
      expect(card).toContain(`(bà ${chats.nameOf('anh')} lập thay ông ${chats.nameOf('dung')})`);
      expect(card).toContain('Doanh nghiệp: Công ty TNHH Tovaki Việt Nam');
      expect(card).toContain('Mong có trước: hết ngày 27/11/2026');
      await dung.says(`/xem ${code}`);
      await dung.picks('Lịch sử');
      dung.hears(`lập thay ông ${chats.nameOf('dung')}`);
    });
  },
  OPPOSITES,
);

describe('a draft', () => {
  test('is offered the lowest urgency whose term meets the wanted date, and takes it at a tap', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await fillRequest(anh);
    await edits(anh, 'Ngày mong muốn');
    await anh.says('27/11/2026');
    await anh.picks(/^Đổi sang khẩn, trả lời hết ngày 27\/11\/2026$/);
    const summary = anh.hears('Mức độ: khẩn');
    expect(summary).not.toContain('sớm hơn thời hạn');
    expect(anh.choices()).toEqual(['Gửi', 'Sửa', 'Hủy']);
  });

  test('with a signed document goes out at a high urgency, which its filer alone may not send', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await fillRequest(anh, { urgency: /^Thượng khẩn / });
    anh.hears('phải có số văn bản đã ký');
    await edits(anh, 'Số, ký hiệu văn bản');
    await anh.says('123/BQL-QHXD');
    await anh.picks('Không ghi ngày');
    await anh.picks('Gửi');
    anh.hears('Đã gửi đề nghị');
  });

  test('in the name of a chief has no right of the chief', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await fillRequest(anh, { urgency: /^Hỏa tốc / });
    await edits(anh, 'Người đứng tên');
    await anh.picks(chats.nameOf('dung'));
    anh.hears('do trưởng phòng hoặc lãnh đạo gửi');
    expect(anh.choices()).toEqual(['Sửa', 'Hủy']);
  });

  test('gives back what was optional: taken out again, nothing of it is sent', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await fillRequest(anh);
    await edits(anh, 'Số, ký hiệu văn bản');
    await anh.says('123/BQL-QHXD');
    await anh.picks('Không ghi ngày');
    await edits(anh, 'Số, ký hiệu văn bản');
    await anh.picks('Không ghi số văn bản');
    expect(anh.hears('bản nháp')).not.toContain('Văn bản:');
    await anh.picks('Gửi');
    expect(await chats.query(sql`select doc_number, doc_date from request`)).toEqual([
      { doc_number: null, doc_date: null },
    ]);
  });

  test('keeps the answer that was given since, when an old button of the question is pressed', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await anh.says('/yeucau');
    await anh.says(ASKED.subject);
    const old = anh.button('KCN Nội Bài');
    await anh.picks(ASKED.zone);
    await anh.presses(old);
    anh.hears('Câu hỏi này đã được trả lời');
    for (const pick of [ASKED.field, ASKED.unit, ASKED.type, ASKED.urgency, 'Không có tệp']) await anh.picks(pick);
    anh.hears(`Khu: ${ASKED.zone}`);
    await anh.presses(old);
    anh.hears('Câu hỏi này đã được trả lời');
    anh.hearsNo('bản nháp');
  });

  test('names a likely duplicate with a button to open it, and can be sent all the same', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    const first = await sendRequest(anh);
    await chats.time.passes('1 minute');
    await fillRequest(anh, { subject: 'Đề nghị góp ý việc mở rộng nhà xưởng' });
    anh.hears(`${first} · ${ASKED.subject}`);
    await anh.picks(`Xem ${first}`);
    anh.hears(first);
    await anh.picks('Gửi');
    anh.hears('Đã gửi đề nghị');
    await fillRequest(anh, { subject: 'Rà soát ngành nghề ưu đãi đầu tư' });
    anh.hearsNo('Có thể trùng');
  });

  test('is linked to a likely duplicate: both cards show the other, to whoever may see it', async () => {
    const { chats } = await startWithFake();
    const { anh, lan, hien } = chats;
    const first = await sendRequest(anh);
    await chats.time.passes('1 minute');
    await fillRequest(anh, { subject: 'Đề nghị góp ý việc mở rộng nhà xưởng' });
    await anh.picks(`Liên kết với ${first}`);
    anh.hears(`Liên kết với: ${first}`);
    expect(anh.choices()).not.toContain(`Liên kết với ${first}`);
    await anh.picks('Gửi');
    const second = /PH-\d+-\d+/.exec(anh.hears('Đã gửi đề nghị'))?.[0] ?? '';
    await chats.time.passes('1 minute');
    await anh.says(first);
    anh.hears(`Liên quan: ${second}`);
    await lan.says(second);
    lan.hears(`Liên quan: ${first}`);
    await lan.picks(`Xem ${first}`);
    lan.hears(ASKED.subject);
    await hien.says(second);
    hien.hearsNo(first);
  });

  test('joins a likely duplicate instead of being sent: its words reach the units, its files the request', async () => {
    const { chats } = await startWithFake();
    const { anh, lan } = chats;
    const first = await sendRequest(anh);
    await chats.time.passes('1 minute');
    await anh.sends({ name: 'ban-do.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4') });
    await anh.says('Đề nghị góp ý việc mở rộng nhà xưởng');
    for (const pick of [ASKED.zone, ASKED.field, ASKED.unit, ASKED.type, ASKED.urgency, /^Xong/]) await anh.picks(pick);
    await anh.picks(`Gộp vào ${first}`);
    anh.hears(`Đã gộp vào ${first}`);
    lan.sees('Đề nghị góp ý việc mở rộng nhà xưởng');
    expect(await chats.query(sql`select count(*)::int as count from request`)).toEqual([{ count: 1 }]);
    expect(await chats.query(sql`select f.name from request_file q join file f on f.id = q.file_id`)).toEqual([
      { name: 'ban-do.pdf' },
    ]);
    await anh.says('/yeucau');
    anh.hearsNo('bản đang điền');
  });

  test('for a zone whose units the regulation does not name says so, at the question and before Gửi', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await anh.says('/yeucau');
    await anh.says(ASKED.subject);
    await anh.picks('KCN Phụng Hiệp');
    await anh.picks(ASKED.field);
    anh.hears(/Chưa có tên trong các bên của Quy chế: .*xã Chương Dương/);
    await anh.says('xã Chương Dương');
    for (const pick of [ASKED.type, ASKED.urgency, 'Không có tệp']) await anh.picks(pick);
    anh.hears('Chưa có tên trong các bên của Quy chế: UBND xã Chương Dương.');
  });
});

/** FI6, CH9: a reply is about the message that it answers: an act on its request, or a request made of it. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inboundSchema } from '#message/inbound.ts';
import { MENTION } from '#test/fakes/profile/fake.ts';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, OPPOSITES, startChats } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

const SENTENCE =
  'Đề nghị UBND xã Thiên Lộc phối hợp kiểm tra PCCC tại KCN Thăng Long trước 17 giờ thứ Sáu, mức độ: khẩn';

describeOnProfiles('a reply to what was said of one request', (start, on) => {
  test('acts on that request; words that are no act are answered as they are', async () => {
    const chats = await start();
    const { lan } = chats;
    const code = await fileRequest(chats);
    const notice = lan.looks().findLast(({ text }) => text.includes(code));
    if (notice === undefined) throw new Error('the notice is not there');
    await lan.says('/trogiup');
    await lan.answers(notice, 'tiep nhan');
    // Zalo's bot platform does not tell what was replied to: what waits is listed.
    lan.hears(on.hasButtons ? `Đã tiếp nhận ${code}` : 'Việc chờ xử lý: 1');
    await lan.answers(notice, 'thống kê quý 3');
    lan.hears('Thống kê phối hợp quý III/2026');
  });
});

const reply = async (chats: Chats, words: string, text: string): Promise<void> => {
  const [seen] = await chats.query(sql<{ event: object }>`select event from inbox order by id desc limit 1`);
  const quoted = { ref: 'm0', text, senderName: 'Lan', fromBot: false };
  const event = inboundSchema.parse({
    ...seen?.event,
    eventId: `reply ${words}`,
    quoted,
    content: { kind: 'text', text: words },
  });
  await chats.office.first().work.accept([event]);
  await chats.time.passes('4 seconds');
};

const TOLD = 'Sáng 20/11 người dân báo công ty Thép Núi Đôi xả nước thải ra kênh.';

describeOnProfiles(
  'a reply that says whom and by when',
  (start) => {
    test('files what is replied to: its own words are the content and fill what the reply leaves open, its days do not', async () => {
      const chats = await start();
      const { anh } = chats;
      await anh.says('/menu');
      await reply(chats, 'lập yêu cầu gửi xã Thiên Lộc trước thứ sáu', TOLD);
      anh.sees(/Đơn vị: UBND xã Thiên Lộc, từ “xã Thiên Lộc”/);
      anh.sees('Ngày mong muốn: hết ngày 27/11/2026');
      anh.sees('Khu công nghiệp: KCN Quang Minh I, từ “công ty Thép Núi Đôi”');
      await anh.picks('Phối hợp thực hiện');
      await anh.picks(/^Thường /);
      await anh.picks('Xong');
      anh.hears('Trích yếu: Sáng 20/11 người dân báo công ty Thép Núi Đôi xả nước thải ra kênh');
      anh.hears(`Nội dung: ${TOLD}`);
      await anh.says('/huy');
      // A matter of its own is the subject; what was told stays the content, in short forms too.
      await reply(chats, 'lập yc gửi xã Quang Minh rà soát bếp ăn, hạn 2/12, khẩn', TOLD);
      anh.sees(/Đơn vị: UBND xã Quang Minh, từ “xã Quang Minh”/);
      anh.sees('hết ngày 02/12/2026');
      await anh.picks('Phối hợp thực hiện');
      await anh.picks('Xong');
      anh.hears('Trích yếu: Rà soát bếp ăn');
      anh.hears(`Nội dung: ${TOLD}`);
    });
  },
  OPPOSITES,
);

describe('a message that is replied to', () => {
  test('in a group is filed with whom and by when of the reply, however it is begun', async () => {
    const chats = await startChats();
    const anh = chats.anh.in(chats.group('Tổ công tác').place);
    await anh.says(`${MENTION} trợ giúp`);
    await reply(chats, 'lap yc gui xa thien loc truoc thu sau', TOLD);
    anh.sees('Ngày mong muốn: hết ngày 27/11/2026');
    await anh.picks('Phối hợp thực hiện');
    await anh.picks(/^Thường /);
    await anh.picks('Xong');
    anh.hears(`Nội dung: ${TOLD}`);
    anh.hears('UBND xã Thiên Lộc');
  });

  test.each(['lập yêu cầu', 'lap yeu cau', '/yeucau'])('becomes a draft by "%s", in a group too', async (words) => {
    const chats = await startChats();
    const anh = chats.anh.in(chats.group('Tổ công tác').place);
    await anh.says(`${MENTION} trợ giúp`);
    await reply(chats, words, SENTENCE);
    anh.sees('Ngày mong muốn: 17:00 ngày 27/11/2026');
    await anh.picks('Xong');
    anh.hears('Trích yếu: Phối hợp kiểm tra PCCC tại KCN Thăng Long');
  });

  test('is refused when it bears a secrecy mark', async () => {
    const chats = await startChats();
    await chats.anh.says('/menu');
    await reply(chats, 'lập yêu cầu', 'Phương án TỐI MẬT');
    chats.anh.sees('không được tiếp nhận và không được lưu');
    expect(await chats.query(sql`select 1 from form`)).toEqual([]);
  });
});

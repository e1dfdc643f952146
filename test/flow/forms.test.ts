/** Forms in a chat: what leaves them, what does not, what is set aside and offered again. */
import { test } from 'vitest';
import { describeOnProfiles, OPPOSITES } from '#test/support/profiles.ts';
import { ASKED, fileRequest } from '#test/support/story.ts';

describeOnProfiles(
  'an open form',
  (start) => {
    test('is left by /huy and by hủy in marks; a bare Huy may be a name, and is no subject either', async () => {
      const { anh } = await start({ ownWords: ['Huy'] });
      await anh.says('/yeucau');
      await anh.says('Huy');
      anh.hears(/không chỉ một từ(.|\n)*gõ \/huy(.|\n)*Trích yếu/);
      await anh.says('Giúp anh Huy');
      anh.hears('khu công nghiệp nào');
      await anh.says('/huy');
      anh.hears('Đã thoát khỏi biểu mẫu');
      await anh.says('/yeucau');
      await anh.says('thoat');
      anh.hears('Đã thoát khỏi biểu mẫu');
      await anh.says('/huy');
      anh.hears('không có biểu mẫu nào đang mở');
    });

    test('stays open while a command is answered, and goes on with the next words', async () => {
      const { anh } = await start();
      await anh.says('/yeucau');
      await anh.says('/viec');
      anh.hears('không có việc nào chờ');
      await anh.says('viec cua xa');
      anh.hears('khu công nghiệp nào');
    });

    test('keeps its question while an act on a code is done that does not answer it', async () => {
      const chats = await start();
      const code = await fileRequest(chats);
      const { lan } = chats;
      await lan.says('/yeucau');
      await lan.says(`Thực hiện như ${code} đã nêu`);
      lan.hears('khu công nghiệp nào');
      await lan.says(`tiếp nhận ${code}`);
      lan.hears(`Đã tiếp nhận ${code}`);
      await lan.says('ph1');
      lan.hears('Góp ý dự án mở rộng nhà xưởng');
      await lan.says(ASKED.zone);
      lan.hears('lĩnh vực phối hợp nào');
    });

    test('set aside by another one is offered again when that is done or left', async () => {
      const chats = await start();
      const code = await fileRequest(chats);
      const { lan } = chats;
      await lan.picks('Tiếp nhận');
      await lan.says('/yeucau');
      await lan.says(ASKED.subject);
      await lan.says(`/xem ${code}`);
      await lan.picks('Trả lời');
      lan.hears('Ý kiến của đơn vị?');
      await lan.says('/huy');
      lan.hears('Ông/bà còn bản đang điền: đề nghị phối hợp mới.');
      await lan.picks('Điền tiếp');
      lan.hears('khu công nghiệp nào');
    });

    test('/yeucau with a draft at hand offers to go on, or to begin anew', async () => {
      const { anh } = await start();
      await anh.says('/yeucau');
      await anh.says(ASKED.subject);
      await anh.says('/yeucau');
      anh.hears('còn bản đang điền');
      await anh.picks('Điền tiếp');
      anh.hears('khu công nghiệp nào');
      await anh.says('/yeucau');
      await anh.picks('Lập mới, bỏ bản cũ');
      anh.hears('Trích yếu của đề nghị là gì?');
    });

    test('repeats its question, with what is wrong, to an answer that it cannot take', async () => {
      const { anh } = await start();
      await anh.says('/yeucau');
      await anh.says('   ');
      anh.hears('Đề nghị trả lời bằng chữ.');
      await anh.says('đ'.repeat(501));
      anh.hears(/dài quá 500 chữ cái(.|\n)*Trích yếu của đề nghị là gì/);
      await anh.says(ASKED.subject);
      await anh.says('khu trên mây');
      anh.hears(/Không tìm thấy khu(.|\n)*khu công nghiệp nào/);
      await anh.picks(ASKED.zone);
      await anh.picks(ASKED.field);
      await anh.says('xã Không Có');
      anh.hears('Không tìm thấy đơn vị "xã Không Có"');
      await anh.says('quang');
      anh.hears('"quang" có thể là: ');
    });

    test('about a request that has meanwhile been answered ends, and says why', async () => {
      const chats = await start();
      const { lan, thai } = chats;
      const code = await fileRequest(chats);
      await lan.picks('Tiếp nhận');
      await lan.picks('Trả lời');
      await thai.says(`/xem ${code}`);
      await thai.picks('Trả lời');
      await thai.picks('Thống nhất');
      await thai.says('Thống nhất.');
      await thai.picks('Trình duyệt');
      await lan.picks('Không thống nhất');
      lan.hears('Phần việc này đã trả lời');
      await lan.says('/huy');
      lan.hears('không có biểu mẫu nào đang mở');
    });
  },
  OPPOSITES,
);

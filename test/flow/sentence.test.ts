/** FI1, FI6: one sentence files and acts in chat; what it leaves open is asked, what it says is shown with its words. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, OPPOSITES, startChats, startWithFake } from '#test/support/profiles.ts';
import { codeIn, fileRequest } from '#test/support/story.ts';

const SENTENCE =
  'Đề nghị UBND xã Thiên Lộc phối hợp kiểm tra PCCC tại KCN Thăng Long trước 17 giờ thứ Sáu, mức độ: khẩn';
const PLAIN = 'De nghi UBND xa Thien Loc phoi hop kiem tra PCCC tai KCN Thang Long truoc 17 gio thu Sau, muc do: khan';

describeOnProfiles('one sentence', (start) => {
  test.each([
    ['with marks', SENTENCE, 'trước 17 giờ thứ Sáu', 'Phối hợp kiểm tra PCCC tại KCN Thăng Long'],
    ['without marks', PLAIN, 'truoc 17 gio thu Sau', 'Phoi hop kiem tra PCCC tai KCN Thang Long'],
  ])(
    '%s becomes a whole draft: only files are asked, and the summary says which words were read how',
    async (_how, sentence, words, subject) => {
      const { anh } = await start();
      await anh.says(sentence);
      anh.hears(`Ngày mong muốn: 17:00 ngày 27/11/2026, từ “${words}”`);
      await anh.picks('Không có tệp');
      const summary = anh.hears('bản nháp');
      for (const line of [
        `Trích yếu: ${subject}`,
        'Khu: KCN Thăng Long',
        'Lĩnh vực: Bảo đảm an ninh trật tự và phòng cháy chữa cháy',
        'Loại: phối hợp thực hiện',
        'Mức độ: khẩn',
        '• UBND xã Thiên Lộc',
        'Mong có trước: 17:00 ngày 27/11/2026',
        `Hiểu từ câu: “${words}” → 17:00 ngày 27/11/2026`,
      ]) {
        expect(summary).toContain(line);
      }
      await anh.picks('Xem cách hiểu');
      anh.hears(`Câu đã gõ: ${sentence}`);
    },
  );
});

const LETTER = `Kính gửi: UBND xã Thiên Lộc
Ngày 15/11/2026 Ban Quản lý nhận được văn bản số 45/CV-TVK đề nghị mở rộng nhà xưởng tại KCN Thăng Long. Căn cứ Nghị định 35/2022/NĐ-CP, Ban Quản lý đề nghị UBND xã Thiên Lộc có ý kiến bằng văn bản về hiện trạng trước ngày 04/12/2026.
Trân trọng,`;

/** One admin of the board asks, the other agrees. */
const addAlias = async (chats: Chats, subject: string, name: string): Promise<void> => {
  const trang = chats.voice('trinh-thu-trang');
  await trang.says('/quantri');
  await trang.picks('Tên gọi khác');
  await trang.picks('Thêm tên gọi');
  await trang.says(subject);
  await trang.says(name);
  trang.hears('chờ quản trị viên thứ hai');
  await chats.khanh.picks('Đồng ý');
  chats.khanh.hears(`Đã đồng ý và thực hiện: thêm tên gọi "${name}"`);
};

describeOnProfiles(
  'another name',
  (start) => {
    test('given by two admins is understood at once wherever names are, and no longer once it is taken back', async () => {
      const chats = await start();
      const { anh } = chats;
      const trang = chats.voice('trinh-thu-trang');
      const code = await fileRequest(chats);
      await anh.says('/tim Khu Bắc Cầu');
      anh.hears('Không tìm thấy');

      await trang.says('/quantri');
      await trang.picks('Tên gọi khác');
      trang.hears('Chưa có tên gọi nào');
      await trang.picks('Thêm tên gọi');
      await trang.says('KCN Thăng Long');
      for (const [name, why] of [
        ['tháng 5', 'trùng với cách nói ngày, giờ'],
        ['xã Thiên Lộc', 'vì đang chỉ đơn vị UBND xã Thiên Lộc'],
        ['thống kê', 'trùng với từ dùng để ra lệnh'],
      ] as const) {
        await trang.says(name);
        trang.hears(why);
      }
      await trang.says('Khu Bắc Cầu');
      trang.hears('Đã ghi đề xuất: thêm tên gọi "Khu Bắc Cầu" cho khu công nghiệp KCN Thăng Long');
      await anh.says('/tim Khu Bắc Cầu');
      anh.hears('Không tìm thấy');
      await chats.khanh.picks('Đồng ý');
      await addAlias(chats, 'UBND xã Thiên Lộc', 'Ủy ban Thiên Sơn');

      await anh.says('/tim khu bac cau');
      anh.hears(code);
      await anh.says('/thongke khu bac cau tháng 11');
      anh.hears('KCN Thăng Long');
      await anh.says('đề nghị uy ban thien son phối hợp kiểm tra PCCC tại khu bắc cầu trước thứ Sáu, khẩn');
      await anh.picks('Không có tệp');
      const summary = anh.hears('bản nháp');
      expect(summary).toContain('Khu: KCN Thăng Long');
      expect(summary).toContain('• UBND xã Thiên Lộc');
      expect(summary).toContain('“khu bắc cầu” → ');
      await anh.says('/huy');

      await trang.says('/quantri');
      await trang.picks('Tên gọi khác');
      trang.hears('• Khu Bắc Cầu: khu công nghiệp KCN Thăng Long');
      await trang.picks('Bỏ "Khu Bắc Cầu"');
      await chats.khanh.picks('Đồng ý');
      await anh.says('/tim khu bac cau');
      anh.hears('Không tìm thấy');
      const kinds = sql`select kind from fact where stream = 'directory' and kind like 'alias%' order by seq`;
      expect(await chats.query(kinds)).toEqual([
        { kind: 'alias_added' },
        { kind: 'alias_added' },
        { kind: 'alias_dropped' },
      ]);
    });
  },
  OPPOSITES,
);

describe('a draft made from a sentence', () => {
  test('is changed by Sửa, and what was changed is no longer said to be understood', async () => {
    const { anh } = await startChats();
    await anh.says(`/yeucau ${SENTENCE}`);
    await anh.picks('Không có tệp');
    await anh.picks('Sửa');
    await anh.picks('Ngày mong muốn');
    await anh.says('thứ Năm');
    const summary = anh.hears('bản nháp');
    expect(summary).toContain('Mong có trước: hết ngày 26/11/2026');
    expect(summary).not.toContain('trước 17 giờ');
    expect(summary).toContain('Hiểu từ câu: “PCCC” → ');
    await anh.picks('Gửi');
    codeIn(anh.hears('Đã gửi đề nghị'));
  });

  test('asks where the words may mean several things, with these to choose from', async () => {
    const { anh } = await startChats();
    await anh.says('Đề nghị UBND huyện Đông Anh góp ý quy hoạch KCN Thăng Long và KCN Nội Bài trước tháng 12');
    anh.hears('“KCN Thăng Long, KCN Nội Bài” có thể hiểu nhiều cách');
    expect(anh.choices()).toEqual(['KCN Thăng Long', 'KCN Nội Bài', 'Không thuộc một khu cụ thể']);
    await anh.picks('KCN Nội Bài');
    anh.hears('“UBND huyện Đông Anh” có thể hiểu nhiều cách');
    expect(anh.choices()).toContain('UBND xã Thiên Lộc');
    await anh.picks('UBND xã Thiên Lộc');
    await anh.picks(/^Thường /);
    await anh.picks('Không có tệp');
    anh.hears('“trước tháng 12” chưa rõ');
    await anh.picks(/^30\/11\/2026/);
    const summary = anh.hears('bản nháp');
    expect(summary).toContain('Khu: KCN Nội Bài');
    expect(summary).toContain('• UBND xã Thiên Lộc');
    expect(summary).toContain('Mong có trước: hết ngày 30/11/2026');
  });

  test('offers the next working day for one that is off, and asks whether a bare day is the wanted one', async () => {
    const { anh } = await startChats();
    await anh.says('Đề nghị xã Thiên Lộc cung cấp danh sách lao động KCN Thăng Long trước Chủ nhật, mức độ: thường');
    await anh.picks('Không có tệp');
    anh.hears('là ngày nghỉ');
    await anh.picks(/^30\/11\/2026/);
    expect(anh.hears('bản nháp')).toContain('Mong có trước: hết ngày 30/11/2026');
    await anh.picks('Hủy');
    await anh.says('Đề nghị xã Thiên Lộc cung cấp danh sách lao động KCN Thăng Long ngày 30/11, mức độ: thường');
    await anh.picks('Không có tệp');
    anh.hears('chưa rõ có phải ngày mong muốn');
    await anh.picks('Không ghi ngày mong muốn');
    const summary = anh.hears('bản nháp');
    expect(summary).not.toContain('Mong có trước');
    // The day of a visit is no last day: it stays, and reads the same tomorrow where it was said by a word.
    expect(summary).toContain('Trích yếu: Cung cấp danh sách lao động KCN Thăng Long ngày 30/11');
    await anh.picks('Hủy');
    await anh.says('Mời xã Thiên Lộc khảo sát KCN Thăng Long sáng thứ Tư tuần sau, PCCC, mức độ: thường');
    await anh.picks('Không có tệp');
    await anh.picks('Không ghi ngày mong muốn');
    anh.hears('Trích yếu: Khảo sát KCN Thăng Long sáng thứ Tư tuần sau (ngày 02/12/2026), PCCC');
  });

  test('asks about a day that is none, and one that by its words is nearly a year away', async () => {
    const { anh } = await startChats();
    for (const [words, heard] of [
      ['trước 30/2', 'Từ “trước 30/2” không đọc được thành ngày'],
      ['trước 18/11', 'Từ “trước 18/11” chưa rõ có phải ngày mong muốn'],
    ] as const) {
      await anh.says(`Đề nghị xã Thiên Lộc cung cấp danh sách lao động KCN Thăng Long ${words}, mức độ: thường`);
      await anh.picks('Không có tệp');
      anh.hears(heard);
      await anh.picks('Không ghi ngày mong muốn');
      anh.hears('Trích yếu: Cung cấp danh sách lao động KCN Thăng Long');
      await anh.picks('Hủy');
    }
    // A letter is the content; its own heading, or the sentence that asks, is the subject.
    await anh.says(`${LETTER} lĩnh vực PCCC, mức độ: thường.`);
    await anh.picks('Xong');
    anh.hears('Trích yếu: Có ý kiến bằng văn bản về hiện trạng');
  });
});

describe('the questions of forms', () => {
  test('take days and units as people say them, and a day that may be two is asked back', async () => {
    const chats = await startChats();
    const { anh, lan } = chats;
    await anh.says('/yeucau Kiểm tra nhà xưởng KCN Thăng Long');
    await anh.picks('Quản lý nhà nước về đầu tư');
    await anh.says('CA PCCC và UBND xã Thiên Lộc');
    await anh.picks('Phối hợp thực hiện');
    await anh.picks(/^Thường /);
    await anh.picks('Không có tệp');
    const summary = anh.hears('bản nháp');
    expect(summary.match(/^• /gm)).toHaveLength(2);
    expect(summary).toContain('• Phòng Cảnh sát phòng cháy');
    expect(summary).toContain('• UBND xã Thiên Lộc');
    await anh.picks('Gửi');
    const code = codeIn(anh.hears('Đã gửi đề nghị'));
    await chats.time.passes('31 seconds');
    await lan.says(`Tiếp nhận ${code}`);
    await lan.says(`gia hạn ${code}`);
    await lan.says('trước tháng 12');
    lan.hears('“tháng 12” có thể là 30/11/2026 hoặc 31/12/2026');
    await lan.says('thứ Sáu tuần sau nữa');
    await lan.says('Cần thêm thời gian rà soát');
    lan.hears('11/12/2026');
  });
});

describe('a sentence that is no request to others', () => {
  test('runs the command that there is for it, and reads what cannot be done yet politely', async () => {
    const chats = await startChats();
    const { lan } = chats;
    const code = await fileRequest(chats);
    for (const [words, answer] of [
      ['Hôm nay tôi còn việc gì?', 'Việc chờ xử lý: 1'],
      ['yêu cầu tôi đã gửi', 'chưa có đề nghị nào'],
      [`${code} đến đâu rồi?`, 'Góp ý dự án mở rộng nhà xưởng'],
      ['tìm giúp tôi các yêu cầu về nhà xưởng', 'Tìm thấy 1 đề nghị'],
      ['Bạn giúp được những gì', 'Hướng dẫn'],
      ['thống kê quý 3', 'Thống kê phối hợp quý III/2026'],
      ['Xin chào bot', 'Kính chào bà Trần Thị Lan'],
      ['ok, cảm ơn nhé', 'Rất vui được hỗ trợ ông/bà'],
      ['ph 1', 'Góp ý dự án mở rộng nhà xưởng'],
      ['00001', 'Góp ý dự án mở rộng nhà xưởng'],
      ['gia han PH00001 them 2 ngay lam viec', 'không thực hiện được việc này'],
      ['đề nghị số PH 1 và PH-2026-00001 thế nào', 'Góp ý dự án mở rộng nhà xưởng'],
      ['/xem 1', 'Góp ý dự án mở rộng nhà xưởng'],
      ['Thời tiết đẹp quá', 'Chưa hiểu ý ông/bà'],
    ] as const) {
      await lan.says(words);
      lan.hears(answer);
    }
    expect(lan.choices()).toHaveLength(4);
    expect(lan.choices()).toContain('Menu');
    await lan.says('KCN Thăng Long thì thế nào nhỉ');
    expect(lan.choices().slice(0, 2)).toEqual(['Lập đề nghị từ câu này', 'Tìm đề nghị có “KCN Thăng Long”']);
    await lan.picks('Lập đề nghị từ câu này');
    lan.hears('lĩnh vực phối hợp nào');
  });

  test('does the act on a code if the person may, filled in with the day that was said', async () => {
    const chats = await startChats();
    const { lan, anh } = chats;
    const code = await fileRequest(chats);
    await lan.says(`ai chưa tiếp nhận ${code}?`);
    lan.hearsNo('Đã tiếp nhận');
    await anh.says(`tiếp nhận ${code}`);
    anh.hears('không thuộc phần của ông/bà');
    await lan.says(`gia hạn ${code}`);
    lan.hears('không thực hiện được việc này');
    await lan.says(`Tiếp nhận ${code}`);
    lan.hears(`Đã tiếp nhận ${code}`);
    await lan.says(`Xin gia hạn ${code} đến thứ Sáu tuần sau`);
    await lan.says('/huy');
    await lan.says(`Xin gia hạn ${code} thêm 1 ngày làm việc`);
    lan.hears('Nêu lý do');
    await lan.says('/huy');
    await lan.says('xin gia han PH00001 them 1 ngay lam viec vi don vi can ra soat');
    lan.hears('04/12/2026');
    anh.hears('Lý do: don vi can ra soat');
    await anh.says(`${code} đồng ý gia hạn chưa?`);
    anh.hears('Đang đề nghị gia hạn');
    await anh.says('dong y gia han PH00001');
    lan.hears('Hạn trả lời mới: hết ngày 04/12/2026');
    await lan.says(`giao ${code} cho chị Yến`);
    lan.hears('cho bà Bạch Thị Yến');
    await anh.says(`Đổi mức độ ${code} sang khẩn vì đoàn kiểm tra đến sớm`);
    anh.hears('thành khẩn; thời hạn đã tính lại');
    await lan.says(`trả lời ${code}`);
    lan.hears('Góp ý dự án');
    await lan.says('/huy');
    await lan.says(`trả lời ${code}: không thống nhất`);
    lan.hears('Nội dung trả lời?');
    await lan.says('Chưa đủ hồ sơ.');
    await lan.picks('Trình duyệt');
    chats.thai.hears('Không thống nhất');
  });
});

test('words of which nothing is understood are the subject, as they stand', async () => {
  const { chats } = await startWithFake();
  const { anh } = chats;
  await anh.says('/yeucau Đề nghị một');
  anh.hears('khu công nghiệp nào');
  await anh.picks('Không thuộc một khu cụ thể');
  await anh.picks('Tài nguyên và môi trường');
  await anh.says('xã Thiên Lộc');
  await anh.picks('Lấy ý kiến');
  await anh.picks(/^Thường /);
  await anh.picks('Không có tệp');
  anh.hears('Trích yếu: Đề nghị một');
});

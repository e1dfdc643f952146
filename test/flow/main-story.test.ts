/** The whole life of a request, by every act, on every kind of platform. */
import { expect, test } from 'vitest';
import { describeOnProfiles } from '#test/support/profiles.ts';
import { fileRequest, submitAnswer } from '#test/support/story.ts';

describeOnProfiles('the main story', (start) => {
  test('a request goes from /yeucau to Kết thúc by every act, and its history says who, how, from what to what, and why', async () => {
    const chats = await start();
    const { anh, dung, thinh, lan, yen, thai, huong, hien, son } = chats;

    const code = await fileRequest(chats);
    lan.hears(`gửi đề nghị phối hợp ${code}`);
    lan.hears('Hạn tiếp nhận: 17:30 ngày 23/11/2026\nHạn trả lời (dự kiến): hết ngày 03/12/2026');
    dung.hears(`Đề nghị phối hợp ${code} đã gửi`);
    thinh.hears(`Đề nghị phối hợp ${code} đã gửi`);
    hien.hearsNothing();

    await lan.picks('Tiếp nhận');
    lan.hears(`Đã tiếp nhận ${code}. Hạn trả lời: hết ngày 03/12/2026`);
    anh.hears(`UBND xã Thiên Lộc đã tiếp nhận ${code} (bà Trần Thị Lan)`);

    await lan.picks('Phân công');
    await lan.says('chi Yen');
    lan.hears(`Đã phân công ${code} cho bà Bạch Thị Yến`);
    yen.hears(`Bà Trần Thị Lan đã phân công ${code} cho bà Bạch Thị Yến`);

    await submitAnswer(yen, 'Thống nhất', 'Thống nhất.\nĐề nghị giữ nguyên hành lang an toàn.');
    yen.hears(`Đã trình duyệt dự thảo trả lời ${code}`);
    thai.hears(`Bạch Thị Yến trình duyệt dự thảo trả lời ${code}`);
    huong.hears(`Bạch Thị Yến trình duyệt dự thảo trả lời ${code}`);

    await thai.picks('Trả lại dự thảo');
    await thai.says('Nêu rõ căn cứ pháp lý.');
    thai.hears(`Đã trả lại dự thảo trả lời ${code}`);
    expect(yen.hears(`Nguyễn Văn Thái trả lại dự thảo trả lời ${code}`)).toContain('Nêu rõ căn cứ pháp lý.');
    anh.hearsNo('Thống nhất');

    await submitAnswer(yen, 'Thống nhất, có ý kiến bổ sung', 'Thống nhất theo quy hoạch đã duyệt.');
    await huong.picks('Duyệt');
    huong.hears(`về ${code} đã gửi bên đề nghị`);
    anh.hears(`UBND xã Thiên Lộc đã trả lời ${code}`);
    anh.hears('Thống nhất theo quy hoạch đã duyệt.');
    yen.hears(`UBND xã Thiên Lộc đã trả lời ${code}`);

    await anh.says(`/xem ${code}`);
    await anh.picks('Tổng hợp');
    await anh.says('Một ý kiến thống nhất, có bổ sung.');
    anh.hears(`Đã tổng hợp ${code}`);
    dung.hears(`${code} đã được tổng hợp ý kiến (bà Nguyễn Minh Anh)`);

    await dung.picks('Kết thúc');
    await dung.says('Đã báo cáo lãnh đạo Ban.');
    dung.hears(`Đã kết thúc ${code}`);
    anh.hears('Kết quả: Đã báo cáo lãnh đạo Ban.');
    lan.hears(`${code} đã kết thúc (ông Trần Văn Dũng)`);
    yen.hears(`${code} đã kết thúc`);

    await anh.says(code);
    anh.hears('đã kết thúc');
    expect(anh.choices()).toEqual(['Mở lại', 'Nhập số, ký hiệu', 'Cách tính thời hạn', 'Lịch sử', 'Phiếu yêu cầu']);
    await anh.picks('Lịch sử');
    expect(anh.hears(`Lịch sử ${code}`)).not.toContain('căn cứ pháp lý');
    // What a unit does with a draft is its own and the auditor's to read.
    await son.says(code);
    await son.picks('Lịch sử');
    const history = son.hears(`Lịch sử ${code}`);
    for (const line of [
      /08:0\d ngày 23\/11\/2026 · bà Nguyễn Minh Anh \(Chuyên viên\)\n {3}lập và gửi đề nghị: đang thực hiện/,
      /Hệ thống\n {3}đề nghị đã tới các đơn vị/,
      /bà Trần Thị Lan \(.+\) · UBND xã Thiên Lộc\n {3}tiếp nhận: chờ tiếp nhận → đã tiếp nhận \(.+\)/,
      /bà Trần Thị Lan \(.+\) · UBND xã Thiên Lộc\n {3}phân công; .*cho bà Bạch Thị Yến/,
      /bà Bạch Thị Yến \(Chuyên viên\) · .+\n {3}trình duyệt dự thảo trả lời: đã tiếp nhận → chờ duyệt; Thống nhất/,
      /ông Nguyễn Văn Thái \(.+\) · .+\n {3}trả lại dự thảo: chờ duyệt → đã tiếp nhận; lý do: Nêu rõ căn cứ pháp lý\./,
      /Ngô Thị Hường \(.+\) · .+\n {3}duyệt trả lời: chờ duyệt → đã trả lời; Thống nhất, có ý kiến bổ sung/,
      /Nguyễn Minh Anh \(.+\)\n {3}tổng hợp ý kiến: đang thực hiện → đã tổng hợp; nhận xét: Một ý kiến/,
      /ông Trần Văn Dũng \(Trưởng phòng\)\n {3}kết thúc: đã tổng hợp → đã kết thúc; kết quả: Đã báo cáo lãnh đạo Ban\./,
    ]) {
      expect(history).toMatch(line);
    }
    expect(history.match(/\((Telegram|Zalo OA|Zalo Bot|trang thử)\)$/gm)).toHaveLength(9);
  });
});

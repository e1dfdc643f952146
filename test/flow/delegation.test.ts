/** LC8: work, reminders and notices of whoever is away go to his stand-in, the history says so, and it ends by itself. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, fillRequest, submitAnswer } from '#test/support/story.ts';

describeOnProfiles('/uyquyen', (start) => {
  test('gives open and new work with its reminders to the stand-in, until its last day', async () => {
    const chats = await start();
    const { lan, yen, thai, hung, anh } = chats;
    const open = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await lan.says('/uyquyen');
    lan.hears('Hiện không có ủy quyền nào.');
    await lan.picks('Ủy quyền');
    await lan.says('Bạch Thị Yến');
    await lan.picks('23/11/2026 (thứ Hai)');
    await lan.says('24/11/2026');
    lan.hears(
      'Bà Bạch Thị Yến thay bà Trần Thị Lan tại UBND xã Thiên Lộc, từ ngày 23/11/2026 đến hết ngày 24/11/2026.',
    );
    yen.sees('Bạch Thị Yến thay bà Trần Thị Lan');
    hung.sees('Bạch Thị Yến thay bà Trần Thị Lan');

    await yen.says('/viec');
    yen.hears(open);
    const fresh = await fileRequest(chats);
    yen.sees(`gửi đề nghị phối hợp ${fresh}`);
    await lan.says('/viec');
    lan.hears(fresh);
    await yen.says(fresh);
    await yen.picks('Tiếp nhận');
    yen.hears(`Đã tiếp nhận ${fresh}`);
    await yen.picks('Lịch sử');
    yen.hears(/Bạch Thị Yến \(.*\) thay bà Trần Thị Lan/);
    await yen.says(open);
    await submitAnswer(yen);
    await thai.picks('Duyệt');
    anh.sees(open);

    await chats.time.to('2026-11-25 07:00');
    await yen.says('/uyquyen');
    yen.hears('Hiện không có ủy quyền nào.');
  });
});

describe('whoever stands in for a leader', () => {
  test('approves for him, but not what he or the leader wrote; and either ends it', async () => {
    const { chats } = await startWithFake();
    const { lan, huong, thai, hung } = chats;
    await thai.says('/uyquyen Đoàn Mạnh Hùng từ 23/11/2026 đến 30/11/2026');
    thai.hears('Đoàn Mạnh Hùng thay ông Nguyễn Văn Thái');
    const first = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await submitAnswer(lan);
    hung.sees(first);
    await hung.says(first);
    await hung.picks('Duyệt');
    await hung.picks('Lịch sử');
    hung.hears(/Đoàn Mạnh Hùng \(.*\) thay ông Nguyễn Văn Thái/);
    expect(
      await chats.query(
        sql`select 1 from answer a join person p on p.id = a.decided_for where p.key = 'nguyen-van-thai'`,
      ),
    ).toHaveLength(1);

    const second = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await hung.says(second);
    await submitAnswer(hung);
    await hung.says(second);
    expect(hung.choices()).not.toContain('Duyệt');
    await huong.says(second);
    await huong.picks('Duyệt');
    huong.hears('duyệt');

    await thai.says('/uyquyen');
    await thai.picks('Kết thúc: ông Đoàn Mạnh Hùng thay ông Nguyễn Văn Thái');
    hung.sees('Ủy quyền đã kết thúc:');
    await thai.says('/uyquyen');
    thai.hears('Hiện không có ủy quyền nào.');
  });

  test('sends in his place what only a head may send', async () => {
    const { chats } = await startWithFake();
    const { anh, dung } = chats;
    await fillRequest(anh, { urgency: /^Thượng khẩn/ });
    anh.hears('do trưởng phòng hoặc lãnh đạo gửi');
    await anh.says('/huy');
    await dung.says('/uyquyen Nguyễn Minh Anh từ 23/11/2026 đến 24/11/2026');
    await fillRequest(anh, { urgency: /^Thượng khẩn/ });
    await anh.picks('Gửi');
    anh.hears('Đã gửi đề nghị');
    await anh.picks('Xem');
    await anh.picks('Lịch sử');
    anh.hears(/Nguyễn Minh Anh \(.*\) thay ông Trần Văn Dũng/);
  });

  test('is reminded in his place, and says Đã nhận for him', async () => {
    const { chats, fake } = await startWithFake();
    const { lan, yen, anh } = chats;
    const code = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await lan.says('ủy quyền cho Bạch Thị Yến từ 25/11/2026 đến 11/12/2026');
    lan.hears('Bà Bạch Thị Yến thay bà Trần Thị Lan');
    const before = fake.deliveries.length;
    await chats.time.to('2026-12-04 09:00');
    const to = new Set(
      fake.deliveries
        .slice(before)
        .filter(({ text }) => text.startsWith('Nhắc việc'))
        .map(({ address }) => address),
    );
    expect(to.has('bach-thi-yen')).toBe(true);
    expect(to.has('tran-thi-lan')).toBe(false);
    yen.sees('Hết hạn trả lời (hết ngày 03/12/2026) mà chưa có trả lời.');
    await yen.picks('Đã nhận');
    yen.hears('Đã ghi nhận');
    await anh.says(code);
    const heard = fake.deliveries.length;
    await chats.time.to('2026-12-04 17:00');
    expect(fake.deliveries.slice(heard).filter(({ address }) => address === 'bach-thi-yen')).toEqual([]);
  });
});

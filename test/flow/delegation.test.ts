/** LC8: work, reminders and notices of whoever is away go to his stand-in, the history says so, and it ends by itself. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, fillRequest, submitAnswer } from '#test/support/story.ts';
import { codeIn, fillPlan, planTeam, tieTeam } from '#test/support/team.ts';

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

test('in an inspection team the leader’s stand-in decides for him, a member’s place is nobody else’s, and neither allows an exception that either planned', async () => {
  const { chats } = await startWithFake();
  const { lan, yen, thinh, hanh, trung, hang } = chats;
  await thinh.says('/uyquyen Vũ Thị Hạnh từ 23/11/2026 đến 30/11/2026');
  thinh.hears('Vũ Thị Hạnh thay ông Phạm Quốc Thịnh');
  const code = await planTeam(trung);
  hanh.sees('kế hoạch chờ ban hành quyết định');
  thinh.seesNo('kế hoạch chờ ban hành quyết định');
  await hanh.says('/doan');
  await hanh.picks(code);
  await hanh.picks('Ban hành quyết định');
  await hanh.says('125/QĐ-BQL');
  await hanh.says('23/11/2026');
  await hanh.says('Phạm Quốc Thịnh, Trưởng ban');
  await hanh.picks('Lịch sử');
  hanh.hears('bà Vũ Thị Hạnh thay ông Phạm Quốc Thịnh ban hành quyết định');

  await lan.says('/uyquyen Bạch Thị Yến từ 23/11/2026 đến 30/11/2026');
  lan.hears(`Vai trò của ông/bà trong đoàn ${code} do quyết định giao đích danh nên không chuyển cho người thay.`);
  const { place } = chats.group('Đoàn kiểm tra');
  await tieTeam(chats, code, place);
  await yen.says('/doan');
  yen.hearsNo(code);
  await yen.in(place).says('/doan');
  yen.in(place).hears('người thay khi vắng mặt không làm thay được');
  await chats.anh.in(place).says('/doan');
  await yen.in(place).presses(chats.anh.in(place).button('Công bố quyết định'));
  yen.in(place).hears('Đề nghị trưởng đoàn hoặc lãnh đạo đơn vị ra quyết định thay đổi thành viên');

  // A second one in the year, planned in the leader's place: not his to allow, nor hers.
  await fillPlan(hanh);
  await hanh.picks('Nêu căn cứ ngoại lệ');
  await hanh.says('Có đơn phản ánh cháy nổ ngày 20/11/2026');
  await hanh.says('45/BC-BQL');
  await hanh.picks('Lưu kế hoạch');
  const second = codeIn(hanh.hears('đã được đưa vào kế hoạch'));
  for (const who of [hanh, thinh, hang]) {
    await who.says('/doan');
    await who.picks(second);
    await who.picks('Ban hành quyết định');
    await who.says('126/QĐ-BQL');
    await who.says('23/11/2026');
    await who.says('Đỗ Thị Thu Hằng, Phó Trưởng ban');
    if (who !== hang) who.hears('không do người lập kế hoạch cho phép');
  }
  hang.sees('đã có quyết định số 126/QĐ-BQL');
  const rows = await chats.query(sql`
    select p.key as planner, f.key as "for" from team t join person p on p.id = t.planner_id join person f on f.id = t.planned_for`);
  expect(rows).toEqual([{ planner: 'vu-thi-hanh', for: 'pham-quoc-thinh' }]);
  const allow = (by: string, forWhom: string | null) =>
    chats.query(sql`update team set exception_by = (select id from person where key = ${by}),
      exception_for = (select id from person where key = ${forWhom}) where code = ${second}`);
  await expect(allow('pham-quoc-thinh', null)).rejects.toThrow('team_exception_not_of_either');
  await expect(allow('do-thi-thu-hang', 'pham-quoc-thinh')).rejects.toThrow('team_exception_not_of_either');
});

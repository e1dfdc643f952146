/** GR2–GR6, LC6, PA9: an inspection of five members on two channels, from the decision to locked minutes and after. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyFacts } from '#db/fact.ts';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS, NO_BUTTONS } from '#test/fakes/profile/profile.ts';
import { CAST } from '#test/support/cast.ts';
import { startChatsOn } from '#test/support/chat.ts';
import { photo } from '#test/support/photo.ts';
import { startChats } from '#test/support/profiles.ts';
import { decidedTeam } from '#test/support/seated-team.ts';
import { codeIn, decideTeam, taps } from '#test/support/team.ts';

test('an inspection runs in its group and ends in minutes that nobody changes any more', async () => {
  const [first, second] = [createFakePlatform(BUTTONS_AND_EDITS), createFakePlatform(NO_BUTTONS)];
  const chats = await startChatsOn({ platforms: [first, second], at: '2026-11-23 09:00' });
  const { code } = await decidedTeam(chats);
  const { place } = chats.group('Đoàn kiểm tra');
  const [dung, anh, kiet, lan, ha] = (['dung', 'anh', 'kiet', 'lan', 'ha'] as const).map((name) =>
    chats[name].in(place),
  );
  if (!dung || !anh || !kiet || !lan || !ha) throw new Error('five members');
  // Two of them read on the other channel.
  await chats.time.passes('2 minutes');
  for (const name of ['lan', 'ha'] as const) await chats.on(second, name).says('/menu');

  await dung.says('/doan');
  await dung.picks(code);
  dung.sees('Chỉ thành viên của đoàn thao tác được');

  await chats.time.to('2026-11-23 13:30');
  dung.sees('Ngày làm việc tới đoàn làm việc');
  chats.kiet.sees('Máy ảnh, thước đo');
  chats.on(second, 'lan').sees('08:30, 25/11/2026');
  await chats.time.to('2026-11-25 08:00');
  await kiet.picks('Có mặt');
  kiet.hears('Chưa điểm danh: ông Trần Văn Dũng');
  await chats.on(second, 'lan').picks('Có mặt');
  kiet.sees('Trần Thị Lan: có mặt');
  for (const voice of [dung, anh, ha]) await voice.picks('Có mặt');
  ha.hears('Đoàn đã đủ thành viên');

  await anh.says('/doan');
  await anh.picks('Công bố quyết định');
  await anh.picks('Nội dung kiểm tra');
  anh.hears('0/7 mục');

  // Two members on one item: the second is told, and nothing of the first is lost.
  await kiet.picks('Mục 3');
  const stale = kiet.button('Không đạt');
  await kiet.picks('Đạt');
  await lan.presses(stale);
  lan.hears('Phan Tuấn Kiệt vừa ghi mục 3');
  const [third] = await chats.query(sql<{ state: string }>`select state from checklist_item where no = 3`);
  expect(third?.state).toBe('pass');

  await lan.picks('Không đạt');
  await lan.picks('Nhận xét');
  await lan.replies('Lối thoát nạn bị hàng hóa chắn.');
  lan.hears('Nhận xét: Lối thoát nạn bị hàng hóa chắn.');
  await lan.picks('Gửi ảnh, tệp');
  await lan.answersWith(Array.from({ length: 10 }, (_, index) => photo(index)));
  lan.hears('Đã nhận 10 tệp cho mục 3');
  await ha.sends(photo(11), 'mục 1');
  ha.hears('Đã nhận 1 tệp cho mục 1');
  await ha.sends(photo(12), 'bữa trưa');
  ha.hearsNothing();
  const kept = await chats.query(sql<{ files: number; hashes: number; senders: string }>`
    select count(*)::int as files, count(distinct f.sha256)::int as hashes, count(distinct e.sent_by)::int as senders
    from evidence e join file f on f.id = e.file_id where f.state = 'stored'`);
  expect(kept).toEqual([{ files: 11, hashes: 11, senders: 2 }]);

  // The deciding unit gives another role; what concerns one alone is told to him alone (S5).
  await chats.thinh.says('/doan');
  await chats.thinh.picks(code);
  await chats.thinh.picks('Thay đổi thành viên');
  await chats.thinh.picks('Đổi vai trò');
  await chats.thinh.picks(/Phan Tuấn Kiệt/);
  await chats.thinh.picks('Phó trưởng đoàn');
  await chats.thinh.says('Điều hành khi trưởng đoàn vắng');
  dung.sees('Thành viên → Phó trưởng đoàn: ông Phan Tuấn Kiệt');
  chats.kiet.sees('Vai trò của ông/bà trong đoàn');
  dung.seesNo('Vai trò của ông/bà trong đoàn');

  await kiet.says('/doan');
  await kiet.picks('Thêm kiến nghị');
  await kiet.replies('Dọn lối thoát nạn tại xưởng 2');
  await kiet.replies('15/12/2026');
  kiet.hears('Đơn vị theo dõi: UBND xã Nội Bài');
  await chats.hien.says('/viec');
  chats.hien.hears('Dọn lối thoát nạn');

  for (const no of [1, 2, 4, 5, 6, 7]) {
    await kiet.says('/doan');
    await kiet.picks('Nội dung kiểm tra');
    await kiet.picks(`Mục ${no}`);
    await kiet.picks(no === 7 ? 'Không áp dụng' : 'Đạt');
  }

  await anh.says('/doan');
  await anh.picks('Lập biên bản');
  await anh.replies('08:30');
  await anh.replies('07:30');
  anh.hears('Giờ kết thúc phải sau giờ bắt đầu (08:30). Ví dụ: 11:30.');
  await anh.replies('11:30');
  await anh.picks('Nhà xưởng số 2');
  await anh.replies('Ông Lê Văn Tám, Giám đốc');
  anh.hears('Đã lập biên bản');
  await chats.time.passes('2 minutes');
  for (const name of ['lan', 'ha'] as const) await chats.on(second, name).says('/menu');
  await anh.picks('Đọc biên bản');
  anh.hears('Dọn lối thoát nạn tại xưởng 2');
  // Each is asked in his own chat as well, on the channel that he reads; what is his does not stand in the group (S5).
  const asked = 'Đề nghị ông/bà cho ý kiến về biên bản sau đây';
  for (const voice of [chats.dung, chats.kiet, chats.on(second, 'lan'), chats.on(second, 'ha')]) voice.sees(asked);
  for (const voice of [dung, chats.yen, chats.thinh]) voice.seesNo(asked);
  await chats.yen.says('/menu');
  await chats.yen.forges(chats.kiet.button('Đồng ý').token);
  chats.yen.hears('Nút này dành cho người khác');
  // What was read is not changed under the readers.
  await kiet.presses(stale);
  for (const voice of [dung, anh, ha]) await voice.picks('Đồng ý');
  await chats.kiet.picks('Đồng ý');
  kiet.sees('Phan Tuấn Kiệt: đồng ý với biên bản');
  await dung.says('/doan');
  dung.hears('Biên bản đang lấy ý kiến. Chờ ý kiến: bà Trần Thị Lan. Chưa ghi ý kiến của doanh nghiệp.');
  kiet.sees('Chờ ý kiến: bà Trần Thị Lan');
  await dung.says('/doan');
  await dung.picks('Khóa biên bản');
  dung.hears('Còn thành viên chưa cho ý kiến về biên bản: bà Trần Thị Lan');
  await chats.on(second, 'lan').picks('Có ý kiến khác');
  await chats.on(second, 'lan').says('Đề nghị kiểm tra thêm kho hóa chất.');
  lan.sees('Các thành viên đã cho ý kiến');
  await dung.picks('Khóa biên bản');
  dung.hears('Chưa ghi ý kiến của doanh nghiệp');
  await anh.says('/doan');
  await anh.picks('Ý kiến doanh nghiệp');
  await anh.replies('Doanh nghiệp không nhất trí với mục 3.');
  await anh.picks('Từ chối ký');
  await anh.replies('Chờ công ty mẹ');
  await anh.replies('Ông Vũ Hoàng Nam, UBND xã Nội Bài');
  anh.hears('Đã ghi ý kiến của doanh nghiệp');
  await anh.picks('Khóa biên bản');
  anh.hears('không thuộc vai trò');
  await dung.says('/doan');
  await dung.picks('Khóa biên bản');
  dung.sees('đã khóa. Từ nay chỉ lập phụ lục');

  const [minutes] = await chats.query(sql<{ id: number; state: string }>`select id, state from minutes`);
  expect(minutes?.state).toBe('locked');
  // Not by plain SQL either: what was locked, what it was made from, and what was said of it.
  for (const statement of [
    sql`update minutes set representative = 'ai khác'`,
    sql`update minutes set state = 'drafted'`,
    sql`delete from minutes`,
    sql`update checklist_item set state = 'pass' where no = 3`,
    sql`update minutes_opinion set agrees = true`,
    sql`insert into evidence (team_id, item_no, latitude, longitude, words, sent_by, sent_at)
      select team_id, 1, 1, 1, '', drafted_by, locked_at from minutes`,
  ]) {
    await expect(chats.query(statement)).rejects.toThrow(/locked|permission denied/);
  }
  await expect(chats.query(sql`update evidence set words = ''`)).rejects.toThrow('permission denied');

  await lan.says('/doan');
  await lan.picks('Lập phụ lục');
  await lan.replies('Bổ sung ảnh kho hóa chất.');
  lan.hears('Đã lập phụ lục');
  await anh.says('/doan');
  await anh.picks('Nhập số biên bản');
  await anh.replies('18/BB-ĐKT');
  await anh.picks(/25\/11\/2026/);
  anh.hears('Đã ghi số biên bản');
  await anh.picks('Tải biên bản');
  const paper = anh.looks().findLast((look) => look.file !== null)?.file;
  expect(paper?.name).toBe(`bien-ban-kiem-tra-${code}.docx`);

  await chats.thinh.says('/doan');
  await chats.thinh.picks(code);
  await chats.thinh.picks('Kết thúc đoàn');
  await chats.thinh.says('Đồng ý với kết quả của đoàn.');
  chats.thinh.hears('đã kết thúc');
  await chats.dung.says('/doan');
  chats.dung.hearsNo(code);
  const whole = await verifyFacts(chats.office.first().db);
  expect(whole.firstBroken).toBeNull();
  await taps(chats, chats.kiet, 'Xem đoàn');
  await chats.kiet.picks('Lịch sử');
  const history = chats.kiet.heard().join('\n');
  expect(history).toMatch(/Trần Thị Lan ghi kết quả \(mục 3; đạt → không đạt\)/);

  // The finding outlives the team: proved by the unit, looked at again by the team's leader, and closed by him alone.
  await chats.hien.says('/viec');
  await chats.hien.picks(/Dọn lối thoát nạn/);
  await chats.hien.picks('Báo đã thực hiện');
  await chats.hien.says('Đã dọn lối thoát nạn.');
  await chats.hien.picks(/^Xong/);
  chats.hien.hears('đang chờ xác nhận');
  expect(chats.hien.choices()).not.toContain('Xác nhận hoàn thành');
  await chats.dung.says('/viec');
  await chats.dung.picks(/Dọn lối thoát nạn/);
  await chats.dung.picks('Chưa đạt');
  await chats.dung.says('Kiểm tra lại: còn vướng cửa phía sau.');
  chats.hien.sees('đánh giá chưa đạt');
  await chats.hien.picks('Báo đã thực hiện');
  await chats.hien.says('Đã dọn cả cửa phía sau.');
  await chats.hien.picks(/^Xong/);
  await chats.dung.says('/viec');
  await chats.dung.picks(/Dọn lối thoát nạn/);
  await chats.dung.picks('Xác nhận hoàn thành');
  chats.dung.hears('đã hoàn thành');
  chats.hien.sees('đã xác nhận hoàn thành nhiệm vụ');
  expect(await chats.query(sql`select state from duty where kind = 'finding'`)).toEqual([{ state: 'done' }]);
});

test('a finding is looked at again by a team of its own, on a recorded ground, and closed by what it finds', async () => {
  const chats = await startChats(BUTTONS_AND_EDITS, { at: '2026-11-25 09:00' });
  const { code } = await decidedTeam(chats, { topics: ['xay-dung'] });
  await chats.anh.says('/doan');
  await chats.anh.picks(code);
  await chats.anh.picks('Công bố quyết định');
  await chats.anh.picks('Thêm kiến nghị');
  await chats.anh.says('Tháo dỡ mái che sai phép');
  await chats.anh.says('27/11/2026');

  await chats.trung.says('/doan');
  await chats.trung.picks(code);
  await chats.trung.picks('Kiến nghị');
  chats.trung.hears('1. Tháo dỡ mái che sai phép');
  await chats.trung.picks('Kiểm tra lại · 1');
  for (const words of ['30/11/2026', '30/11/2026', '08:30']) await chats.trung.says(words);
  await chats.trung.picks('Tại trụ sở doanh nghiệp');
  await chats.trung.picks('Không có yêu cầu');
  // The limit holds for it as for any other: its ground is what was found, in words, with a document's number.
  chats.trung.hears('Trùng trong năm');
  await chats.trung.picks('Nêu căn cứ ngoại lệ');
  await chats.trung.says('46/BC-BQL');
  expect(chats.trung.hears(`Kiểm tra lại kiến nghị của đoàn ${code}: Tháo dỡ mái che sai phép`)).toContain(
    'Căn cứ ngoại lệ: Kiểm tra lại việc thực hiện kiến nghị',
  );
  await chats.trung.picks('Lưu kế hoạch');
  const second = codeIn(chats.trung.hears('đã được đưa vào kế hoạch'));
  await chats.trung.says('/doan');
  await chats.trung.picks(code);
  await chats.trung.picks('Kiến nghị');
  chats.trung.hears(`kiểm tra lại theo đoàn ${second}`);
  expect(chats.trung.choices()).not.toContain('Kiểm tra lại · 1');
  await decideTeam(chats, second, '140/QĐ-BQL');

  await chats.time.to('2026-11-30 09:00');
  const [anh, dung] = [chats.anh, chats.dung];
  await anh.says('/doan');
  await anh.picks(second);
  await anh.picks('Công bố quyết định');
  await anh.picks('Nội dung kiểm tra');
  anh.hears('Việc thực hiện kiến nghị: Tháo dỡ mái che sai phép');
  for (const no of [1, 2, 3, 4, 5, 6]) {
    await anh.picks(`Mục ${no}`);
    await anh.picks('Đạt');
    await anh.picks('Danh mục');
  }
  await anh.says('/doan');
  await anh.picks(second);
  await anh.picks('Lập biên bản');
  for (const words of ['08:30', '11:30', 'Nhà xưởng số 2', 'Ông Lê Văn Tám, Giám đốc']) await anh.says(words);
  await anh.picks('Đọc biên bản');
  await anh.picks('Đồng ý');
  await anh.says('/doan');
  await anh.picks(second);
  // The others were there on no day: nobody waits for them.
  anh.hears('Biên bản đang lấy ý kiến. Các thành viên đã cho ý kiến. Chưa ghi ý kiến của doanh nghiệp.');
  await anh.picks('Ý kiến doanh nghiệp');
  await anh.says('Nhất trí.');
  const early = anh.button('Ký biên bản');
  await anh.says('/doan');
  await anh.picks(second);
  await anh.picks('Sửa lại biên bản');
  await anh.says('/doan');
  await anh.picks(second);
  await anh.picks('Đọc biên bản');
  // Of the reading before: it says nothing of this one, and neither does the enterprise's opinion.
  await anh.presses(early);
  anh.hears('Biên bản đã được sửa và đọc lại');
  await anh.picks('Đồng ý');
  await anh.says('/doan');
  await anh.picks(second);
  await anh.picks('Ý kiến doanh nghiệp');
  await anh.says('Nhất trí.');
  await anh.picks('Ký biên bản');
  await dung.says('/doan');
  await dung.picks(second);
  await dung.picks('Khóa biên bản');
  dung.hears('đã khóa');
  expect(await chats.query(sql`select d.state, p.key as by from duty d join person p on p.id = d.decided_by`)).toEqual([
    { state: 'done', by: CAST.dung },
  ]);
  expect(chats.hien.sees('Kết quả kiểm tra lại')).toContain(`theo đoàn ${second}: đạt`);
});

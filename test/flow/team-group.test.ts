/** GR1, GR2, GR9, CH2, S5: the group of a team. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { photo } from '#test/support/photo.ts';
import { describeInGroups, startTelegram } from '#test/support/profiles.ts';
import { decidedTeam, idOf } from '#test/support/seated-team.ts';
import { taps } from '#test/support/team.ts';

describeInGroups("a team's group", (start) => {
  test('does nothing until leader or secretary ties it; then it is for members only, and speaks of its team only', async () => {
    const chats = await start({ at: '2026-11-23 09:00' });
    const { code } = await decidedTeam(chats);
    const elsewhere = [await idOf(chats, 'enterprise', 'tax_code', '0199092184')];
    const other = await decidedTeam(chats, { enterpriseIds: elsewhere }, '126/QĐ-BQL');
    const { place } = chats.group('Đoàn kiểm tra');
    const [anh, kiet, lan, yen] = [chats.anh.in(place), chats.kiet.in(place), chats.lan.in(place), chats.yen.in(place)];
    // A plain member may not tie it, and nothing is stored of what is sent.
    await lan.says('/doan');
    lan.hears('chưa gắn với đoàn nào');
    lan.hearsNo('DKT');
    await lan.sends(photo(1), 'mục 1');
    expect(await chats.query(sql`select 1 from evidence`)).toEqual([]);
    // Nor noted to be fetched.
    expect(await chats.query(sql`select 1 from file`)).toEqual([]);

    await anh.says('/doan');
    await taps(chats, anh, code);
    anh.sees('Chỉ thành viên của đoàn thao tác được');
    await kiet.says('/doan');
    kiet.hears(code);
    kiet.hearsNo(other.code);

    // Somebody who is not of the team: neither by a command nor by a press on what stands there.
    await yen.says('/doan');
    yen.hears('Không tìm thấy đoàn này');
    yen.hearsNo('Lúa Vàng');
    if (chats.platform.hasButtons) {
      await yen.presses(kiet.button('Công bố quyết định'));
      yen.hears('Không tìm thấy đoàn này');
    }
    // A member who may not: the group's buttons are for all, each press is judged.
    await taps(chats, kiet, 'Công bố quyết định');
    kiet.hears('không thuộc vai trò');
    await taps(chats, anh, 'Công bố quyết định');
    anh.sees('đã công bố quyết định');

    await kiet.says('/viec');
    kiet.hears('trò chuyện riêng');
    kiet.hearsNo('DKT');
    await taps(chats, anh, 'Gỡ nhóm');
    anh.hears('không còn gắn');
    await kiet.says('/doan');
    kiet.hearsNo(code);
  });
});

test('in a supergroup with topics the team is found in each of them, and answered there', async () => {
  const chats = await startTelegram({ at: '2026-11-23 09:00' });
  const { code } = await decidedTeam(chats);
  const group = chats.group('Đoàn kiểm tra', true);
  const [papers, site] = [group.topic('Hồ sơ'), group.topic('Hiện trường')];
  await chats.dung.in(papers).says('/doan');
  await chats.dung.in(papers).picks(code);
  await chats.kiet.in(site).says('/doan');
  chats.kiet.in(site).sees(code);
  chats.kiet.in(group.place).seesNo(code);
});

test('a changed schedule is recorded with its reason and told in the group and to each member', async () => {
  const chats = await startTelegram({ at: '2026-11-23 09:00' });
  const { code } = await decidedTeam(chats);
  const { place } = chats.group('Đoàn kiểm tra');
  await chats.dung.in(place).says('/doan');
  await chats.dung.in(place).picks(code);
  await chats.dung.says('/doan');
  await chats.dung.picks(code);
  await chats.dung.picks('Đổi lịch');
  await chats.dung.picks(/25\/11\/2026/);
  await chats.dung.says('28/11/2026');
  chats.dung.hears('ngày nghỉ');
  await chats.dung.says('27/11/2026');
  await chats.dung.says('13h30');
  await chats.dung.says('Cổng số 1');
  await chats.dung.says('Doanh nghiệp mất điện');
  chats.kiet.in(place).sees(/Lịch mới: 13:30, 27\/11\/2026 .*Cổng số 1/);
  chats.ha.sees('Doanh nghiệp mất điện');
  await chats.time.to('2026-11-25 12:00');
  chats.ha.seesNo('Hôm nay đoàn làm việc');
  await chats.time.to('2026-11-27 08:00');
  chats.ha.sees('Hôm nay đoàn làm việc');
  expect(await chats.query(sql`select data ->> 'reason' as reason from fact where kind = 'rescheduled'`)).toEqual([
    { reason: 'Doanh nghiệp mất điện' },
  ]);
});

/** GR7, GR10, GR11, PA9: what holds of teams beside the chat: in the database, at once, and when the group changes. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { insertTeam } from '#db/team/team-insert.ts';
import { type PlanDraft, plan } from '#domain/team/plan.ts';
import { createTelegramPlatform } from '#test/fakes/profile/telegram.ts';
import { ApiError } from '#test/fakes/telegram/api-error.ts';
import { CAST } from '#test/support/cast.ts';
import { type Chats, startChatsOn } from '#test/support/chat.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { paperOf } from '#test/support/paper-of.ts';
import { startChats, startTelegram } from '#test/support/profiles.ts';
import { aDraft, decidedTeam, idOf } from '#test/support/seated-team.ts';
import { tieTeam } from '#test/support/team.ts';
import type { Voice } from '#test/support/voice.ts';

/** Past every rule of ours: only the database looks. */
const insertUnjudged = async (chats: Chats, over: Partial<PlanDraft>): Promise<number> => {
  const { runtime } = chats.office.first();
  const { calendar } = await runtime.reference.latest();
  const [draft, plannerId] = [await aDraft(chats, over), await idOf(chats, 'person', 'key', CAST.hang)];
  const unitId = await idOf(chats, 'unit', 'code', 'bql');
  const planned = plan({ calendar, unitId, plannerId }, { ...draft, exception: null }, []);
  if (!planned.ok) throw new Error(planned.code);
  const origin = { actorId: plannerId, channel: null, at: chats.clock.now() };
  const value = { ...planned.value, draft: { ...planned.value.draft, exception: draft.exception } };
  return inTransaction(runtime.db, async (tx) => (await insertTeam(tx, value, origin)).id);
};

test('the database keeps the yearly limit, also of two plans at once, and nobody allows his own exception', async () => {
  const chats = await startChats();
  const first = await decidedTeam(chats);
  await expect(insertUnjudged(chats, { topics: ['moi-truong'] })).rejects.toThrow('its inspection of this year');
  await expect(insertUnjudged(chats, { kind: 'inspection' })).rejects.toThrow('its inspection of this year');
  const other = await insertUnjudged(chats, { kind: 'inspection', topics: ['moi-truong'] });
  for (const change of [sql`topics = '{pccc}'`, sql`kind = 'check'`, sql`year = 2027`]) {
    await expect(chats.query(sql`update team set ${change} where id = ${other}`)).rejects.toThrow('under its limit');
  }
  const ground = { ground: 'Có dấu hiệu vi phạm', number: '45/BC-BQL' } as PlanDraft['exception'];
  const excepted = await insertUnjudged(chats, { topics: ['attp'], exception: ground });
  const decided = (by: string) =>
    chats.query(sql`
      update team set state = 'decided', number = '9/BQL', decided_on = '2026-11-23', decided_by = p.id, exception_by = p.id
      from person p where team.id = ${excepted} and p.key = ${by}`);
  await expect(decided(CAST.hang)).rejects.toThrow('team_exception_not_own');
  await decided(CAST.thinh);

  const free = [await idOf(chats, 'enterprise', 'tax_code', '0199092184')];
  const race = await Promise.allSettled([1, 2, 3].map(() => insertUnjudged(chats, { enterpriseIds: free })));
  expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(first.code).toMatch(/^DKT-2026-0001$/);
});

test('nobody locks what he drafted, and what is not locked whole is not locked: in the database too', async () => {
  const chats = await startChats();
  const { id } = await decidedTeam(chats);
  await chats.query(sql`
    insert into minutes (team_id, enterprise_id, state, drafted_by, drafted_at, began_at, ended_at, place, representative)
    select e.team_id, e.enterprise_id, 'read', p.id, now(), now(), now(), 'x', 'y'
    from team_enterprise e, person p where e.team_id = ${id} and p.key = ${CAST.dung}`);
  const lock = (by: string) =>
    chats.query(sql`
      update minutes set state = 'locked', locked_by = p.id, locked_at = now(), content = '{}', sha256 = '\\x00',
        enterprise_opinion = '', enterprise_signs = true
      from person p where p.key = ${by}`);
  await expect(lock(CAST.dung)).rejects.toThrow('minutes_not_own');
  await expect(chats.query(sql`update minutes set state = 'locked'`)).rejects.toThrow(/minutes_(lock_whole|signed)/);
  await lock(CAST.anh);
});

test('the group becomes a supergroup, is renamed, a member leaves, the bot is removed: the team keeps its record and its heads are told', async () => {
  const chats = await startTelegram();
  const { code } = await decidedTeam(chats);
  const group = chats.group('Đoàn kiểm tra');
  const dung = chats.dung.in(group.place);
  await dung.says('/doan');
  await dung.picks(code);
  // Nothing was told of the bot's rights: they are asked for, once a day.
  dung.sees('Tôi đang kiểm tra quyền đọc tin');
  const { jobs } = chats.office.first();
  await jobs.channels({});
  await chats.settle();
  dung.sees('Tôi chỉ đọc được lệnh, tin nhắc tên tôi và tin trả lời tin của tôi');
  await group.happens('promote');
  dung.sees('Tôi đọc được mọi tin trong nhóm');
  chats.anh.sees('gửi thẳng với chú thích ghi số mục');
  const told = (): number => dung.looks().filter(({ text }) => text.includes('quyền đọc tin của Trợ lý')).length;
  await jobs.channels({});
  await chats.time.passes('2 days');
  await jobs.channels({});
  await chats.settle();
  expect(told()).toBe(2);
  await group.happens('demote');
  expect(told()).toBe(3);
  chats.dung.sees('đặt tôi làm quản trị của nhóm');
  await group.happens('migrate');
  chats.dung.sees('đã được nâng cấp');
  chats.anh.sees('đã được nâng cấp');
  await dung.says('/doan');
  dung.hears(code);
  await group.happens('rename', 'Đoàn kiểm tra số 2');
  chats.dung.sees('đã đổi tên thành "Đoàn kiểm tra số 2"');
  await group.happens('leave', CAST.kiet);
  chats.dung.sees('Phan Tuấn Kiệt đã rời nhóm trò chuyện nhưng vẫn giữ vai trò');
  expect(
    await chats.query(sql`select 1 from team_member m join person p on p.id = m.person_id and p.key = ${CAST.kiet}`),
  ).toHaveLength(1);
  await group.happens('remove');
  chats.dung.sees('Trợ lý đã bị đưa ra khỏi nhóm');
  expect(await chats.query(sql`select state from team`)).toEqual([{ state: 'decided' }]);
  expect(await chats.query(sql`select 1 from team_group where untied_at is null`)).toEqual([]);
  await chats.dung.says('/doan');
  await chats.dung.picks(code);
  await chats.dung.picks('Lịch sử');
  expect(chats.dung.heard().join('\n')).toMatch(/nâng cấp[\s\S]*đổi tên[\s\S]*rời nhóm[\s\S]*đưa ra khỏi nhóm/);
});

test('a group that the platform says nothing about is asked once a day, and told so once', async () => {
  const at = localTime('2026-11-23 08:00');
  const platform = await createTelegramPlatform(() => at);
  const chats = await startChatsOn({ platforms: [platform] });
  const asked = () => platform.fake.callsOf('getChatMember').length;
  const runs = async (): Promise<void> => {
    await chats.office.first().jobs.channels({});
    await chats.settle();
  };
  const { code } = await decidedTeam(chats);
  const { place } = chats.group('Đoàn kiểm tra');
  await tieTeam(chats, code, place);

  // A platform that is away: an hour.
  platform.fake.faults.add({ method: 'getChatMember', times: 99, fault: { do: 'gateway' } });
  for (const after of ['1 minute', '5 minutes', '5 minutes']) {
    await chats.time.passes(after);
    await runs();
  }
  const triesOfOne = asked();
  expect(chats.logged().split('a group could not be asked about')).toHaveLength(2);

  // One that refuses: a day.
  platform.fake.faults.clear();
  const error = new ApiError(400, 'Bad Request: user not found');
  platform.fake.faults.add({ method: 'getChatMember', times: 99, fault: { do: 'answer', error } });
  for (const after of ['1 hour', '5 minutes', '20 hours']) {
    await chats.time.passes(after);
    await runs();
  }
  expect(asked()).toBe(triesOfOne + 1);
  const told = () =>
    chats.dung
      .in(place)
      .looks()
      .filter(({ text }) => text.includes('không cho biết quyền đọc tin'));
  expect(told()).toHaveLength(1);
  chats.anh.sees('gắn nhóm khác bằng /doan');
  await chats.time.passes('1 day');
  await runs();
  expect(asked()).toBe(triesOfOne + 2);
  expect(told()).toHaveLength(1);
  expect(chats.logged().split('a group could not be asked about')).toHaveLength(2);
  expect(await chats.query(sql`select data from fact where kind = 'group_rights'`)).toEqual([
    { data: { readsAll: null } },
  ]);

  platform.fake.faults.clear();
  await chats.time.passes('1 day');
  await runs();
  chats.dung.in(place).sees('Tôi chỉ đọc được lệnh');
});

test('whoever left is replaced, the team leader by the deciding unit alone, and nobody gives a place to himself', async () => {
  const chats = await startChats();
  const { code } = await decidedTeam(chats);
  await chats.anh.says('/doan');
  await chats.anh.picks(code);
  expect(chats.anh.choices()).not.toContain('Thay đổi thành viên');
  await chats.anh.picks('Công bố quyết định');
  await chats.anh.picks('Thêm kiến nghị');
  await chats.anh.says('Dọn lối thoát nạn');
  await chats.anh.says('15/12/2026');

  await chats.khanh.says('/quantri Trần Văn Dũng');
  await chats.khanh.picks(/^Trần Văn Dũng/);
  await chats.khanh.picks('Kết thúc vai trò');
  await chats.khanh.picks(/^Trưởng phòng, /);
  await chats.khanh.says('23/11/2026');
  await chats.voice('trinh-thu-trang').picks('Đồng ý');
  for (const voice of [chats.thinh, chats.trung]) {
    expect(voice.sees('đang tham gia đoàn')).toContain(`${code}: trưởng đoàn`);
  }
  await chats.time.to('2026-11-25 09:00');
  const change = async (by: Voice, kind: string, who: RegExp, answers: readonly (string | RegExp)[]): Promise<void> => {
    await by.says('/doan');
    await by.picks(code);
    await by.picks('Thay đổi thành viên');
    await by.picks(kind);
    await by.picks(who);
    for (const answer of answers) await (typeof answer === 'string' ? by.says(answer) : by.picks(answer));
  };
  await change(chats.thinh, 'Thay người', /Trần Văn Dũng/, ['Phạm Quốc Thịnh']);
  chats.thinh.hears('Không ai tự đưa mình vào đoàn');
  await chats.thinh.says('Nguyễn Minh Anh');
  chats.thinh.hears('Một người chỉ giữ một vai trò');
  await chats.thinh.says('Vũ Thị Hạnh');
  await chats.thinh.says('Ông Dũng chuyển công tác, Quyết định 131/QĐ-BQL');
  chats.hanh.sees('Vai trò của ông/bà trong đoàn');
  expect(chats.lan.sees('thành phần đoàn đã thay đổi')).toMatch(/Thôi tham gia: .*Dũng.*\nTrưởng đoàn mới: .*Hạnh/);
  chats.trung.sees('131/QĐ-BQL');
  const [duty] = await chats.query(sql`select p.key from duty d join person p on p.id = d.checker_id`);
  expect(duty).toEqual({ key: CAST.hanh });

  // The new leader changes members, but not the leader: that is the deciding unit's.
  await change(chats.hanh, 'Đưa ra khỏi đoàn', /Phan Tuấn Kiệt/, ['Bận công tác khác']);
  chats.kiet.sees('không còn tham gia đoàn');
  await chats.kiet.says('/doan');
  chats.kiet.hearsNo(code);
  await change(chats.hanh, 'Đổi vai trò', /Nguyễn Minh Anh/, [/^Trưởng đoàn$/, 'Đề nghị']);
  chats.hanh.hears('Trưởng đoàn do lãnh đạo đơn vị ra quyết định cử');
  await change(chats.hanh, 'Đổi vai trò', /Trần Thị Lan/, [/^Thư ký$/, 'Bà Anh nghỉ phép']);
  expect(chats.anh.sees(/Thư ký → Thành viên/)).toContain('Thành viên → Thư ký: bà Trần Thị Lan');
  await chats.hanh.says('/doan');
  await chats.hanh.picks(code);
  await chats.hanh.picks('Lịch sử');
  expect(chats.hanh.heard().join('\n')).toMatch(/Thịnh thay đổi thành viên đoàn \(.*Dũng.*Hạnh.*131\/QĐ-BQL/);
});

test('the papers of an inspection are those of an inspection: its name, its law, its symbols; a check has its decree', async () => {
  const chats = await startChats();
  const report = async (over: Partial<PlanDraft>, number: string): Promise<string> => {
    const { code } = await decidedTeam(chats, over, number);
    await chats.anh.says('/doan');
    await chats.anh.picks(code);
    await chats.anh.picks('Công bố quyết định');
    await chats.anh.picks('Báo cáo kết quả');
    return paperOf(chats.anh).text;
  };
  const inspected = await report({ kind: 'inspection' }, '125/QĐ-BQL');
  for (const words of ['ĐOÀN THANH TRA', 'Luật Thanh tra số 84/2025/QH15', '/BC-ĐTTr', 'Doanh nghiệp được thanh tra']) {
    expect(inspected).toContain(words);
  }
  expect(inspected).not.toMatch(/217\/2025|kiểm tra/i);
  // Under a signature stands the bare name.
  expect(inspected).toMatch(/TRƯỞNG ĐOÀN\s+Trần Văn Dũng/);
  const elsewhere = [await idOf(chats, 'enterprise', 'tax_code', '0199092184')];
  const checked = await report({ enterpriseIds: elsewhere }, '126/QĐ-BQL');
  for (const words of ['ĐOÀN KIỂM TRA', 'Nghị định số 217/2025/NĐ-CP', '/BC-ĐKT']) expect(checked).toContain(words);
  expect(checked).not.toMatch(/thanh tra/i);
});

test('the terms after the decision and the last day are those of the template, and said to be samples', async () => {
  const chats = await startChats();
  const { code } = await decidedTeam(chats);
  await chats.dung.says('/doan');
  await chats.dung.picks(code);
  const card = chats.dung.hears('Hạn gửi thông báo quyết định');
  // Three working days after 23/11 without 24/11, a day off; ten after 25/11; fifteen days after that, moved off a Saturday.
  expect(card).toContain('Hạn gửi thông báo quyết định cho doanh nghiệp: hết ngày 27/11/2026');
  expect(card).toContain('Hạn báo cáo kết quả: hết ngày 09/12/2026');
  expect(card).toContain('Hạn ý kiến bằng văn bản của người ký quyết định: hết ngày 24/12/2026');
  expect(card).toContain('mẫu');
  await chats.time.to('2026-11-28 00:00');
  chats.dung.sees('hết thời hạn gửi thông báo quyết định');
  chats.anh.sees('hết thời hạn gửi thông báo quyết định');
  // A cancellation concerns whoever decided on it, beside the members; and whoever planned it, when another cancels.
  await chats.trung.says('/doan');
  await chats.trung.picks(code);
  await chats.trung.picks('Hủy đoàn');
  await chats.trung.says('Doanh nghiệp tạm ngừng hoạt động');
  for (const voice of [chats.thinh, chats.hang, chats.lan]) voice.sees('Lý do: Doanh nghiệp tạm ngừng hoạt động');
  const second = await decidedTeam(chats, {}, '127/QĐ-BQL');
  await chats.thinh.says('/doan');
  await chats.thinh.picks(second.code);
  await chats.thinh.picks('Hủy đoàn');
  await chats.thinh.says('Chuyển sang năm sau');
  chats.trung.sees('Lý do: Chuyển sang năm sau');
});

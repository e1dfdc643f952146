/** MA2: a unit ends, and what it still owes goes on to those who took over from it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { addSuccessors, endUnits } from '#db/directory/units.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, startChats } from '#test/support/profiles.ts';
import { decidedTeam, idOf } from '#test/support/seated-team.ts';
import { fileRequest, sendRequest, submitAnswer } from '#test/support/story.ts';
import { tieTeam } from '#test/support/team.ts';

/** As `cli unit close xa-thien-loc --on 2026-11-23 --to …` does it. */
const endThienLoc = async (chats: Chats, heirs: readonly string[]): Promise<void> => {
  const { db } = chats.office.first();
  const idOf = async (code: string): Promise<number> =>
    (await db.query.selectFrom('unit').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id;
  const [unit, ...next] = await Promise.all(['xa-thien-loc', ...heirs].map(idOf));
  const origin = { channel: 'cli', now: chats.clock.now() };
  await inTransaction(db, async (tx) => {
    await endUnits(tx, [unit ?? 0], '2026-11-23', origin);
    await addSuccessors(tx, unit ?? 0, next, origin);
  });
};
/** What her commune asks. */
const BY_LAN = { field: 'Bảo đảm an ninh trật tự và phòng cháy chữa cháy', unit: 'Cảnh sát PCCC và CNCH' } as const;

const partsOf = (chats: Chats) =>
  chats.query(sql`select u.code, p.state from part p join unit u on u.id = p.unit_id order by p.ordinal`);

describeOnProfiles('MA2: a unit that has ended', (start) => {
  test('leaves its open part to its one successor, and the old name stays on the card and in the history', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await endThienLoc(chats, ['xa-phuc-thinh']);
    await chats.time.to('2026-11-24 08:30');
    expect(await partsOf(chats)).toEqual([
      { code: 'xa-thien-loc', state: 'handed_on' },
      { code: 'xa-phuc-thinh', state: 'awaiting' },
    ]);
    chats.anh.sees(`Phần việc của UBND xã Thiên Lộc trong ${code} chuyển UBND xã Phúc Thịnh kế thừa`);
    await chats.anh.says(`/xem ${code}`);
    chats.anh.hears(/1\. UBND xã Thiên Lộc: đã chuyển/);
    await chats.anh.picks('Lịch sử');
    chats.anh.hears('đơn vị đã kết thúc, chuyển đơn vị kế thừa');
  });

  test('leaves the request it filed to its successor, which answers from then on; the old name stays', async () => {
    const chats = await start();
    const { lan, ha, hien, phong } = chats;
    const code = await sendRequest(lan, BY_LAN);
    await chats.time.passes('31 seconds');
    await ha.picks('Tiếp nhận');
    await endThienLoc(chats, ['xa-noi-bai']);
    await chats.time.to('2026-11-24 08:30');
    for (const told of [hien, phong, ha]) told.sees(`UBND xã Nội Bài kế thừa UBND xã Thiên Lộc, nay chủ trì ${code}`);
    await ha.says(code);
    await submitAnswer(ha);
    await chats.thanh.picks('Duyệt');
    phong.hears(code);
    await phong.says(`/xem ${code}`);
    phong.hears('Chủ trì: UBND xã Nội Bài, kế thừa UBND xã Thiên Lộc (bà Trần Thị Lan)');
    await phong.picks('Lịch sử');
    phong.hears('đơn vị chủ trì đã kết thúc, đơn vị kế thừa chủ trì; UBND xã Nội Bài');
    await phong.says(code);
    await phong.picks('Tổng hợp');
    phong.hears('Nhận xét');
    await lan.says(`/xem ${code}`);
    lan.hears('Không tìm thấy đề nghị này trong phạm vi ông/bà được xem.');
  });

  test('with several successors waits for the coordinator, who is told each day until he chooses', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    await endThienLoc(chats, ['xa-phuc-thinh', 'xa-dong-anh']);
    await chats.time.to('2026-11-26 09:00');
    expect(await partsOf(chats)).toMatchObject([{ code: 'xa-thien-loc', state: 'awaiting' }]);
    const told = chats.trung.looks().filter(({ text }) => text.includes('chưa có đơn vị kế thừa nhận'));
    expect(told).toHaveLength(2);
    await chats.trung.picks('Giao UBND xã Phúc Thịnh');
    chats.trung.hears(`trong ${code} chuyển UBND xã Phúc Thịnh kế thừa`);
    expect(await partsOf(chats)).toMatchObject([{ state: 'handed_on' }, { code: 'xa-phuc-thinh', state: 'awaiting' }]);
  });
});

test("MA2: a successor that owes a part itself does not ask in its predecessor's place until the coordinator says so", async () => {
  const chats = await startChats();
  const { lan, trung } = chats;
  const code = await sendRequest(lan, { zone: 'KCN Nội Bài', unit: 'UBND xã Nội Bài' });
  await chats.time.passes('31 seconds');
  await endThienLoc(chats, ['xa-noi-bai']);
  await chats.time.to('2026-11-25 09:00');
  trung.sees(`${code} chưa có đơn vị kế thừa chủ trì`);
  await lan.forges(trung.button('Giao UBND xã Nội Bài').token);
  lan.hears('Nút này dành cho người khác.');
  await trung.picks('Giao UBND xã Nội Bài');
  trung.hears(`nay chủ trì ${code}`);
  await trung.says('/tim Thiên Lộc');
  trung.hears(code);
  expect(
    await chats.query(sql`select u.code, f.code as filed from request r join unit u on u.id = r.asking_unit_id
    join unit f on f.id = r.filed_unit_id`),
  ).toEqual([{ code: 'xa-noi-bai', filed: 'xa-thien-loc' }]);
});

test('MA2: without a successor the coordinator reads so; of several the one of the zone takes over', async () => {
  const chats = await startChats();
  await fileRequest(chats);
  await endThienLoc(chats, []);
  await chats.time.to('2026-11-25 08:30');
  chats.trung.sees('Chưa có đơn vị kế thừa nhận được');
  expect(await partsOf(chats)).toMatchObject([{ code: 'xa-thien-loc', state: 'awaiting' }]);
  await endThienLoc(chats, ['xa-phuc-thinh', 'xa-vinh-thanh']);
  await chats.time.passes('2 minutes');
  expect(await partsOf(chats)).toMatchObject([{ state: 'handed_on' }, { code: 'xa-vinh-thanh', state: 'awaiting' }]);
});

test('a finding of an inspection is the successor’s from the day after, with its term as it was, and he reports it done', async () => {
  const chats = await startChats(BUTTONS_AND_EDITS, { ownWords: ['Tovaki'] });
  const enterprise = await chats.query(sql<{ code: string }>`
    select e.tax_code as code from enterprise e join zone z on z.id = e.zone_id and z.code = 'TL' order by e.id limit 1`);
  const { code } = await decidedTeam(chats, {
    enterpriseIds: [await idOf(chats, 'enterprise', 'tax_code', enterprise[0]?.code ?? '')],
  });
  await chats.anh.says('/doan');
  await chats.anh.picks(code);
  await chats.anh.picks('Công bố quyết định');
  await chats.anh.picks('Thêm kiến nghị');
  await chats.anh.says('Dọn lối thoát nạn');
  await chats.anh.says('15/12/2026');
  chats.anh.hears('Đơn vị theo dõi: UBND xã Thiên Lộc');
  await endThienLoc(chats, ['xa-noi-bai']);
  await chats.time.to('2026-11-24 08:30');
  expect(chats.hien.sees('UBND xã Nội Bài nay thực hiện kiến nghị này')).toContain('hết ngày 15/12/2026');
  chats.dung.sees('thay UBND xã Thiên Lộc đã kết thúc hoạt động');
  await chats.hien.picks('Báo đã thực hiện');
  await chats.hien.says('Đã dọn.');
  await chats.hien.picks(/^Xong/);
  chats.dung.sees('báo đã thực hiện nhiệm vụ');
});

/** The commune's own team, as its leader would have planned and decided it. */
const teamOfThienLoc = async (chats: Chats): Promise<string> => {
  const { id, code } = await decidedTeam(chats);
  await chats.query(sql`update team set unit_id = (select id from unit where code = 'xa-thien-loc') where id = ${id}`);
  return code;
};

test('MA2: a team whose deciding unit has ended is its one successor’s to decide on, under both names, with its members', async () => {
  const chats = await startChats();
  const { phong, lan, dung, thai } = chats;
  const code = await teamOfThienLoc(chats);
  const { place } = chats.group('Đoàn kiểm tra');
  await tieTeam(chats, code, place);
  await endThienLoc(chats, ['xa-noi-bai']);
  // Lan has gone over to the commune that took over; Thái has not.
  await chats.query(sql`insert into membership (person_id, unit_id, role, valid_from)
    select p.id, u.id, 'official', '2026-11-24' from person p, unit u where p.key = 'tran-thi-lan' and u.code = 'xa-noi-bai'`);
  await chats.time.to('2026-11-24 08:30');
  for (const told of [phong, dung, dung.in(place)]) {
    told.sees('UBND xã Nội Bài kế thừa UBND xã Thiên Lộc, nay là đơn vị ra quyết định của đoàn.');
  }
  await phong.says('/doan');
  await phong.picks(code);
  phong.hears('Đơn vị ra quyết định: UBND xã Nội Bài, kế thừa UBND xã Thiên Lộc');
  phong.hears('bà Trần Thị Lan, UBND xã Nội Bài');
  await lan.in(place).says('/doan');
  await lan.in(place).picks('Có mặt');
  lan.in(place).hears('không phải ngày làm việc của đoàn');
  await phong.picks('Lịch sử');
  phong.hears('Đơn vị ra quyết định đã kết thúc hoạt động: UBND xã Nội Bài kế thừa UBND xã Thiên Lộc');
  await thai.says('/doan');
  thai.hearsNo(code);
  await phong.says('/doan');
  await phong.picks(code);
  await phong.picks('Hủy đoàn');
  await phong.says('Trùng với kế hoạch của xã');
  phong.hears(`Đoàn ${code} đã hủy`);
});

test('MA2: of several successors the coordinator names the one that takes a team and its findings, with a reason', async () => {
  const chats = await startChats();
  const { trung, anh, phong, dung } = chats;
  const code = await teamOfThienLoc(chats);
  await anh.says('/doan');
  await anh.picks(code);
  await anh.picks('Công bố quyết định');
  // The list leads back to the team; minutes are refused before their questions, not behind them.
  await anh.picks('Nội dung kiểm tra');
  await anh.picks('Xem đoàn');
  await anh.picks('Lập biên bản');
  anh.hears('mục chưa kiểm tra');
  anh.hearsNo('từ mấy giờ');
  await anh.picks('Thêm kiến nghị');
  await anh.says('Dọn lối thoát nạn');
  await anh.says('15/12/2026');
  await endThienLoc(chats, ['xa-noi-bai', 'xa-dong-anh']);
  for (const moment of ['2026-11-25 09:00', '2026-11-25 15:00', '2026-11-26 09:00']) await chats.time.to(moment);
  const asked = trung.looks().filter(({ text }) => text.includes(`đoàn ${code} chưa có đơn vị kế thừa`));
  expect(asked).toHaveLength(2);
  phong.seesNo(code);
  const button = trung.button('Giao UBND xã Nội Bài');
  await phong.says('/viec');
  await phong.forges(button.token);
  phong.hears('Nút này dành cho người khác.');
  await trung.presses(button);
  trung.hears('Vì sao chọn đơn vị này kế thừa đoàn?');
  await trung.says('Nhận địa bàn theo phương án sắp xếp');
  trung.hears('Lý do: Nhận địa bàn theo phương án sắp xếp');
  phong.sees('nay là đơn vị ra quyết định của đoàn');
  expect(
    await chats.query(sql`select u.code, f.code as former, o.code as owed from team t join unit u on u.id = t.unit_id
      join unit f on f.id = t.former_unit_id join duty d on d.team_id = t.id join unit o on o.id = d.owed_to`),
  ).toEqual([{ code: 'xa-noi-bai', former: 'xa-thien-loc', owed: 'xa-noi-bai' }]);
  dung.sees('Đơn vị xác nhận: UBND xã Nội Bài, kế thừa UBND xã Thiên Lộc.');
  // It is settled: an old button says so, and nobody is asked again.
  await trung.presses(button);
  trung.hears('không cần chọn đơn vị kế thừa');
  await chats.time.to('2026-11-27 09:00');
  expect(trung.looks().filter(({ text }) => text.includes(`đoàn ${code} chưa có`))).toHaveLength(2);
  await phong.says('/doan');
  phong.hears(code);
});

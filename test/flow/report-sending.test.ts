/** ST6, MA9: reports that go by themselves, to a person or into a group, whatever happens in between. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { paperOf } from '#test/support/paper-of.ts';
import { startTelegram, startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

test('it goes by itself after each cut-off, to whom it was ordered for, until stopped; into a group without matters', async () => {
  const { chats } = await startWithFake(undefined, { at: '2026-12-08 08:00' });
  const { trung, thinh, thai } = chats;
  const code = await fileRequest(chats, { urgency: /^Khẩn / });
  await thai.says('/baocao tháng 11');
  await thai.picks('Tự gửi cho tôi mỗi kỳ');
  thai.hears('lần đầu 08:00 ngày 15/12/2026');
  const group = chats.group('Giao ban Quy chế');
  const there = trung.in(group.place);
  await there.says('/baocao tháng 11');
  expect(there.looks().some(({ text }) => text.includes('Phần việc nhận'))).toBe(false);
  await trung.picks('Tự gửi vào nhóm này mỗi kỳ');
  trung.hears('vào nhóm');
  await trung.says('/baocao tháng 11');
  await trung.picks(/^Tự gửi cho Phạm Quốc Thịnh/);
  await chats.time.to('2026-12-15 08:05');
  for (const who of [thai, thinh]) {
    expect(paperOf(who).text).toContain(code);
    expect(paperOf(who).text).toContain('chốt lúc 00:00 ngày 15/12/2026');
  }
  const { text } = paperOf(there);
  expect(text).toContain('Phần việc nhận: 1');
  expect(text).not.toContain(code);
  expect(text).not.toContain('Phần việc quá hạn');
  expect(text).toContain('CÁCH TÍNH SỐ LIỆU');

  await thai.says('/baocao tháng 12');
  await thai.picks('Thôi tự gửi');
  thai.hears('Đã thôi tự gửi');
  const next = await chats.query(sql<{ name: string | null }>`
    select p.name from due d join report_schedule s on s.id = d.subject_id left join person p on p.id = s.person_id
    where d.kind = 'report' and d.at > '2027-01-14' order by d.at, p.name`);
  // The closing of the figures comes first; then those who are still sent something.
  expect(next.map(({ name }) => name)).toEqual([null, 'Lê Đức Trung', 'Phạm Quốc Thịnh']);
});

test('a scheduled report comes once, whether its maker dies before it is made or before it is sent', async () => {
  const { chats } = await startWithFake(undefined, { at: '2026-12-08 08:00' });
  const { trung, thinh, thai } = chats;
  await fileRequest(chats);
  await thai.says('/baocao tháng 11');
  await thai.picks('Tự gửi cho tôi mỗi kỳ');
  await trung.says('/baocao tháng 11');
  await trung.picks(/^Tự gửi cho Phạm Quốc Thịnh/);
  await chats.time.to('2026-12-15 07:59');
  chats.clock.moveTo(chats.clock.now() + 60_000);
  // Asked for, and gone; made by another, and gone; sent by a third.
  await chats.office.first().jobs.due({});
  await chats.office.restart();
  await chats.office.first().jobs.produce({});
  expect(await chats.query(sql`select distinct state from production`)).toEqual([{ state: 'made' }]);
  for (const who of [thai, thinh]) expect(who.looks().some(({ file }) => file !== null)).toBe(false);
  await chats.office.restart();
  await chats.time.passes('2 minutes');
  for (const who of [thai, thinh]) {
    expect(paperOf(who).text).toContain('tháng 12/2026');
    expect(who.looks().filter(({ file }) => file?.name.endsWith('.docx'))).toHaveLength(1);
  }
});

test('whoever left between order and making gets no figures, and a group loses its report with its coordinator', async () => {
  const { chats } = await startWithFake(undefined, { at: '2026-12-08 08:00' });
  const { trung, thinh, thai, son } = chats;
  await fileRequest(chats);
  await thai.says('/baocao tháng 11');
  await thai.picks('Tự gửi cho tôi mỗi kỳ');
  const group = chats.group('Giao ban Quy chế');
  const there = trung.in(group.place);
  await there.says('/baocao tháng 11');
  await trung.picks('Tự gửi vào nhóm này mỗi kỳ');
  await son.says('/menu');
  await chats.time.to('2026-12-15 07:59');
  chats.clock.moveTo(chats.clock.now() + 60_000);
  await chats.office.first().jobs.due({});
  // Asked for; and in the minute before it is made both have left, and another has come.
  await chats.query(sql`
    update membership set valid_to = '2026-12-14' where person_id in (
      select id from person where key in ('nguyen-van-thai', 'le-duc-trung'))`);
  await chats.query(sql`
    update membership set role = 'coordinator' where person_id = (select id from person where key = 'dang-ngoc-son')`);
  await chats.settle();
  for (const who of [thai, there, thinh]) expect(who.looks().some(({ file }) => file !== null)).toBe(false);
  await chats.time.to('2027-01-15 08:05');
  for (const who of [thai, there]) expect(who.looks().some(({ file }) => file !== null)).toBe(false);
  son.sees('Đã thôi tự gửi báo cáo vào một nhóm: ông Lê Đức Trung đã đặt việc này');
  const left = await chats.query(sql`
    select 1 from due d join report_schedule s on s.id = d.subject_id where d.kind = 'report' and s.channel is not null`);
  expect(left).toEqual([]);
});

test('a report goes on to a group that has moved, and ends with one that the bot was removed from', async () => {
  const chats = await startTelegram({ at: '2026-12-08 08:00' });
  const { trung } = chats;
  const group = chats.group('Giao ban Quy chế');
  await trung.in(group.place).says('/baocao tháng 11');
  await trung.picks('Tự gửi vào nhóm này mỗi kỳ');
  const where = sql<{ address: string; over: boolean }>`
    select address, ended_at is not null as over from report_schedule where channel is not null`;
  const [before] = await chats.query(where);
  await group.happens('migrate');
  const [after] = await chats.query(where);
  expect(after?.address).not.toBe(before?.address);
  await chats.time.to('2026-12-15 08:05');
  expect(paperOf(trung.in(group.place)).text).toContain('tháng 12/2026');
  await group.happens('remove');
  trung.sees('hệ thống không còn trong nhóm đó');
  expect(await chats.query(where)).toMatchObject([{ over: true }]);
});

/** DL8: the date comes without an answer; each outcome of the regulation version, written once, with its clause. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, submitAnswer } from '#test/support/story.ts';

const CLAUSE = 'khoản 2 Điều 9';

const withOutcome = (outcome: string, clause: string | null) =>
  sql`update regulation set silence = ${outcome}, clause = ${clause} where code = 'QC-2026'`;

const facts = sql<{ outcome: string; clause: string | null }>`
  select data ->> 'outcome' as outcome, data ->> 'clause' as clause from fact where kind = 'silence'`;

describeOnProfiles(
  'silence where the regulation says escalate',
  (start) => {
    test('is written once, leaves the part overdue, and is told in the morning to holder, leader, filer, coordinator', async () => {
      const chats = await start();
      const { anh, lan, thai, trung } = chats;
      const code = await fileRequest(chats);
      await lan.picks('Tiếp nhận');
      await chats.time.to('2026-12-04 07:59');
      for (const person of [anh, lan, thai, trung]) person.hearsNo('Hết hạn');
      await chats.time.to('2026-12-04 08:01');
      for (const person of [anh, lan, thai, trung]) {
        person.hears('Hết hạn trả lời (hết ngày 03/12/2026) mà chưa có trả lời. Việc được ghi quá hạn');
      }
      await chats.time.to('2026-12-20 08:00');
      expect(await chats.query(facts)).toEqual([{ outcome: 'escalate', clause: null }]);
      await lan.says(code);
      lan.hears('đã tiếp nhận, quá hạn');
      expect(lan.choices()).toContain('Trả lời');
    });
  },
  OPPOSITES,
);

describe('silence where a clause deems consent', () => {
  test('ends the part and its ladder, names the clause, and a late answer is kept beside it', async () => {
    const { chats, fake } = await startWithFake();
    const { anh, lan, thai } = chats;
    await chats.query(withOutcome('deemed_agreed', CLAUSE));
    const code = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await chats.time.to('2026-12-04 08:01');
    anh.hears(`Coi như thống nhất theo ${CLAUSE}`);
    const before = fake.deliveries.length;
    await chats.time.to('2026-12-18 17:00');
    expect(fake.deliveries.slice(before).filter(({ text }) => text.startsWith('Nhắc việc'))).toEqual([]);
    expect(await chats.query(facts)).toEqual([{ outcome: 'deemed_agreed', clause: CLAUSE }]);
    await anh.says(code);
    await anh.picks('Tổng hợp');
    expect(anh.hears('Không trả lời (1)')).toContain('UBND xã Thiên Lộc');
    await anh.says('/huy');

    await lan.says(code);
    lan.hears('không trả lời');
    await submitAnswer(lan, 'Không thống nhất', 'Vướng hạ tầng.');
    await thai.picks('Duyệt');
    anh.hears('(trả lời quá hạn)');
    await anh.says(code);
    expect(anh.hears('không trả lời')).toContain('(trả lời quá hạn)');
    await anh.picks('Tổng hợp');
    anh.hears('quá hạn');
  });

  test('deems nothing of a unit whom no message has reached', async () => {
    const { chats } = await startWithFake();
    await chats.query(withOutcome('deemed_agreed', CLAUSE));
    await chats.query(sql`update account set blocked_at = now() where person_id in (
      select m.person_id from membership m join unit u on u.id = m.unit_id where u.code like 'xa-thien-loc%')`);
    await fileRequest(chats);
    await chats.time.to('2026-12-08 08:01');
    expect(await chats.query(facts)).toEqual([{ outcome: 'escalate', clause: CLAUSE }]);
  });

  test('has not begun for a unit with nobody linked until the day of the letter is entered', async () => {
    const { chats } = await startWithFake();
    await chats.query(sql`update account set person_id = null where person_id in (
      select m.person_id from membership m join unit u on u.id = m.unit_id where u.code like 'xa-thien-loc%')`);
    await fileRequest(chats);
    await chats.time.to('2026-12-08 08:01');
    expect(await chats.query(facts)).toEqual([]);
    expect(await chats.query(sql`select 1 from fact where kind = 'reminded'`)).toEqual([]);
  });
});

test('silence where the regulation lets the asking side go on ends the part; where it says nothing it stays overdue', async () => {
  const { chats } = await startWithFake();
  await chats.query(withOutcome('proceed_and_report', null));
  await fileRequest(chats);
  await chats.lan.picks('Tiếp nhận');
  await chats.time.to('2026-12-04 08:01');
  chats.anh.hears('Bên đề nghị tiếp tục thực hiện và báo cáo');
  expect(await chats.query(sql`select state from part`)).toEqual([{ state: 'silent' }]);

  await chats.query(withOutcome('none', null));
  await fileRequest(chats);
  await chats.lan.picks('Tiếp nhận');
  await chats.time.to('2026-12-16 08:01');
  chats.anh.hears('Việc được ghi quá hạn.');
  chats.trung.seesNo('Việc được ghi quá hạn.');
  expect(await chats.query(sql`select state from part order by id`)).toEqual([
    { state: 'silent' },
    { state: 'accepted' },
  ]);
});

test('an undecided extension holds the silence for one working day, and an answer in time leaves none', async () => {
  const { chats } = await startWithFake();
  await fileRequest(chats);
  await chats.lan.picks('Tiếp nhận');
  await chats.lan.picks('Đề nghị gia hạn');
  await chats.lan.says('8/12/2026');
  await chats.lan.says('Chờ số liệu.');
  await chats.time.to('2026-12-04 23:59');
  expect(await chats.query(facts)).toEqual([]);
  await chats.time.to('2026-12-05 00:01');
  expect(await chats.query(facts)).toHaveLength(1);
});

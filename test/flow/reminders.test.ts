/** LC2 and the ladder: what is owed is reminded of at its local moments, once each, and never after the answer. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { dateOf } from '#domain/time.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, sendRequest, submitAnswer } from '#test/support/story.ts';
import { formatMoment } from '#text/calendar/dates.ts';

/** Filed on the 23rd; the 24th is a holiday, so seven working days end on Thursday the 3rd of December. */
const LADDER = [
  ['08:00 ngày 30/11/2026', 'Hạn trả lời: hết ngày 03/12/2026.'],
  ['08:00 ngày 02/12/2026', 'Hạn trả lời: hết ngày 03/12/2026.'],
  ['08:00 ngày 03/12/2026', 'Hôm nay là hạn trả lời: hết ngày 03/12/2026.'],
  ['08:00 ngày 04/12/2026', 'Hết hạn trả lời (hết ngày 03/12/2026) mà chưa có trả lời.'],
  ['08:00 ngày 08/12/2026', 'Đã quá hạn trả lời (hết ngày 03/12/2026).'],
] as const;

describe('a part that is received and not answered', () => {
  test('is reminded of 3 and 1 days before, on the day, and when overdue, each once and at eight', async () => {
    const { chats, fake } = await startWithFake();
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.time.to('2026-12-04 09:00');
    // Overdue notices come again until they are acknowledged: what is counted here is the ladder alone.
    await chats.lan.picks('Đã nhận');
    await chats.time.to('2026-12-08 09:00');
    const reminders = fake.deliveries.filter(
      ({ address, text }) => address === 'tran-thi-lan' && text.startsWith('Nhắc việc'),
    );
    expect(reminders.map(({ at }) => formatMoment(at))).toEqual(LADDER.map(([at]) => at));
    for (const [index, [, words]] of LADDER.entries()) {
      expect(reminders[index]?.text).toContain(words);
      expect(reminders[index]?.text).toContain(code);
    }
    const told = fake.deliveries.filter(({ text }) => text.startsWith('Nhắc việc'));
    // The leaders hear of it only once it is overdue.
    expect(new Set(told.filter(({ text }) => !/quá hạn|Hết hạn/.test(text)).map(({ address }) => address))).toEqual(
      new Set(['tran-thi-lan']),
    );
    expect(told.filter(({ address }) => address === 'nguyen-van-thai')).toHaveLength(1);
  });

  test('has its overdue notice repeated at each session until the receiver says Đã nhận', async () => {
    const { chats, fake } = await startWithFake();
    await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.time.to('2026-12-04 14:00');
    const overdue = () =>
      fake.deliveries
        .filter(({ address, text }) => address === 'tran-thi-lan' && /quá hạn trả lời|Hết hạn trả lời/.test(text))
        .map(({ at }) => formatMoment(at));
    expect(overdue()).toEqual(['08:00 ngày 04/12/2026', '13:30 ngày 04/12/2026']);
    await chats.lan.picks('Đã nhận');
    chats.lan.hears('Đã ghi nhận');
    await chats.time.to('2026-12-07 17:00');
    expect(overdue()).toHaveLength(2);
  });

  test('is received once by whoever was urged and reminded of it: one Đã nhận ends both', async () => {
    const { chats, fake } = await startWithFake();
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.time.to('2026-12-04 08:30');
    await chats.anh.says(code);
    await chats.anh.picks('Đôn đốc');
    // Of the two notices one message is made, at the next session.
    await chats.time.to('2026-12-07 08:30');
    await chats.lan.picks('Đã nhận');
    chats.lan.hears('Đã ghi nhận');
    const before = fake.deliveries.length;
    await chats.time.to('2026-12-07 17:00');
    expect(fake.deliveries.slice(before).filter(({ address }) => address === 'tran-thi-lan')).toEqual([]);
    expect(
      await chats.query(sql`select kind from important_notice where received_at is not null order by kind`),
    ).toEqual([{ kind: 'overdue' }, { kind: 'urged' }]);
  });

  test('is not spoken of again once it is answered', async () => {
    const { chats, fake } = await startWithFake();
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.time.to('2026-11-30 09:00');
    await submitAnswer(chats.lan);
    await chats.thai.picks('Duyệt');
    const before = fake.deliveries.length;
    await chats.time.to('2026-12-31 17:00');
    const later = fake.deliveries.slice(before).filter(({ text }) => text.includes(code) || text.includes('Nhắc việc'));
    expect(later).toEqual([]);
    expect(await chats.query(sql`select 1 from due where kind in ('remind', 'repeat', 'pause', 'silence')`)).toEqual(
      [],
    );
  });

  test('a reminder that still waits to be sent is taken back by the answer', async () => {
    const { chats, fake } = await startWithFake();
    await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await submitAnswer(chats.lan);
    await chats.time.to('2026-11-30 07:59');
    // The holder's chat is closed by the platform for an hour: what is due at eight stays in the outbox.
    await chats.query(sql`insert into send_slot (channel, address, next_at)
      values ('telegram', 'tran-thi-lan', '2026-11-30T09:00:00+07:00')
      on conflict (channel, address) do update set next_at = excluded.next_at`);
    await chats.time.to('2026-11-30 08:30');
    await chats.thai.picks('Duyệt');
    await chats.time.to('2026-11-30 10:00');
    const heard = fake.deliveries.filter(({ address }) => address === 'tran-thi-lan').map(({ text }) => text);
    expect(heard.filter((text) => text.startsWith('Nhắc việc'))).toEqual([]);
    expect(
      await chats.query(sql`select state from outbox
      where class = 2 and address = 'tran-thi-lan' and created_at >= '2026-11-30T08:00:00+07:00'`),
    ).toEqual([{ state: 'cancelled' }]);
  });
});

describe('a part that nobody receives', () => {
  test('is reminded of at the end of the receipt term and each working morning, at the desk', async () => {
    const { chats, fake } = await startWithFake();
    await fileRequest(chats);
    await chats.time.to('2026-11-27 07:00');
    const reminders = fake.deliveries.filter(({ text }) => text.includes('Chưa tiếp nhận'));
    expect(reminders.map(({ at, address }) => [formatMoment(at), address])).toEqual([
      ['17:30 ngày 23/11/2026', 'tran-thi-lan'],
      ['08:00 ngày 25/11/2026', 'tran-thi-lan'],
      ['08:00 ngày 26/11/2026', 'tran-thi-lan'],
    ]);
  });
});

describe('several reminders of one minute', () => {
  test('come to one person as one message, each a fact of its own', async () => {
    // Before the office opens, so that all three receipt terms end at the same minute.
    const { chats, fake } = await startWithFake(BUTTONS_AND_EDITS, { at: '2026-11-23 07:30' });
    const codes = [await fileRequest(chats), await fileRequest(chats), await fileRequest(chats)];
    await chats.time.to('2026-11-25 08:30');
    const morning = fake.deliveries.filter(
      ({ at, text }) => dateOf(at) === '2026-11-25' && text.startsWith('Nhắc việc'),
    );
    expect(morning).toHaveLength(1);
    for (const code of codes) expect(morning[0]?.text).toContain(code);
    expect(await chats.query(sql`select 1 from fact where kind = 'reminded' and at::date = '2026-11-25'`)).toHaveLength(
      3,
    );
  });
});

describe('more matters of one minute than a message lists', () => {
  test('are counted exactly and a tap away, for whoever has asked too; what one set himself is never among the counted', async () => {
    const { chats } = await startWithFake(BUTTONS_AND_EDITS, { at: '2026-11-23 07:30' });
    const { lan, anh } = chats;
    const codes: string[] = [];
    for (let count = 0; count < 14; count += 1) codes.push(await fileRequest(chats));
    await lan.says('/nhac gọi xã Nội Bài lúc 8 giờ ngày 25/11/2026');
    await chats.time.to('2026-11-25 08:00');
    const morning = lan.sees('Nhắc việc: 12 việc cần xử lý');
    expect(morning).toMatch(/^Nhắc việc.*\n\nViệc ông\/bà đã đặt nhắc:\ngọi xã Nội Bài\n/);
    expect(morning).toContain('Và 3 việc khác. Chọn “Xem tiếp” để xem đủ.');
    const listed = (text: string): readonly string[] => codes.filter((code) => text.includes(code));
    await lan.picks('Xem tiếp');
    expect([...listed(morning), ...listed(lan.hears('Nhắc việc (tiếp): còn 3 việc'))]).toEqual(codes);

    // Nothing of it waits for her: her list of work would not have them.
    await chats.time.to('2026-12-04 08:00');
    expect(anh.sees('Hết hạn trả lời')).toContain('Và 2 việc khác.');
    await anh.picks('Xem tiếp');
    expect(listed(anh.hears('Nhắc việc (tiếp): còn 2 việc'))).toEqual(codes.slice(12));
  }, 60_000);
});

describe('two processes that sweep at once', () => {
  test('remind once', async () => {
    const { chats, fake } = await startWithFake(BUTTONS_AND_EDITS);
    await fileRequest(chats);
    const [one, two] = [chats.office.first(), await chats.office.open()];
    chats.clock.moveTo(Date.parse('2026-11-23T17:30:00+07:00'));
    await Promise.all([one, two, one, two].map(({ jobs }) => jobs.due({})));
    await chats.settle();
    expect(fake.deliveries.filter(({ text }) => text.startsWith('Nhắc việc'))).toHaveLength(1);
  });
});

describeOnProfiles('a reminder', (start) => {
  test('has the buttons of what is to be done', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    await chats.time.to('2026-11-25 08:00');
    chats.lan.hears('Chưa tiếp nhận; hạn tiếp nhận 17:30 ngày 23/11/2026');
    await chats.lan.picks('Tiếp nhận');
    chats.lan.hears(`Đã tiếp nhận ${code}`);
  });
});

test('an overdue part goes up the chain step by step, and each step says what was done before', async () => {
  const { chats, fake } = await startWithFake();
  await fileRequest(chats);
  await chats.lan.picks('Tiếp nhận');
  await chats.time.to('2026-12-18 09:00');
  const first = (who: string) =>
    fake.deliveries.find(({ address, text }) => address === who && text.includes('Đã quá hạn trả lời'));
  const steps = ['doan-manh-hung', 'nguyen-van-thai', 'nguyen-minh-anh', 'le-duc-trung'].map(first);
  expect(steps.map((step) => formatMoment(step?.at ?? 0).slice(-10))).toEqual([
    '08/12/2026',
    '10/12/2026',
    '14/12/2026',
    '16/12/2026',
  ]);
  // Only the unit is told to answer.
  expect(steps[2]?.text).toContain('Đề nghị xem xét, đôn đốc đơn vị.');
  expect(steps[1]?.text).toContain('Đề nghị trả lời ngay.');
  expect(steps[0]?.text).toContain('Đã nhắc 1 lần: 04/12/2026 (bà Trần Thị Lan).');
  expect(steps[2]?.text).toContain('08/12/2026 (bà Trần Thị Lan, ông Đoàn Mạnh Hùng)');
});

test('what waited for a morning in which nobody ran is not said at night, but in the next office hour', async () => {
  const { chats, fake } = await startWithFake();
  await fileRequest(chats);
  await chats.lan.picks('Tiếp nhận');
  // The silence of the 3rd is written at midnight and waits for eight; from then on nobody runs until ten at night.
  await chats.time.to('2026-12-04 00:01');
  await chats.office.kill();
  chats.clock.moveTo(localTime('2026-12-04 22:00'));
  await chats.office.open();
  await chats.time.passes('1 minute');
  const told = () => fake.deliveries.filter(({ text }) => text.includes('Hết hạn trả lời'));
  expect(told()).toEqual([]);
  await chats.time.to('2026-12-07 09:00');
  expect(new Set(told().map(({ at }) => formatMoment(at)))).toEqual(new Set(['08:00 ngày 07/12/2026']));
});

test('a hỏa tốc reminder goes out at any hour, also outside the hours that its receiver chose; any other waits for them (RE2)', async () => {
  const { chats, fake } = await startWithFake();
  await chats.query(sql`insert into reminder_hours (person_id, from_minute, to_minute)
    select id, 840, 960 from person where key = 'tran-thi-lan'`);
  const usual = await fileRequest(chats);
  await chats.time.to('2026-11-23 16:50');
  const grave = await sendRequest(chats.thinh, { urgency: /^Hỏa tốc / });
  await chats.time.passes('31 seconds');
  await chats.office.kill();
  chats.clock.moveTo(localTime('2026-11-23 21:00'));
  await chats.office.open();
  await chats.time.to('2026-11-25 15:00');
  const heard = (code: string) =>
    fake.deliveries
      .filter(({ address, text }) => address === 'tran-thi-lan' && text.startsWith('Nhắc việc') && text.includes(code))
      .map(({ at }) => formatMoment(at));
  expect(heard(grave)[0]).toBe('21:00 ngày 23/11/2026');
  expect(heard(usual)).toEqual(['14:00 ngày 25/11/2026']);
});

describe('the morning list', () => {
  test('names what is late, due, soon due and waiting, at eight of working days, in one message, and is not sent empty', async () => {
    const { chats, fake } = await startWithFake();
    const { anh, lan, thai } = chats;
    await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await submitAnswer(lan);
    await chats.time.to('2026-12-01 09:00');
    const morningsOf = (who: string) =>
      fake.deliveries.filter(({ address, text }) => address === who && text.startsWith('Việc ngày'));
    const leader = morningsOf('nguyen-van-thai').at(-1);
    expect(leader?.text).toContain('Việc ngày 01/12/2026 (thứ Ba)');
    expect(leader?.text).toContain('chờ duyệt');
    // Working days only: the 24th is a holiday, the 28th and 29th a weekend.
    expect(morningsOf('nguyen-van-thai').map(({ at }) => formatMoment(at))).toEqual(
      ['25/11', '26/11', '27/11', '30/11', '01/12'].map((day) => `08:00 ngày ${day}/2026`),
    );
    anh.seesNo('Việc ngày');
    await thai.says('/viec');
    await thai.picks(/^PH-/);
    await thai.picks('Duyệt');
    const before = fake.deliveries.length;
    await chats.time.to('2026-12-08 09:00');
    expect(fake.deliveries.slice(before)).toEqual([]);
  });

  test('after a long holiday is one ordered message, the worst first', async () => {
    const { chats, fake } = await startWithFake(BUTTONS_AND_EDITS, { at: '2027-01-26 07:30' });
    const codes: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      codes.push(await fileRequest(chats));
      await chats.lan.picks('Tiếp nhận');
    }
    const before = fake.deliveries.length;
    await chats.time.to('2027-02-15 08:30');
    const heard = fake.deliveries.slice(before).filter(({ address }) => address === 'tran-thi-lan');
    const last = heard.at(-1)?.text ?? '';
    for (const code of codes) expect(last).toContain(code);
    const perMinute = Map.groupBy(heard, ({ at }) => formatMoment(at));
    expect([...perMinute.values()].filter((same) => same.length > 1)).toEqual([]);
  });
});

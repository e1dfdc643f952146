/** DESIGN 3 "Duty": owed by a date, reported done by one person, confirmed by another; reminded of like a part. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { changeCalendar } from '#db/directory/calendar.ts';
import { verifyFacts } from '#db/fact.ts';
import { giveDuty } from '#test/support/duty.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';
import { formatMoment } from '#text/calendar/dates.ts';

const TITLE = 'Khắc phục lối thoát nạn';

describeOnProfiles('a duty', (start, { takesFiles }) => {
  test('is reported done with words and files, found wanting, reported again, and confirmed by the other side', async () => {
    const chats = await start({ ownWords: [TITLE, 'Da mo loi', 'Thieu bien ban'] });
    const { lan, thinh, hung } = chats;
    await giveDuty(chats);
    await lan.says('/viec');
    lan.hears(`${TITLE} · đang thực hiện`);
    lan.hears('Hạn: hết ngày 03/12/2026');
    await lan.picks(TITLE);
    lan.hears('Căn cứ: Biên bản kiểm tra ngày 20/11/2026');
    await lan.picks('Báo đã thực hiện');
    await lan.says('Da mo loi');
    if (takesFiles)
      await lan.sends({ name: 'anh.jpg', mime: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
    await lan.picks(/^Xong/);
    lan.hears('Đã báo thực hiện, đang chờ xác nhận.');

    thinh.sees('Bà Trần Thị Lan báo đã thực hiện nhiệm vụ');
    await thinh.picks('Chưa đạt');
    await thinh.says('Thieu bien ban');
    lan.sees('đánh giá chưa đạt, đề nghị thực hiện tiếp nhiệm vụ');
    await lan.picks('Báo đã thực hiện');
    await lan.says('Da mo loi va lap bien ban');
    await lan.picks(/^Xong/);

    await thinh.says('/viec');
    await thinh.picks(TITLE);
    await thinh.picks('Xác nhận hoàn thành');
    thinh.hears('đã hoàn thành');
    lan.sees('đã xác nhận hoàn thành nhiệm vụ');
    await lan.says('/viec');
    lan.hearsNo(TITLE);
    hung.seesNo('Báo đã thực hiện');
    await thinh.picks('Lịch sử');
    thinh.hears('đánh giá chưa đạt. Lý do: Thieu bien ban');
    expect((await verifyFacts(chats.office.first().db)).firstBroken).toBeNull();
  });
});

describe('a duty', () => {
  test('is reminded of 3 and 1 days before, on the day, and overdue step by step, and not after it was reported done', async () => {
    const { chats, fake } = await startWithFake();
    await giveDuty(chats);
    await chats.time.to('2026-12-08 09:00');
    const heardBy = (who: string) =>
      fake.deliveries
        .filter(({ address, text }) => address === who && text.startsWith('Nhắc việc'))
        .map(({ at, text }) => [formatMoment(at), text.split('\n')[2]]);
    expect(heardBy('tran-thi-lan')).toEqual([
      ['08:00 ngày 30/11/2026', 'Hạn thực hiện: hết ngày 03/12/2026. Đề nghị hoàn thành trước hạn.'],
      ['08:00 ngày 02/12/2026', 'Hạn thực hiện: hết ngày 03/12/2026. Đề nghị hoàn thành trước hạn.'],
      ['08:00 ngày 03/12/2026', 'Hôm nay là hạn thực hiện: hết ngày 03/12/2026.'],
      ['08:00 ngày 04/12/2026', 'Đã quá hạn thực hiện (hết ngày 03/12/2026). Đề nghị thực hiện và báo ngay.'],
      ['08:00 ngày 08/12/2026', 'Đã quá hạn thực hiện (hết ngày 03/12/2026). Đề nghị thực hiện và báo ngay.'],
    ]);
    expect(heardBy('doan-manh-hung').map(([at]) => at)).toEqual(['08:00 ngày 08/12/2026']);
    await chats.lan.picks('Báo đã thực hiện');
    await chats.lan.says('Da mo loi');
    await chats.lan.picks(/^Xong/);
    await chats.time.to('2026-12-31 17:00');
    expect(heardBy('tran-thi-lan')).toHaveLength(5);
    expect(await chats.query(sql`select 1 from due where kind = 'duty'`)).toEqual([]);
    const reminded = await chats.query(sql`select 1 from fact where kind = 'duty_reminded'`);
    expect(reminded).toHaveLength(5);
  });

  test('that is due with parts in one minute comes in one message with them', async () => {
    const { chats, fake } = await startWithFake();
    await giveDuty(chats);
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.time.to('2026-11-30 08:30');
    const morning = fake.deliveries.filter(
      ({ at, address, text }) =>
        address === 'tran-thi-lan' && formatMoment(at) === '08:00 ngày 30/11/2026' && text.startsWith('Nhắc việc'),
    );
    expect(morning).toHaveLength(1);
    expect(morning[0]?.text).toContain(code);
    expect(morning[0]?.text).toContain(TITLE);
  });

  test('is cancelled with a reason, by the side it is owed to and never by whoever holds or reported it', async () => {
    const { chats } = await startWithFake();
    await giveDuty(chats, {
      holderId: (await chats.query(sql<{ id: number }>`select id from person where key = 'tran-thi-lan'`))[0]?.id ?? 0,
    });
    const { lan, thinh, hien } = chats;
    await lan.picks('Xem');
    expect(lan.choices()).not.toContain('Hủy');
    const forged = lan.button('Báo đã thực hiện');
    await hien.presses(forged);
    hien.hears('dành cho người khác');
    await thinh.says('/viec');
    thinh.hearsNo(TITLE);
    await lan.picks('Báo đã thực hiện');
    await lan.says('Da mo loi');
    await lan.picks(/^Xong/);
    await thinh.picks('Hủy');
    await thinh.says('Khong con can thiet');
    thinh.hears('Đã hủy nhiệm vụ.');
    lan.sees('đã hủy nhiệm vụ');
  });

  test('is given to a colleague, put off and silent by his own word with a reason, and stands in morning lists', async () => {
    const { chats, fake } = await startWithFake();
    await giveDuty(chats);
    const { lan, hung, thinh } = chats;
    await lan.picks('Phân công');
    lan.hears('Giao cho ai thực hiện?');
    await lan.says('Đoàn Mạnh Hùng');
    lan.hears('Đã phân công.');
    hung.sees('Bà Trần Thị Lan đã phân công nhiệm vụ:');
    await hung.picks('Xem');
    // He has it now; who else has it is not his to say.
    expect(hung.choices()).toContain('Báo đã thực hiện');
    await thinh.says('/viec');
    thinh.hearsNo(TITLE);

    await chats.time.to('2026-11-30 08:01');
    hung.sees('Hạn thực hiện: hết ngày 03/12/2026.');
    await hung.picks('Tạm dừng nhắc');
    await hung.picks('Sau 3 ngày làm việc');
    await hung.says('Đã giao tổ công tác');
    hung.hears(`Đã tạm dừng nhắc ${TITLE} đến 08:00 ngày 03/12/2026.`);
    await hung.says('/nhac');
    hung.hears(`• ${TITLE}, đến 08:00 ngày 03/12/2026. Lý do: Đã giao tổ công tác`);
    // What is put off comes on a whole minute, to be one message with what else is due in it.
    await chats.time.to('2026-12-03 08:00:20');
    await hung.picks('Nhắc lại sau');
    await hung.picks('Sau 1 giờ');
    await hung.says('Đang họp');
    await chats.time.to('2026-12-04 08:01');
    const heardBy = (who: string) =>
      fake.deliveries
        .filter(
          ({ address, text }) => address === who && /^(?:Nhắc việc[:\n]|Việc ngày)/.test(text) && text.includes(TITLE),
        )
        .map(({ at }) => formatMoment(at));
    expect(heardBy('doan-manh-hung')).toEqual([
      '08:00 ngày 30/11/2026',
      '08:00 ngày 03/12/2026',
      '09:01 ngày 03/12/2026',
      '08:00 ngày 04/12/2026',
    ]);
    // The leader's list has what presses, though it is not his; the desk has given it away.
    expect(heardBy('nguyen-van-thai')).toEqual(['08:00 ngày 03/12/2026', '08:00 ngày 04/12/2026']);
    expect(heardBy('tran-thi-lan')).toEqual([]);
    await hung.picks('Lịch sử');
    hung.hears('phân công ông Đoàn Mạnh Hùng.');
    hung.hears('hẹn nhắc lại lúc 09:01 ngày 03/12/2026. Lý do: Đang họp');
    // Inner matters of the unit: the side it is owed to reads that it was reported done, and neither who was given it nor who was silent about it.
    await hung.picks('Xem');
    await hung.picks('Báo đã thực hiện');
    await hung.says('Đã mở lối');
    await hung.picks(/^Xong/);
    await thinh.says('/viec');
    await thinh.picks(TITLE);
    await thinh.picks('Lịch sử');
    expect(thinh.hears('báo đã thực hiện (quá hạn). Kết quả: Đã mở lối')).not.toMatch(
      /phân công|tạm dừng nhắc|hẹn nhắc lại|Đang họp/,
    );
    expect((await verifyFacts(chats.office.first().db)).firstBroken).toBeNull();
  });

  test('is reminded of on working days only: its ladder, and what waits for office hours, move with the calendar', async () => {
    const { chats } = await startWithFake();
    const subjectId = await giveDuty(chats);
    const person = sql`(select id from person where key = 'tran-thi-lan')`;
    await chats.query(sql`insert into own_reminder (person_id, kind, subject_id, not_before)
      select ${person}, kind, ${subjectId}, '2026-11-30 08:00+07' from unnest(array['duty', 'personal']) kind`);
    const { db, runtime } = chats.office.first();
    const step = { kind: 'set_day', date: '2026-11-30', day: 'holiday', reason: 'Nghỉ chống bão' } as const;
    const origin = { actorId: null, askedBy: null, channel: 'cli', at: runtime.clock.now() };
    await inTransaction(db, (tx) => changeCalendar(tx, step, origin));
    await chats.office.first().tick();
    const rungs = await chats.query(sql<{ at: number }>`select at from due where kind = 'duty'`);
    expect(rungs.map(({ at }) => formatMoment(at))).toEqual(['08:00 ngày 27/11/2026']);
    const waiting = await chats.query(sql<{ at: number }>`select not_before as at from own_reminder order by kind`);
    expect(waiting.map(({ at }) => formatMoment(at))).toEqual(['08:00 ngày 01/12/2026', '08:00 ngày 30/11/2026']);
  });
});

/** RE2, RE5, RE6: reminded in one's own hours, silent for a while with a reason, and of what one asked for oneself. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';
import { formatMoment } from '#text/calendar/dates.ts';

describeOnProfiles('/nhac', (start) => {
  test('sets my hours, reminds me of my own matters, postpones and makes silent with a reason', async () => {
    const chats = await start({ ownWords: ['Da xep lich hop', 'nop bao cao', 'goi xa'] });
    const { lan } = chats;
    await lan.says('/nhac');
    lan.hears('Giờ nhận nhắc việc: cả giờ làm việc.');
    await lan.picks('Đổi giờ nhắc');
    await lan.says('22 giờ đến 23 giờ');
    lan.hears('không có đủ 30 phút làm việc');
    await lan.says('9 giờ đến 11 giờ');
    lan.hears('Đã ghi giờ nhận nhắc việc: 09:00 đến 11:00 trong giờ làm việc.');

    await lan.says('nhắc tôi nop bao cao lúc 15 giờ thứ Sáu');
    lan.hears('Sẽ nhắc ông/bà lúc 15:00 ngày 27/11/2026: nop bao cao');
    // The sentence held all there was to ask: no form is left behind to take the next one.
    await lan.says('lich nghi le');
    lan.hears('Ngày nghỉ sắp tới');
    await lan.says('mai nhac toi goi dien cho anh Kiet');
    lan.hears('Nhắc vào mấy giờ ngày 24/11/2026?');
    await lan.says('2h chiều');
    lan.hears('Sẽ nhắc ông/bà lúc 14:00 ngày 24/11/2026: goi dien cho anh Kiet');
    await lan.says('/nhac goi xa');
    lan.hears('Nhắc vào lúc nào?');
    await lan.says('20/11/2026');
    lan.hears('Thời điểm này đã qua');
    await lan.says('20 giờ ngày 26/11/2026');
    lan.hears('Sẽ nhắc ông/bà lúc 20:00 ngày 26/11/2026: goi xa');
    await lan.says('/nhac');
    await lan.picks('Bỏ: goi xa');
    lan.hears('Đã bỏ nhắc việc này.');

    const code = await fileRequest(chats);
    await chats.time.to('2026-11-25 08:59');
    lan.hearsNo('Chưa tiếp nhận');
    await chats.time.to('2026-11-25 09:00');
    lan.sees('Chưa tiếp nhận');
    await lan.picks('Tạm dừng nhắc');
    await lan.picks('Sau 3 ngày làm việc');
    await lan.says('Da xep lich hop');
    lan.hears(`Đã tạm dừng nhắc ${code} đến 08:00 ngày 30/11/2026.`);
    await lan.says('/nhac');
    lan.hears(`• ${code}, đến 08:00 ngày 30/11/2026. Lý do: Da xep lich hop`);
    await chats.time.to('2026-11-27 15:00');
    lan.sees('Việc ông/bà đã đặt nhắc:');
    lan.hearsNo('Chưa tiếp nhận');
    lan.seesNo('Việc ông/bà đã đặt nhắc:\ngoi xa');
    await lan.says('/nhac');
    await lan.picks(`Nhắc lại ${code}`);
    lan.hears(`Đã nhắc trở lại ${code}.`);
    await chats.time.to('2026-11-30 09:00');
    lan.sees('Chưa tiếp nhận');
  });
});

describe('a reminder', () => {
  test('goes to each person in his hours only, whatever is due, and hỏa tốc at once', async () => {
    const { chats, fake } = await startWithFake();
    await chats.query(sql`insert into reminder_hours (person_id, from_minute, to_minute)
      select id, 840, 960 from person where key in ('tran-thi-lan', 'nguyen-van-thai', 'doan-manh-hung')`);
    await fileRequest(chats);
    await chats.time.to('2026-12-18 17:30');
    const heard = fake.deliveries.filter(({ text }) => /^(?:Nhắc việc|Việc ngày)/.test(text));
    const own = heard.filter(({ address }) => ['tran-thi-lan', 'nguyen-van-thai', 'doan-manh-hung'].includes(address));
    expect(own.length).toBeGreaterThan(5);
    for (const { at } of own)
      expect(formatMoment(at).slice(0, 5) >= '14:00' && formatMoment(at).slice(0, 5) <= '16:00').toBe(true);
  });

  test('that is postponed comes once at the new moment, with its reason as an inner fact', async () => {
    const { chats, fake } = await startWithFake();
    const { lan, anh } = chats;
    await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await chats.time.to('2026-11-30 08:00');
    await lan.picks('Nhắc lại sau');
    await lan.says('15 giờ 30');
    await lan.says('Đang họp');
    lan.hears('Sẽ nhắc lại');
    const before = fake.deliveries.length;
    await chats.time.to('2026-12-01 17:30');
    const again = fake.deliveries.slice(before).filter(({ address }) => address === 'tran-thi-lan');
    expect(again.map(({ at, text }) => [formatMoment(at), text.startsWith('Nhắc việc')])).toEqual([
      ['15:30 ngày 30/11/2026', true],
      ['08:00 ngày 01/12/2026', false],
    ]);
    await lan.picks('Lịch sử');
    lan.hears('hoãn nhắc việc; lý do: Đang họp');
    await anh.says('/theodoi');
    await anh.picks(/^PH-/);
    await anh.picks('Lịch sử');
    anh.hearsNo('hoãn nhắc việc');
  });
});

describeOnProfiles('an important notice', (start) => {
  test('is repeated until Đã nhận, and whoever sent it sees who has not', async () => {
    const chats = await start();
    const { anh, lan, thai } = chats;
    const code = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    // Where a channel may speak for a week after a word only, they have said one.
    await chats.time.to('2026-11-27 09:00');
    for (const who of [lan, thai]) await who.says('/menu');
    await chats.time.to('2026-12-02 09:00');
    await anh.says(code);
    await anh.picks('Đôn đốc');
    await anh.picks('Ai chưa nhận');
    anh.hears(/• bà Trần Thị Lan .*gửi lúc 09:00 ngày 02\/12\/2026/);
    anh.hears('• ông Nguyễn Văn Thái');
    await lan.picks('Đã nhận');
    await anh.says(code);
    await anh.picks('Ai chưa nhận');
    anh.hearsNo('Trần Thị Lan');
    anh.hears('Nguyễn Văn Thái');
    await thai.picks('Đã nhận');
    await chats.query(sql`update important_notice set received_at = created_at where received_at is null`);
    await anh.says(code);
    expect(anh.choices()).not.toContain('Ai chưa nhận');
    await lan.says(code);
    expect(lan.choices()).not.toContain('Ai chưa nhận');
  });
});

/** DL7, DL11, AD1: the working calendar is data; whoever changes it moves what is open, says so, and leaves the rest alone. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, submitAnswer } from '#test/support/story.ts';
import { formatMoment } from '#text/calendar/dates.ts';

/** An admin of the board; the other one is Khánh. */
const TRANG = 'trinh-thu-trang';

/** One admin of the board asks for it, the other agrees. */
const addDayOff = async (chats: Chats, date: string, reason: string): Promise<void> => {
  const { khanh } = chats;
  const trang = chats.voice(TRANG);
  await trang.says('/quantri');
  await trang.picks('Lịch làm việc');
  await trang.picks('Thêm ngày nghỉ');
  await trang.says(date);
  await trang.picks('Nghỉ hoán đổi');
  await trang.says(reason);
  trang.hears('chờ quản trị viên thứ hai');
  await khanh.picks('Đồng ý');
  khanh.hears('Đã đồng ý và thực hiện: thêm ngày nghỉ');
};

const confirmYear = async (chats: Chats, year: string): Promise<void> => {
  const { khanh } = chats;
  const trang = chats.voice(TRANG);
  await trang.says('/quantri');
  await trang.picks('Lịch làm việc');
  await trang.picks('Xác nhận năm');
  await trang.picks(`Năm ${year}`);
  await khanh.picks('Đồng ý');
};

describeOnProfiles('the working calendar', (start) => {
  test('is seen by everybody, and a day off added by two admins moves open dates, with its record and one notice', async () => {
    const chats = await start();
    const { lan, anh, thai } = chats;
    const trang = chats.voice(TRANG);
    const first = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    const second = await fileRequest(chats, { subject: 'Góp ý dự án thứ hai' });
    await lan.picks('Tiếp nhận');

    await trang.says('/quantri');
    await trang.picks('Lịch làm việc');
    await trang.picks('Thêm ngày làm bù');
    await trang.says('03/12/2026');
    trang.hears('phải là thứ Bảy hoặc Chủ nhật');
    await trang.says('05/12/2026');
    await trang.says('/huy');

    await addDayOff(chats, '01/12/2026', 'Nghỉ chống bão');
    const told = lan.sees('Tính lại thời hạn: 2 việc');
    expect(told).toContain('thêm ngày nghỉ 01/12/2026 (thứ Ba): nghỉ hoán đổi, Nghỉ chống bão');
    expect(told).toContain('hết ngày 03/12/2026 → hết ngày 04/12/2026');
    expect([first, second].every((code) => told.includes(code))).toBe(true);
    anh.sees('Tính lại thời hạn: 2 việc');
    thai.seesNo('Tính lại thời hạn');
    for (const voice of [lan, anh]) {
      expect(voice.looks().filter(({ text }) => text.includes('Tính lại thời hạn'))).toHaveLength(1);
    }
    await lan.says(`/xem ${first}`);
    lan.hears('Hạn trả lời: hết ngày 04/12/2026');
    await lan.picks('Cách tính thời hạn');
    lan.hears('Không tính Nghỉ chống bão: 01/12/2026');
    await lan.says(`/xem ${first}`);
    await lan.picks('Lịch sử');
    lan.hears(/tính lại thời hạn.*Nghỉ chống bão.*hết ngày 03\/12\/2026 → hết ngày 04\/12\/2026/s);

    await lan.says('/lich');
    const screen = lan.hears('Lịch làm việc');
    expect(screen).toContain('Thứ Ba 24/11/2026: nghỉ (Ngày Văn hóa Việt Nam)');
    expect(screen).toContain('01/12/2026 (thứ Ba): Nghỉ chống bão (nghỉ hoán đổi)');
    expect(screen).toContain('08:00 - 12:00 và 13:30 - 17:30');
    expect(screen).toContain('Năm 2026: đã xác nhận đủ ngày nghỉ.');
    expect(screen).toContain('Năm 2027: chưa xác nhận đủ ngày nghỉ; thời hạn trong năm này là tạm tính.');
    await lan.says('mai có được nghỉ không');
    lan.hears('Tuần này');
    await lan.says('/quantri');
    lan.hears('Việc này do quản trị viên thực hiện');
  });
});

describe('a year that is not confirmed', () => {
  test('has every date in it shown as tạm tính, until it is confirmed: then whoever is concerned hears that it holds', async () => {
    const { chats } = await startWithFake(undefined, { at: '2026-12-28 08:00' });
    const { lan, anh } = chats;
    const trang = chats.voice(TRANG);
    const code = await fileRequest(chats);
    lan.sees(/Hạn trả lời \(dự kiến\): hết ngày \d\d\/01\/2027 \(tạm tính\)/);
    await lan.picks('Tiếp nhận');
    await anh.says('/theodoi');
    anh.hears(/Hạn gần nhất: hết ngày 06\/01\/2027 \(tạm tính\)/);
    await lan.says('/viec');
    lan.hears(/Hạn trả lời: hết ngày 06\/01\/2027 \(tạm tính\)/);
    await lan.says(code);
    lan.hears('Hạn trả lời: hết ngày 06/01/2027 (tạm tính)');
    await lan.picks('Cách tính thời hạn');
    lan.hears('Tạm tính vì ngày nghỉ năm 2027 chưa được xác nhận đủ.');
    await chats.time.to('2027-01-01 09:00');
    lan.sees('Hạn trả lời: hết ngày 06/01/2027 (tạm tính). Đề nghị hoàn thành trước hạn.');

    await addDayOff(chats, '04/01/2027', 'Nghỉ bù Tết Dương lịch');
    lan.sees('hết ngày 06/01/2027 (tạm tính) → hết ngày 07/01/2027 (tạm tính)');
    await confirmYear(chats, '2027');
    lan.sees('hết ngày 07/01/2027 (tạm tính) → hết ngày 07/01/2027');
    lan.sees('xác nhận đã nhập đủ ngày nghỉ năm 2027');
    await lan.says('/viec');
    lan.hearsNo('tạm tính');
    await trang.says('/quantri');
    await trang.picks('Lịch làm việc');
    await trang.picks('Xác nhận năm');
    await trang.says('2027');
    trang.hears('Năm 2027 đã được xác nhận đủ ngày nghỉ');
  });
});

describe('what is over', () => {
  test('keeps its date and result when the calendar changes, and the moments of what is open follow it', async () => {
    const { chats, fake } = await startWithFake();
    const { lan, thai } = chats;
    await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await submitAnswer(lan);
    await thai.picks('Duyệt');
    await fileRequest(chats, { subject: 'Góp ý còn mở' });
    await lan.picks('Tiếp nhận');
    const dates = () => chats.query(sql`select due, provisional, state from part order by id`);
    const [answered] = await dates();
    await addDayOff(chats, '02/12/2026', 'Nghỉ chống bão');
    const [kept, moved] = await dates();
    expect(kept).toEqual(answered);
    await thai.says('PH-2026-00001');
    await thai.picks('Cách tính thời hạn');
    thai.hears('Hạn: hết ngày 03/12/2026. Hạn này giữ nguyên');
    expect(moved).not.toMatchObject({ due: (answered as { due: number }).due });
    expect(await chats.query(sql`select count(*)::int as count from fact where kind = 'recounted'`)).toEqual([
      { count: 1 },
    ]);
    // One day before the end was the 2nd, on which nobody is in the office now: it is the 3rd.
    await chats.time.to('2026-12-03 09:00');
    const reminders = fake.deliveries.filter(
      ({ address, text }) => address === 'tran-thi-lan' && /Nhắc việc/.test(text),
    );
    expect(reminders.map(({ at }) => formatMoment(at))).toEqual(['08:00 ngày 30/11/2026', '08:00 ngày 03/12/2026']);
  });

  test('a group may ask for the calendar, and hears it where it asked', async () => {
    const { chats } = await startWithFake();
    const group = chats.group('Đoàn kiểm tra');
    const lan = chats.lan.in(group.place);
    await lan.says('/lich');
    lan.hears('Lịch làm việc');
  });
});

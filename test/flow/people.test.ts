/** People and their administration in chat: invited, moved, stopped; two administrators for what is weighty. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, submitAnswer } from '#test/support/story.ts';

const STRANGER = 'Đây là hệ thống nội bộ phục vụ công tác phối hợp. Nếu được cấp mã, đề nghị gửi: /start MÃ.';
const TRANG = 'trinh-thu-trang';
/** The admin of xã Quang Minh. */
const TRUONG = 'cu-xuan-truong';

const codeIn = (text: string): string => /(?:\w{4}-){3}\w{4}/.exec(text)?.[0] ?? 'no code';

const page = async (chats: Chats, admin: string, name: string): Promise<void> => {
  const who = chats.voice(admin);
  await who.says(`/quantri ${name}`);
  await who.picks(new RegExp(`^${name}`));
};

describeOnProfiles(
  'an administrator',
  (start) => {
    test('invites somebody into his unit, who links with the code and is greeted by name and unit', async () => {
      const chats = await start({ ownWords: ['Hoàng'] });
      const admin = chats.voice(TRUONG);
      await admin.says('/quantri');
      await admin.picks('Mời cán bộ');
      await admin.says('Hoàng Văn 5');
      admin.hears('Họ tên không đúng');
      await admin.says('Hoàng Thị Nhài');
      await admin.says('Chuyên viên Văn phòng');
      await admin.picks('UBND xã Quang Minh');
      await admin.picks('Chuyên viên');
      const code = codeIn(admin.hears('Mã mời của Hoàng Thị Nhài'));
      const fresh = chats.stranger('Nhài');
      await fresh.says(`/start ${code}`);
      fresh.hears('Xin chào ông/bà Hoàng Thị Nhài, Chuyên viên Văn phòng, UBND xã Quang Minh.');
      fresh.hears('Luật Bảo vệ dữ liệu cá nhân');
      const other = chats.stranger('Khác');
      await other.says(`/start ${code}`);
      other.hears('Mã không đúng.');
    });
  },
  OPPOSITES,
);

test('who is no administrator is told to whom to turn, and does not see the button', async () => {
  const { chats } = await startWithFake();
  await chats.lan.says('/quantri');
  chats.lan.hears('Việc này do quản trị viên thực hiện.');
  await chats.lan.says('/menu');
  expect(chats.lan.choices()).not.toContain('Quản trị cán bộ, tài khoản');
  await chats.khanh.says('/menu');
  expect(chats.khanh.choices()).toContain('Quản trị cán bộ, tài khoản');
});

test('people are found without diacritics, listed by eight, and only those of the own unit', async () => {
  const { chats } = await startWithFake();
  const own = chats.voice(TRUONG);
  await own.says('/quantri');
  await own.picks('Cán bộ');
  own.hears('Cán bộ: 7 người');
  own.hearsNo('Trần Thị Lan');
  await own.says('/quantri');
  await own.picks('Tìm theo tên');
  await own.says('anh tuyet');
  own.hears('Nguyễn Thị Ánh Tuyết');
  await own.says('/quantri lan');
  own.hears('Không có cán bộ nào có tên chứa "lan"');
  await chats.khanh.says('/quantri');
  await chats.khanh.picks('Cán bộ');
  expect(chats.khanh.choices()).toHaveLength(9);
  const before = chats.khanh.choices()[0];
  await chats.khanh.picks('Sau →');
  expect(chats.khanh.choices()[0]).not.toBe(before);
  expect(chats.khanh.choices()).toContain('← Trước');
});

describe('what one administrator may not do alone', () => {
  const propose = async (chats: Chats): Promise<void> => {
    await page(chats, 'bui-van-khanh', 'Nguyễn Minh Anh');
    await chats.khanh.picks('Thêm vai trò');
    await chats.khanh.says('bql');
    await chats.khanh.picks('Quản trị');
    await chats.khanh.picks(/^Hôm nay/);
  };

  test('waits for the second one, and is done when he agrees, not when the first one does', async () => {
    const { chats } = await startWithFake();
    const trang = chats.voice(TRANG);
    await propose(chats);
    chats.khanh.hears('chờ quản trị viên thứ hai');
    trang.sees('đề xuất giao thêm vai trò cho bà Nguyễn Minh Anh');
    await chats.khanh.forges(trang.button('Đồng ý').token);
    chats.khanh.hears('Nút này dành cho người khác.');
    await chats.anh.says('/quantri');
    chats.anh.hears('Việc này do quản trị viên thực hiện.');
    await trang.says('/quantri');
    await trang.picks('Đề xuất chờ xác nhận (1)');
    await trang.picks('Đồng ý');
    trang.hears('Đã đồng ý và thực hiện');
    chats.khanh.sees('đã được đồng ý và thực hiện');
    chats.anh.sees('Ông/bà được giao vai trò: Quản trị');
    await chats.anh.says('/quantri');
    chats.anh.hears('Quản trị cán bộ');
    await trang.presses(trang.button('Đồng ý'));
    trang.hears('đã được quyết định');
    expect(
      await chats.query(sql`select f.kind, p.key from fact f join person p on p.id = f.actor_id
        where stream = 'directory' order by seq`),
    ).toEqual([
      { kind: 'change_proposed', key: 'bui-van-khanh' },
      { kind: 'role_given', key: TRANG },
      { kind: 'change_agreed', key: TRANG },
    ]);
  });

  test('is not done when he does not agree', async () => {
    const { chats } = await startWithFake();
    await propose(chats);
    await chats.voice(TRANG).picks('Không đồng ý');
    chats.khanh.sees('không được đồng ý');
    await chats.anh.says('/quantri');
    chats.anh.hears('Việc này do quản trị viên thực hiện.');
  });

  test('is refused by the database too, when the proposer decides', async () => {
    const { chats } = await startWithFake();
    await propose(chats);
    await expect(
      chats.query(sql`update directory_proposal set state = 'agreed', decided_at = proposed_at,
        decided_by = proposed_by`),
    ).rejects.toThrow('check constraint');
  });
});

test('nobody gives a role to himself, and a unit admin gives none that rules or of another unit', async () => {
  const { chats } = await startWithFake();
  const own = chats.voice(TRUONG);
  await page(chats, TRUONG, 'Cù Xuân Trường');
  expect(own.choices()).not.toContain('Thêm vai trò');
  await page(chats, TRUONG, 'Trần Đức Mạnh');
  await own.picks('Thêm vai trò');
  await own.says('UBND xã Thiên Lộc');
  own.hears('không thuộc đơn vị ông/bà quản trị');
  await own.says('UBND xã Quang Minh');
  await own.picks('Quản trị');
  own.hears('do quản trị viên của đơn vị thường trực Quy chế thực hiện');
  await own.picks('Đầu mối');
  await own.picks(/^Hôm nay/);
  own.hears('Đã giao thêm vai trò cho ông Trần Đức Mạnh');
});

test('name, title and form of address are corrected, and stand so at once', async () => {
  const { chats } = await startWithFake();
  await page(chats, 'bui-van-khanh', 'Trần Thị Lan');
  await chats.khanh.picks('Sửa thông tin');
  await chats.khanh.picks('Giữ nguyên: Trần Thị Lan');
  await chats.khanh.says('Phó Chánh Văn phòng');
  await chats.khanh.picks('Bà');
  chats.khanh.hears('Đã sửa thông tin của bà Trần Thị Lan');
  await chats.lan.says('/dulieu');
  chats.lan.hears('Chức vụ: Phó Chánh Văn phòng.');
});

test('a role lowered while a screen is open is lowered for the next press', async () => {
  const { chats } = await startWithFake();
  await fileRequest(chats);
  await chats.lan.picks('Tiếp nhận');
  await submitAnswer(chats.lan);
  const approve = chats.thai.button('Duyệt');
  await page(chats, 'bui-van-khanh', 'Nguyễn Văn Thái');
  await chats.khanh.picks('Thêm vai trò');
  await chats.khanh.says('xã Thiên Lộc');
  await chats.khanh.picks('Chuyên viên');
  await chats.khanh.picks(/^Hôm nay/);
  await page(chats, 'bui-van-khanh', 'Nguyễn Văn Thái');
  await chats.khanh.picks('Kết thúc vai trò');
  await chats.khanh.picks(/^Lãnh đạo, /);
  await chats.khanh.picks(/^Hôm qua/);
  await chats.thai.presses(approve);
  chats.thai.hears('Không tìm thấy đề nghị này');
  expect(await chats.query(sql`select 1 from fact where kind = 'approved'`)).toEqual([]);
});

test('a stopped account is answered one sentence, gets no notices, and works again when it is let in', async () => {
  const { chats } = await startWithFake();
  await page(chats, 'bui-van-khanh', 'Trần Thị Lan');
  await chats.khanh.picks(/^Khóa tài khoản · Telegram/);
  for (const words of ['/viec', 'xin chào', '/start ACDE-FGHJ-KMNP-QRTW']) {
    await chats.lan.says(words);
    expect(chats.lan.heard()).toEqual(['Tài khoản này hiện không được sử dụng hệ thống.']);
  }
  await fileRequest(chats);
  expect(
    await chats.query(sql`select 1 from outbox where person_id = (select id from person where key = 'tran-thi-lan')
    and state in ('queued', 'sent') and class > 0`),
  ).toEqual([]);
  await page(chats, 'bui-van-khanh', 'Trần Thị Lan');
  await chats.khanh.picks(/^Mở khóa tài khoản · Telegram/);
  await chats.lan.says('/viec');
  chats.lan.hears('Góp ý dự án');
});

describe('a person who leaves or moves', () => {
  const held = async (chats: Chats): Promise<string> => {
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.lan.picks('Phân công');
    await chats.lan.picks(/^Bạch Thị Yến/);
    chats.yen.sees(code);
    return code;
  };

  test('hands over: the head reads the open work with a button to each, and access ends the day after', async () => {
    const { chats } = await startWithFake();
    const code = await held(chats);
    await page(chats, 'bui-van-khanh', 'Bạch Thị Yến');
    await chats.khanh.picks('Kết thúc vai trò');
    await chats.khanh.picks(/^Chuyên viên, /);
    await chats.khanh.says('23/11/2026');
    chats.khanh.hears('ngày cuối 23/11/2026');
    chats.hung.sees('Việc cần phân công lại');
    await chats.hung.picks(code);
    chats.hung.hears('Góp ý dự án');
    await chats.yen.says(`/xem ${code}`);
    const button = chats.yen.button('Trả lời');
    await chats.time.to('2026-11-24 00:00');
    await chats.yen.presses(button);
    chats.yen.hears('không giữ vai trò nào');
    await chats.yen.says(code);
    chats.yen.hears('Đề nghị liên hệ quản trị viên của đơn vị.');
    await chats.time.to('2026-12-05 09:00');
    expect(
      await chats.query(sql`select 1 from outbox where class > 0 and created_at > '2026-11-23T17:00:00Z'
      and person_id = (select id from person where key = 'bach-thi-yen')`),
    ).toEqual([]);
    chats.lan.sees(/quá hạn/i);
  });

  test('into another unit: the old unit’s matter is closed to him, and its head gives it anew', async () => {
    const { chats } = await startWithFake();
    const code = await held(chats);
    await page(chats, 'bui-van-khanh', 'Bạch Thị Yến');
    await chats.khanh.picks('Chuyển đơn vị');
    await chats.khanh.says('xã Nội Bài');
    await chats.khanh.picks('Chuyên viên');
    await chats.khanh.picks(/^Hôm nay/);
    chats.khanh.hears('chuyển bà Bạch Thị Yến');
    chats.hung.sees('Việc cần phân công lại');
    await chats.yen.says(code);
    chats.yen.hears('Không tìm thấy đề nghị này');
    await chats.yen.says('/menu');
    chats.yen.hears('UBND xã Nội Bài');
  });
});

describe('an invitation of somebody who has an account on the channel', () => {
  const replaced = async (chats: Chats) => {
    await page(chats, 'bui-van-khanh', 'Trần Thị Lan');
    await chats.khanh.picks('Cấp mã mới');
    const code = codeIn(chats.khanh.hears('Mã mời của Trần Thị Lan'));
    const fresh = chats.stranger('Lan máy mới');
    await fresh.says(`/start ${code}`);
    fresh.hears('đang chờ quản trị viên xác nhận');
    await fresh.says('/viec');
    fresh.hears('đang chờ quản trị viên xác nhận');
    chats.lan.sees('đề nghị thay tài khoản này');
    return fresh;
  };

  test('replaces it once an administrator has confirmed, and until then the old one works', async () => {
    const { chats } = await startWithFake();
    const fresh = await replaced(chats);
    await chats.lan.says('/viec');
    chats.lan.hears('không có việc nào chờ');
    await chats.khanh.picks('Xác nhận');
    fresh.sees('tài khoản này được liên kết thay tài khoản cũ');
    await fresh.says('/viec');
    fresh.hears('không có việc nào chờ');
    await chats.lan.says('/viec');
    expect(chats.lan.heard()).toEqual([STRANGER]);
  });

  test('changes nothing when it is turned away', async () => {
    const { chats } = await startWithFake();
    const fresh = await replaced(chats);
    await chats.khanh.picks('Từ chối');
    await fresh.says('/viec');
    expect(fresh.heard()).toEqual([STRANGER]);
    await chats.lan.says('/viec');
    chats.lan.hears('không có việc nào chờ');
  });
});

test('who guesses is shut out for an hour after ten wrong codes, after a restart too, even with the right one', async () => {
  const { chats } = await startWithFake();
  await page(chats, 'bui-van-khanh', 'Trần Thị Lan');
  await chats.khanh.picks('Cấp mã mới');
  const right = codeIn(chats.khanh.hears('Mã mời của'));
  const guesser = chats.stranger('Người Lạ');
  for (let tries = 0; tries < 10; tries += 1) {
    await guesser.says('/start ACDE-FGHJ-KMNP-QRTW');
    guesser.hears('Mã không đúng.');
  }
  await chats.office.restart();
  await guesser.says(`/start ${right}`);
  guesser.hears('Đề nghị chờ một giờ rồi thử lại.');
  await chats.time.passes('61 minutes');
  await guesser.says(`/start ${right}`);
  guesser.hears('đang chờ quản trị viên xác nhận');
});

test('what is stored about a person is shown to him, and what he asks is answered within the law’s term', async () => {
  const { chats } = await startWithFake();
  await chats.lan.says('/dulieu');
  chats.lan.hears('Họ tên: Trần Thị Lan.');
  chats.lan.hears('Đầu mối, UBND xã Thiên Lộc');
  await chats.lan.picks('Yêu cầu sửa');
  await chats.lan.says('Chức vụ đúng là Phó Chánh Văn phòng.');
  chats.lan.hears('chậm nhất hết ngày 03/12/2026');
  chats.khanh.sees('hết ngày 03/12/2026');
  await chats.khanh.picks('Đã xử lý');
  await chats.khanh.says('Đã sửa chức vụ.');
  chats.khanh.hears('Đã ghi trả lời');
  chats.lan.sees('Trả lời của quản trị viên: Đã sửa chức vụ.');
  await chats.khanh.presses(chats.khanh.button('Đã xử lý'));
  chats.khanh.hears('đã được xử lý');
});

test('what is kept no longer is removed, and how much is written down', async () => {
  const { chats } = await startWithFake();
  const guesser = chats.stranger('Người Lạ');
  await guesser.says('/start ACDE-FGHJ-KMNP-QRTW');
  await chats.lan.says('/dulieu');
  await chats.lan.picks('Yêu cầu xóa');
  await chats.lan.says('Ảnh cũ.');
  await chats.khanh.picks('Đã xử lý');
  await chats.khanh.says('Đã xóa.');
  chats.clock.moveTo(chats.clock.now() + 366 * 86_400_000);
  await chats.office.first().jobs.retention({});
  expect(await chats.query(sql`select words, reply from data_request`)).toEqual([{ words: null, reply: null }]);
  expect(await chats.query(sql`select data from fact where kind = 'retention'`)).toEqual([
    { data: { codes: 0, wrongCodes: 1, dataRequests: 1, phones: 0 } },
  ]);
  await chats.office.first().jobs.retention({});
  expect(await chats.query(sql`select 1 from fact where kind = 'retention'`)).toHaveLength(1);
});

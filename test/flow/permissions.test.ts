/** Who sees nothing: strangers, other units, holders of foreign or forged tokens. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { ASKED, fileRequest } from '#test/support/story.ts';

const STRANGER = 'Đây là hệ thống nội bộ phục vụ công tác phối hợp. Nếu được cấp mã, đề nghị gửi: /start MÃ.';

describeOnProfiles(
  'a stranger',
  (start) => {
    test('gets one neutral sentence, whatever he writes', async () => {
      const chats = await start();
      const code = await fileRequest(chats);
      const stranger = chats.stranger('Người Lạ');
      for (const words of ['xin chào', '/viec', '/yeucau', `/xem ${code}`, code, '1', '/menu', '/quantri']) {
        await stranger.says(words);
        expect(stranger.heard()).toEqual([STRANGER]);
      }
      await stranger.sends({ name: 'anh.jpg', mime: 'image/jpeg', bytes: Buffer.from('x') });
      expect(stranger.heard()).toEqual([STRANGER]);
      expect(await chats.query(sql`select 1 from file`)).toEqual([]);
    });

    test('with a wrong code learns nothing from it', async () => {
      const chats = await start();
      const stranger = chats.stranger('Người Lạ');
      await stranger.says('/start ACDE-FGHJ-KMNP-QRTW');
      expect(stranger.heard()).toEqual(['Mã không đúng. Đề nghị kiểm tra lại mã được cấp.']);
    });
  },
  OPPOSITES,
);

describeOnProfiles(
  'an official of another unit',
  (start, on) => {
    test('finds a request neither by its code, nor in lists, nor by a token', async () => {
      const chats = await start();
      const { hien, lan } = chats;
      const code = await fileRequest(chats);
      const unknown = 'Không tìm thấy đề nghị này trong phạm vi ông/bà được xem.';
      await hien.says(`/xem ${code}`);
      hien.hears(unknown);
      await hien.says('/xem PH-2026-99999');
      hien.hears(unknown);
      await hien.says('/viec');
      hien.hears('không có việc nào chờ');
      await hien.says('/theodoi');
      hien.hears('chưa có đề nghị nào');
      if (on.hasButtons) {
        await hien.forges(lan.button('Xem').token);
        hien.hears('Nút này dành cho người khác.');
      }
      for (const text of hien.looks().map((look) => look.text)) expect(text).not.toContain(ASKED.subject);
    });

    test('does not read a draft answer of the unit before its leader has approved it', async () => {
      const chats = await start();
      const { anh, lan } = chats;
      const code = await fileRequest(chats);
      await lan.picks('Tiếp nhận');
      await lan.picks('Trả lời');
      await lan.picks('Không thống nhất');
      await lan.says('Ý kiến nội bộ chưa chốt.');
      await lan.picks('Trình duyệt');
      await anh.says(`/xem ${code}`);
      anh.hears('chờ duyệt');
      anh.hearsNo('nội bộ');
      anh.hearsNo('Không thống nhất');
      await anh.picks('Lịch sử');
      anh.hearsNo('nội bộ');
      anh.hearsNo('Không thống nhất');
    });
  },
  OPPOSITES,
);

test('an official of a section who holds the part reads what happened to it inside', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  const { lan, huy } = chats;
  await lan.picks('Tiếp nhận');
  await lan.picks('Phân công');
  await lan.picks(/^Nguyễn Quang Huy/);
  await huy.says(`/xem ${code}`);
  await huy.picks('Lịch sử');
  huy.hears('phân công');
});

test('an administrator sees no request, the auditor and the coordinator see it, and only the coordinator may gather it', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  await chats.khanh.says(`/xem ${code}`);
  chats.khanh.hears('Không tìm thấy');
  for (const watcher of [chats.son, chats.trung]) {
    await watcher.says(`/xem ${code}`);
    watcher.hears(ASKED.subject);
  }
  expect(chats.son.choices()).toEqual(['Cách tính thời hạn', 'Lịch sử', 'Phiếu yêu cầu']);
  // The coordinator may gather the opinions of any request.
  expect(chats.trung.choices()).toEqual([
    'Tổng hợp',
    'Cách tính thời hạn',
    'Lịch sử',
    'Dự thảo công văn',
    'Phiếu yêu cầu',
  ]);
});

test('nobody approves what he wrote himself, whatever he presses', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  const { lan, thai } = chats;
  await lan.picks('Tiếp nhận');
  await lan.picks('Trả lời');
  await lan.picks('Thống nhất');
  await lan.says('Thống nhất.');
  await lan.picks('Trình duyệt');
  const leaders = thai.button('Duyệt');
  await lan.says(`/xem ${code}`);
  expect(lan.choices()).not.toContain('Duyệt');
  await lan.forges(leaders.token);
  lan.hears('Nút này dành cho người khác.');
  expect(await chats.query(sql`select 1 from fact where kind = 'approved'`)).toEqual([]);
});

test('a person whose membership has ended sees nothing, and is told to whom to turn', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  await chats.lan.says(`/xem ${code}`);
  await chats.query(sql`update membership set valid_to = '2026-11-22'
    where person_id = (select id from person where key = 'tran-thi-lan')`);
  await chats.lan.picks('Tiếp nhận');
  chats.lan.hears('Ông/bà hiện không giữ vai trò nào trên hệ thống');
  await chats.lan.says(code);
  chats.lan.hears('Đề nghị liên hệ quản trị viên của đơn vị.');
  expect(chats.lan.heard()).toHaveLength(1);
});

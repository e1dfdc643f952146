/** The acts of DESIGN 4 beyond receiving and answering, each as the two sides live it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { codeIn, fileRequest, submitAnswer } from '#test/support/story.ts';

describeOnProfiles('a return for completion', (start) => {
  test('stops the clock, is asked for once, and gives back exactly the working days it took', async () => {
    const chats = await start();
    const { anh, lan } = chats;
    const code = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    lan.hears('Hạn trả lời: hết ngày 03/12/2026');
    await lan.picks('Đề nghị bổ sung');
    await lan.says('Thiếu bản vẽ tổng mặt bằng.');
    lan.hears(`Đã đề nghị bổ sung ${code}`);
    anh.hears('Cần bổ sung: Thiếu bản vẽ tổng mặt bằng.');

    // Monday, Wednesday, Thursday: the holiday of 24/11 is no working day.
    await chats.time.to('2026-11-27 09:00');
    await anh.says(code);
    anh.hears('chờ bổ sung');
    await anh.picks('Bổ sung');
    await anh.says('Gửi kèm bản vẽ.');
    await anh.picks('Xong, không có tệp');
    anh.hears('hạn trả lời: hết ngày 08/12/2026');
    expect(lan.hears(`đã bổ sung ${code}`)).toContain('Hạn trả lời: hết ngày 08/12/2026');

    await lan.says(code);
    expect(lan.choices()).not.toContain('Đề nghị bổ sung');
    await lan.picks('Cách tính thời hạn');
    lan.hears('Hạn: hết ngày 08/12/2026');
    lan.hears('Tạm dừng từ');
    const spans = await chats.query(sql`select missing, completion, asked_by <> completed_by as two from pause`);
    expect(spans).toEqual([{ missing: 'Thiếu bản vẽ tổng mặt bằng.', completion: 'Gửi kèm bản vẽ.', two: true }]);
  });
});

describeOnProfiles('an extension', (start) => {
  test('is asked by one person, decided by another of the asking side, and moves date and reminders at once', async () => {
    const chats = await start();
    const { anh, lan, dung } = chats;
    const code = await fileRequest(chats);
    await lan.picks('Tiếp nhận');
    await lan.picks('Đề nghị gia hạn');
    await lan.says('05/12/2026');
    lan.hears('05/12/2026 là ngày nghỉ. Ngày làm việc tiếp theo là 07/12/2026');
    await lan.says('1/12/2026');
    lan.hears('phải sau hạn hiện nay');
    await lan.says('khi nào xong');
    lan.hears('Ví dụ: 15/12/2026');
    await lan.says('thêm 3 ngày làm việc');
    await lan.says('Chờ số liệu của các phòng.');
    lan.hears(`Đã đề nghị gia hạn ${code} đến hết ngày 08/12/2026`);
    dung.hears('Lý do: Chờ số liệu của các phòng.');

    await lan.says(code);
    expect(lan.choices()).not.toContain('Đồng ý gia hạn');
    const before = await chats.query(sql`select at from due where kind = 'remind'`);
    await anh.picks('Đồng ý gia hạn');
    anh.hears('Hạn trả lời mới: hết ngày 08/12/2026');
    lan.hears('Hạn trả lời mới: hết ngày 08/12/2026');
    expect(await chats.query(sql`select at from due where kind = 'remind'`)).not.toEqual(before);

    await lan.says(code);
    expect(lan.choices()).not.toContain('Đề nghị gia hạn');
  });
});

test('who asked for an extension cannot decide on it, in the chat or past it', async () => {
  const { chats } = await startWithFake();
  const { lan, anh } = chats;
  await fileRequest(chats);
  await lan.picks('Tiếp nhận');
  await lan.picks('Đề nghị gia hạn');
  await lan.says('8/12/2026');
  await lan.says('Chờ số liệu.');
  await lan.forges(anh.button('Đồng ý gia hạn').token);
  lan.hears('Nút này dành cho người khác.');
  await expect(
    chats.query(sql`update extension set state = 'agreed', decided_by = asked_by, decided_at = now()`),
  ).rejects.toThrow(/extension_check/);
});

describeOnProfiles(
  'a hand-over',
  (start) => {
    test('gives the other unit terms of its own; the third waits for the leader of the asking unit', async () => {
      const chats = await start();
      const { anh, lan, hien, ha, thinh } = chats;
      const code = await fileRequest(chats);
      const handTo = async (who: typeof lan, unit: string) => {
        await who.picks('Chuyển đơn vị khác');
        await who.says(unit);
        await who.says('Không thuộc địa bàn.');
      };
      await handTo(lan, 'xã Đông Anh');
      lan.hears(`Đã chuyển ${code} tới UBND xã Đông Anh`);
      anh.hears(`đã chuyển ${code} tới UBND xã Đông Anh`);
      const desks = await chats.query<{ key: string }>(sql`
        select distinct p.key from membership m join person p on p.id = m.person_id join unit u on u.id = m.unit_id
        where u.code = 'xa-dong-anh' and m.role = 'focal'`);
      const second = chats.voice(desks[0]?.key ?? '');
      second.hears(`gửi đề nghị phối hợp ${code}`);
      await handTo(second, 'Phòng Cảnh sát phòng cháy');
      ha.hears(`gửi đề nghị phối hợp ${code}`);
      await ha.says(code);
      await handTo(ha, 'xã Phúc Thịnh');
      ha.hears('cần lãnh đạo đơn vị chủ trì quyết định');
      expect(anh.choices()).not.toContain('Đồng ý chuyển');
      thinh.hears('Lãnh đạo đơn vị chủ trì quyết định.');
      await thinh.picks('Không đồng ý chuyển');
      ha.hears(`không đồng ý chuyển ${code}`);
      await ha.picks('Tiếp nhận');
      ha.hears(`Đã tiếp nhận ${code}`);
      hien.hearsNothing();
      const parts = await chats.query(sql`select state, hand_count from part order by ordinal`);
      expect(parts.slice(-3)).toEqual([
        { state: 'handed_on', hand_count: 0 },
        { state: 'handed_on', hand_count: 1 },
        { state: 'accepted', hand_count: 2 },
      ]);
    });
  },
  OPPOSITES,
);

describeOnProfiles(
  'urging',
  (start) => {
    test('opens one working day before the date, once a day, and is repeated until Đã nhận', async () => {
      const chats = await start();
      const { anh, lan, thai } = chats;
      const code = await fileRequest(chats);
      await lan.picks('Tiếp nhận');
      await anh.says(code);
      expect(anh.choices()).not.toContain('Đôn đốc');
      await chats.time.to('2026-12-02 08:30');
      await anh.says(code);
      await anh.picks('Đôn đốc');
      anh.hears('Thông báo được nhắc lại đến khi bên nhận bấm Đã nhận');
      lan.hears(`đôn đốc UBND xã Thiên Lộc về ${code}`);
      thai.hears(`đôn đốc UBND xã Thiên Lộc về ${code}`);
      await anh.says(code);
      expect(anh.choices()).not.toContain('Đôn đốc');

      await lan.picks('Đã nhận');
      await chats.time.to('2026-12-02 17:00');
      thai.hears('Nhắc việc');
      lan.hearsNo('Nhắc việc');
    });
  },
  OPPOSITES,
);

test('a changed urgency counts from the change, and only a chief may raise it to thượng khẩn', async () => {
  const { chats } = await startWithFake();
  const { anh, lan, dung } = chats;
  const code = await fileRequest(chats);
  await lan.picks('Tiếp nhận');
  await anh.says(code);
  await anh.picks('Đổi mức độ khẩn');
  await anh.picks('Thượng khẩn');
  await anh.says('Cần gấp.');
  anh.hears('do trưởng phòng hoặc lãnh đạo gửi');
  await chats.time.to('2026-11-25 09:00');
  await dung.says(code);
  await dung.picks('Đổi mức độ khẩn');
  await dung.picks('Khẩn');
  await dung.says('Theo yêu cầu của Thành phố.');
  expect(lan.hears(`đổi mức độ của ${code} thành khẩn`)).toContain('Hạn trả lời: hết ngày 30/11/2026');
  await lan.says(code);
  await lan.picks('Cách tính thời hạn');
  lan.hears('Nâng mức độ khẩn: ngày 25/11/2026');
});

test('an added unit is asked now, and a dropped one owes nothing any more', async () => {
  const { chats } = await startWithFake();
  const { anh, lan, ha } = chats;
  const code = await fileRequest(chats);
  await anh.says(code);
  await anh.picks('Thêm đơn vị phối hợp');
  await anh.says('xã Thiên Lộc');
  anh.hears('đã có phần việc trong đề nghị này');
  await anh.says(code);
  await anh.picks('Thêm đơn vị phối hợp');
  await anh.says('Phòng Cảnh sát phòng cháy');
  anh.hears(`vào ${code}`);
  ha.hears(`gửi đề nghị phối hợp ${code}`);
  await anh.says(code);
  await anh.picks(/^Thôi đề nghị đơn vị này · UBND xã Thiên Lộc/);
  await anh.says('Không thuộc địa bàn.');
  lan.hears('đơn vị không phải trả lời nữa');
  await lan.says('/viec');
  lan.hears('không có việc nào chờ');
});

test('a contested answer stands until the new one is approved, and both are kept', async () => {
  const { chats } = await startWithFake();
  const { anh, lan, thai } = chats;
  const code = await fileRequest(chats);
  await lan.picks('Tiếp nhận');
  await submitAnswer(lan, 'Thống nhất', 'Thống nhất.');
  await thai.picks('Duyệt');
  await anh.picks('Đề nghị trả lời lại');
  await anh.says('Chưa nêu căn cứ.');
  lan.hears('Lý do: Chưa nêu căn cứ.');
  await anh.says(code);
  anh.hears('Ý kiến: Thống nhất');
  await lan.says(code);
  await submitAnswer(lan, 'Không thống nhất', 'Vướng quy hoạch.');
  await thai.picks('Duyệt');
  anh.hears('Vướng quy hoạch.');
  const answers = await chats.query(sql`select state, words from answer order by id`);
  expect(answers).toEqual([
    { state: 'replaced', words: 'Thống nhất.' },
    { state: 'valid', words: 'Vướng quy hoạch.' },
  ]);
});

test('an answer in the place of another leaves the old one valid until it is approved', async () => {
  const { chats } = await startWithFake();
  const { anh, lan, thai } = chats;
  const code = await fileRequest(chats);
  await lan.picks('Tiếp nhận');
  await submitAnswer(lan, 'Thống nhất', 'Thống nhất.');
  await thai.picks('Duyệt');
  await lan.says(code);
  await lan.picks('Trả lời thay thế');
  await lan.picks('Không thống nhất');
  await lan.says('Đính chính.');
  await lan.picks('Trình duyệt');
  await anh.says(code);
  anh.hears('Ý kiến: Thống nhất');
  anh.hearsNo('Đính chính');
  await thai.picks('Duyệt');
  anh.hears('Đính chính.');
});

describeOnProfiles(
  'a synthesis',
  (start) => {
    test('leaves a silent unit out only with a reason, names each position, and the reopened request keeps its old result', async () => {
      const chats = await start();
      const { anh, lan, thai, dung } = chats;
      const code = await fileRequest(chats);
      await anh.says(code);
      await anh.picks('Thêm đơn vị phối hợp');
      await anh.says('Phòng Cảnh sát phòng cháy');
      await lan.picks('Tiếp nhận');
      await submitAnswer(lan, 'Thống nhất', 'Thống nhất.');
      await thai.picks('Duyệt');
      await chats.time.to('2026-12-21 09:00');
      await anh.says(code);
      await anh.picks('Tổng hợp');
      anh.hears('Còn 1 đơn vị chưa trả lời');
      await anh.says('Đã quá hạn, đã đôn đốc.');
      anh.hears('Bảng ý kiến (2 đơn vị)');
      await anh.says('Một ý kiến thống nhất.');
      anh.hears(`Đã tổng hợp ${code}`);
      chats.ha.hears('không chờ trả lời của đơn vị');
      await dung.says(code);
      await dung.picks('Kết thúc');
      await dung.says('Kết quả lần một.');
      await anh.says(code);
      await anh.picks('Mở lại');
      await anh.picks('UBND xã Thiên Lộc');
      await anh.says('Có hồ sơ mới.');
      anh.hears(`Đã mở lại ${code}`);
      lan.hears('Lý do: Có hồ sơ mới.');
      await lan.says('/viec');
      lan.hears('Hạn trả lời: hết ngày 30/12/2026');
      await anh.says(code);
      await anh.picks('Lịch sử');
      anh.hears('kết quả: Kết quả lần một.');
      anh.hears('chờ tiếp nhận → không trả lời');
    });
  },
  OPPOSITES,
);

describeOnProfiles(
  'a request to many units',
  (start) => {
    test('has one button a unit on its card, which leads to the acts on that part', async () => {
      const chats = await start();
      const { anh, lan } = chats;
      await anh.says('/yeucau');
      await anh.says('Báo cáo tình hình lao động');
      await anh.picks('Không thuộc một khu cụ thể');
      await anh.picks('Quản lý nhà nước về đầu tư');
      await anh.says('xã Thiên Lộc, xã Đông Anh, xã Phúc Thịnh, xã Quang Minh, xã Yên Xuân');
      await anh.picks('Cung cấp thông tin');
      await anh.picks(/^Thường /);
      await anh.picks('Không có tệp');
      await anh.picks('Gửi');
      const code = codeIn(anh.hears('Đã gửi đề nghị'));
      await chats.time.passes('31 seconds');
      await anh.says(code);
      expect(anh.choices().filter((label) => label.startsWith('UBND xã'))).toHaveLength(5);
      expect(anh.choices().length).toBeLessThan(18);
      await anh.picks('UBND xã Thiên Lộc');
      await anh.picks('Thôi đề nghị đơn vị này');
      await anh.says('Đã có số liệu.');
      lan.hears('đơn vị không phải trả lời nữa');
    });
  },
  OPPOSITES,
);

test('a withdrawn request is over for all, and a wait for a completion that is too long cancels the part', async () => {
  const { chats } = await startWithFake();
  const { anh, lan, thai } = chats;
  const first = await fileRequest(chats);
  await anh.says(first);
  await anh.picks('Rút đề nghị');
  await anh.says('Không còn cần.');
  lan.hears(`đã rút ${first}`);
  await lan.picks('Tiếp nhận');
  lan.hears('đã rút, không thực hiện được việc này');

  const second = await fileRequest(chats);
  await lan.picks('Đề nghị bổ sung');
  await lan.sends({ name: 'thieu.pdf', mime: 'application/pdf', bytes: Buffer.from('x') }, 'Thiếu bản vẽ.');
  lan.hears('Bước này không nhận tệp');
  await lan.says('Thiếu hồ sơ.');
  await chats.time.to('2027-03-01 09:00');
  thai.hears(`trong ${second} đã hủy vì chờ bổ sung quá thời gian cho phép`);
  anh.hears(`trong ${second} đã hủy vì chờ bổ sung quá thời gian cho phép`);
});

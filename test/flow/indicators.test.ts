/** ST4, LA3: the figures of the article load and are answered in their own words; nothing is mixed, added or invented. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';

/** Names of the sources. */
const OWN = ['Hànộimới', 'smoney', 'vn'];

describeOnProfiles('indicators', (start) => {
  test('are answered as their source states them, by name and period, typed or picked', async () => {
    const { lan } = await start({ ownWords: OWN });
    await lan.says('/chitieu thu hút đầu tư 6 tháng đầu năm 2022');
    lan.hears('Dự kiến thu hút đầu tư 6 tháng đầu năm 2022: 100 triệu USD, đạt 25% kế hoạch, bằng 45% so với cùng kỳ');
    lan.hears('Tính từ kế hoạch khoảng 400 triệu USD: 25% (nguồn ghi 25%).');
    lan.hears('Tỷ lệ ghi theo nguồn');
    await lan.says('/chitieu');
    await lan.picks('Thu hút đầu tư');
    lan.hears('Kế hoạch thu hút đầu tư năm 2022: khoảng 400 triệu USD, tăng 28,8% so với năm trước');
  });
});

test('two currencies stay two, a range stays a range, an unclear period says so, other numbers are as officials write them', async () => {
  const { chats } = await startWithFake(undefined, { ownWords: OWN });
  const { lan } = chats;
  await lan.says('/chitieu tổng thu hút đầu tư');
  lan.hears('81 triệu USD (quy đổi)');
  lan.hears('không cộng');
  lan.hears('450 tỷ đồng');
  await lan.says('/chitieu hoàn thành thủ tục');
  lan.hears('2–3 khu, cụm công nghiệp');
  await lan.says('/chitieu doanh thu');
  lan.hears('4.869 triệu USD');
  expect(lan.hears('8.200 triệu USD')).toContain('chưa rõ kỳ');
  await lan.says('/chitieu nộp ngân sách');
  lan.hears('238,5 triệu USD');
  await lan.says('/chitieu nop ngan sach 2021');
  lan.hears('Chưa có số liệu của kỳ được hỏi.');
  await lan.says('số liệu nộp ngân sách năm 2022 là bao nhiêu');
  lan.hears('238,5 triệu USD');
  await lan.says('/chitieu không có thật');
  lan.hears('Chưa có chỉ tiêu phù hợp');
});

test('whoever may enters and corrects by form; the old value and its reason stay; like periods make a trend', async () => {
  const { chats } = await startWithFake(undefined, { ownWords: [...OWN, 'BQL'] });
  const { lan, trung } = chats;
  const enter = async (period: string, value: string): Promise<void> => {
    await trung.says('/chitieu');
    await trung.picks('Nhập chỉ tiêu');
    await trung.says('Giải ngân vốn FDI');
    await trung.picks('Thực hiện');
    await trung.says(period);
    await trung.says(value);
  };
  await enter('6 tháng đầu năm 2025', 'nhiều');
  trung.hears('Chưa đọc được giá trị. Đề nghị ghi như: 1.234,5 hoặc 2–3 hoặc khoảng 400.');
  await trung.says('khoảng 1.200,5');
  await trung.picks('triệu USD');
  await trung.picks('Chung các khu');
  await trung.says('25%');
  trung.hears('Chưa đọc được tỷ lệ.');
  await trung.says('đạt 25% kế hoạch, bằng 45% so với cùng kỳ');
  await trung.says('Báo cáo 12/BC-BQL');
  trung.hears(
    'Giải ngân vốn FDI 6 tháng đầu năm 2025: khoảng 1.200,5 triệu USD, đạt 25% kế hoạch, bằng 45% so với cùng kỳ',
  );
  await trung.picks('Lưu');
  trung.hears('Đã lưu số liệu.');
  // The same value again is a correction, and is said to be one.
  await enter('6 tháng đầu năm 2025', '1.300');
  await trung.picks('triệu USD');
  await trung.picks('Chung các khu');
  trung.hears('Chỉ tiêu này đã có số liệu của kỳ đó.');
  await trung.says('/huy');
  await enter('6 tháng đầu năm 2026', '1.440');
  await trung.picks('triệu USD');
  await trung.picks('Chung các khu');
  await trung.picks('Không ghi');
  await trung.says('Báo cáo 15/BC-BQL');
  await trung.picks('Lưu');
  await trung.picks('Quay lại chỉ tiêu');
  await trung.picks('Đính chính');
  await trung.picks('Thực hiện 6 tháng đầu năm 2025: khoảng 1.200,5 triệu USD');
  await trung.picks('Giá trị, tỷ lệ, nguồn');
  await trung.says('1.200');
  await trung.picks('Không ghi');
  await trung.picks('Giữ nguồn cũ');
  await trung.says('Nguồn ghi nhầm');
  await trung.picks('Lưu');
  trung.hears('Đã đính chính; số cũ được giữ trong lịch sử.');
  await lan.says('/chitieu giải ngân');
  expect(lan.hears('1.200 triệu USD')).not.toContain('1.200,5');
  await lan.picks('Lịch sử đính chính');
  lan.hears('Trước đó: khoảng 1.200,5 triệu USD');
  lan.hears('lý do: Nguồn ghi nhầm.');
  await lan.picks('Quay lại chỉ tiêu');
  await lan.picks('Biểu đồ xu hướng');
  lan.hears('Chung các khu; đơn vị tính: triệu USD; 6 tháng đầu năm 2025 đến 6 tháng đầu năm 2026.');
  lan.hears('6 tháng đầu năm 2026: thực hiện 1.440 (tăng 20%)');
  const [picture] = await chats.query(
    sql<{ mime: string }>`select mime from file where name = 'xu-huong-giai-ngan-von-fdi.png'`,
  );
  expect(picture?.mime).toBe('image/png');
  // An official of a commune reads and enters nothing.
  await lan.says('/chitieu');
  expect(lan.choices()).not.toContain('Nhập chỉ tiêu');
});

/** A value of 2025, as far as its zone; and what comes after a question about it. */
const entering = ({ trung, time }: Pick<Chats, 'trung' | 'time'>) => ({
  enter: async (name: string, place: string): Promise<void> => {
    // One person writes only so much in a minute.
    await time.passes('2 minutes');
    await trung.says('/chitieu');
    await trung.picks('Nhập chỉ tiêu');
    await trung.says(name);
    await trung.picks('Thực hiện');
    await trung.says('năm 2025');
    await trung.says('1.300');
    await trung.picks('triệu USD');
    await trung.picks(place);
  },
  save: async (): Promise<void> => {
    await trung.picks('Không ghi');
    await trung.says('Báo cáo 12/BC-BQL');
    await trung.picks('Lưu');
  },
  correct: async (value: string, what: string): Promise<void> => {
    await time.passes('1 minute');
    await trung.says('/chitieu vốn giải ngân');
    await trung.picks('Đính chính');
    await trung.picks(value);
    await trung.picks(what);
  },
});

describeOnProfiles('an indicator entered for the wrong zone', (start) => {
  test('gets its own, or is withdrawn, with a reason; what it was can be read, and the place it took is free', async () => {
    const chats = await start({ ownWords: [...OWN, 'BQL'] });
    const { lan, trung } = chats;
    const { enter, save, correct } = entering(chats);
    await enter('Vốn giải ngân', 'KCN Thăng Long');
    await save();
    await correct('Thực hiện năm 2025, KCN Thăng Long: 1.300 triệu USD', 'Khu công nghiệp');
    await trung.picks('KCN Thăng Long');
    trung.hears('Số liệu hiện nay đã ghi như vậy.');
    await trung.picks('KCN Nội Bài');
    await trung.says('Nhập nhầm khu');
    trung.hears('Vốn giải ngân (KCN Nội Bài) năm 2025: 1.300 triệu USD');
    await trung.picks('Lưu');
    trung.hears('Đã đính chính; số cũ được giữ trong lịch sử.');
    await lan.says('/chitieu vốn giải ngân');
    expect(lan.choices()).not.toContain('Đính chính');
    await lan.picks('Lịch sử đính chính');
    lan.hears('Trước đó: 1.300 triệu USD, KCN Thăng Long (nhập');
    lan.hears('lý do: Nhập nhầm khu.');
    await enter('Vốn giải ngân', 'KCN Nội Bài');
    trung.hears('Chỉ tiêu này đã có số liệu của kỳ đó.');
    await trung.picks('KCN Thăng Long');
    await save();
    trung.hears('Đã lưu số liệu.');
    await correct('Thực hiện năm 2025, KCN Thăng Long: 1.300 triệu USD', 'Rút số liệu này');
    await trung.says('Không có văn bản');
    trung.hears('Số liệu sau sẽ được rút:');
    await trung.picks('Rút số liệu');
    trung.hears('Đã rút số liệu;');
    await trung.picks('Số liệu đã rút');
    trung.hears('Thực hiện năm 2025, KCN Thăng Long: 1.300 triệu USD (Vốn giải ngân). Rút');
    trung.hears('Lý do: Không có văn bản.');
    await lan.says('/chitieu vốn giải ngân');
    expect(lan.hears('1.300 triệu USD')).not.toContain('Thăng Long');
  });
});

test('kind, unit, period and name are corrected too, never into what another value is, and each stays in the history', async () => {
  const { chats } = await startWithFake(undefined, { ownWords: [...OWN, 'BQL'] });
  const { lan, trung } = chats;
  const { enter, save, correct } = entering(chats);
  await enter('Vốn giải ngân', 'KCN Thăng Long');
  await save();
  await enter('Vốn giải ngân', 'KCN Nội Bài');
  await save();
  await correct('Thực hiện năm 2025, KCN Thăng Long: 1.300 triệu USD', 'Khu công nghiệp');
  await trung.picks('KCN Nội Bài');
  trung.hears('Chỉ tiêu này đã có số liệu của kỳ đó.');
  await trung.says('/huy');
  for (const [value, what, answer] of [
    ['Thực hiện năm 2025, KCN Nội Bài: 1.300 triệu USD', 'Loại số liệu', 'Kế hoạch'],
    ['Kế hoạch năm 2025, KCN Nội Bài: 1.300 triệu USD', 'Đơn vị tính', 'tỷ đồng'],
    ['Kế hoạch năm 2025, KCN Nội Bài: 1.300 tỷ đồng', 'Kỳ', 'năm 2026'],
    ['Kế hoạch năm 2026, KCN Nội Bài: 1.300 tỷ đồng', 'Tên chỉ tiêu', 'Vốn đăng ký'],
  ] as const) {
    await correct(value, what);
    await trung.says(answer);
    await trung.says(`Sai ${what}`);
    await trung.picks('Lưu');
  }
  await trung.picks('Quay lại chỉ tiêu');
  trung.hears('Kế hoạch vốn đăng ký (KCN Nội Bài) năm 2026: 1.300 tỷ đồng');
  // Named in full it comes first; of several each can be looked at.
  await lan.says('/chitieu vốn đăng ký');
  expect(lan.heard().at(-1)).toMatch(/^Kế hoạch vốn đăng ký/);
  await lan.picks('Vốn đăng ký');
  await lan.picks('Lịch sử đính chính');
  lan.hears('Trước đó: 1.300 tỷ đồng, tên "Vốn giải ngân"');
  lan.hears('Trước đó: 1.300 tỷ đồng, năm 2025');
  lan.hears('Trước đó: 1.300 triệu USD (nhập');
  lan.hears('Trước đó: 1.300 triệu USD, thực hiện (nhập');
  lan.hears('lý do: Sai Loại số liệu.');
  // Whoever lost the right meanwhile, with the form open, saves nothing.
  await correct('Thực hiện năm 2025, KCN Thăng Long: 1.300 triệu USD', 'Rút số liệu này');
  await chats.query(sql`update membership set valid_to = '2026-11-22' where person_id =
    (select id from person where key = 'le-duc-trung')`);
  await trung.says('Không có văn bản');
  const [kept] = await chats.query(sql<{ n: number }>`select count(*)::int as n from indicator_value where withdrawn`);
  expect(kept?.n).toBe(0);
});

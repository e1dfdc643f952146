/** ST4, LA3: the figures of the article load and are answered in their own words; nothing is mixed, added or invented. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
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
  lan.hears('Lý do đính chính: Nguồn ghi nhầm.');
  await lan.picks('Quay lại chỉ tiêu');
  await lan.picks('Biểu đồ xu hướng');
  lan.hears('6 tháng đầu năm 2026: thực hiện 1.440 (tăng 20%)');
  const [picture] = await chats.query(
    sql<{ mime: string }>`select mime from file where name = 'xu-huong-giai-ngan-von-fdi.png'`,
  );
  expect(picture?.mime).toBe('image/png');
  // An official of a commune reads and enters nothing.
  await lan.says('/chitieu');
  expect(lan.choices()).not.toContain('Nhập chỉ tiêu');
});

/** ST4, LA3: the figures of the article load and are answered in their own words; nothing is mixed, added or invented. */
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
  await lan.says('số liệu nộp ngân sách năm 2022 là bao nhiêu');
  lan.hears('238,5 triệu USD');
  await lan.says('/chitieu không có thật');
  lan.hears('Chưa có chỉ tiêu phù hợp');
});

/** How much longer an extension is asked for. */
import { expect, test } from 'vitest';
import { furtherIn } from '#reading/further.ts';

test.each([
  ['thêm 3 ngày làm việc', { amount: 3, unit: 'working_day' }],
  ['them 3 ngay lam viec', { amount: 3, unit: 'working_day' }],
  ['5 nlv', { amount: 5, unit: 'working_day' }],
  ['gia hạn PH-2026-00042 thêm năm ngày vì chờ số liệu', { amount: 5, unit: 'calendar_day' }],
  ['xin gia hạn thêm 2 tuần', { amount: 14, unit: 'calendar_day' }],
])('“%s”', (text, term) => {
  expect(furtherIn(text)).toEqual(term);
});

test.each(['đến 15/12/2026', 'thứ Sáu tuần sau', 'thêm người', 'quá hạn 3 ngày', 'thêm 0 ngày', 'thêm 9000 ngày', ''])(
  'no length in “%s”',
  (text) => {
    expect(furtherIn(text)).toBeNull();
  },
);

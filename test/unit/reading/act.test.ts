/** Acts ordered in words beside a code, the reason and the person that are said with them. */
import { describe, expect, test } from 'vitest';
import { actIn, assigneeIn, reasonIn } from '#reading/act.ts';
import { withWholeCode } from '#reading/short-code.ts';

const CODE = 'PH-2026-00042';

describe('an act', () => {
  test.each([
    [`tiếp nhận ${CODE}`, 'receive'],
    [`${CODE}: tiếp nhận`, 'receive'],
    [`đã tiếp nhận ${CODE}`, 'receive'],
    [`Tôi xin gia hạn ${CODE} thêm 2 ngày`, 'ask_extension'],
    [`đồng ý gia hạn ${CODE}`, 'agree_extension'],
    [`khong dong y gia han ${CODE}`, 'refuse_extension'],
    [`duyệt ${CODE}`, 'approve'],
    [`phan cong ${CODE} cho chi Yen`, 'assign'],
    [`đôn đốc ${CODE}`, 'urge'],
    [`rút đề nghị ${CODE} vì gửi nhầm`, 'withdraw'],
    [`trả lời ${CODE}: không thống nhất`, 'answer'],
    [`trả lại dự thảo ${CODE}`, 'return_draft'],
  ])('“%s” → %s', (text, act) => {
    expect(actIn(text)).toBe(act);
  });

  test.each([
    `ai duyệt ${CODE}`,
    `duyệt ${CODE} chưa`,
    `đã đôn đốc ${CODE} chưa?`,
    `chưa tiếp nhận ${CODE}`,
    `${CODE} đã được đồng ý gia hạn`,
    `xem ${CODE}`,
    `không duyệt ${CODE}`,
    `đã duyệt ${CODE}`,
    `đừng tiếp nhận ${CODE}`,
    `khoan duyệt ${CODE}`,
  ])('is not ordered by “%s”', (text) => {
    expect(actIn(text)).toBeNull();
  });
});

test.each([
  [`gia hạn ${CODE} thêm 3 ngày làm việc vì chờ số liệu`, 'chờ số liệu'],
  [`gia hạn ${CODE} thêm 3 ngày, lý do: đơn vị chưa có số liệu.`, 'đơn vị chưa có số liệu'],
  [`xin gia han ${CODE} them 3 ngay vi cho so lieu`, 'cho so lieu'],
  [`gia han ${CODE} cho don vi them 3 ngay`, null],
  [`gia hạn ${CODE} thêm 3 ngày`, null],
  [`de nghi gia han do do ${CODE}`, null],
])('the reason in “%s” is %s', (text, reason) => {
  expect(reasonIn(text)).toBe(reason);
});

test.each([
  [`giao ${CODE} cho chị Yến`, 'chị Yến'],
  [`phân công cho anh Hùng ${CODE}`, 'anh Hùng'],
  [`phân công ${CODE}`, null],
])('whom “%s” names is %s', (text, name) => {
  expect(assigneeIn(text)).toBe(name);
});

test('S9: no line of words of acts takes long, however it goes on', () => {
  for (const words of ['mo lai ', 'giao viec ', 'xin ', 'de nghi xin ', 'tra lai du thao ', 'vi ', 'cho ']) {
    const line = words.repeat(4_096 / words.length);
    const since = performance.now();
    for (const read of [actIn, reasonIn, assigneeIn, (text: string) => withWholeCode(text, '2026')]) read(line);
    expect(performance.now() - since).toBeLessThan(50);
  }
});

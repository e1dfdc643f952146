/** GR7, GR8: a plan, the yearly limit, its exception, the decision, the year's list. */
import { expect, test } from 'vitest';
import { describeOnProfiles } from '#test/support/profiles.ts';
import { decideTeam, fillPlan, planTeam } from '#test/support/team.ts';

describeOnProfiles('a plan of an inspection team', (start) => {
  test('a second one in the year stops with number, date and unit, and goes on only by another leader on a ground', async () => {
    const chats = await start();
    await chats.anh.says('/doan');
    expect(chats.anh.choices()).not.toContain('Lập kế hoạch đoàn');

    const code = await planTeam(chats.trung);
    chats.thinh.hears(code);
    await decideTeam(chats, code);
    chats.dung.sees('Trưởng đoàn');
    chats.lan.sees('vai trò: Thành viên');

    // Another content, another unit: the limit is the enterprise's.
    await fillPlan(chats.hang, { topics: 'môi trường', first: '07/12/2026', last: '07/12/2026' });
    chats.hang.hears('Quyết định số 125/QĐ-BQL ngày 23/11/2026');
    chats.hang.hears('Ban Quản lý');
    expect(chats.hang.choices()).not.toContain('Lưu kế hoạch');
    await chats.hang.picks('Nêu căn cứ ngoại lệ');
    await chats.hang.says('Có phản ánh xả thải ra kênh ngày 20/11/2026, ảnh kèm theo.');
    await chats.hang.says('45/BC-BQL');
    chats.hang.hears('Căn cứ ngoại lệ');
    await chats.hang.picks('Lưu kế hoạch');
    const [, second = ''] = /(DKT-2026-\d+)/.exec(chats.hang.hears('đã được đưa vào kế hoạch')) ?? [];

    await chats.hang.says('/doan');
    await chats.hang.picks(second);
    await chats.hang.picks('Ban hành quyết định');
    await chats.hang.says('130/QĐ-BQL');
    await chats.hang.says('23/11/2026');
    await chats.hang.says('Đỗ Thị Thu Hằng, Phó Trưởng ban');
    chats.hang.hears('không do người lập kế hoạch cho phép');
    await decideTeam(chats, second, '131/QĐ-BQL');
    await chats.thinh.picks('Lịch sử');
    expect(chats.thinh.heard().join('\n')).toMatch(/ngoại lệ: Có phản ánh.*45\/BC-BQL/);

    await chats.yen.says('/doan');
    await chats.yen.picks('Kế hoạch năm 2026');
    chats.yen.hears('2 cuộc');
    chats.yen.hears('Lúa Vàng');
  });
});

/** CH2: in a group the bot answers only when it is meant, where it was asked, and each person for himself. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { MENTION } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import type { Chats } from '#test/support/chat.ts';
import { startChats, startTelegram } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

const PLACES = [
  ['a fake platform', () => startChats(BUTTONS_AND_EDITS)],
  ['Telegram', () => startTelegram()],
] as const satisfies readonly (readonly [string, () => Promise<Chats>])[];

describe.each(PLACES)('in a group on %s', (_name, start) => {
  test('the bot keeps silent until it is meant: by a command, its name, or a reply to it', async () => {
    const chats = await start();
    const { place } = chats.group('Tổ công tác');
    const anh = chats.anh.in(place);
    await anh.says('Chiều nay họp nhé');
    anh.hearsNothing();
    await anh.says('/menu');
    anh.hears('Ông/bà chọn việc');
    await anh.says(`${MENTION} trợ giúp`);
    anh.hears('Hướng dẫn');
    await anh.says('Cảm ơn');
    anh.hearsNothing();
    await anh.replies('trợ giúp');
    anh.hears('Hướng dẫn');
  });

  test('a question of a form is answered by a reply, and other talk does not fall into it', async () => {
    const chats = await start();
    const anh = chats.anh.in(chats.group('Tổ công tác').place);
    await anh.says('/yeucau');
    anh.hears('Trích yếu của đề nghị là gì?');
    await anh.says('Ai có số điện thoại của Ban?');
    anh.hearsNothing();
    await anh.replies('Góp ý quy hoạch');
    anh.hears('khu công nghiệp nào');
  });

  test('in a topic the answer comes in that topic', async () => {
    const chats = await start();
    const group = chats.group('Đoàn kiểm tra', true);
    const [one, two] = [group.topic('Hồ sơ'), group.topic('Hiện trường')];
    await chats.anh.in(two).says('/trogiup');
    chats.anh.in(two).sees('Hướng dẫn');
    chats.anh.in(one).seesNo('Hướng dẫn');
    chats.anh.in(group.place).seesNo('Hướng dẫn');
  });

  test('the drafts of two people do not mix, nor does one with his draft in private', async () => {
    const chats = await start();
    const { place } = chats.group('Tổ công tác');
    const [anh, kiet] = [chats.anh.in(place), chats.kiet.in(place)];
    await anh.says('/yeucau');
    await anh.replies('Việc của Minh Anh');
    await kiet.says('/yeucau');
    kiet.hears('Trích yếu của đề nghị là gì?');
    await anh.replies('KCN Thăng Long');
    anh.hears('lĩnh vực phối hợp nào');
    await kiet.replies('Việc của Tuấn Kiệt');
    kiet.hears('khu công nghiệp nào');
    await chats.anh.says('/yeucau');
    chats.anh.hears('Trích yếu của đề nghị là gì?');
    const drafts = await chats.query(sql<{ subject: string | null }>`
      select answers->>'subject' as subject from form order by id`);
    expect(drafts.map(({ subject }) => subject)).toEqual(['Việc của Minh Anh', 'Việc của Tuấn Kiệt', null]);
  });

  test('a button belongs to the person who asked for it', async () => {
    const chats = await start();
    const { place } = chats.group('Tổ công tác');
    await chats.anh.in(place).says('/menu');
    const button = chats.anh.in(place).button('Lập đề nghị phối hợp');
    const kiet = chats.kiet.in(place);
    await kiet.presses(button);
    kiet.hears('Nút này dành cho người khác.');
    expect(await chats.query(sql`select 1 from form`)).toEqual([]);
  });

  test('private matters are not told: lists, cards and codes are for the private chat', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    const lan = chats.lan.in(chats.group('Tổ công tác').place);
    for (const words of ['/viec', '/theodoi', `/xem ${code}`, `${MENTION} ${code}`]) {
      await lan.says(words);
      lan.hearsNo('Góp ý dự án');
      lan.hears(/riêng/);
    }
  });
});

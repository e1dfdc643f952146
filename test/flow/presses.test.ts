/** CH9, LC10: a press has one effect, whoever presses, however often and however late; and the answer is polite. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { BUTTONS_NO_EDITS, NO_BUTTONS } from '#test/fakes/profile/profile.ts';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, startChats, startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

const received = (chats: Chats) => chats.query(sql`select 1 from fact where kind = 'received'`);

describeOnProfiles('a pressed choice', (start, on) => {
  test('works once: pressed again, it says how things stand', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    if (!on.hasButtons) {
      await chats.lan.says('Tiếp nhận');
      chats.lan.hears(`Đã tiếp nhận ${code}`);
      // The label is no longer offered: it is a sentence now, and shows what waits.
      await chats.lan.says('Tiếp nhận');
      chats.lan.hears('Việc chờ xử lý');
    } else {
      const button = chats.lan.button('Tiếp nhận');
      await chats.lan.presses(button);
      await chats.lan.presses(button);
      chats.lan.hears(/Bà Trần Thị Lan đã tiếp nhận lúc 08:0\d ngày 23\/11\/2026/);
    }
    expect(await received(chats)).toHaveLength(1);
  });

  test('of a colleague who was faster: the other reads who received it and when', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    const { lan, thai } = chats;
    await thai.says(`/xem ${code}`);
    await lan.picks('Tiếp nhận');
    await thai.picks('Tiếp nhận');
    thai.hears(/Bà Trần Thị Lan đã tiếp nhận lúc 08:0\d ngày 23\/11\/2026/);
    expect(await received(chats)).toHaveLength(1);
  });

  test('left over from an earlier state does nothing and says so', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.thai.says(`/xem ${code}`);
    await chats.thai.picks('Trả lời');
    await chats.thai.says('/huy');
    await chats.lan.says(`/xem ${code}`);
    // The leader answers for the unit at once; the focal's card still shows the buttons of before.
    await chats.thai.says(`/xem ${code}`);
    await chats.thai.picks('Trả lời');
    await chats.thai.picks('Thống nhất');
    await chats.thai.says('Thống nhất.');
    await chats.thai.picks('Trình duyệt');
    chats.thai.hears(`Đã trả lời ${code}`);
    await chats.lan.picks('Phân công');
    chats.lan.hears('Phần việc này đã trả lời, không thực hiện được việc này nữa.');
    expect(await chats.query(sql`select 1 from fact where kind = 'assigned'`)).toEqual([]);
  });

  test('during a question goes its own way, and the question is still open', async () => {
    const chats = await start();
    const code = await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.lan.picks('Trả lời');
    await chats.lan.picks('Thống nhất');
    chats.lan.hears('Nội dung trả lời?');
    await chats.lan.says(`/xem ${code}`);
    chats.lan.hears('Trích yếu');
    await chats.lan.says('Thống nhất như dự thảo.');
    chats.lan.hears('bấm Trình duyệt');
  });
});

describe('a button in other hands', () => {
  test('that is made for another person does nothing', async () => {
    const chats = await startChats();
    await fileRequest(chats);
    const { token } = chats.lan.button('Tiếp nhận');
    await chats.hien.says('/menu');
    await chats.hien.forges(token);
    chats.hien.hears('Nút này dành cho người khác.');
    expect(await received(chats)).toEqual([]);
  });

  test('with a token that never was reads like an old one', async () => {
    const chats = await startChats();
    await chats.hien.says('/menu');
    for (const token of ['AAAAAAAAAAAAAAAA', '', '%00', 'a'.repeat(64), "' or 1=1 --"]) {
      await chats.hien.forges(token);
      chats.hien.hears('Nút này không còn dùng được');
    }
  });

  test('answers by a message where the platform has no short notices', async () => {
    const chats = await startChats(BUTTONS_NO_EDITS);
    await fileRequest(chats);
    const button = chats.lan.button('Tiếp nhận');
    await chats.lan.presses(button);
    await chats.lan.presses(button);
    chats.lan.sees('đã tiếp nhận lúc');
  });

  test('a number picks from the list that was shown last, and from no older one', async () => {
    const chats = await startChats(NO_BUTTONS);
    await fileRequest(chats);
    await chats.lan.says('/menu');
    await chats.lan.says('1');
    chats.lan.hears('Trích yếu của đề nghị là gì?');
    expect(await received(chats)).toEqual([]);
  });
});

test('of 64 presses at once, on two processes, one receives; all others read who was first', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  await chats.thai.says(`/xem ${code}`);
  await chats.huong.says(`/xem ${code}`);
  await chats.office.open();
  const hands = [chats.lan, chats.thai, chats.huong, chats.nga];
  await chats.nga.says(`/xem ${code}`);
  const buttons = hands.map((hand) => hand.button('Tiếp nhận'));
  const presses = Array.from({ length: 64 }, (_, index) => {
    const [hand, button] = [hands[index % hands.length], buttons[index % hands.length]];
    return hand === undefined || button === undefined ? undefined : hand.presses(button);
  });
  await Promise.all(presses);
  await chats.settle();
  expect(await received(chats)).toHaveLength(1);
  const [winner] = await chats.query(sql<{ name: string }>`
    select p.name from part join person p on p.id = part.received_by`);
  const heard = hands.flatMap((hand) => hand.heard());
  expect(heard.filter((text) => text.startsWith(`Đã tiếp nhận ${code}`))).toHaveLength(1);
  expect(heard.filter((text) => text.includes(`${winner?.name} đã tiếp nhận lúc`)).length).toBeGreaterThan(30);
});

/** CH4: in a group on Zalo the bot answers whoever mentions it or replies to it, each for himself, and nobody else. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { MENTION } from '#test/fakes/profile/fake.ts';
import { createZaloBotPlatform } from '#test/fakes/profile/zalo-bot.ts';
import { createZaloOaPlatform } from '#test/fakes/profile/zalo-oa.ts';
import { startChatsOn } from '#test/support/chat.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { photo } from '#test/support/photo.ts';
import { decidedTeam } from '#test/support/seated-team.ts';
import { fileRequest } from '#test/support/story.ts';
import { tapsByNumber } from '#test/support/team.ts';

const AT = localTime('2026-11-23 08:00');

describe.each([
  ['a bot', createZaloBotPlatform],
  ['an official account', createZaloOaPlatform],
] as const)('in a group of %s', (_, create) => {
  const start = async () => {
    const chats = await startChatsOn({ platforms: [await create(() => AT)] });
    return { chats, group: chats.group('Tổ công tác').place };
  };

  test('it keeps silent until it is meant, and picks are typed', async () => {
    const { chats, group } = await start();
    const anh = chats.anh.in(group);
    await anh.says('Chiều nay họp nhé');
    anh.hearsNothing();
    await anh.says(`${MENTION} trợ giúp`);
    anh.hears('Hướng dẫn');
    await anh.says(`${MENTION} /yeucau`);
    anh.hears('Trích yếu của đề nghị là gì?');
    await anh.says('Ai có số điện thoại của Ban?');
    anh.hearsNothing();
    await anh.says(`${MENTION} Góp ý quy hoạch`);
    anh.hears('khu công nghiệp nào');
    await anh.says(`${MENTION} KCN Thăng Long`);
    anh.hears('lĩnh vực phối hợp nào');
  });

  test('private matters are answered in the person’s own chat', async () => {
    const { chats, group } = await start();
    const code = await fileRequest(chats);
    const anh = chats.anh.in(group);
    await anh.says(`${MENTION} /theodoi`);
    anh.hearsNo(code);
    chats.anh.hears(code);
  });

  test('a stranger in it gets one neutral sentence', async () => {
    const { chats, group } = await start();
    const stranger = chats.stranger('Người lạ').in(group);
    await stranger.says(`${MENTION} /viec`);
    expect(stranger.heard()).toHaveLength(1);
  });
});

describe.each([
  ['a bot', createZaloBotPlatform],
  ['an official account', createZaloOaPlatform],
] as const)('a team with a group of %s', (_, create) => {
  test('is tied to it, and its members mark items there by answering a message with a number', async () => {
    const chats = await startChatsOn({ platforms: [await create(() => AT)], at: '2026-11-23 09:00' });
    const { code } = await decidedTeam(chats);
    const { place } = chats.group('Đoàn kiểm tra');
    const [dung, anh, lan, yen] = [chats.dung.in(place), chats.anh.in(place), chats.lan.in(place), chats.yen.in(place)];
    await dung.says(`${MENTION} /doan`);
    await tapsByNumber(dung, code);
    dung.sees('đã gắn với đoàn');
    await chats.time.to('2026-11-25 08:00');
    await yen.says(`${MENTION} /doan`);
    yen.hears('Không tìm thấy đoàn này');
    // A bot is not told which message is answered: a number picks from the last one.
    await anh.says(`${MENTION} /doan`);
    await tapsByNumber(anh, 'Công bố quyết định');
    await tapsByNumber(anh, 'Nội dung kiểm tra');
    anh.hears('0/7 mục');
    // Somebody else's list: what is answered is what is meant.
    await tapsByNumber(lan, 'Mục 3');
    await tapsByNumber(lan, 'Đạt');
    lan.hears('Mục 3');
    await lan.says('Trưa nay ăn ở đâu?');
    lan.hearsNothing();
    await lan.sends(photo(1), `${MENTION} mục 3`);
    lan.hears('Đã nhận 1 tệp cho mục 3');
    expect(
      await chats.query(sql`select i.state, (select count(*) from evidence e where e.item_no = i.no) as files
        from checklist_item i where no = 3`),
    ).toEqual([{ state: 'pass', files: 1 }]);
  });
});

test('in a group of an official account a reply to the bot is meant for it, and a photo in reply to an item is its evidence', async () => {
  const chats = await startChatsOn({ platforms: [await createZaloOaPlatform(() => AT)], at: '2026-11-23 09:00' });
  const { code } = await decidedTeam(chats);
  const { place } = chats.group('Đoàn kiểm tra');
  const [dung, lan] = [chats.dung.in(place), chats.lan.in(place)];
  await dung.says(`${MENTION} /doan`);
  await tapsByNumber(dung, code);
  await chats.time.to('2026-11-25 08:00');
  await tapsByNumber(dung, 'Công bố quyết định');
  await tapsByNumber(lan, 'Nội dung kiểm tra');
  await tapsByNumber(lan, 'Mục 2');
  await lan.answersWith([photo(1)]);
  lan.hears('Đã nhận 1 tệp cho mục 2');
  await lan.replies('trợ giúp');
  lan.hears('Hướng dẫn');
});

test('an official account asks once who has written, since its events name nobody, and keeps the name', async () => {
  const chats = await startChatsOn({ platforms: [await createZaloOaPlatform(() => AT)] });
  const stranger = chats.stranger('Người lạ').in(chats.group('Tổ công tác').place);
  const names = () =>
    chats.query(sql`select a.display_name as name from account a join conversation c on c.account_id = a.id
      where c.place = 'group'`);
  await stranger.says(`${MENTION} /viec`);
  expect(await names()).toEqual([{ name: '' }]);
  await chats.office.first().jobs.channels({});
  expect(await names()).toEqual([{ name: 'Người lạ' }]);
  await stranger.says(`${MENTION} /viec`);
  await stranger.says('Mai gặp nhé');
  expect(await names()).toEqual([{ name: 'Người lạ' }]);
});

test('in a group of a bot a reply to it is an answer', async () => {
  const chats = await startChatsOn({ platforms: [await createZaloBotPlatform(() => AT)] });
  const anh = chats.anh.in(chats.group('Tổ công tác').place);
  await anh.says(`${MENTION} /yeucau`);
  await anh.replies('Góp ý quy hoạch');
  anh.hears('khu công nghiệp nào');
  await anh.replies('1');
  anh.hears('lĩnh vực phối hợp nào');
});

test('in a group of an official account a command needs no mention', async () => {
  const chats = await startChatsOn({ platforms: [await createZaloOaPlatform(() => AT)] });
  const anh = chats.anh.in(chats.group('Tổ công tác').place);
  await anh.says('/trogiup');
  anh.hears('Hướng dẫn');
});

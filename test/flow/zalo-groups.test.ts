/** CH4: in a group on Zalo the bot answers whoever mentions it or replies to it, each for himself, and nobody else. */
import { describe, expect, test } from 'vitest';
import { MENTION } from '#test/fakes/profile/fake.ts';
import { createZaloBotPlatform } from '#test/fakes/profile/zalo-bot.ts';
import { createZaloOaPlatform } from '#test/fakes/profile/zalo-oa.ts';
import { startChatsOn } from '#test/support/chat.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { fileRequest } from '#test/support/story.ts';

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

/** One person on several channels: linked by his own proof, one inbox, and notices that find their way. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Credentials, GiveUp, Retry } from '#channels/errors.ts';
import { createFakePlatform, type FakePlatform } from '#test/fakes/profile/fake.ts';
import type { Platform } from '#test/fakes/profile/platform.ts';
import { BUTTONS_AND_EDITS, BUTTONS_NO_EDITS, NO_BUTTONS } from '#test/fakes/profile/profile.ts';
import { type Chats, startChatsOn } from '#test/support/chat.ts';
import { fileRequest } from '#test/support/story.ts';

const blocked = (): Error => new GiveUp('Forbidden: bot was blocked by the user', 'blocked');
const codeIn = (text: string): string => /(?:\w{4}-){3}\w{4}/.exec(text)?.[0] ?? 'no code';
const ANH = 'nguyen-minh-anh';
const LAN = 'tran-thi-lan';
const NEW = 'Đề nghị ông/bà bấm Tiếp nhận.';

type World = { readonly chats: Chats; readonly first: FakePlatform; readonly second: FakePlatform };

/** Nobody has an account on the second one yet. */
const start = async (): Promise<World> => {
  const first = createFakePlatform(BUTTONS_AND_EDITS);
  const second = createFakePlatform(NO_BUTTONS);
  const chats = await startChatsOn({ platforms: [first, second], expectErrors: true });
  await chats.query(sql`delete from conversation where channel = ${second.name}`);
  await chats.query(sql`delete from account where channel = ${second.name}`);
  return { chats, first, second };
};

const linkSecond = async ({ chats, second }: World, key: string): Promise<void> => {
  const here = chats.voice(key);
  await here.says('/ketnoi');
  await here.picks('Lấy mã liên kết');
  const code = codeIn(here.hears('Mã liên kết của ông/bà'));
  const there = chats.voice(key, second);
  await there.says(`/start ${code}`);
  there.hears('Tài khoản này đã được liên kết');
};

describe('a second account', () => {
  test('is linked by a code typed there; drafts and requests are one list', async () => {
    const world = await start();
    const { chats, second } = world;
    await linkSecond(world, ANH);
    await chats.anh.says('/yeucau');
    const there = chats.voice(ANH, second);
    await there.says('Lấy ý kiến về quy hoạch');
    there.hears('khu công nghiệp');
    await there.says('/ketnoi');
    there.hears('Telegram: dùng gần nhất');
    there.hears('Zalo Bot: dùng gần nhất');
  });

  test('cannot be linked by whoever is linked already, a code works once and for fifteen minutes', async () => {
    const world = await start();
    const { chats, second } = world;
    await chats.anh.says('/ketnoi');
    await chats.anh.picks('Lấy mã liên kết');
    const code = codeIn(chats.anh.hears('Mã liên kết'));
    await chats.lan.says(`/start ${code}`);
    chats.lan.hears('Tài khoản này đã liên kết với bà Trần Thị Lan');
    second.seat('la', 'Người lạ');
    await chats.time.passes('16 minutes');
    await chats.voice('la', second).says(`/start ${code}`);
    chats.voice('la', second).sees('Mã không đúng.');
  });

  test('in place of one that he has on that channel waits for the administrator', async () => {
    const world = await start();
    const { chats, second } = world;
    await linkSecond(world, ANH);
    await chats.anh.says('/ketnoi');
    await chats.anh.picks('Lấy mã liên kết');
    const code = codeIn(chats.anh.hears('Mã liên kết'));
    second.seat('khac', 'Máy khác');
    const other = chats.voice('khac', second);
    await other.says(`/start ${code}`);
    other.hears('đang chờ quản trị viên xác nhận');
  });

  test('hears first where the person prefers it', async () => {
    const world = await start();
    const { chats, first, second } = world;
    await linkSecond(world, LAN);
    await chats.lan.says('/ketnoi');
    await chats.lan.picks('Nhận thông báo qua Zalo Bot');
    await fileRequest(chats);
    chats.voice(LAN, second).sees(NEW);
    expect(first.deliveries.some(({ address, text }) => address === LAN && text.includes(NEW))).toBe(false);
  });
});

describe('a notice that one channel does not take', () => {
  /** Lan has both, and used the first one last. */
  const startBoth = async (): Promise<World> => {
    const world = await start();
    await linkSecond(world, LAN);
    await world.chats.time.passes('2 minutes');
    await world.chats.lan.says('/viec');
    return world;
  };

  test('goes to the other account when the first is blocked, and can be answered there', async () => {
    const world = await startBoth();
    const { chats, first, second } = world;
    first.failNext(LAN, blocked());
    await fileRequest(chats);
    const there = chats.voice(LAN, second);
    there.sees(NEW);
    await there.picks('Tiếp nhận');
    there.hears('Đã tiếp nhận');
    expect(
      await chats.query(sql`select channel, error like '%blocked%' as blocked from outbox where state = 'failed'`),
    ).toEqual([{ channel: first.name, blocked: true }]);
  });

  test('goes to the other account when the platform stays down, and when our credentials are refused', async () => {
    const world = await startBoth();
    const { chats, first, second } = world;
    first.failNext(LAN, ...Array.from({ length: 6 }, () => new Retry('bad gateway')));
    await fileRequest(chats);
    await chats.time.passes('3 minutes');
    chats.voice(LAN, second).sees(NEW);
    first.failNext(LAN, new Credentials('unauthorized'));
    const before = second.deliveries.length;
    await fileRequest(chats);
    await chats.time.passes('30 seconds');
    expect(second.deliveries.length).toBeGreaterThan(before);
  });

  test('goes to the other account when its channel is switched off', async () => {
    const world = await startBoth();
    const { chats, first, second } = world;
    first.failNext(LAN, ...Array.from({ length: 5 }, () => new Retry('connection refused')));
    await fileRequest(chats);
    await chats.office.kill();
    await chats.office.open([second]);
    await chats.time.passes('1 minute');
    chats.voice(LAN, second).sees(NEW);
  });

  test('and the other one neither: it is in the list of failed sends without its words, and the sender is told', async () => {
    const world = await startBoth();
    const { chats, first, second } = world;
    first.failNext(LAN, blocked());
    second.failNext(LAN, blocked());
    await fileRequest(chats);
    chats.anh.sees('Chưa gửi được thông báo tới bà Trần Thị Lan');
    await chats.khanh.says('/quantri');
    await chats.khanh.picks('Tin chưa gửi được');
    const list = chats.khanh.hears('Tin chưa gửi được:');
    expect(list).toContain('bà Trần Thị Lan');
    expect(list).not.toContain(NEW);
    await chats.khanh.says('/quantri');
    await chats.khanh.picks('Hàng đợi');
    chats.khanh.hears('việc chạy tiếp theo:');
  });
});

test('a channel that may not speak first any more is passed over; the one that costs nothing comes first', async () => {
  const hour = 3_600_000;
  const windowed = createFakePlatform({
    ...BUTTONS_NO_EDITS,
    capabilities: { ...BUTTONS_NO_EDITS.capabilities, window: { freeMs: 48 * hour, openMs: 168 * hour } },
  });
  const other = createFakePlatform(NO_BUTTONS);
  const two = await startChatsOn({ platforms: [windowed, other], at: '2026-11-23 08:00' });
  // On the windowed one ten days ago, on the other one eleven days ago.
  await two.query(sql`update account set seen_at = seen_at - interval '10 days' where channel = ${windowed.name}`);
  await two.query(sql`update account set seen_at = seen_at - interval '11 days' where channel = ${other.name}`);
  await fileRequest(two);
  two.voice(LAN, other).sees(NEW);
  two.voice(LAN, windowed).seesNo(NEW);
});

test('whoever may be written to nowhere freely gets the approved template, and when that is refused too the sender hears', async () => {
  const hour = 3_600_000;
  const windowed = createFakePlatform({
    ...BUTTONS_NO_EDITS,
    capabilities: { ...BUTTONS_NO_EDITS.capabilities, window: { freeMs: 48 * hour, openMs: 168 * hour } },
  });
  const templates: string[] = [];
  const platform: Platform = {
    ...windowed,
    open: async (clock, log) => ({
      ...(await windowed.open(clock, log)),
      noticeTemplate: 'T1',
      notify: async (address, template, data) => {
        if (templates.length > 0) throw new GiveUp('no money', 'refused');
        templates.push(`${address} ${template} ${data.noi_dung}`);
        return 'n1';
      },
    }),
  };
  const chats = await startChatsOn({ platforms: [platform], at: '2026-11-23 08:00', expectErrors: true });
  await chats.query(sql`update account set seen_at = seen_at - interval '10 days'`);
  const code = await fileRequest(chats);
  expect(templates).toEqual([`${LAN} T1 Phòng Quản lý quy hoạch xây dựng, Ban Quản lý gửi đề nghị phối hợp ${code}.`]);
  chats.lan.seesNo(code);
  await fileRequest(chats);
  chats.anh.sees('Chưa gửi được thông báo tới bà Trần Thị Lan');
});

test('a notice that waits for a channel that is off, with no other way open, waits until the channel is on again', async () => {
  const hour = 3_600_000;
  const first = createFakePlatform(BUTTONS_AND_EDITS);
  const windowed = createFakePlatform({
    ...BUTTONS_NO_EDITS,
    capabilities: { ...BUTTONS_NO_EDITS.capabilities, window: { freeMs: 48 * hour, openMs: 168 * hour } },
  });
  const chats = await startChatsOn({ platforms: [first, windowed], expectErrors: true });
  await chats.query(sql`update account set seen_at = seen_at - interval '10 days' where channel = ${windowed.name}`);
  first.failNext(LAN, ...Array.from({ length: 4 }, () => new Retry('connection refused')));
  const code = await fileRequest(chats);
  await chats.office.kill();
  await chats.office.open([windowed]);
  await chats.time.passes('3 minutes');
  expect(await chats.query(sql`select 1 from outbox where state = 'failed'`)).toEqual([]);
  await chats.office.kill();
  await chats.office.open([first, windowed]);
  await chats.time.passes('3 minutes');
  chats.lan.sees(code);
  chats.voice(LAN, windowed).seesNo(code);
});

describe('a month’s allowance', () => {
  /** Everybody has both; the first allows ten messages a month, and knows of some. */
  const startLimited = async (used: number) => {
    const first = createFakePlatform({
      ...NO_BUTTONS,
      capabilities: { ...NO_BUTTONS.capabilities, quota: { messages: 100 } },
    });
    const second = createFakePlatform(BUTTONS_AND_EDITS);
    const chats = await startChatsOn({ platforms: [first, second], at: '2026-11-23 08:00' });
    await chats.query(sql`update account set seen_at = seen_at - interval '1 minute' where channel = ${second.name}`);
    const use = (count: number) =>
      chats.query(sql`insert into channel_use (channel, month, kind, slot, count)
        values (${first.name}, '2026-11-01', 'free', 0, ${count})
        on conflict (channel, month, kind, slot) do update set count = excluded.count`);
    await use(used);
    const ticks = async () => {
      await chats.office.first().jobs.channels({});
      await chats.settle();
    };
    return { chats, first, second, use, ticks };
  };

  test('is told of at each share once a month, by another channel, and shown to whoever asks', async () => {
    const { chats, first, second, use, ticks } = await startLimited(69);
    const warnings = () => second.deliveries.flatMap(({ text }) => /Cảnh báo hạn mức: .*/.exec(text) ?? []);
    await ticks();
    expect(warnings()).toEqual([]);
    await use(70);
    await ticks();
    await ticks();
    expect(new Set(warnings())).toEqual(
      new Set(['Cảnh báo hạn mức: kênh Zalo Bot đã dùng từ 70% hạn mức tin gửi tháng 11/2026: 70/100.']),
    );
    const toldOnce = warnings().length;
    await use(97);
    await ticks();
    expect(warnings().slice(toldOnce)).toHaveLength(toldOnce);
    expect(warnings().at(-1)).toContain('từ 95%');
    await use(99);
    await ticks();
    expect(warnings()).toHaveLength(2 * toldOnce);
    expect(first.deliveries).toEqual([]);
    await chats.khanh.says('/quantri');
    await chats.khanh.picks('Hàng đợi');
    expect(chats.khanh.hears('Đã dùng trong tháng:')).toContain('• Zalo Bot, tin gửi: 100/100');
  });

  test('that is used up sends notices another way, and answers go on', async () => {
    const { chats, second } = await startLimited(100);
    await fileRequest(chats);
    chats.voice(LAN, second).sees(NEW);
    chats.lan.seesNo(NEW);
    await chats.lan.says('/viec');
    chats.lan.hears('PH-2026-');
    const [row] = await chats.query(sql<{ sent: number }>`select sum(count) as sent from channel_use`);
    const [sent] = await chats.query(sql<{ sent: number }>`select count(*) as sent from outbox where state = 'sent'`);
    expect(row?.sent).toBe(100 + (sent?.sent ?? 0));
  });
});

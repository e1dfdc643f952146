/** One event, one commit: what goes wrong inside a turn, what words may hold, and what is never kept. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { registry } from '#handlers/index.ts';
import type { Command, Registry } from '#runtime/handler.ts';
import { CAST } from '#test/support/cast.ts';
import { startWithFake } from '#test/support/profiles.ts';

const boom: Command = {
  word: 'boom',
  aliases: [],
  takesWords: false,
  inMenu: false,
  description: '',
  places: ['private'],
  run: async () => {
    throw new Error('a fault of ours');
  },
};
const withBoom: Registry = { ...registry, commands: [...registry.commands, boom] };

describe('F14: an event that cannot be handled', () => {
  test('is tried three times, then set aside with an apology, and the next one is answered', async () => {
    const { chats } = await startWithFake(undefined, { registry: withBoom, expectErrors: true });
    await Promise.all([chats.anh.says('/boom'), chats.anh.says('/viec')]);
    await chats.time.passes('10 seconds');
    chats.anh.sees('Tin vừa rồi chưa xử lý được do lỗi hệ thống');
    chats.anh.sees('không có việc nào chờ');
    expect(await chats.query(sql`select state, attempts from inbox order by id`)).toEqual([
      { state: 'parked', attempts: 3 },
      { state: 'done', attempts: 0 },
    ]);
  });

  test('is told to those who keep the product, once for many and without its words, and stands in the queue', async () => {
    const { chats, fake } = await startWithFake(undefined, { registry: withBoom, expectErrors: true });
    await Promise.all([chats.anh.says('/boom'), chats.lan.says('/boom'), chats.lan.says('/boom')]);
    await chats.time.passes('10 seconds');
    const told = fake.deliveries.filter(({ text }) => text.includes('có tin đến không xử lý được'));
    expect(told.map(({ address }) => address).sort()).toEqual([CAST.khanh, 'trinh-thu-trang']);
    expect(told.map(({ text }) => text).join()).not.toContain('boom');
    await chats.khanh.says('/quantri');
    await chats.khanh.picks('Hàng đợi');
    chats.khanh.hears('Tin đến để riêng vì lỗi: 3.');
  });
});

describe('an event that comes twice', () => {
  test('is handled once, on one process or two', async () => {
    const { chats, fake } = await startWithFake();
    const two = await chats.office.open();
    const bodies = fake.voice('nguyen-minh-anh', null).says('/menu', null);
    const events = bodies.flatMap((body) => two.runtime.channels.get('telegram')?.decode(body) ?? []);
    const offices = [chats.office.first(), two];
    await Promise.all(offices.flatMap(({ work }) => [work.accept(events), work.accept(events)]));
    await chats.settle();
    expect(fake.deliveries).toHaveLength(1);
  });
});

describe('an event whose process died after storing it', () => {
  test('is taken by the sweep of another one', async () => {
    const { chats, fake } = await startWithFake();
    const [event] = fake.voice('nguyen-minh-anh', null).says('/viec', null);
    await chats.anh.says('/menu');
    // Stored as commit 1 does it, and nobody left to take the turn.
    await chats.query(sql`insert into inbox (channel, event_id, conversation_id, received_at, event, state)
      select 'telegram', 'left', id, ${new Date(chats.clock.now())}, ${JSON.stringify(event)}::jsonb, 'new'
      from conversation where address = 'nguyen-minh-anh'`);
    await chats.office.restart();
    await chats.time.passes('5 seconds');
    chats.anh.hears('không có việc nào chờ');
  });
});

describe('F14: words', () => {
  test.each([
    ['a zero byte', 'Góp\u0000 ý quy hoạch', 'Góp ý quy hoạch'],
    ['half a character', 'Góp ý \ud83d quy hoạch', 'Góp ý \ufffd quy hoạch'],
    ['zero width', 'Góp\u200b ý quy\ufeff hoạch', 'Góp ý quy hoạch'],
    ['the other direction', '\u202eGóp ý quy hoạch\u2066', 'Góp ý quy hoạch'],
    ['decomposed letters', 'Góp ý quy hoạch'.normalize('NFD'), 'Góp ý quy hoạch'],
  ])('with %s are kept as a reader would have them', async (_what, typed, kept) => {
    const { chats } = await startWithFake();
    await chats.anh.says('/yeucau');
    await chats.anh.says(typed);
    chats.anh.hears('khu công nghiệp nào');
    expect(await chats.query(sql`select answers->>'subject' as subject from form`)).toEqual([{ subject: kept }]);
  });

  test('of 64 KiB are refused with the reason, and the form stays', async () => {
    const { chats } = await startWithFake();
    await chats.anh.says('/yeucau');
    await chats.anh.says('Đề nghị phối hợp. '.repeat(3_641));
    chats.anh.hears('dài quá 500 chữ cái');
    await chats.anh.says('Góp ý quy hoạch');
    chats.anh.hears('khu công nghiệp nào');
  });

  test('of 64 KiB without a form are answered with what the bot can do', async () => {
    const { chats } = await startWithFake();
    await chats.anh.says('a'.repeat(65_536));
    chats.anh.hears('Chưa hiểu ý');
  });
});

describe('words with a secrecy mark', () => {
  test.each(['Báo cáo TUYỆT MẬT về phương án', 'Tài liệu MẬT số 12', 'hồ sơ tối mật'])(
    '“%s” are refused, and are in no table and no line of the log',
    async (text) => {
      const { chats } = await startWithFake();
      await chats.anh.says('/yeucau');
      await chats.anh.says(text);
      chats.anh.hears('không được tiếp nhận và không được lưu');
      await chats.anh.sends({ name: 'a.pdf', mime: 'application/pdf', bytes: Buffer.from('x') }, text);
      chats.anh.hears('không được tiếp nhận và không được lưu');
      const tables = await chats.query(sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
      for (const { name } of tables) {
        const rows = await chats.query(
          sql`select 1 from ${sql.table(name)} t where t::text like ${`%${text.slice(-12)}%`}`,
        );
        expect({ name, rows }).toEqual({ name, rows: [] });
      }
      expect(chats.logged()).not.toContain(text.slice(-12));
      await chats.anh.says('Góp ý quy hoạch');
      chats.anh.hears('khu công nghiệp nào');
    },
  );
});

describe('a flood of words', () => {
  test('gets one notice, then silence until the minute is over', async () => {
    const { chats, fake } = await startWithFake();
    for (let count = 0; count < 70; count += 1) {
      const events = fake.voice('nguyen-minh-anh', null).says('/huy', null);
      await chats.office
        .first()
        .work.accept(
          events.flatMap((body) => chats.office.first().runtime.channels.get('telegram')?.decode(body) ?? []),
        );
    }
    // Somebody else is answered meanwhile, as ever.
    await chats.lan.says('/viec');
    chats.lan.hears('không có việc nào chờ');
    await chats.settle();
    const about = fake.deliveries.filter(({ text }) => text.startsWith('Ông/bà gửi nhiều tin'));
    expect(about).toHaveLength(1);
    await chats.time.passes('2 minutes');
    await chats.anh.says('/viec');
    await chats.time.passes('1 minute');
    chats.anh.hears('không có việc nào chờ');
  });
});

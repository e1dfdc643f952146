/** CH10, and what happens to a message that cannot be sent: waiting, order, splitting, giving up. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Ambiguous, GiveUp, Retry, RetryAt } from '#channels/errors.ts';
import { inTransaction } from '#db/client.ts';
import { SECOND } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import { BUTTONS_AND_EDITS, NO_BUTTONS } from '#test/fakes/profile/profile.ts';
import type { Chats } from '#test/support/chat.ts';
import { startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

/** Notices to one person, in one commit, as a handler's outcome makes them. */
const tell = async (chats: Chats, key: string, texts: readonly string[]): Promise<void> => {
  const { runtime, bell } = chats.office.first();
  const [person] = await chats.query(sql<{ id: number }>`select id from person where key = ${key}`);
  const notices = texts.map((text) => ({ to: person?.id ?? 0, class: 'urgent' as const, say: { lines: [text] } }));
  const rung = await inTransaction(runtime.db, (tx) => writeNotices(runtime, tx, notices, chats.clock.now()));
  for (const name of rung) bell.ring(name);
  await chats.settle();
};

test('a platform that asks to wait is obeyed for that chat; other chats go on', async () => {
  const { chats, fake } = await startWithFake();
  fake.failNext('tran-thi-lan', new RetryAt('slow down', 30 * SECOND));
  const code = await fileRequest(chats);
  chats.lan.hearsNothing();
  chats.dung.hears(code);
  await chats.hien.says('/viec');
  chats.hien.hears('không có việc nào chờ');
  await chats.time.passes('20 seconds');
  chats.lan.hearsNothing();
  await chats.time.passes('11 seconds');
  chats.lan.hears(code);
});

test('a pause of the whole platform holds every chat, and everything goes out afterwards, once', async () => {
  const { chats, fake } = await startWithFake();
  fake.failNext('tran-thi-lan', new RetryAt('slow down', 60 * SECOND, 'platform'));
  const code = await fileRequest(chats);
  await chats.hien.says('/viec');
  chats.hien.hearsNothing();
  await chats.time.passes('61 seconds');
  chats.hien.hears('không có việc nào chờ');
  expect(fake.deliveries.filter(({ address, text }) => address === 'tran-thi-lan' && text.includes(code))).toHaveLength(
    1,
  );
});

test('25 messages to one chat come in order, without loss, at the pace of the platform', async () => {
  const { chats, fake } = await startWithFake();
  const texts = Array.from({ length: 25 }, (_, index) => `Tin số ${index + 1}`);
  await tell(chats, 'tran-thi-lan', texts);
  await chats.time.passes('2 minutes');
  expect(fake.deliveries.map(({ text }) => text)).toEqual(texts);
  const gaps = fake.deliveries.slice(1).map(({ at }, index) => at - (fake.deliveries[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(BUTTONS_AND_EDITS.capabilities.pace.privateMs);
});

test.each([
  [BUTTONS_AND_EDITS, 4_096],
  [NO_BUTTONS, 2_000],
])('a text of 9,000 characters is cut at line ends, in order and without loss, on $title', async (profile, limit) => {
  const { chats, fake } = await startWithFake(profile);
  const lines = Array.from({ length: 150 }, (_, index) =>
    `Dòng ${index + 1}: ${'phối hợp kiểm tra '.repeat(3)}`.trim(),
  );
  const text = lines.join('\n');
  expect(text.length).toBeGreaterThan(9_000);
  await tell(chats, 'tran-thi-lan', [text]);
  await chats.time.passes('1 minute');
  const pieces = fake.deliveries.map((one) => one.text);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('\n')).toBe(text);
  expect(Math.max(...pieces.map((one) => one.length))).toBeLessThanOrEqual(limit);
});

describe('a send that fails', () => {
  test('is tried again later, and the order of the chat holds', async () => {
    const { chats, fake } = await startWithFake();
    fake.failNext('tran-thi-lan', new Retry('down'), new Retry('down'));
    await tell(chats, 'tran-thi-lan', ['một', 'hai', 'ba']);
    await chats.time.passes('1 minute');
    expect(fake.deliveries.map(({ text }) => text)).toEqual(['một', 'hai', 'ba']);
  });

  test('often waits for the platform by itself, what comes after it goes out, and after a day it is set aside', async () => {
    const { chats, fake } = await startWithFake();
    fake.failNext('tran-thi-lan', ...Array.from({ length: 6 }, () => new Retry('down')));
    await tell(chats, 'tran-thi-lan', ['một', 'hai']);
    await chats.time.passes('5 minutes');
    expect(fake.deliveries.map(({ text }) => text)).toEqual(['hai']);
    await chats.time.passes('2 minutes');
    expect(fake.deliveries.map(({ text }) => text)).toEqual(['hai', 'một']);

    fake.failNext('tran-thi-lan', ...Array.from({ length: 9 }, () => new Retry('down')));
    await tell(chats, 'tran-thi-lan', ['ba']);
    // As many tries as a working day has of five minutes.
    await chats.query(sql`update outbox set attempts = 125 where state = 'queued'`);
    await chats.time.passes('5 minutes');
    expect(await chats.query(sql`select state, count(*)::int as count from outbox group by 1 order by 1`)).toEqual([
      { state: 'failed', count: 1 },
      { state: 'sent', count: 2 },
    ]);
  });

  test('without an answer is sent once more after the lease, with the same key', async () => {
    const { chats, fake } = await startWithFake();
    fake.failNext('tran-thi-lan', new Ambiguous('no answer'));
    await tell(chats, 'tran-thi-lan', ['một']);
    expect(fake.deliveries).toEqual([]);
    await chats.time.passes('21 seconds');
    await chats.time.passes('1 second');
    expect(fake.deliveries.map(({ text }) => text)).toEqual(['một']);
    expect(await chats.query(sql`select ambiguous from outbox`)).toEqual([{ ambiguous: 1 }]);
  });

  test('because the person has blocked the bot ends his messages and is told to his administrator, once', async () => {
    const { chats, fake } = await startWithFake();
    fake.failNext('tran-thi-lan', new GiveUp('blocked', 'blocked'));
    await tell(chats, 'tran-thi-lan', ['một', 'hai']);
    await chats.time.passes('1 minute');
    const told = fake.deliveries.filter(({ text }) => text.includes('Không gửi được tin tới bà Trần Thị Lan'));
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ address }) => address)).size).toBe(told.length);
    expect(fake.deliveries.filter(({ address }) => address === 'tran-thi-lan')).toEqual([]);
    await chats.lan.says('/viec');
    chats.lan.hears('không có việc nào chờ');
    await tell(chats, 'tran-thi-lan', ['ba']);
    chats.lan.hears('ba');
  });
});

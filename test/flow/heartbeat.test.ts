/** RE7: a scheduler that is silent is told of by another way than its own, once for each silence. */
import { expect, test } from 'vitest';
import { warnIfSilent } from '#runtime/watchdog.ts';
import type { Office } from '#test/support/office.ts';
import { startWithFake } from '#test/support/profiles.ts';

/** What the timer of the web side does: nothing here is rung for by a queue. */
const look = ({ runtime, jobs }: Office) => warnIfSilent(runtime, (channel) => jobs.deliver({ channel }));

test('a scheduler silent for minutes is told to the admins of the board at once, by whoever sees it first and once', async () => {
  const { chats, fake } = await startWithFake(undefined, { expectErrors: true });
  const [first, other] = [chats.office.first(), await chats.office.open()];
  const told = () =>
    fake.deliveries.filter(({ text }) => text.startsWith('Cảnh báo: bộ lịch')).map(({ address }) => address);
  await first.jobs.due({});
  chats.clock.moveTo(chats.clock.now() + 4 * 60_000);
  await look(first);
  expect(told()).toEqual([]);

  chats.clock.moveTo(chats.clock.now() + 2 * 60_000);
  await Promise.all([look(first), look(other)]);
  expect(told().toSorted()).toEqual(['bui-van-khanh', 'trinh-thu-trang']);
  expect(chats.logged()).toContain('the scheduler is silent');
  chats.clock.moveTo(chats.clock.now() + 60 * 60_000);
  await look(other);
  expect(told()).toHaveLength(2);

  // It lives again, and falls silent again.
  await first.jobs.due({});
  chats.clock.moveTo(chats.clock.now() + 6 * 60_000);
  await look(first);
  expect(told()).toHaveLength(4);
});

test('a scheduler that has never run is silent too', async () => {
  const { chats, fake } = await startWithFake(undefined, { expectErrors: true });
  const office = chats.office.first();
  await look(office);
  chats.clock.moveTo(chats.clock.now() + 6 * 60_000);
  await look(office);
  expect(fake.deliveries.filter(({ text }) => text.includes('không hoạt động đã 6 phút'))).toHaveLength(2);
});

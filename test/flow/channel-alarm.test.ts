/** A channel that a person must look after: the administrators are told, once a day, and everybody else goes on. */
import { expect, test } from 'vitest';
import { Credentials, Retry } from '#channels/errors.ts';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import type { Platform } from '#test/fakes/profile/platform.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { startChatsOn } from '#test/support/chat.ts';

test('a channel that cannot renew its access is told to the administrators once a day; a platform that is away is not', async () => {
  const fake = createFakePlatform(BUTTONS_AND_EDITS);
  let fault: Error | null = null;
  const platform: Platform = {
    ...fake,
    open: async (clock, log) => ({
      ...(await fake.open(clock, log)),
      tick: async () => {
        if (fault !== null) throw fault;
      },
    }),
  };
  const chats = await startChatsOn({ platforms: [platform] });
  const ticks = async () => {
    await chats.office.first().jobs.channels({});
    await chats.settle();
  };
  const alarms = () => chats.khanh.looks().filter(({ text }) => text.includes('không gia hạn được quyền truy cập'));
  await ticks();
  fault = new Retry('away');
  await ticks();
  expect(alarms()).toEqual([]);
  fault = new Credentials('refused');
  await ticks();
  await ticks();
  expect(alarms()).toHaveLength(1);
  chats.anh.seesNo('quyền truy cập');
  await chats.time.to('2026-11-24 08:00');
  await ticks();
  expect(alarms()).toHaveLength(2);
});

/** F10: a platform that takes a send and does not answer: nobody else waits for it, and it is not sent again meanwhile. */
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { Ambiguous } from '#channels/errors.ts';
import { inTransaction } from '#db/client.ts';
import { SECOND } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import { deliver } from '#runtime/deliver.ts';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { CAST } from '#test/support/cast.ts';
import { startChatsOn } from '#test/support/chat.ts';

/** Sends to one address are taken and answered only when the test says how. */
const platformHangingAt = (address: string) => {
  const fake = createFakePlatform(BUTTONS_AND_EDITS);
  const taken: { readonly key: string; readonly lose: () => void }[] = [];
  const open: typeof fake.open = async (clock, log) => {
    const channel = await fake.open(clock, log);
    const send: typeof channel.send = (to, part, options) => {
      if (to !== address || taken.length > 0) return channel.send(to, part, options);
      const { promise, reject } = Promise.withResolvers<never>();
      taken.push({ key: options.key, lose: () => reject(new Ambiguous('no answer in time')) });
      return promise;
    };
    return { ...channel, send };
  };
  return { fake: { ...fake, open }, taken };
};

test('F10: while one send hangs others are stored and answered, no process sends it again, and it goes out once after its lease', async () => {
  const { fake, taken } = platformHangingAt(CAST.lan);
  const chats = await startChatsOn({ platforms: [fake] });
  const [first, second] = [chats.office.first(), await chats.office.open()];
  const channel = first.runtime.channels.get(fake.name);
  if (channel === undefined) throw new Error('no channel');
  const [lan] = await chats.query(sql<{ id: number }>`select id from person where key = ${CAST.lan}`);
  const notice = { to: lan?.id ?? 0, class: 'urgent' as const, say: { lines: ['Tin quan trọng'] } };
  await inTransaction(first.db, (tx) => writeNotices(first.runtime, tx, [notice], chats.clock.now()));
  const { sent } = await deliver(first.runtime, channel);
  await vi.waitFor(() => expect(taken).toHaveLength(1));

  for (const who of [chats.hien, chats.anh, chats.ha]) {
    await who.says('/viec');
    who.hears('không có việc nào chờ');
  }
  // As long as a send may take, and longer: its lease holds.
  for (let count = 0; count < 3; count += 1) {
    chats.clock.moveTo(chats.clock.now() + 5 * SECOND);
    for (const { jobs } of [second, first]) {
      await jobs.leases({});
      await jobs.deliver({ channel: fake.name });
    }
  }
  expect(taken).toHaveLength(1);
  expect(fake.deliveries.filter(({ address }) => address === CAST.lan)).toEqual([]);

  taken[0]?.lose();
  await sent;
  await chats.time.passes('30 seconds');
  expect(fake.deliveries.filter(({ address }) => address === CAST.lan)).toMatchObject([
    { text: 'Tin quan trọng', key: taken[0]?.key },
  ]);
});

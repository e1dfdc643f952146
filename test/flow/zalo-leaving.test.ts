/** Who stops following or withdraws his consent is not written to; what a shut window refuses is kept where it is seen. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createZaloOaPlatform } from '#test/fakes/profile/zalo-oa.ts';
import { APP, OA_ID } from '#test/fakes/zalo-oa/fake.ts';
import { type Chats, startChatsOn } from '#test/support/chat.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { fileRequest } from '#test/support/story.ts';

const AT = localTime('2026-11-23 08:00');
const DAY = 86_400_000;

const start = async () => {
  const time = { now: AT };
  const platform = await createZaloOaPlatform(() => time.now);
  return { time, chats: await startChatsOn({ platforms: [platform] }) };
};

const idOf = async (chats: Chats, key: string): Promise<string> => {
  const [row] = await chats.query(sql<{ id: string }>`
    select external_id as id from account a join person p on p.id = a.person_id
    where p.key = ${key} and a.channel = 'zalo-oa'`);
  return row?.id ?? '';
};

/** As the platform delivers it. */
const happens = async (chats: Chats, event_name: string, parts: object): Promise<void> => {
  const { runtime, work } = chats.office.first();
  const event = { app_id: APP.appId, oa_id: OA_ID, event_name, timestamp: String(AT), ...parts };
  await work.accept(runtime.channels.get('zalo-oa')?.decode(event) ?? []);
  await chats.settle();
};

const notices = (chats: Chats, key: string) =>
  chats.query(sql<{ state: string; error: string | null }>`
    select o.state, o.error from outbox o join person p on p.id = o.person_id where p.key = ${key} order by o.id`);

test.each([
  ['unfollow', (id: string) => ({ follower: { id } })],
  ['user_withdraw', (id: string) => ({ user_id: id })],
])('after %s nothing more is sent there; following again makes it good', async (name, parts) => {
  const { chats } = await start();
  const id = await idOf(chats, 'tran-thi-lan');
  await happens(chats, name, parts(id));
  const code = await fileRequest(chats);
  chats.lan.seesNo(code);
  expect(await notices(chats, 'tran-thi-lan')).toEqual([{ state: 'failed', error: 'no account can be written to' }]);
  await happens(chats, 'follow', { follower: { id } });
  await chats.lan.says('/viec');
  chats.lan.hears(code);
});

test('a notice that comes after a week without a word is refused by the platform, and stands in the list of failed sends', async () => {
  const { chats, time } = await start();
  time.now = AT + 8 * DAY;
  await chats.anh.says('/viec');
  const code = await fileRequest(chats);
  chats.lan.seesNo(code);
  expect(await notices(chats, 'tran-thi-lan')).toEqual([{ state: 'failed', error: 'Error: message/cs: -230' }]);
  // A word opens the window again.
  await chats.lan.says('/viec');
  chats.lan.hears(code);
});

/** Who stops following or withdraws his consent is not written to; what is refused, or may have been paid for, is kept where it is seen. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
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
  return { time, fake: platform.fake, chats: await startChatsOn({ platforms: [platform] }) };
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

test('what was already on its way to an account that withdraws is not sent there any more', async () => {
  const { chats, fake } = await start();
  const id = await idOf(chats, 'tran-thi-lan');
  fake.faults.addFor(id, '/v3.0/oa/message/cs', { do: 'answer', code: -218, message: 'User has not any more today' });
  const code = await fileRequest(chats);
  expect(await notices(chats, 'tran-thi-lan')).toEqual([{ state: 'queued', error: 'Error: message/cs: -218' }]);
  await happens(chats, 'user_withdraw', { user_id: id });
  await chats.time.passes('1 day');
  chats.lan.seesNo(code);
  chats.anh.sees('Chưa gửi được thông báo tới bà Trần Thị Lan');
  expect(await notices(chats, 'tran-thi-lan')).toContainEqual({ state: 'failed', error: 'the account is blocked' });
});

test('whoever withdraws his consent is written to there no more, and his deletion request is opened once for an administrator', async () => {
  const time = { now: AT };
  const oa = await createZaloOaPlatform(() => time.now);
  const other = createFakePlatform(BUTTONS_AND_EDITS);
  const chats = await startChatsOn({ platforms: [oa, other] });
  const there = chats.on(other, 'lan');
  const code = await fileRequest(chats);
  await chats.query(sql`insert into private_phone (person_id, sealed, agreed_at)
    select id, '\\x00', now() from person where key = 'tran-thi-lan'`);
  const id = await idOf(chats, 'tran-thi-lan');
  await happens(chats, 'user_withdraw', { user_id: id });
  await happens(chats, 'user_withdraw', { user_id: id, timestamp: String(AT + 60_000) });
  there.sees('Ông/bà đã rút lại đồng ý trên Zalo: từ nay không gửi tin tới tài khoản đó.');
  chats.lan.seesNo('rút lại đồng ý');
  const asked = chats.khanh.looks().filter(({ text }) => text.includes('Yêu cầu xóa dữ liệu cá nhân'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.text).toMatch(
    /bà Trần Thị Lan[\s\S]*rút lại đồng ý[\s\S]*Hạn trả lời theo luật: hết ngày 08\/12\/2026/,
  );
  expect(await chats.query(sql`select 1 from private_phone`)).toEqual([]);
  expect(
    await chats.query(sql`select kind, data ->> 'withdrawn' as withdrawn from fact
      where kind in ('data_asked', 'phone_withdrawn') order by seq`),
  ).toEqual([
    { kind: 'phone_withdrawn', withdrawn: null },
    { kind: 'data_asked', withdrawn: 'true' },
  ]);
  await chats.khanh.picks('Đã xử lý');
  await chats.khanh.says('Đã gỡ tài khoản trên Zalo OA.');
  there.sees('Đã gỡ tài khoản trên Zalo OA.');
  // What was done stays what it was, and goes on where she still is.
  await there.says(code);
  there.hears(code);
  // Withdrawn once more after that was handled: asked anew.
  await happens(chats, 'user_withdraw', { user_id: id, timestamp: String(AT + 120_000) });
  expect(await chats.query(sql`select count(*)::int as count from data_request`)).toEqual([{ count: 2 }]);
});

describe('a paid message whose answer is lost', () => {
  const lose = async () => {
    const world = await start();
    const { chats, fake, time } = world;
    time.now = AT + 3 * DAY;
    await chats.query(sql`update account set seen_at = seen_at - interval '3 days'
      where person_id = (select id from person where key = 'tran-thi-lan')`);
    await chats.anh.says('/viec');
    const id = await idOf(chats, 'tran-thi-lan');
    fake.faults.addFor(id, '/v3.0/oa/message/cs', { do: 'cut', when: 'after' });
    const code = await fileRequest(chats);
    const seen = () => (fake.world.chats.get(id)?.messages ?? []).filter(({ text }) => text.includes(code));
    const states = async () => (await notices(chats, 'tran-thi-lan')).map(({ state }) => state);
    const paid = () =>
      chats.query(sql`select kind, sum(count) as count from channel_use where kind = 'billed' group by kind`);
    expect([seen().length, await states()]).toEqual([1, ['unsure']]);
    return { ...world, id, seen, states, paid };
  };

  test('is not sent again once its phone says that it came', async () => {
    const { chats, id, seen, states, paid } = await lose();
    const receipt = (msg_id: string) => ({ sender: { id: OA_ID }, recipient: { id }, message: { msg_id } });
    await happens(chats, 'user_received_message', receipt(seen()[0]?.id ?? ''));
    expect(await states()).toEqual(['sent']);
    await chats.time.passes('2 hours');
    expect(seen()).toHaveLength(1);
    chats.anh.seesNo('Chưa rõ thông báo');
    expect(await paid()).toEqual([{ kind: 'billed', count: 1 }]);
  });

  test('that nobody confirms is in the list of failed sends after an hour, not paid for twice, and its sender hears', async () => {
    const { chats, seen, states, paid } = await lose();
    await chats.time.passes('50 minutes');
    expect(await states()).toEqual(['unsure']);
    await chats.time.passes('11 minutes');
    expect([seen().length, await states()]).toEqual([1, ['failed']]);
    chats.anh.sees('Chưa rõ thông báo tới bà Trần Thị Lan');
    await chats.khanh.says('/quantri');
    await chats.khanh.picks('Tin chưa gửi được');
    chats.khanh.hears('kênh không trả lời, có thể đã tới hoặc chưa');
    expect(await paid()).toEqual([{ kind: 'billed', count: 1 }]);
  });

  test('and whose process died is not sent again either', async () => {
    const { chats, states } = await lose();
    await chats.query(sql`update outbox set state = 'sending', lease_until = created_at where state = 'unsure'`);
    await chats.time.passes('1 minute');
    expect(await states()).toEqual(['unsure']);
  });
});

test('an account that may not be written to any more, and a template it does not get, end in one paid template by phone, killed or not', async () => {
  const time = { now: AT };
  const platform = await createZaloOaPlatform(() => time.now, '4711');
  const chats = await startChatsOn({ platforms: [platform] });
  const { fake } = platform;
  fake.zbs.phones.add('84912345678');
  const { lan } = chats;
  await lan.says('/dulieu');
  await lan.picks('Số điện thoại nhận tin');
  await lan.says('0912 345 678');
  await lan.picks('Đồng ý');
  // A week and a day without a word of hers: only a template may be sent, and her account has none of it.
  await chats.query(sql`update account set seen_at = seen_at - interval '8 days'
    where person_id = (select id from person where key = 'tran-thi-lan')`);
  fake.faults.add('/v3.0/oa/message/template', { do: 'answer', code: -114, message: 'User has not this' }, 9);
  const first = await fileRequest(chats);
  expect(fake.templates).toEqual([
    { to: '84912345678', template: '4711', data: { noi_dung: expect.stringContaining(first) } },
  ]);
  expect((await notices(chats, 'tran-thi-lan')).at(-1)?.state).toBe('sent');
  const paid = await chats.query(sql`select sum(count)::int as count from channel_use where kind = 'template'`);
  expect(paid).toEqual([{ count: 1 }]);

  // The process dies when the platform has it, before the mark; the one that comes after does not pay for it again.
  fake.faults.add('/message/template', { do: 'cut', when: 'after' });
  const second = await fileRequest(chats);
  await chats.query(sql`update outbox set state = 'sending', lease_until = created_at where state = 'unsure'`);
  await chats.office.restart();
  await chats.time.passes('5 minutes');
  const sent = () => fake.templates.filter(({ data }) => String(data.noi_dung).includes(second)).length;
  expect([sent(), (await notices(chats, 'tran-thi-lan')).at(-1)?.state]).toEqual([1, 'unsure']);
  chats.anh.seesNo('Chưa rõ thông báo');
  await chats.time.passes('1 hour');
  expect([sent(), (await notices(chats, 'tran-thi-lan')).at(-1)?.state]).toEqual([1, 'failed']);
  chats.anh.sees('Chưa rõ thông báo tới bà Trần Thị Lan');
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

/** A private number: given with consent for notices that reach its owner nowhere else, withdrawn at any time. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Ambiguous, Elsewhere, RetryAt } from '#channels/errors.ts';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import type { Platform } from '#test/fakes/profile/platform.ts';
import { BUTTONS_AND_EDITS, NO_BUTTONS } from '#test/fakes/profile/profile.ts';
import { startChatsOn } from '#test/support/chat.ts';
import { fileRequest } from '#test/support/story.ts';

const LAN = 'tran-thi-lan';

/** Whoever is silent for ten days may be written to nowhere freely, and the template to his account is refused. */
const startByPhone = async (...others: readonly Platform[]) => {
  const hour = 3_600_000;
  const windowed = createFakePlatform({
    ...NO_BUTTONS,
    capabilities: { ...NO_BUTTONS.capabilities, window: { freeMs: 48 * hour, openMs: 168 * hour } },
  });
  const sent: string[] = [];
  const faults: Error[] = [];
  const platform: Platform = {
    ...windowed,
    open: async (clock, log) => ({
      ...(await windowed.open(clock, log)),
      noticeTemplate: 'T1',
      notify: async () => {
        throw new Elsewhere('no account');
      },
      notifyPhone: async (phone, template, data) => {
        sent.push(`${phone} ${template} ${data.noi_dung}`);
        const fault = faults.shift();
        if (fault !== undefined) throw fault;
        return `p${sent.length}`;
      },
    }),
  };
  const chats = await startChatsOn({ platforms: [platform, ...others], at: '2026-11-23 08:00', expectErrors: true });
  const { lan } = chats;
  return {
    ...{ chats, sent, faults, lan },
    agrees: async (typed = '0912.345 678') => {
      await lan.says('/dulieu');
      await lan.picks('Số điện thoại nhận tin');
      await lan.says(typed);
      await lan.picks('Đồng ý');
    },
    files: async () => {
      await chats.query(sql`update account set seen_at = seen_at - interval '10 days' where channel = ${platform.name}
        and address = ${LAN}`);
      return fileRequest(chats);
    },
  };
};

test('a private number is asked for with its purpose, kept and used only after consent, shown masked, and nowhere in the clear', async () => {
  const { chats, sent, lan, files } = await startByPhone();
  await lan.says('/dulieu');
  await lan.picks('Số điện thoại nhận tin');
  await lan.says('số của tôi');
  lan.hears('ví dụ: 0912 345 678');
  await lan.says('+84 903 111 222');
  lan.hears('09•• ••• 222');
  lan.hears('chỉ được dùng để gửi tin Zalo theo mẫu khi');
  expect(await chats.query(sql`select 1 from private_phone`)).toEqual([]);
  await files();
  expect(sent).toEqual([]);
  chats.anh.sees('Chưa gửi được thông báo tới bà Trần Thị Lan');
  await lan.picks('Đồng ý');
  lan.hears('Đã lưu số 09•• ••• 222');
  await lan.says('/dulieu');
  lan.hears('Số điện thoại nhận tin: 09•• ••• 222, ông/bà đồng ý lúc');
  const code = await files();
  expect(sent).toEqual([expect.stringMatching(new RegExp(`^84903111222 T1 .*${code}`))]);
  expect(
    await chats.query(
      sql`select address like 'phone:%' as phone, cost, tried from outbox where template and state = 'sent'`,
    ),
  ).toEqual([{ phone: true, cost: 'template', tried: [`${chats.platform.name}#template`] }]);
  const [held] = await chats.query(sql<{ all: string }>`select concat(
    (select string_agg(i::text, '') from inbox i), (select string_agg(o::text, '') from outbox o),
    (select string_agg(f::text, '') from fact f), (select string_agg(f::text, '') from form f),
    (select string_agg(p::text, '') from private_phone p)) as all`);
  expect(`${held?.all}${chats.logged()}`).not.toMatch(/903[. ]?111[. ]?222/);
  expect(await chats.query(sql`select kind, data ->> 'version' as version from fact where kind like 'phone%'`)).toEqual(
    [{ kind: 'phone_agreed', version: '2026-11' }],
  );
});

test('a private number is changed and withdrawn at once, also for what waits; asked to be deleted it is gone, as with whoever leaves', async () => {
  const { chats, sent, faults, lan, agrees, files } = await startByPhone();
  await agrees();
  await agrees('0987654321');
  lan.hears('09•• ••• 321');
  // It waits to be tried again while its owner withdraws.
  faults.push(new RetryAt('slow', 60_000));
  await files();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain('84987654321');
  await lan.says('/dulieu');
  await lan.picks('Thôi dùng số này');
  lan.hears('Đã xóa số điện thoại');
  await chats.time.passes('2 minutes');
  await files();
  expect(sent).toHaveLength(1);
  chats.anh.sees('Chưa gửi được thông báo tới bà Trần Thị Lan');
  await agrees();
  await chats.query(sql`update account set banned_at = seen_at where address = ${LAN}`);
  await files();
  expect(sent).toHaveLength(1);
  await chats.query(sql`update account set banned_at = null`);
  await lan.says('/dulieu');
  await lan.picks('Yêu cầu xóa');
  await lan.says('Số điện thoại của tôi.');
  expect(await chats.query(sql`select 1 from private_phone`)).toEqual([]);
  await agrees();
  await chats.query(sql`update membership set valid_to = '2026-11-01' where person_id =
    (select person_id from private_phone)`);
  await chats.office.first().jobs.retention({});
  expect(await chats.query(sql`select 1 from private_phone`)).toEqual([]);
});

test('a lost answer to a phone’s template waits for the platform’s word and is not paid for twice', async () => {
  const { chats, sent, faults, agrees, files } = await startByPhone();
  await agrees();
  faults.push(new Ambiguous('cut off'));
  await files();
  const state = () =>
    chats.query(sql<{ id: number; state: string }>`select id, state from outbox where template
    and address like 'phone:%'`);
  const [row] = await state();
  expect(row?.state).toBe('unsure');
  await chats.time.passes('5 minutes');
  expect(sent).toHaveLength(1);
  const sender = { externalId: '84912345678', displayName: '', isBot: false };
  await chats.office.first().work.accept([
    {
      ...{ channel: chats.platform.name, eventId: 'delivered:z1', sender, address: '84912345678', place: 'private' },
      ...{ addressed: true, at: 0, messageRef: 'z1', quoted: null },
      content: { kind: 'delivered', key: `outbox:${row?.id}` },
    },
  ]);
  expect((await state()).map((one) => one.state)).toEqual(['sent']);
});

test('it is offered with the data notice when an account is linked', async () => {
  const other = createFakePlatform(BUTTONS_AND_EDITS);
  const { chats, lan } = await startByPhone(other);
  await chats.query(sql`delete from conversation where channel = ${other.name}`);
  await chats.query(sql`delete from account where channel = ${other.name}`);
  await lan.says('/ketnoi');
  await lan.picks('Lấy mã liên kết');
  const code = /(?:\w{4}-){3}\w{4}/.exec(lan.hears('Mã liên kết của ông/bà'))?.[0];
  const there = chats.voice(LAN, other);
  await there.says(`/start ${code}`);
  there.hears('Luật Bảo vệ dữ liệu cá nhân');
  await there.picks('Số điện thoại nhận tin');
  await there.says('0903.111.222');
  await there.says('0903.111.223');
  there.hears('chọn Đồng ý');
  await there.says('/huy');
  expect(await chats.query(sql`select 1 from private_phone`)).toEqual([]);
});

/** CH3, CH6, CH8: the same over an official account alone: signed events, buttons, a document link, through a kill. */
import { expect, test } from 'vitest';
import { APP, type FakeZaloOa, FIRST_REFRESH, OA_ID, startFakeZaloOa } from '#test/fakes/zalo-oa/fake.ts';
import { type Product, startE2e } from '#test/support/e2e.ts';
import { fileAndReceive, link, PATIENCE_MS, type ZaloHand } from '#test/support/e2e-zalo.ts';

test('on an official account alone a request is filed with a photo and received, through a kill; by phone nobody is told, and paid for, twice', async () => {
  // The platform's ladder of half a minute takes half a second.
  const fake = await startFakeZaloOa({ secondMs: 17 });
  const product = await startE2e((url) => ({
    ...{ ZALO_OA_APP_ID: APP.appId, ZALO_OA_APP_SECRET: APP.appSecret, ZALO_OA_SECRET_KEY: APP.secretKey },
    ...{ ZALO_OA_REFRESH_TOKEN: FIRST_REFRESH, ZALO_OA_API_ROOT: fake.root, ZALO_OA_OAUTH_ROOT: fake.root },
    ...{ ZALO_ZBS_API_ROOT: fake.root, ZALO_ZBS_TEMPLATE_REMINDER: '4711', PUBLIC_URL: url },
  }));
  try {
    expect(await fake.pusher.save(`${product.url}/webhook/zalo-oa`)).toBe(true);
    const users: Record<string, ReturnType<typeof fake.user>> = {};
    const handOf = (name: string): ZaloHand => {
      const user = fake.user(name);
      users[name] = user;
      const payloadOf = (label: string | RegExp): string | undefined =>
        user
          .sees()
          .flatMap((seen) => seen.buttons)
          .findLast((one) => (typeof label === 'string' ? one.label === label : label.test(one.label)))?.payload;
      return {
        says: user.says,
        // A long list comes in several messages.
        picks: async (label) => user.presses(await fake.waitFor(() => payloadOf(label), PATIENCE_MS)),
        sendsPhoto: (bytes) => user.sends('anh.jpg', 'image/jpeg', bytes),
        hears: (words) => user.hears(words, PATIENCE_MS),
        sees: user.sees,
      };
    };
    const people = { anh: handOf('Minh Anh'), lan: handOf('Lan') };
    await Promise.all([link(people.anh, product, 'anh'), link(people.lan, product, 'lan')]);
    const code = await fileAndReceive(people, product);
    expect(fake.calls.filter(({ refusal }) => refusal !== null)).toEqual([]);
    // One renewal at the first start: the killed process left its tokens to the next.
    expect(fake.oauth.count()).toBe(1);
    await payOnce(fake, product, { ...people, code, leaves: () => users.Lan?.unfollows() });
    expect(fake.pusher.isOff()).toBe(false);
    const forged = await fetch(`${product.url}/webhook/zalo-oa`, { method: 'POST', body: '{"event_name":"follow"}' });
    expect(forged.status).toBe(401);
  } finally {
    await product.close();
    await fake.close();
  }
}, 240_000);

type Payers = { readonly anh: ZaloHand; readonly lan: ZaloHand; readonly code: string; readonly leaves: () => unknown };

/**
 * Whoever has left the account, and agreed to be told by phone, gets a paid template. The process is killed when the
 * platform has it and nobody has marked it: it is not paid for again, and its receipt settles it.
 */
const payOnce = async (fake: FakeZaloOa, product: Product, { anh, lan, code, leaves }: Payers): Promise<void> => {
  fake.zbs.phones.add('84912345678');
  const answers: readonly (readonly [who: ZaloHand, deed: () => unknown, words: string | RegExp])[] = [
    [lan, () => lan.says('/dulieu'), 'Dữ liệu cá nhân của ông/bà'],
    [lan, () => lan.picks('Số điện thoại nhận tin'), 'ví dụ: 0912'],
    [lan, () => lan.says('0912 345 678'), '09•• ••• 678'],
    [lan, () => lan.picks('Đồng ý'), 'Đã lưu số'],
    [anh, () => anh.says(code), 'đang thực hiện'],
    [anh, () => anh.picks('Rút đề nghị'), 'Lý do'],
  ];
  for (const [who, deed, words] of answers) {
    await deed();
    await who.hears(words);
  }
  leaves();
  await fake.waitFor(() => fake.pusher.waiting() === 0 || undefined, PATIENCE_MS);
  fake.faults.add('/message/template', { do: 'hang', when: 'after' });
  anh.says('Doanh nghiệp đã tự khắc phục.');
  await expect.poll(() => fake.templates.length, { timeout: PATIENCE_MS }).toBe(1);
  await product.killAndStart();
  for (const advance of ['1m', '5m']) await product.moveClock({ advance });
  expect(fake.templates).toHaveLength(1);
  const { tracking_id } = fake.callsOf('/message/template').at(-1)?.payload ?? {};
  const message = { msg_id: 't1', tracking_id, delivery_time: '0' };
  const event = { app_id: APP.appId, event_name: 'user_received_message', timestamp: '1795420800123' };
  fake.pusher.add({ ...event, sender: { id: OA_ID }, recipient: { id: '84912345678' }, message });
  await fake.waitFor(() => fake.pusher.waiting() === 0 || undefined, PATIENCE_MS);
  await product.moveClock({ advance: '2h' });
  anh.says('/theodoi');
  await anh.hears('Đề nghị đang theo dõi');
  expect(fake.templates).toHaveLength(1);
  expect(anh.sees().filter(({ text }) => /Chưa rõ thông báo|Chưa gửi được/.test(text))).toEqual([]);
};

/** CH3, CH8: the same over an official account alone: signed events, buttons, a document link, through a kill. */
import { expect, test } from 'vitest';
import { APP, FIRST_REFRESH, startFakeZaloOa } from '#test/fakes/zalo-oa/fake.ts';
import { startE2e } from '#test/support/e2e.ts';
import { fileAndReceive, link, PATIENCE_MS, type ZaloHand } from '#test/support/e2e-zalo.ts';

test('on an official account alone a request is filed with a photo and received, through a kill', async () => {
  // The platform's ladder of half a minute takes half a second.
  const fake = await startFakeZaloOa({ secondMs: 17 });
  const product = await startE2e((url) => ({
    ...{ ZALO_OA_APP_ID: APP.appId, ZALO_OA_APP_SECRET: APP.appSecret, ZALO_OA_SECRET_KEY: APP.secretKey },
    ...{ ZALO_OA_REFRESH_TOKEN: FIRST_REFRESH, ZALO_OA_API_ROOT: fake.root, ZALO_OA_OAUTH_ROOT: fake.root },
    PUBLIC_URL: url,
  }));
  try {
    expect(await fake.pusher.save(`${product.url}/webhook/zalo-oa`)).toBe(true);
    const handOf = (name: string): ZaloHand => {
      const user = fake.user(name);
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
    await fileAndReceive(people, product);
    expect(fake.calls.filter(({ refusal }) => refusal !== null)).toEqual([]);
    // One renewal at the first start: the killed process left its tokens to the next.
    expect(fake.oauth.count()).toBe(1);
    expect(fake.pusher.isOff()).toBe(false);
    const forged = await fetch(`${product.url}/webhook/zalo-oa`, { method: 'POST', body: '{"event_name":"follow"}' });
    expect(forged.status).toBe(401);
  } finally {
    await product.close();
    await fake.close();
  }
}, 180_000);

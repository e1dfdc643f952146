/** CH8: with Telegram switched off the product starts, and people on Zalo notice nothing, also when it is killed. */
import { expect, test } from 'vitest';
import { startFakeZaloBot } from '#test/fakes/zalo-bot/fake.ts';
import { startE2e } from '#test/support/e2e.ts';
import { fileAndReceive, link, numberIn, PATIENCE_MS, type ZaloHand } from '#test/support/e2e-zalo.ts';

const SECRET = 'khoa-cua-webhook';

test('on Zalo Bot alone a request is filed with a photo and received, through a kill', async () => {
  const fake = await startFakeZaloBot({ secondMs: 50, shape: { isWrapped: true } });
  const product = await startE2e((url) => ({
    ZALO_BOT_TOKEN: fake.token,
    ZALO_BOT_API_ROOT: fake.root,
    ZALO_BOT_WEBHOOK_SECRET: SECRET,
    PUBLIC_URL: url,
  }));
  try {
    await fake.waitFor(() => fake.webhook(), 20_000);
    const handOf = (name: string): ZaloHand => {
      const user = fake.user(name);
      return {
        says: user.says,
        picks: (label) => user.says(numberIn(user.sees(), label)),
        sendsPhoto: (bytes) => user.sends('anh.jpg', bytes),
        hears: (words) => user.hears(words, PATIENCE_MS),
        sees: user.sees,
      };
    };
    const people = { anh: handOf('Minh Anh'), lan: handOf('Lan') };
    await Promise.all([link(people.anh, product, 'anh'), link(people.lan, product, 'lan')]);
    await fileAndReceive(people, product);
    expect(fake.calls.filter(({ refusal }) => refusal !== null)).toEqual([]);
    const { channels } = (await (await fetch(`${product.url}/readyz`)).json()) as { channels: object }; // its contract
    expect(channels).toEqual({ telegram: 'off', 'zalo-bot': 'on', 'zalo-oa': 'off', web: 'off' });
    expect((await fetch(`${product.url}/webhook/zalo-bot`, { method: 'POST', body: '{}' })).status).toBe(401);
  } finally {
    await product.close();
    await fake.close();
  }
}, 180_000);

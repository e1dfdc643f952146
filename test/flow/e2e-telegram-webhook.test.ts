/** The whole story over Telegram by webhook, on `npm start` as it is; killed at two steps that a seed chooses. */
import { expect, test } from 'vitest';
import { randomOf } from '#test/chaos/random.ts';
import { startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import { startE2e } from '#test/support/e2e.ts';
import { play, story } from '#test/support/e2e-story.ts';
import { commandsAreRegistered, linkAll, pressesLeaveNoLitter } from '#test/support/e2e-telegram.ts';

const SEED = 20_261_124;
const SECRET = 'khoa-cua-webhook';

test('by webhook, a request is filed, received, reminded, answered, approved and closed, through two kills', async () => {
  // The platform tries again sooner than it would: a second of its is 50 ms.
  const fake = await startFakeTelegram({ secondMs: 50 });
  const product = await startE2e((url) => ({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.root,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    PUBLIC_URL: url,
  }));
  try {
    await fake.waitFor(() => fake.webhook.current(), 20_000);
    expect(fake.webhook.current()).toMatchObject({
      url: expect.stringContaining(`${product.url}/webhook/telegram`),
      secret: SECRET,
    });
    const { users, ...cast } = await linkAll(fake, product);
    const steps = story(cast, product);
    const random = randomOf(SEED);
    await play(steps, [random.between(1, 9), random.between(11, steps.length - 2)], product);
    await commandsAreRegistered(fake);
    await pressesLeaveNoLitter(users.lan, users.thai);
    const hook = `${product.url}/webhook/telegram`;
    expect((await fetch(hook, { method: 'POST', body: '{}' })).status).toBe(401);
    expect(fake.callsOf('getUpdates')).toEqual([]);
  } finally {
    await product.close();
    await fake.close();
  }
}, 180_000);

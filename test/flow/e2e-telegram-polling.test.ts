/** The whole story over Telegram by polling, on `npm start` as it is; killed at two steps that a seed chooses. */
import { expect, test } from 'vitest';
import { randomOf } from '#test/chaos/random.ts';
import { startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import { startE2e } from '#test/support/e2e.ts';
import { play, story } from '#test/support/e2e-story.ts';
import { answersInTopic, commandsAreRegistered, linkAll, pressesLeaveNoLitter } from '#test/support/e2e-telegram.ts';

const SEED = 20_261_123;

test('by polling, a request is filed, received, reminded, answered, approved and closed, through two kills', async () => {
  const fake = await startFakeTelegram();
  const product = await startE2e(() => ({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.root,
    TELEGRAM_MODE: 'polling',
  }));
  try {
    const { users, ...cast } = await linkAll(fake, product);
    const steps = story(cast, product);
    const random = randomOf(SEED);
    await play(steps, [random.between(1, 9), random.between(11, steps.length - 2)], product);
    await commandsAreRegistered(fake);
    await pressesLeaveNoLitter(users.lan, users.thai);
    await answersInTopic(fake, users.anh);
    expect(fake.calls.filter(({ status }) => status >= 400 && status !== 409)).toEqual([]);
  } finally {
    await product.close();
    await fake.close();
  }
}, 180_000);

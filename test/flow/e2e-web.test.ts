/** The whole story in the web chat, in a real browser, on `npm start` as it is; killed at two steps a seed chooses. */
import { expect, test } from 'vitest';
import { randomOf } from '#test/chaos/random.ts';
import { chromiumPath, launchChromium } from '#test/fakes/web/browser.ts';
import { startE2e } from '#test/support/e2e.ts';
import { play, story } from '#test/support/e2e-story.ts';
import { openColumns } from '#test/support/e2e-web.ts';

const SEED = 20_261_125;

test.skipIf(chromiumPath === null)(
  'in the web chat, a request is filed, received, reminded, answered, approved and closed, through two kills',
  async () => {
    const [browser, product] = await Promise.all([launchChromium(chromiumPath ?? ''), startE2e(() => ({}))]);
    try {
      const page = await browser.newPage({ viewport: { width: 1_400, height: 900 }, locale: 'vi-VN' });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const steps = story(await openColumns(page, product.url), product);
      const random = randomOf(SEED);
      await play(steps, [random.between(1, 9), random.between(11, steps.length - 2)], product);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
      await product.close();
    }
  },
  180_000,
);

/** RE7: short lives of the whole product by chance, each with its seed; `npm run simulate` lives long ones. */
import { expect, test } from 'vitest';
import { live } from '#test/simulate/life.ts';
import { lineOf } from '#test/simulate/report.ts';
import { freshDatabase } from '#test/support/database.ts';

test('one seed replays one life', async () => {
  const once = async () => {
    const database = await freshDatabase('seeded');
    try {
      return await live(database.appUrl, 2, 3);
    } finally {
      await database.drop();
    }
  };
  const [first, again] = [await once(), await once()];
  expect(first.log.length).toBeGreaterThan(10);
  expect(again.log).toEqual(first.log);
  expect(again.acts).toEqual(first.acts);
}, 60_000);

test.each([2, 3])(
  'every promised reminder is seen once, none outside hours, none after an answer (seed %i)',
  async (seed) => {
    const database = await freshDatabase('seeded');
    try {
      const report = await live(database.appUrl, seed, 21);
      process.stdout.write(`${lineOf(report)}\n`);
      expect(report.faults).toEqual([]);
      expect(report.promised).toBeGreaterThan(20);
    } finally {
      await database.drop();
    }
  },
  120_000,
);

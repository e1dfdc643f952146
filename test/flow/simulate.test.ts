/** RE7: short lives of the whole product by chance, each with its seed; `npm run simulate` lives long ones. */
import { expect, test } from 'vitest';
import { live } from '#test/simulate/life.ts';
import { lineOf } from '#test/simulate/report.ts';
import { freshDatabase } from '#test/support/database.ts';

test('one seed replays one life', async () => {
  const once = async () => {
    const database = await freshDatabase('seeded');
    try {
      return await live(database.appUrl, 2, { days: 3 });
    } finally {
      await database.drop();
    }
  };
  const [first, again] = [await once(), await once()];
  expect(first.log.length).toBeGreaterThan(10);
  expect(again.log).toEqual(first.log);
  expect(again.acts).toEqual(first.acts);
}, 60_000);

test.each([
  { seed: 2, from: '2026-11-23' },
  // Tết is among its days.
  { seed: 3, from: '2027-01-25' },
])(
  'every promised message is seen once, whole and in order, none outside hours, none after an answer (seed $seed from $from)',
  async ({ seed, from }) => {
    const database = await freshDatabase('seeded');
    try {
      const report = await live(database.appUrl, seed, { days: 21, from });
      process.stdout.write(`${lineOf(report)}\n`);
      expect(report.faults).toEqual([]);
      expect(report.promised).toBeGreaterThan(20);
    } finally {
      await database.drop();
    }
  },
  120_000,
);

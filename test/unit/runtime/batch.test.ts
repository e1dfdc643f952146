/** Rounds that several askers share. */
import { expect, test } from 'vitest';
import { createBatch } from '#runtime/batch.ts';

test('what is asked for while a round is under way shares the next one', async () => {
  const rounds: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const ask = createBatch<number>(8, (items) => {
    rounds.push(items);
    return new Promise((resolve) => ends.push(resolve));
  });
  const asked = [ask([1]), ask([2, 3]), ask([4])];
  expect(rounds).toEqual([[1]]);
  ends[0]?.();
  await asked[0];
  await expect.poll(() => rounds).toEqual([[1], [2, 3, 4]]);
  ends[1]?.();
  await Promise.all(asked);
});

test('the fault of one asker is not the fault of those who share his round', async () => {
  const stored: number[] = [];
  const ask = createBatch<number>(8, async (items) => {
    if (items.includes(13)) throw new Error('thirteen');
    stored.push(...items);
  });
  const outcomes = await Promise.allSettled([ask([1]), ask([2]), ask([13]), ask([3])]);
  expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(stored).toEqual([1, 2, 3]);
});

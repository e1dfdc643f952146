/** Filing at saturation, and whether all that was filed is whole. */
import { openDb } from '#db/client.ts';
import { verifyFacts } from '#db/fact.ts';
import { isTrue, type Line } from '../measure.ts';
import type { Draft } from './drafts.ts';
import type { Platform, Timing } from './platform.ts';
import type { Rig } from './rig.ts';

const AT_ONCE = 16;

export type Filed = { readonly rate: number; readonly timings: readonly Timing[]; readonly refused: number };
export const fileAll = async (platform: Platform, drafts: readonly Draft[]): Promise<Filed> => {
  const timings: Timing[] = [];
  let refusedCount = 0;
  const seconds = await atOnce(drafts, async ({ userId, token }) => {
    const { answer, timing } = await platform.say(userId, { kind: 'press', token });
    timings.push(timing);
    if (!/PH-\d{4}-\d{5}/.test(answer.text)) refusedCount += 1;
  });
  return { rate: drafts.length / seconds, timings, refused: refusedCount };
};

/** @returns seconds */
export const atOnce = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<number> => {
  const since = performance.now();
  const left = items.values();
  const one = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return (performance.now() - since) / 1_000;
};

export const integrity = async ({ pool, ownerUrl }: Rig): Promise<Line[]> => {
  const { rows } = await pool.query<{ gaps: number; filed: number }>(
    `select coalesce(sum(c.last - r.numbers), 0)::int as gaps, coalesce(sum(r.numbers), 0)::int as filed from counter c
     left join lateral (select count(distinct code)::int as numbers from request
       where code like 'PH-' || split_part(c.name, ':', 2) || '-%') r on true
     where c.name like 'request:%'`,
  );
  const { gaps = -1, filed = 0 } = rows[0] ?? {};
  const db = openDb(ownerUrl, 1, () => undefined);
  const { checked, firstBroken } = await verifyFacts(db).finally(() => db.pool.end());
  return [
    isTrue('numbers without a gap', gaps === 0 && filed > 0, `${filed} numbers, ${gaps} gaps`),
    isTrue('chains of facts verified', firstBroken === null && checked > 0, `${checked} facts`),
  ];
};

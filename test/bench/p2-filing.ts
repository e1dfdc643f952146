/** P2: how many requests are filed at saturation, beside what plain transactions reach on the same database. */

import { openDb } from '#db/client.ts';
import { verifyFacts } from '#db/fact.ts';
import { atLeast, atMost, type Budget, isTrue, type Line, median, note, quantile, round } from './measure.ts';
import { addDrafts, type Draft, draftOnce } from './rig/drafts.ts';
import { addPeople } from './rig/people.ts';
import type { Platform, Timing } from './rig/platform.ts';
import { processorMs } from './rig/product.ts';
import { makeRawTables, rawTransaction } from './rig/raw.ts';
import { type Rig, withProduct } from './rig/rig.ts';

const AT_ONCE = 16;
const FILERS = 400;
const RAW = 2_000;
const PAIRS = 7;
/** Nothing is published while we measure: what publishing costs is the budget of the due rows (P4). */
const UNDO_SECONDS = 600;

export const filing: Budget = {
  id: 'P2',
  title: 'saturation: Gửi of a filled draft → committed → answered, 16 at once',
  measure: (options) => withProduct(options, { pacing: 'off', undoSeconds: UNDO_SECONDS }, measure),
};

const measure = async (rig: Rig): Promise<Line[]> => {
  await makeRawTables(rig.pool);
  const people = await addPeople(rig.pool, FILERS, 'official', `u.code = 'bql-qhxd'`);
  const sample = await draftOnce(rig, people);
  // Warm: both sides once, unmeasured.
  await fileAll(rig.platform, await addDrafts(rig.pool, sample));
  await rawRate(rig, RAW);
  const pairs: Pair[] = [];
  for (let count = 0; count < PAIRS; count += 1) pairs.push(await onePair(rig, await addDrafts(rig.pool, sample)));
  const ratio = median(pairs.map(({ ours, raw }) => (100 * ours.rate) / raw));
  const acknowledged = pairs.flatMap(({ ours }) => ours.timings.map((timing) => timing.acknowledged));
  const answered = pairs.flatMap(({ ours }) => ours.timings.map((timing) => timing.answered));
  return [
    atLeast('rate beside a raw transaction of five statements', ratio, 22, '%'),
    atMost('webhook acknowledged, p99', quantile(acknowledged, 0.99), 150, 'ms'),
    isTrue('every filing got its code', refused(pairs) === 0, `${refused(pairs)} refused`),
    ...(await integrity(rig)),
    note(
      'filed; raw transactions',
      `${round(median(pairs.map((pair) => pair.ours.rate)))}/s; ${round(median(pairs.map((pair) => pair.raw)))}/s`,
    ),
    note('processor time of the product a filing', `${round(median(pairs.map((pair) => pair.processorMs)))} ms`),
    note(
      'answered, p50 and p99; queue',
      `${round(median(answered))}, ${round(quantile(answered, 0.99))} ms; ${rig.queue}`,
    ),
  ];
};

type Filed = { readonly rate: number; readonly timings: readonly Timing[]; readonly refused: number };
type Pair = { readonly ours: Filed; readonly raw: number; readonly processorMs: number };

const onePair = async (rig: Rig, drafts: readonly Draft[]): Promise<Pair> => {
  const before = await processorMs(rig.product.pid);
  const ours = await fileAll(rig.platform, drafts);
  const used = ((await processorMs(rig.product.pid)) ?? 0) - (before ?? 0);
  return { ours, raw: await rawRate(rig, RAW), processorMs: used / drafts.length };
};

const refused = (pairs: readonly Pair[]): number => pairs.reduce((sum, { ours }) => sum + ours.refused, 0);

const fileAll = async (platform: Platform, drafts: readonly Draft[]): Promise<Filed> => {
  const timings: Timing[] = [];
  let refusedCount = 0;
  const seconds = await atOnce(drafts, async ({ userId, token }) => {
    const { answer, timing } = await platform.say(userId, { kind: 'press', token });
    timings.push(timing);
    if (!/PH-\d{4}-\d{5}/.test(answer.text)) refusedCount += 1;
  });
  return { rate: drafts.length / seconds, timings, refused: refusedCount };
};

const rawRate = async ({ pool }: Rig, count: number): Promise<number> => {
  const talks = Array.from({ length: count }, (_, index) => index);
  return count / (await atOnce(talks, (talk) => rawTransaction(pool, talk)));
};

/** @returns seconds */
const atOnce = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<number> => {
  const since = performance.now();
  const left = items.values();
  const one = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return (performance.now() - since) / 1_000;
};

const integrity = async ({ pool, ownerUrl }: Rig): Promise<Line[]> => {
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

/** P2: how many requests are filed at saturation, beside what plain transactions reach on the same database. */

import { atLeast, atMost, type Budget, isTrue, type Line, median, note, quantile, round } from './measure.ts';
import { addDrafts, type Draft, draftOnce } from './rig/drafts.ts';
import { atOnce, type Filed, fileAll, integrity } from './rig/filing.ts';
import { addPeople } from './rig/people.ts';
import { processorMs } from './rig/product.ts';
import { makeRawTables, rawTransaction } from './rig/raw.ts';
import { type Rig, withProduct } from './rig/rig.ts';

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
  const people = await addPeople(rig.pool, FILERS, 'official', { units: `u.code = 'bql-qhxd'` });
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

type Pair = { readonly ours: Filed; readonly raw: number; readonly processorMs: number };

const onePair = async (rig: Rig, drafts: readonly Draft[]): Promise<Pair> => {
  const before = await processorMs(rig.product.pid);
  const ours = await fileAll(rig.platform, drafts);
  const used = ((await processorMs(rig.product.pid)) ?? 0) - (before ?? 0);
  return { ours, raw: await rawRate(rig, RAW), processorMs: used / drafts.length };
};

const refused = (pairs: readonly Pair[]): number => pairs.reduce((sum, { ours }) => sum + ours.refused, 0);

const rawRate = async ({ pool }: Rig, count: number): Promise<number> => {
  const talks = Array.from({ length: count }, (_, index) => index);
  return count / (await atOnce(talks, (talk) => rawTransaction(pool, talk)));
};

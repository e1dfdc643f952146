/** P3: what answering and filing cost beside many stored requests and beside few. */
import { atMost, type Budget, type Line, median, note, quantile, round } from './measure.ts';
import { ASKED_COMMUNES, assemble, drive, type Member } from './rig/crowd.ts';
import { addDrafts, draftOnce, type Sample } from './rig/drafts.ts';
import { fileAll } from './rig/filing.ts';
import { fillRequests } from './rig/many-requests.ts';
import { addPeople } from './rig/people.ts';
import { type Rig, withProduct } from './rig/rig.ts';

const FEW = 10_000;
/** The budget is for 1,000,000, which take a quarter of an hour to fill in. */
const MANY = Number(process.env.BENCH_REQUESTS ?? 100_000);
const PEOPLE = 100;
const FILERS = 200;
const ROUNDS = 5;
const ANSWERING = { rate: 50, forMs: 6_000 };
/** Nothing is published while we measure. */
const UNDO_SECONDS = 600;

export const growing: Budget = {
  id: 'P3',
  title: `P1 and P2 with ${MANY.toLocaleString('en')} requests stored, beside ${FEW.toLocaleString('en')}`,
  measure: (options) => withProduct(options, { pacing: 'off', undoSeconds: UNDO_SECONDS }, measure),
};

type Sides = { readonly answeredMs: number; readonly filedMs: number };

const measure = async (rig: Rig): Promise<Line[]> => {
  const crowd = await assemble(rig, await addPeople(rig.pool, PEOPLE, 'clerk', { units: ASKED_COMMUNES }));
  const sample = await draftOnce(
    rig,
    await addPeople(rig.pool, FILERS, 'official', { units: `u.code = 'bql-qhxd'`, first: PEOPLE }),
  );
  await fillRequests(rig.ownerUrl, 0, FEW);
  await measureOnce(rig, crowd, sample);
  const few = await rounds(rig, crowd, sample);
  const since = performance.now();
  await fillRequests(rig.ownerUrl, FEW, MANY);
  const filledIn = (performance.now() - since) / 1_000;
  await measureOnce(rig, crowd, sample);
  const many = await rounds(rig, crowd, sample);
  const grown = (of: keyof Sides): number => median(many.map((one) => one[of])) / median(few.map((one) => one[of]));
  const both = (of: keyof Sides): string => [few, many].map((one) => round(median(one.map((x) => x[of])))).join(' → ');
  return [
    atMost('answering, p50', grown('answeredMs'), 1.3, '×'),
    atMost('filing, time of one at saturation', grown('filedMs'), 1.3, '×'),
    note('answered, p50; filed, each', `${both('answeredMs')} ms; ${both('filedMs')} ms`),
    note('filled in', `${round(filledIn)} s`),
  ];
};

const rounds = async (rig: Rig, crowd: readonly Member[], sample: Sample): Promise<Sides[]> => {
  const all: Sides[] = [];
  for (let count = 0; count < ROUNDS; count += 1) all.push(await measureOnce(rig, crowd, sample));
  return all;
};

const measureOnce = async (rig: Rig, crowd: readonly Member[], sample: Sample): Promise<Sides> => {
  const { timings } = await drive(rig.platform, crowd, ANSWERING);
  const { rate } = await fileAll(rig.platform, await addDrafts(rig.pool, sample));
  return {
    answeredMs: quantile(
      timings.map((timing) => timing.answered),
      0.5,
    ),
    filedMs: 1_000 / rate,
  };
};

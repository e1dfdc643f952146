/** P11: two web and two worker processes do what one does, and no slower. */
import { atLeast, atMost, type Budget, isTrue, type Line, median, note, type Options, round } from './measure.ts';
import { addDrafts, draftOnce } from './rig/drafts.ts';
import { fileAll, integrity } from './rig/filing.ts';
import { addPeople } from './rig/people.ts';
import type { Seen } from './rig/platform.ts';
import { type Rig, type Setting, withProduct } from './rig/rig.ts';

const FILERS = 400;
const ROUNDS = 3;
/** Each side is started anew, in turn, so that what else the machine does falls on both. */
const PAIRS = 2;
/** What ARCHITECTURE states for one process without polling. */
const CONNECTIONS = 17;
const UNDO_SECONDS = 600;

const ONE: Setting['roles'] = ['all'];
const FOUR: Setting['roles'] = ['web', 'web', 'worker', 'worker'];

export const manyProcesses: Budget = {
  id: 'P11',
  title: 'two web and two worker processes, beside one',
  measure: async (options) => {
    const [one, four]: [Side[], Side[]] = [[], []];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      one.push(await measureSide(options, ONE));
      four.push(await measureSide(options, FOUR));
    }
    const rate = (sides: readonly Side[]): number => median(sides.flatMap((side) => side.rates));
    return [
      atLeast('filing, of the rate of one process', (100 * rate(four)) / rate(one), 100, '%'),
      ...four.flatMap((side) => side.lines),
      note('filed', `one ${round(rate(one))}/s; four ${round(rate(four))}/s`),
    ];
  },
};

type Side = { readonly rates: readonly number[]; readonly lines: readonly Line[] };

const measureSide = (options: Options, roles: Setting['roles']): Promise<Side> =>
  withProduct(options, { pacing: 'off', undoSeconds: UNDO_SECONDS, ...(roles === undefined ? {} : { roles }) }, file);

const file = async (rig: Rig): Promise<Side> => {
  const sample = await draftOnce(rig, await addPeople(rig.pool, FILERS, 'official', { units: `u.code = 'bql-qhxd'` }));
  await fileAll(rig.platform, await addDrafts(rig.pool, sample));
  const codes: string[] = [];
  rig.platform.onSeen = ({ text }: Seen) => codes.push(/PH-\d{4}-\d{5}/.exec(text)?.[0] ?? '');
  const rates: number[] = [];
  let [most, refused] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const filed = await fileAll(rig.platform, await addDrafts(rig.pool, sample));
    rates.push(filed.rate);
    refused += filed.refused;
    most = Math.max(most, await connectionsOf(rig));
  }
  const doubled = codes.length - new Set(codes).size;
  return {
    rates,
    lines: [
      atMost('messages seen twice', doubled, 0, ''),
      isTrue('every filing got its code', refused === 0 && codes.length > 0, `${codes.length} codes`),
      ...(await integrity(rig)),
      atMost('connections of a process', most / rig.processes, CONNECTIONS, ''),
    ],
  };
};

const connectionsOf = async ({ pool }: Rig): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where usename = 'app'`,
  );
  return rows[0]?.count ?? 0;
};

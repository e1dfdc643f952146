/** What filing pays for figures: the same filings with the figures' triggers on and off, block by block. */
import { atMost, type Line, median, note, type Options, round } from '../measure.ts';
import { addDrafts, draftOnce } from './drafts.ts';
import { addPeople } from './people.ts';
import { withProduct } from './rig.ts';

const FILERS = 400;
const PAIRS = 7;
const AT_ONCE = 16;
const TRIGGERS = [
  ['part', 'figure_part_new'],
  ['part', 'figure_part'],
  ['request', 'figure_request'],
] as const;

export const filingCost = (options: Options): Promise<Line[]> =>
  withProduct(options, { pacing: 'off', undoSeconds: 600 }, async (rig) => {
    const people = await addPeople(rig.pool, FILERS, 'official', { units: `u.code = 'bql-qhxd'` });
    const sample = await draftOnce(rig, people);
    const turn = async (to: 'enable' | 'disable'): Promise<number> => {
      for (const [table, trigger] of TRIGGERS) await rig.pool.query(`alter table ${table} ${to} trigger ${trigger}`);
      const left = (await addDrafts(rig.pool, sample)).values();
      const since = performance.now();
      const one = async (): Promise<void> => {
        for (const { userId, token } of left) await rig.platform.say(userId, { kind: 'press', token });
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
      return performance.now() - since;
    };
    await turn('enable'); // Warms.
    const pairs: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      // Which is first changes: a block leaves the next one work.
      const [first, second] = pair % 2 === 0 ? (['enable', 'disable'] as const) : (['disable', 'enable'] as const);
      const [a, b] = [await turn(first), await turn(second)];
      pairs.push(first === 'enable' ? a / b : b / a);
    }
    return [
      atMost(`keeping figures costs filing, median of ${PAIRS} pairs`, 100 * (median(pairs) - 1), 15, '%'),
      note('each pair', pairs.map((pair) => round(100 * (pair - 1))).join(' ')),
    ];
  });

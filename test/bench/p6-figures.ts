/**
 * P6: every screen of /thongke by people who see much, little or all, over two databases side by side, of 1,000,000
 * requests and of a tenth of them; beside each the plain aggregate; and what filing pays for figures.
 */
import pg from 'pg';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import { foldFigures } from '#db/figures/fold.ts';
import { readScreen } from '#db/figures/screen.ts';
import { figureStatement } from '#db/figures/statement.ts';
import { migrate } from '#db/migrate.ts';
import { seed } from '#db/seed/seed.ts';
import type { Reference } from '#domain/reference.ts';
import { quietLog } from '#test/support/log.ts';
import { atMost, type Budget, type Line, median, note, quantile, round } from './measure.ts';
import { filingCost } from './rig/figure-cost.ts';
import { fillFigured } from './rig/figured-requests.ts';
import { type Asked, plansOf } from './rig/figured-screens.ts';
import { tempDir } from './rig/rig.ts';

/** The budget is for 1,000,000, which take a quarter of an hour to fill in and fold. */
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 100_000);
const TENTH = Math.floor(REQUESTS / 10);
/** Of some thousands of screens, spread over all people, views, periods, breakdowns and filters. */
const SCREEN_EVERY = 23;
const PAIRS = 5;
/** The plain aggregate takes long. */
const PLAIN_EVERY = 8;

export const figuring: Budget = {
  id: 'P6',
  title: `every /thongke screen over ${REQUESTS.toLocaleString('en')} requests`,
  measure: async (options) => [...(await reading()), ...(await filingCost(options))],
};

const reading = async (): Promise<readonly Line[]> => {
  await using stack = new AsyncDisposableStack();
  const postgres = await startEmbedded({ dataDir: await tempDir(stack), log: quietLog });
  stack.defer(postgres.stop);
  await migrate(postgres.ownerUrl, { log: quietLog });
  const now = Date.now();
  const seeded = openDb(postgres.appUrl, 1, () => undefined);
  await seed(seeded, { now, sample: true, log: quietLog }).finally(() => seeded.pool.end());
  const large = await fill(stack, postgres, 'figures_large', REQUESTS);
  const small = await fill(stack, postgres, 'figures_small', TENTH);
  const reference = await referenceStore(large.db).latest();
  const plans = plansOf(reference, now).filter((_, index) => index % SCREEN_EVERY === 0);
  const rounds = await rounded(large.db, small.db, reference, plans);
  const plain = await plainly(large.db, plans);
  return [
    note('filled in', `${large.took}; ${small.took}`),
    note('sums kept', `${large.size}; ${small.size}`),
    ...report(rounds, plans),
    note('the plain aggregate alone, p50, p95', `${round(median(plain))}, ${round(quantile(plain, 0.95))} ms`),
  ];
};

type Urls = { readonly ownerUrl: string; readonly appUrl: string };
type Filled = { readonly db: Db; readonly took: string; readonly size: string };

/** A copy of the seeded database, filled. */
const fill = async (
  stack: AsyncDisposableStack,
  { ownerUrl, appUrl }: Urls,
  name: string,
  count: number,
): Promise<Filled> => {
  const within = (url: string): string => Object.assign(new URL(url), { pathname: name }).href;
  const admin = new pg.Client({ connectionString: Object.assign(new URL(ownerUrl), { pathname: 'postgres' }).href });
  await admin.connect();
  await admin.query(`create database ${name} template "${new URL(ownerUrl).pathname.slice(1)}"`);
  await admin.end();
  const owner = new pg.Pool({ connectionString: within(ownerUrl), max: 1 });
  const db = openDb(within(appUrl), 1, () => undefined);
  stack.defer(() => db.pool.end());
  const since = performance.now();
  await fillFigured(owner, count);
  const filled = performance.now();
  await foldFigures(db, undefined, 50_000);
  const folded = performance.now();
  await owner.query('vacuum analyze figure_cell, figure_delta, figure_entry');
  const { rows } = await owner.query<{ cells: number; mb: number }>(`select count(*)::int as cells,
    ((pg_total_relation_size('figure_cell') + pg_total_relation_size('figure_entry')) / 1e6)::int as mb from figure_cell`);
  await owner.end();
  const took = `${round((filled - since) / 1_000)} s, folded in ${round((folded - filled) / 1_000)} s`;
  return { db, took, size: `${rows[0]?.cells} in ${rows[0]?.mb} MB` };
};

type Round = { readonly large: readonly number[]; readonly small: readonly number[] };

/** Each screen of both databases in turn, so that what else the machine does meets both. */
const rounded = async (
  large: Db,
  small: Db,
  reference: Reference,
  plans: readonly Asked[],
): Promise<readonly Round[]> => {
  const rounds: Round[] = [];
  for (let pass = 0; pass <= PAIRS; pass += 1) {
    const one: { large: number[]; small: number[] } = { large: [], small: [] };
    for (const { plan } of plans) {
      one.large.push(await timed(() => inTransaction(large, (tx) => readScreen(tx, reference, plan))));
      one.small.push(await timed(() => inTransaction(small, (tx) => readScreen(tx, reference, plan))));
    }
    // The first round warms.
    if (pass > 0) rounds.push(one);
  }
  return rounds;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

const report = (rounds: readonly Round[], plans: readonly Asked[]): Line[] => {
  const p95 = (of: keyof Round): number => median(rounds.map((one) => quantile(one[of], 0.95)));
  const each = plans.map(({ what }, index) => ({
    what,
    large: median(rounds.map(({ large }) => large[index] ?? 0)),
    small: median(rounds.map(({ small }) => small[index] ?? 0)),
  }));
  const slowest = each.toSorted((a, b) => b.large - a.large).slice(0, 8);
  const all = each.map(({ large }) => large);
  return [
    atMost(`a screen, p95 of ${plans.length}, over ${REQUESTS.toLocaleString('en')}`, p95('large'), 50, 'ms'),
    note(`the same over ${TENTH.toLocaleString('en')}`, `${round(p95('small'))} ms`),
    atMost(
      'growth of p95, median of the pairs',
      median(rounds.map(({ large, small }) => quantile(large, 0.95) / quantile(small, 0.95))),
      1.5,
      '×',
    ),
    note('growth of p50', `${(median(all) / median(each.map(({ small }) => small))).toFixed(2)} ×`),
    note('a screen, p50 and slowest', `${round(median(all))}, ${round(quantile(all, 1))} ms`),
    ...slowest.map(({ what, large, small }) => note(`slow: ${what}`, `${round(large)}, ${round(small)} ms`)),
  ];
};

/** One period, without what it is compared with. */
const plainly = async (db: Db, plans: readonly Asked[]): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const { plan } of plans.filter((_, index) => index % PLAIN_EVERY === 0)) {
    const { query, period } = plan;
    const ask = [{ period, by: query.by }];
    times.push(await timed(() => inTransaction(db, (tx) => figureStatement(query, ask, 'parts').execute(tx))));
  }
  return times;
};

/** P6: every screen of /thongke by people who see much, little or all; beside each the plain aggregate; what filing pays. */
import pg from 'pg';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import { foldFigures } from '#db/figures/fold.ts';
import { readScreen } from '#db/figures/screen.ts';
import { figureStatement } from '#db/figures/statement.ts';
import { migrate } from '#db/migrate.ts';
import { referenceStore } from '#db/reference.ts';
import { seed } from '#db/seed/seed.ts';
import { PERIOD_KINDS, periodAround, previousOf } from '#domain/figures/period.ts';
import { BREAKDOWNS } from '#domain/figures/query.ts';
import { type Plan, planOf } from '#domain/figures/screen.ts';
import { viewsOf } from '#domain/figures/selection.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import type { Reference } from '#domain/reference.ts';
import { dateOf } from '#domain/time.ts';
import { quietLog } from '#test/support/log.ts';
import { atMost, type Budget, type Line, median, note, quantile, round } from './measure.ts';
import { fillFigured } from './rig/figured-requests.ts';
import { tempDir } from './rig/rig.ts';

/** The budget is for 1,000,000; a tenth of it is measured first, for the growth. */
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 100_000);
const PEOPLE = [
  'le-duc-trung',
  'pham-quoc-thinh',
  'tran-van-dung',
  'nguyen-minh-anh',
  'nguyen-van-thai',
  'tran-thi-lan',
];
/** Of some 1,700 screens, spread over all people, views, periods and breakdowns. */
const SCREEN_EVERY = 11;
/** The plain aggregate takes long. */
const PLAIN_EVERY = 6;

export const figuring: Budget = {
  id: 'P6',
  title: `every /thongke screen over ${REQUESTS.toLocaleString('en')} requests`,
  measure: async () => {
    await using stack = new AsyncDisposableStack();
    const postgres = await startEmbedded({ dataDir: await tempDir(stack), log: quietLog });
    stack.defer(postgres.stop);
    await migrate(postgres.ownerUrl, { log: quietLog });
    const db = openDb(postgres.appUrl, 2, () => undefined);
    stack.defer(() => db.pool.end());
    const now = Date.now();
    await seed(db, { now, sample: true, log: quietLog });
    const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 1 });
    stack.defer(() => owner.end());
    const fill = async (from: number, to: number): Promise<string> => {
      const since = performance.now();
      await fillFigured(owner, from, to);
      const filled = performance.now();
      await foldFigures(db);
      await owner.query('vacuum analyze figure_cell, figure_delta');
      return `${round((filled - since) / 1_000)} s, folded in ${round((performance.now() - filled) / 1_000)} s`;
    };
    const reference = await referenceStore(db).latest();
    const tenth = Math.floor(REQUESTS / 10);
    const first = await fill(0, tenth);
    const small = await screens(db, reference, now);
    const rest = await fill(tenth, REQUESTS);
    const large = await screens(db, reference, now);
    const size = await owner.query<{ cells: number; mb: number }>(`select count(*)::int as cells,
      (pg_total_relation_size('figure_cell') / 1e6)::int as mb from figure_cell`);
    return [
      note('filled in', `${first}; ${rest}`),
      note('sums kept', `${size.rows[0]?.cells} in ${size.rows[0]?.mb} MB`),
      ...report(large),
      atMost(`growth of p95 from ${tenth.toLocaleString('en')}`, p95(large) / p95(small), 1.5, '×'),
    ];
  },
};

type Sample = { readonly what: string; readonly ms: number; readonly plainMs: number | null };

const p95 = (samples: readonly Sample[]): number =>
  quantile(
    samples.map(({ ms }) => ms),
    0.95,
  );

const report = (samples: readonly Sample[]): Line[] => {
  const plain = samples.flatMap(({ plainMs }) => (plainMs === null ? [] : [plainMs]));
  const slowest = samples.toSorted((a, b) => b.ms - a.ms).slice(0, 8);
  const times = samples.map(({ ms }) => ms);
  return [
    atMost(`a screen, p95 of ${samples.length}`, p95(samples), 50, 'ms'),
    note('a screen, p50 and slowest', `${round(median(times))}, ${round(quantile(times, 1))} ms`),
    note('one plain aggregate, p50, p95', `${round(median(plain))}, ${round(quantile(plain, 0.95))} ms`),
    ...slowest.map(({ what, ms }) => note(`slow: ${what}`, `${round(ms)} ms`)),
  ];
};

const screens = async (db: Db, reference: Reference, now: number): Promise<readonly Sample[]> => {
  const samples: Sample[] = [];
  const plans = plansOf(reference, now).filter((_, index) => index % SCREEN_EVERY === 0);
  for (const pass of [0, 1]) {
    for (const [index, { what, plan }] of plans.entries()) {
      const since = performance.now();
      await inTransaction(db, (tx) => readScreen(tx, reference, plan));
      const ms = performance.now() - since;
      const plainMs = pass === 1 && index % PLAIN_EVERY === 0 ? await plainly(db, plan) : null;
      // The first round warms.
      if (pass === 1) samples.push({ what, ms, plainMs });
    }
  }
  return samples;
};

const plainly = async (db: Db, { query, period }: Plan): Promise<number> => {
  const since = performance.now();
  await inTransaction(db, async (tx) => {
    await figureStatement({ query, by: query.by, periods: [period], plain: true }).execute(tx);
  });
  return performance.now() - since;
};

/** Every view of each person, every period that a button gives, every breakdown, with and without a zone. */
const plansOf = (reference: Reference, now: number): readonly { readonly what: string; readonly plan: Plan }[] => {
  const day = dateOf(now);
  const zones = [null, [...reference.zones.keys()][0] ?? null];
  const running = PERIOD_KINDS.map((kind) => periodAround(kind, day));
  const periods = [...running, previousOf(periodAround('quarter', day))];
  const people = [...reference.directory.people.values()].filter(({ key }) => PEOPLE.includes(key));
  const screens = periods.flatMap(({ kind, from, to }) =>
    [null, ...BREAKDOWNS].flatMap((by) =>
      zones.map((zone) => ({ kind, screen: { from, to, by, zone, field: null, unit: null, units: 'then' as const } })),
    ),
  );
  return people.flatMap(({ id, key }) =>
    viewsOf(scopeOf(reference.directory, id, day)).flatMap((view) =>
      screens.flatMap(({ kind, screen }) => {
        const plan = planOf({ reference, personId: id, now }, { ...screen, view });
        const what = `${key} ${view} ${kind} ${screen.by ?? '–'}${screen.zone === null ? '' : ' in a zone'}`;
        return plan.ok ? [{ what, plan: plan.value }] : [];
      }),
    ),
  );
};

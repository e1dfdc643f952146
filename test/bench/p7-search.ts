/** P7: searches of different kinds by people who see much, little or all, over many stored requests. */
import { type Db, inTransaction, openDb, type Tx } from '#db/client.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import { migrate } from '#db/migrate.ts';
import { type Reader, searchByNumber, searchByWords, spellingsOf } from '#db/request/search.ts';
import { seed } from '#db/seed/seed.ts';
import { answerReader } from '#domain/permission/insight.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import { dateOf } from '#domain/time.ts';
import { quietLog } from '#test/support/log.ts';
import { soughtIn } from '#text/search.ts';
import { atMost, type Budget, type Line, note, quantile, round } from './measure.ts';
import { fillRequests } from './rig/many-requests.ts';
import { tempDir } from './rig/rig.ts';

/** The budget is for 1,000,000, which take minutes to fill in. */
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 100_000);
const ROUNDS = 3;

const PEOPLE = ['le-duc-trung', 'dang-ngoc-son', 'tran-van-dung', 'nguyen-minh-anh', 'tran-thi-lan', 'nguyen-van-thai'];
const TYPED = [
  ...['khu cong nghiep thang long', 'Khu công nghiệp Thăng Long', 'mo rong nha xuong', 'de nghi phoi hop', 'kiem tra'],
  ...['phong chay chua chay lo A', 'lo b27 dot 3', 'thien loc', '00042', '05/UBND-KT', 'PH-2026-00042', 'thong nhat'],
  ...[
    'bo sung ho so',
    'nuoc thai quang minh',
    'khong he co trong kho',
    'xuogn thagn logn',
    'cong ty',
    'tra',
    'a b c d',
    'khao sat moi truong phu nghia dot 17',
    'thong nhat an ninh lo c3',
    'cong ty tovaki quy hoach',
    'lao dong nuoc ngoai sai dong lo z9',
  ],
];

export const searching: Budget = {
  id: 'P7',
  title: `search without diacritics over ${REQUESTS.toLocaleString('en')} requests, permission filter on`,
  measure: async () => {
    await using stack = new AsyncDisposableStack();
    const postgres = await startEmbedded({ dataDir: await tempDir(stack), log: quietLog });
    stack.defer(postgres.stop);
    await migrate(postgres.ownerUrl, { log: quietLog });
    const db = openDb(postgres.appUrl, 2, () => undefined);
    stack.defer(() => db.pool.end());
    const now = Date.now();
    await seed(db, { now, sample: true, log: quietLog });
    const since = performance.now();
    await fillRequests(postgres.ownerUrl, 0, REQUESTS);
    return [note('filled in', `${round((performance.now() - since) / 1_000)} s`), ...(await measure(db, now))];
  },
};

type Sample = { readonly who: string; readonly typed: string; readonly ms: number };

/** As the command does it: by number, by the words, by words like them. */
const searchAs = async (tx: Tx, reader: Reader, typed: string): Promise<void> => {
  const { words, number } = soughtIn(typed);
  if (words.length === 0) return;
  if (number !== null && (await searchByNumber(tx, reader, number, 0)).total > 0) return;
  const exact = words.map((word) => [word]);
  if ((await searchByWords(tx, reader, { words: exact }, 0)).total > 0) return;
  const spellings = await spellingsOf(tx, words);
  if (spellings.some((one) => one.length > 1)) await searchByWords(tx, reader, { words: spellings }, 0);
};

const measure = async (db: Db, now: number): Promise<Line[]> => {
  const { directory } = await referenceStore(db).latest();
  const day = dateOf(now);
  const samples: Sample[] = [];
  for (let pass = 0; pass <= ROUNDS; pass += 1) {
    for (const person of directory.people.values()) {
      if (!PEOPLE.includes(person.key)) continue;
      const scope = scopeOf(directory, person.id, day);
      const reader = { scope, answers: answerReader(directory, person.id, day), now };
      for (const typed of TYPED) {
        const since = performance.now();
        await inTransaction(db, (tx) => searchAs(tx, reader, typed));
        // The first round warms.
        if (pass > 0) samples.push({ who: person.key, typed: typed.slice(0, 30), ms: performance.now() - since });
      }
    }
  }
  const times = samples.map(({ ms }) => ms);
  const slowest = samples.toSorted((a, b) => b.ms - a.ms).slice(0, 12);
  return [
    atMost('a search, p95', quantile(times, 0.95), 100, 'ms'),
    note('a search, p50 and slowest', `${round(quantile(times, 0.5))}, ${round(quantile(times, 1))} ms`),
    ...slowest.map(({ who, typed, ms }) => note(`slow: ${who}: ${typed}`, `${round(ms)} ms`)),
  ];
};

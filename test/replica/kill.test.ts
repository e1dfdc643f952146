/** F1, F2: a process that is killed in the middle of its work loses nothing and does nothing twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '#test/chaos/audit.ts';
import { killAtTable, killWhileSending } from '#test/chaos/kill.ts';
import { createEchoes, fillIn, getReady } from '#test/chaos/play.ts';
import { openStage, type Stage } from '#test/chaos/stage.ts';
import type { TestDatabase } from '#test/support/database.ts';
import type { ProductProcess } from '#test/support/process.ts';
import { productDatabase } from '#test/support/process-database.ts';

let database: TestDatabase;
let stage: Stage;
let running: ProductProcess;

beforeAll(async () => {
  database = await productDatabase();
  // Five times as fast: the lease of a lost send is over in four seconds.
  stage = await openStage(
    { database, redisUrl: null },
    { officials: 6, desks: 1, pacing: false, speed: 5, secondMs: 50 },
  );
  running = await stage.start();
});

afterAll(async () => {
  await stage.close();
  await database.drop();
});

test('F1: killed between send and mark, nothing is lost and at most the sends in flight come twice', async () => {
  const speakers = stage.officials.slice(0, 4);
  await Promise.all(speakers.map(getReady));
  const echoes = createEchoes(stage);
  const { next, ...figures } = await killWhileSending({ stage, echoes, process: running }, speakers, 1);
  running = next;
  expect(figures).toMatchObject({ lost: 0, disordered: 0 });
  expect(figures.inFlight).toBeGreaterThan(0);
  expect(figures.dup).toBeGreaterThan(0);
  expect(figures.dup).toBeLessThanOrEqual(figures.inFlight);
  expect(figures.resumedMs).toBeLessThan(30_000);
});

test('F2: killed inside the filing, the request exists once, numbers have no gap and the chain is whole', async () => {
  const [first, second] = stage.officials.slice(4);
  if (first === undefined || second === undefined) throw new Error('two officials');
  const { ownerUrl } = database;
  await Promise.all([fillIn(first, 'Đề nghị một', 'xã Thiên Lộc'), fillIn(second, 'Đề nghị hai', 'xã Thiên Lộc')]);
  running = await killAtTable({ stage, process: running }, first, { table: 'counter', ownerUrl });
  running = await killAtTable({ stage, process: running }, second, { table: 'outbox', ownerUrl });
  expect(await audit(stage.db)).toEqual({ requests: 2, doubled: 0, gaps: 0, isChainWhole: true });
});

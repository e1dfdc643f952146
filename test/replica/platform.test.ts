/** F7, F8, F9, F11, S1: what the platform refuses, moves and repeats, and who is not the platform at all. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, countOf, until } from '#test/chaos/audit.ts';
import { blockDesk, floodChat, floodGroup, moveGroup, repeatPress } from '#test/chaos/platform.ts';
import { unitNamesOf } from '#test/chaos/reminders.ts';
import { type Actor, openStage, SECRET, type Stage } from '#test/chaos/stage.ts';
import type { TestDatabase } from '#test/support/database.ts';
import type { ProductProcess } from '#test/support/process.ts';
import { productDatabase } from '#test/support/process-database.ts';

/** Ten seconds of the product, and of the platform's waits, pass in one. */
const SPEED = 10;
const PATIENCE_MS = 30_000;

let database: TestDatabase;
let stage: Stage;
let running: ProductProcess;

beforeAll(async () => {
  database = await productDatabase();
  stage = await openStage(
    { database, redisUrl: null },
    { officials: 6, desks: 14, speed: SPEED, secondMs: 50, undoSeconds: 0 },
  );
  running = await stage.start();
}, 120_000);

afterAll(async () => {
  expect(running.hasEnded()).toBe(false);
  await stage.close();
  await database.drop();
});

const official = (index: number): Actor => {
  const actor = stage.officials[index];
  if (actor === undefined) throw new Error(`no official ${index}`);
  return actor;
};

test('F7: a chat that is too fast waits as long as the platform says, and no other chat waits for it', async () => {
  expect(await floodChat(stage, official(0), official(1), 20)).toEqual({
    callsInside: 0,
    othersHeldUp: 0,
    lost: 0,
    disordered: 0,
  });
}, 120_000);

test('F7: a group that is to wait 35 seconds gets nothing before they are over', async () => {
  expect(await floodGroup(stage, official(0), 35)).toEqual({ callsInside: 0 });
}, 120_000);

test('F8: who has blocked the bot is called no more, the administrator hears of it once, and a message brings him back', async () => {
  const [desk] = stage.desks;
  const [unitName = ''] = await unitNamesOf(stage);
  if (desk === undefined) throw new Error('no desk');
  expect(await blockDesk(stage, official(2), { desk, unitName })).toEqual({ callsAfter: 0, toldAgain: 0 });
}, 120_000);

test('F9: a message on its way into a group that moves arrives once in the new one, and all rows follow', async () => {
  expect(await moveGroup(stage, official(3))).toEqual({ dup: 0, linksLeft: 0 });
}, 120_000);

test('F11: the same press fifty times side by side files one request and is answered once', async () => {
  expect(await repeatPress(stage, official(4), 50)).toEqual({ effectsTooMany: 0, answersTooMany: 0, errors: 0 });
  expect(await audit(stage.db)).toMatchObject({ doubled: 0, gaps: 0, isChainWhole: true });
}, 120_000);

test('F11: a message of somebody new, many times side by side, makes one account and one answer', async () => {
  const stranger = stage.fake.user('Người Lạ');
  const { deliveries } = stage.fake.webhook;
  const from = deliveries.length;
  const { update } = stranger.says('Xin chào');
  await Promise.all([stage.fake.redeliver(update, 20), stranger.hears('hệ thống nội bộ', PATIENCE_MS)]);
  expect(new Set(deliveries.slice(from).map(({ status }) => status))).toEqual(new Set([200]));
  expect(await countOf(stage.db, `account where external_id = '${stranger.id}'`)).toBe(1);
  expect(stranger.sees()).toHaveLength(1);
}, 120_000);

test('S1: without the right secret nothing is stored, whatever its length or the case of the header', async () => {
  const tell = (headers: Record<string, string>) =>
    fetch(`${stage.door.url}/webhook/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ update_id: 77 }),
    }).then(({ status }) => status);
  const name = 'X-Telegram-Bot-Api-Secret-Token';
  const stored = await countOf(stage.db, 'inbox');
  const wrong = ['', 'x', SECRET.slice(1), `${SECRET}x`, SECRET.toUpperCase(), 'y'.repeat(256), 'z'.repeat(5_000)];
  const answers = await Promise.all([tell({}), ...wrong.map((secret) => tell({ [name]: secret }))]);
  expect(new Set(answers)).toEqual(new Set([401]));
  expect(await countOf(stage.db, 'inbox')).toBe(stored);
  // The log comes through a pipe, after the answers.
  await until(
    async () => running.log.filter(({ msg }) => msg === 'a webhook call had a wrong secret').length === answers.length,
  );
  expect(await Promise.all([tell({ [name]: SECRET }), tell({ [name.toLowerCase()]: SECRET })])).not.toContain(401);
}, 120_000);

/** F7, F8, F9, F11, S1: what the platform refuses, moves and repeats, and who is not the platform at all. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, countOf, until } from '#test/chaos/audit.ts';
import { createEchoes, fillIn, getReady } from '#test/chaos/play.ts';
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
    { officials: 6, desks: 20, speed: SPEED, secondMs: 50, undoSeconds: 0 },
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

const sendsTo = (chatId: number) => stage.fake.calls.filter((call) => call.chatId === chatId);

const bareUnit = async (desk: Actor): Promise<string> => {
  const { name } = await stage.db.query
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select('unit.name')
    .where('membership.person_id', '=', desk.personId)
    .executeTakeFirstOrThrow();
  return name;
};

/** A new request that the desk hears of at once. */
const fileFor = async (filer: Actor, subject: string, desk: Actor): Promise<void> => {
  await fillIn(filer, subject, await bareUnit(desk));
  filer.user.presses('Gửi');
  await filer.user.hears('Đã gửi đề nghị', PATIENCE_MS);
};

test('F7: a chat that is too fast waits as long as the platform says, and no other chat waits for it', async () => {
  const [slow, other] = [official(0), official(1)];
  await Promise.all([getReady(slow), getReady(other)]);
  const echoes = createEchoes(stage);
  const { faults, calls, world } = stage.fake;
  const seconds = 20;
  const from = calls.length;
  faults.flood(seconds, slow.user.id);
  const floodedAt = world.now();
  echoes.say(slow);
  echoes.say(slow);
  await stage.fake.waitFor(() => calls.slice(from).some(({ status }) => status === 429), PATIENCE_MS);
  for (let count = 0; count < 3; count += 1) echoes.say(other);
  await other.user.hears('khu-000005', PATIENCE_MS);
  const isOtherInTime = world.now() < floodedAt + seconds * 1_000;
  await echoes.allAnswered();
  const toSlow = calls.slice(from).filter(({ chatId }) => chatId === slow.user.id);
  expect(toSlow.filter(({ at }) => at < floodedAt + seconds * 1_000).map(({ status }) => status)).toEqual([429]);
  expect(isOtherInTime).toBe(true);
  expect([echoes.repeated(), echoes.disordered()]).toEqual([0, 0]);
}, 60_000);

test('F7: a group that is to wait 35 seconds gets nothing before they are over', async () => {
  const { faults, calls, world } = stage.fake;
  const group = stage.fake.group('Đoàn kiểm tra');
  const from = calls.length;
  faults.flood(35, group.id());
  const floodedAt = world.now();
  official(0).user.in(group).says(`@${stage.fake.username} /trogiup`);
  await stage.fake.waitFor(() => group.messages().some(({ text }) => text.includes('Hướng dẫn')), PATIENCE_MS);
  const inside = calls.slice(from).filter(({ chatId, at }) => chatId === group.id() && at < floodedAt + 35_000);
  expect(inside.map(({ status }) => status)).toEqual([429]);
}, 60_000);

test('F8: who has blocked the bot is called once more at most, the administrator hears of it once, and a message brings him back', async () => {
  const [filer, desk] = [official(2), stage.desks[0]];
  if (desk === undefined) throw new Error('no desk');
  const chat = stage.fake.world.chats.get(desk.user.id);
  if (chat === undefined) throw new Error('no chat');
  // Blocked without our being told: the refusal is the first we hear.
  chat.bot = 'kicked';
  await fileFor(filer, 'Chặn một', desk);
  await stage.admin.user.hears('Không gửi được tin tới', PATIENCE_MS);
  await fileFor(filer, 'Chặn hai', desk);
  await until(async () => (await countOf(stage.db, `due where kind = 'publish'`)) === 0);
  await until(async () => (await countOf(stage.db, `outbox where state in ('queued', 'sending')`)) === 0);
  expect(sendsTo(desk.user.id).map(({ status }) => status)).toEqual([403]);
  expect(stage.admin.user.sees().filter(({ text }) => text.includes('Không gửi được'))).toHaveLength(1);
  desk.user.says('/menu');
  await desk.user.hears('chọn việc', PATIENCE_MS);
  await fileFor(filer, 'Chặn ba', desk);
  expect((await desk.user.hears('gửi đề nghị phối hợp', PATIENCE_MS)).text).toContain('Chặn ba');
}, 60_000);

test('F9: a message on its way into a group that moves arrives once in the new one, and all rows follow', async () => {
  const { faults, world } = stage.fake;
  const group = stage.fake.group('Nhóm sẽ chuyển');
  const voice = official(3).user.in(group);
  const oldId = group.id();
  faults.add({ method: 'sendMessage', chatId: oldId, fault: { do: 'slow', ms: 300 } });
  voice.says(`@${stage.fake.username} /trogiup`);
  await stage.fake.waitFor(() => stage.fake.calls.some(({ chatId }) => chatId === oldId), PATIENCE_MS);
  const { to } = group.migrate(official(3).user.person);
  await stage.fake.waitFor(() => group.messages().some(({ text }) => text.includes('Hướng dẫn')), PATIENCE_MS);
  voice.says(`@${stage.fake.username} /menu`);
  await stage.fake.waitFor(() => group.messages().some(({ text }) => text.includes('chọn việc')), PATIENCE_MS);
  const helps = [...(world.chats.get(oldId)?.messages ?? []), ...group.messages()].filter(
    ({ text, from }) => from.id === world.bot.id && text.includes('Hướng dẫn'),
  );
  expect(helps.map(({ chat }) => chat.id)).toEqual([to]);
  expect(await countOf(stage.db, `conversation where address = '${oldId}'`)).toBe(0);
  expect(await countOf(stage.db, `outbox where address = '${oldId}' and state in ('queued', 'sending')`)).toBe(0);
}, 60_000);

test('F11: the same press fifty times side by side files one request and is answered once', async () => {
  const filer = official(4);
  await fillIn(filer, 'Năm mươi lần', 'xã Thiên Lộc');
  const { deliveries } = stage.fake.webhook;
  const from = deliveries.length;
  const { update } = filer.user.presses('Gửi');
  await Promise.all([stage.fake.redeliver(update, 50), filer.user.hears('Đã gửi đề nghị', PATIENCE_MS)]);
  await until(async () => (await countOf(stage.db, `inbox where state <> 'done'`)) === 0);
  expect(new Set(deliveries.slice(from).map(({ status }) => status))).toEqual(new Set([200]));
  expect(await countOf(stage.db, `request where subject = 'Năm mươi lần'`)).toBe(1);
  expect(filer.user.sees().filter(({ text }) => text.includes('Đã gửi đề nghị'))).toHaveLength(1);
  expect(await audit(stage.db)).toMatchObject({ doubled: 0, gaps: 0, isChainWhole: true });
}, 60_000);

test('F11: a message of somebody new, many times side by side, makes one account and one answer', async () => {
  const stranger = stage.fake.user('Người Lạ');
  const { deliveries } = stage.fake.webhook;
  const from = deliveries.length;
  const { update } = stranger.says('Xin chào');
  await Promise.all([stage.fake.redeliver(update, 20), stranger.hears('hệ thống nội bộ', PATIENCE_MS)]);
  expect(new Set(deliveries.slice(from).map(({ status }) => status))).toEqual(new Set([200]));
  expect(await countOf(stage.db, `account where external_id = '${stranger.id}'`)).toBe(1);
  expect(stranger.sees()).toHaveLength(1);
}, 60_000);

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
  expect(running.log.filter(({ msg }) => msg === 'a webhook call had a wrong secret')).toHaveLength(answers.length);
  expect(await Promise.all([tell({ [name]: SECRET }), tell({ [name.toLowerCase()]: SECRET })])).not.toContain(401);
}, 60_000);

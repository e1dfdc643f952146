/** `cli zalo`: token, webhook, signature and allowance, each said in a line, and what is wrong found. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { webhookUrl } from '#channels/zalo-bot/webhook.ts';
import { withConnection } from '#db/connection.ts';
import { listening } from '#test/contract/telegram-support.ts';
import { startFakeZaloBot } from '#test/fakes/zalo-bot/fake.ts';
import { APP, type FakeZaloOaOptions, FIRST_REFRESH, OA_ID, startFakeZaloOa } from '#test/fakes/zalo-oa/fake.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { onDatabase, run, type Variables } from './support.ts';

let database: TestDatabase;
let dataDir: string;
const SECRET = 'khoa-cua-webhook';

beforeAll(async () => {
  database = await freshDatabase('seeded');
  dataDir = await mkdtemp(join(tmpdir(), 'phoihop-zalo-'));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const base = (): Variables => ({ ...onDatabase(database), DATA_DIR: dataDir, APP_KEY: 'khoa-cua-ung-dung' });
/** What was found, by name. */
const checksOf = async (variables: Variables, ...words: string[]) => {
  const outcome = await run(variables, ['zalo', 'check', ...words]);
  if (outcome.kind === 'usage') throw new Error('usage');
  const { ok, checks } = Object(outcome.json) as {
    ok: boolean;
    checks: { name: string; ok: boolean; detail: string }[];
  };
  expect(outcome.kind).toBe(ok ? 'done' : 'refused');
  return { outcome, of: (name: string) => checks.find((check) => check.name === name) };
};

describe('with a bot', () => {
  const start = async () => {
    const fake = await startFakeZaloBot();
    onTestFinished(fake.close);
    const variables = { ...base(), ZALO_BOT_TOKEN: fake.token, ZALO_BOT_API_ROOT: fake.root };
    const hook = (url: string) =>
      fetch(`${fake.root}/bot${fake.token}/setWebhook`, {
        method: 'POST',
        body: JSON.stringify({ url, secret_token: SECRET }),
      });
    return { fake, variables, hook };
  };

  test('all is well: who it is, nothing in the way of polling, room in the plan', async () => {
    const { variables } = await start();
    const { of } = await checksOf(variables);
    expect(of('bot.token')).toMatchObject({ ok: true, detail: 'bot.PhoiHop, vào được nhóm' });
    expect(of('bot.webhook')).toMatchObject({ ok: true });
    expect(of('bot.quota')).toMatchObject({ ok: true, detail: expect.stringContaining('0/50 người') });
  });

  test('a plan that is used up is found, and cli status tells of it', async () => {
    const { variables } = await start();
    const small = { ...variables, ZALO_BOT_MESSAGES_MAX: '5' };
    const month = new Date(performance.timeOrigin + performance.now() + 7 * 3_600_000).toISOString().slice(0, 8);
    await withConnection(database.ownerUrl, (client) =>
      client.query(`insert into channel_use values ('zalo-bot', '${month}01', 'free', 0, 5)`),
    );
    expect((await checksOf(small)).of('bot.quota')).toMatchObject({
      ok: false,
      detail: 'trong tháng này 5/5 tin gửi, 0/50 người dùng',
    });
    const status = await run(small, ['status']);
    expect(status.kind === 'usage' ? null : Object(status.json).used).toContainEqual({
      ...{ channel: 'zalo-bot', kind: 'messages', used: 5, limit: 5 },
    });
  });

  test('a wrong token is a matter of the token', async () => {
    const { variables } = await start();
    const { of, outcome } = await checksOf({ ...variables, ZALO_BOT_TOKEN: '1:sai' });
    expect(of('bot.token')).toMatchObject({ ok: false, detail: expect.stringContaining('bị từ chối') });
    expect(outcome).toMatchObject({ sentence: expect.stringContaining('docs/zalo-setup.md') });
  });

  test('a webhook in the way of polling is found, and unhook takes it away', async () => {
    const { fake, variables, hook } = await start();
    await hook('http://127.0.0.1:9/nobody');
    expect((await checksOf(variables)).of('bot.webhook')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('zalo unhook'),
    });
    expect(await run(variables, ['zalo', 'unhook'])).toMatchObject({ kind: 'done' });
    expect(fake.webhook()).toBeNull();
    expect((await checksOf(variables)).of('bot.webhook')).toMatchObject({ ok: true });
  });

  test('a webhook that is not ours is found, and ours is right', async () => {
    const { variables, hook } = await start();
    const hooked = { ...variables, PUBLIC_URL: 'http://127.0.0.1:9', ZALO_BOT_WEBHOOK_SECRET: SECRET };
    await hook('http://127.0.0.1:9/other');
    expect((await checksOf(hooked)).of('bot.webhook')).toMatchObject({ ok: false });
    await hook(webhookUrl('http://127.0.0.1:9', SECRET));
    expect((await checksOf(hooked)).of('bot.webhook')).toMatchObject({ ok: true });
  });
});

describe('with an official account', () => {
  const start = async (options: FakeZaloOaOptions = {}) => {
    const fake = await startFakeZaloOa(options);
    onTestFinished(fake.close);
    const { address } = await listening(createServer((_, response) => response.end('{}')));
    const variables = {
      ...{ ...base(), ZALO_OA_APP_ID: APP.appId, ZALO_OA_APP_SECRET: APP.appSecret, ZALO_OA_SECRET_KEY: APP.secretKey },
      ...{ ZALO_OA_API_ROOT: fake.root, ZALO_OA_OAUTH_ROOT: fake.root, ZALO_ZBS_API_ROOT: fake.root },
      // Of this fake alone: what an earlier one has given is told by it.
      ZALO_OA_REFRESH_TOKEN: FIRST_REFRESH,
      PUBLIC_URL: address,
      APP_KEY: fake.root,
    };
    const event = fake.pusher.signed(fake.user('Lan').says('Đề nghị'));
    const path = join(dataDir, 'su-kien.json');
    await writeFile(path, event.body);
    const words = (signature = event.headers['X-ZEvent-Signature'] ?? '') => [
      '--event',
      path,
      '--signature',
      signature,
    ];
    return { fake, variables, words, stamp: event.headers['X-ZEvent-Timestamp'] };
  };

  test('all is well: who it is, that events can come, what may be sent, and that a captured event fits', async () => {
    const { variables, words } = await start();
    const { of } = await checksOf(variables, ...words());
    expect(of('oa.token')).toMatchObject({ ok: true, detail: 'Trợ lý Phối hợp, gói Nâng cao' });
    expect(of('oa.webhook')).toMatchObject({ ok: true });
    expect(of('oa.quota')).toMatchObject({ ok: true, detail: 'còn 480/500 tin' });
    expect(of('oa.signature')).toMatchObject({
      ok: true,
      detail: 'khớp ZALO_OA_SECRET_KEY, dấu thời gian trong nội dung',
    });
  });

  test('whoever is invited gets the link that opens it, and without an answer the code alone', async () => {
    const { fake, variables } = await start();
    const invite = async () => {
      const words = ['--unit', 'bql', '--role', 'official', '--name', 'Ngô Văn Mới'];
      const outcome = await run(variables, ['invite', ...words]);
      return outcome.kind === 'usage' ? null : Object(outcome.json).links;
    };
    expect(await invite()).toEqual({ zaloOa: `https://zalo.me/${OA_ID}` });
    fake.oauth.revoke();
    expect(await invite()).toEqual({});
  });

  test('the template is looked up where it would be sent: approved and of our form, or what to look at', async () => {
    const { variables } = await start();
    const found = async (id: string) =>
      (await checksOf({ ...variables, ZALO_ZBS_TEMPLATE_REMINDER: id })).of('oa.template');
    expect(await found('4711')).toMatchObject({ ok: true, detail: 'đã duyệt, đúng một tham số noi_dung' });
    expect(await found('9999')).toMatchObject({ ok: false, detail: expect.stringContaining('kiểm tra mã mẫu') });
  });

  test('a captured event that fits nothing says which settings to look at', async () => {
    const { variables, words } = await start();
    const { of } = await checksOf(variables, ...words(`mac=${'0'.repeat(64)}`));
    expect(of('oa.signature')).toMatchObject({ ok: false, detail: expect.stringContaining('ZALO_OA_SECRET_KEY') });
  });

  test('one that fits in another form names the setting', async () => {
    const { variables, words } = await start({ signedBy: { first: 'oa_id' } });
    const { of } = await checksOf(variables, ...words());
    expect(of('oa.signature')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('ZALO_OA_FORMS=oa-id-signature'),
    });
    const set = await checksOf({ ...variables, ZALO_OA_FORMS: 'oa-id-signature' }, ...words());
    expect(set.of('oa.signature')).toMatchObject({ ok: true });
  });

  test('a dead token and an address that nobody answers are found', async () => {
    const { fake, variables } = await start();
    fake.oauth.revoke();
    const { of } = await checksOf({ ...variables, PUBLIC_URL: 'http://127.0.0.1:9' });
    expect(of('oa.token')).toMatchObject({ ok: false, detail: expect.stringContaining('bị từ chối') });
    expect(of('oa.webhook')).toMatchObject({ ok: false });
  });
});

test('without Zalo it says how to switch it on', async () => {
  expect(await run(base(), ['zalo', 'check'])).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('ZALO_BOT_TOKEN'),
  });
});

/** Webhooks as strangers and storms meet them (S1): what is refused leaves no trace, what cannot be stored comes again. */
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withConnection } from '#db/connection.ts';
import { type FakeTelegram, startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import { startTestProduct, type TestProduct } from './product.ts';

const SECRET = 'bi-mat-32-ky-tu';
const HEADER = 'x-telegram-bot-api-secret-token';
let fake: FakeTelegram;
let product: TestProduct;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

beforeAll(async () => {
  fake = await startFakeTelegram();
  product = await startTestProduct({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.root,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    PUBLIC_URL: 'http://127.0.0.1:1',
    WEB_CHAT: 'off',
  });
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await product.stop();
  await fake.close();
}, 30_000);

const post = (body: string, headers: Record<string, string | string[]>) =>
  new Promise<{ status: number; retryAfter: string | undefined; body: string }>((resolve, reject) => {
    const call = request(`${product.url}/webhook/telegram`, { method: 'POST', agent, headers }, async (answer) => {
      answer.setEncoding('utf8');
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], body: text });
    });
    call.on('error', reject).end(body);
  });

let updates = 0;
const said = (text: string): string => {
  updates += 1;
  const person = { id: 77, is_bot: false, first_name: 'Lan' };
  const chat = { id: 77, type: 'private', first_name: 'Lan' };
  return JSON.stringify({
    update_id: updates,
    message: { message_id: updates, from: person, chat, date: 1_795_500_000, text },
  });
};
const right = { [HEADER]: SECRET, 'content-type': 'application/json' };
const ask = (question: string) =>
  withConnection(product.database.ownerUrl, async (client) => (await client.query(question)).rows);
const stored = async () => {
  const [row] = await ask(`select (select count(*) from inbox)::int as inbox,
    (select count(*) from account where channel = 'telegram')::int as accounts,
    (select count(*) from conversation)::int as conversations`);
  return row;
};
const NOTHING = { inbox: 0, accounts: 0, conversations: 0 };

test('ten thousand calls without the secret are all 401, store nothing and log no word', async () => {
  const wrong = (index: number): Record<string, string | string[]>[] => [
    {},
    { [HEADER]: '' },
    { [HEADER]: SECRET.slice(0, index % SECRET.length) },
    { [HEADER]: `${SECRET}${index}` },
    { [HEADER]: SECRET.toUpperCase() },
    { [HEADER]: [SECRET, SECRET] },
    { authorization: SECRET },
    { [HEADER]: 'x'.repeat(index % 5_000) },
  ];
  let sent = 0;
  const statuses = new Map<number, number>();
  const worker = async (): Promise<void> => {
    while (sent < 10_000) {
      const kinds = wrong(sent);
      const headers = kinds[sent % kinds.length] ?? {};
      sent += 1;
      const { status, body } = await post(said('LỜI RIÊNG'), headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(body).toBe('{"ok":false}');
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  expect([...statuses]).toEqual([[401, sent]]);
  expect(await stored()).toEqual(NOTHING);
  expect(product.logged.join('\n')).not.toMatch(/LỜI RIÊNG|bi-mat/);
  expect(product.logged.filter((line) => line.includes('wrong secret')).length).toBeGreaterThan(0);
}, 120_000);

test.each([
  ['no JSON', 'LỜI RIÊNG', 400],
  ['an empty body', '', 400],
  ['no update', '{"words": "LỜI RIÊNG"}', 400],
  ['a list', '["LỜI RIÊNG"]', 400],
  ['a message that is none', '{"update_id": 1, "message": "LỜI RIÊNG"}', 400],
  ['an update that is half there', '{"update_id": 1, "message": {"text": "LỜI RIÊNG"', 400],
  ['too much', `"${'LỜI RIÊNG'.repeat(200_000)}"`, 413],
])('%s is refused with 4xx, stored nowhere and logged without its words', async (_what, body, status) => {
  expect((await post(body, right)).status).toBe(status);
  expect(await stored()).toEqual(NOTHING);
  expect(product.logged.join('\n')).not.toContain('LỜI RIÊNG');
});

test('while the database is away the platform is told to come again, and then the event is stored once', async () => {
  const name = new URL(product.database.appUrl).pathname.slice(1);
  const server = new URL(product.database.ownerUrl);
  server.pathname = '/postgres';
  const onServer = (statement: string) => withConnection(server.href, (client) => client.query(statement));
  const body = said('xin chào');
  await onServer(`alter database ${name} with allow_connections false`);
  await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  expect(await post(body, right)).toEqual({ status: 503, retryAfter: '5', body: '{"ok":false}' });
  await onServer(`alter database ${name} with allow_connections true`);
  expect((await post(body, right)).status).toBe(200);
  expect((await post(body, right)).status).toBe(200);
  expect(await stored()).toEqual({ inbox: 1, accounts: 1, conversations: 1 });
  expect(product.logged.join('\n')).not.toContain('xin chào');
}, 60_000);

/** F16: Postgres takes no writes, or its disk is full: the platform is told to come again, and nothing is half done. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withConnection } from '#db/connection.ts';
import { type FakeTelegram, startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import { asOwner, nameOfDatabase } from '#test/support/owner.ts';
import { scratchRoot } from '#test/support/scratch.ts';
import { startTestProduct, type TestProduct } from './product.ts';

const SECRET = 'bi-mat-32-ky-tu';
let fake: FakeTelegram;
let product: TestProduct;

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
  await product.stop();
  await fake.close();
}, 30_000);

/** A person nobody knows says something: an account, a conversation and an event, in one statement. */
const says = async (id: number, text = 'xin chào'): Promise<number> => {
  const person = { id, is_bot: false, first_name: 'Lan' };
  const chat = { id, type: 'private', first_name: 'Lan' };
  const { status } = await fetch(`${product.url}/webhook/telegram`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': SECRET, 'content-type': 'application/json' },
    body: JSON.stringify({
      update_id: id,
      message: { message_id: id, from: person, chat, date: 1_795_500_000, text },
    }),
  });
  return status;
};
const ready = async () => {
  const answer = await fetch(`${product.url}/readyz`);
  const { database, writes } = (await answer.json()) as { database: boolean; writes: boolean }; // its contract
  return { status: answer.status, database, writes };
};
const ask = (question: string) =>
  withConnection(product.database.ownerUrl, async (client) => (await client.query(question)).rows);
const stored = async (ids: readonly number[]) => {
  const [row] = await ask(`select
    (select count(*) from account where channel = 'telegram' and external_id::bigint = any('{${ids}}'))::int as accounts,
    (select count(*) from inbox where event_id ~ '(${ids.join('|')})$')::int as events,
    (select count(*) from inbox where state = 'parked' or attempts > 0)::int as failed`);
  return row;
};
const all = (count: number, failed = 0) => ({ accounts: count, events: count, failed });
const WELL = { status: 200, database: true, writes: true };
const UNWELL = { status: 503, database: true, writes: false };

/** Nothing that compresses, so that it needs room of its own. */
const LONG = Array.from({ length: 480 }, (_, index) => createHash('sha512').update(`${index}`).digest('hex')).join(' ');

const dropConnections = (name: string) =>
  asOwner(
    product.database.ownerUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );

test('F16: while Postgres is read-only the webhook answers 503, /readyz says so, and afterwards all is stored once', async () => {
  const name = nameOfDatabase(product.database.appUrl);
  expect(await ready()).toEqual(WELL);
  await asOwner(product.database.ownerUrl, `alter database ${name} set default_transaction_read_only = on`);
  await dropConnections(name);
  expect(await says(7001)).toBe(503);
  expect(await ready()).toEqual(UNWELL);
  expect(await stored([7001])).toEqual(all(0));
  await asOwner(product.database.ownerUrl, `alter database ${name} reset default_transaction_read_only`);
  await dropConnections(name);
  // As the platform does, until it is taken: a connection that was just dropped may still be found so.
  while ((await says(7001)) !== 200);
  expect(await says(7001)).toBe(200);
  expect(await stored([7001])).toEqual(all(1));
  expect(await ready()).toEqual(WELL);
}, 60_000);

test.skipIf(process.getuid?.() !== 0)(
  'F16: while the disk is full the same, and nothing is lost when there is room again',
  async () => {
    const name = nameOfDatabase(product.database.appUrl);
    const { ownerUrl } = product.database;
    const [{ data_directory: dataDir }] = (await ask('show data_directory')) as [{ data_directory: string }]; // one row
    const { uid, gid } = statSync(dataDir);
    const disk = mkdtempSync(join(scratchRoot(), 'phoihop-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=64m,mode=700,uid=${uid},gid=${gid}`, 'none', disk]);
    const ids = [7101, 7102, 7103, 7104];
    try {
      await asOwner(ownerUrl, `create tablespace ${name}_small location '${disk}'`);
      await asOwner(ownerUrl, `alter database ${name} with allow_connections false`);
      await dropConnections(name);
      await asOwner(ownerUrl, `alter database ${name} set tablespace ${name}_small`);
      await asOwner(ownerUrl, `alter database ${name} with allow_connections true`);
      expect(await ready()).toEqual(WELL);
      await ask('create table filler (x text)');
      // In ever smaller pieces, until not one page is left.
      for (const rows of [10_000, 1_000, 100, 10, 1]) await fill(rows);
      const answers = await Promise.all(ids.map((id) => says(id, LONG)));
      expect(answers).toEqual(ids.map(() => 503));
      expect(await ready()).toEqual(UNWELL);
      expect(await stored(ids)).toEqual(all(0));
      await ask('drop table filler');
      expect(await Promise.all(ids.map((id) => says(id, LONG)))).toEqual(ids.map(() => 200));
      expect(await stored(ids)).toEqual(all(ids.length));
      expect(await ready()).toEqual(WELL);
    } finally {
      await asOwner(ownerUrl, `alter database ${name} with allow_connections false`);
      await dropConnections(name);
      await asOwner(ownerUrl, `alter database ${name} set tablespace pg_default`);
      await asOwner(ownerUrl, `alter database ${name} with allow_connections true`);
      await asOwner(ownerUrl, `drop tablespace ${name}_small`);
      execFileSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    }
  },
  60_000,
);

const fill = async (rows: number): Promise<void> => {
  for (;;) {
    try {
      await ask(`insert into filler select repeat(md5(i::text), 60) from generate_series(1, ${rows}) i`);
    } catch (error) {
      expect(error).toMatchObject({ code: '53100' });
      return;
    }
  }
};

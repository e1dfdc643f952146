/** Links that stand for files: signed, short-lived, one file each. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { noteFile, storeBytes } from '#db/file.ts';
import { fileLinkPath, fileLinkRoute, LINK_LIVES_MS } from '#src/http/file-link.ts';
import { appKeyOf } from '#src/start/app-key.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const SECRET = 'khoa-cua-ung-dung';
const BYTES = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_500_000, 'x')]);

let database: TestDatabase;
let db: Db;
let app: FastifyInstance;
let now = NOW;

beforeAll(async () => {
  database = await freshDatabase('seeded');
  db = openDb(database.appUrl, 2, () => undefined);
  app = Fastify();
  fileLinkRoute(app, { db, secret: SECRET, now: () => now });
});

afterAll(async () => {
  await app.close();
  await db.pool.end();
  await database.drop();
});

const note = async (name: string, mime: string, bytes: Buffer | null): Promise<{ fileId: number; name: string }> => {
  const file = { ref: 'r', name, mime, size: 1 };
  const fileId = await inTransaction(db, (tx) => noteFile(tx, { channel: 'web', file, personId: 1, now: NOW }));
  const sha256 = createHash('sha256').update('').digest();
  if (bytes !== null) await storeBytes(db, fileId, bytes, { sha256, mime, name });
  return { fileId, name };
};
const get = (url: string) => app.inject({ method: 'GET', url });

test('a link gives the file to the byte, under its name, to be saved and not kept on the way', async () => {
  const file = await note('Kế hoạch (1).pdf', 'application/pdf', BYTES);
  const answer = await get(fileLinkPath(SECRET, file, NOW));
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.equals(BYTES)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%281%29.pdf`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('a picture is shown, at an address that ends like one', async () => {
  const file = await note('bieu-do.png', 'image/png', Buffer.from('89504e47', 'hex'));
  const path = fileLinkPath(SECRET, file, NOW);
  expect(path).toMatch(/\.png$/);
  expect((await get(path)).headers).toMatchObject({ 'content-type': 'image/png' });
});

test('it ends after a day, and says in Vietnamese what to do', async () => {
  const path = fileLinkPath(SECRET, await note('a.pdf', 'application/pdf', BYTES), NOW);
  onTestFinished(() => {
    now = NOW;
  });
  now = NOW + LINK_LIVES_MS;
  expect((await get(path)).statusCode).toBe(200);
  now += 2_000;
  const answer = await get(path);
  expect(answer.statusCode).toBe(410);
  expect(answer.payload).toContain('Liên kết đã hết hạn');
});

test('it opens one file: another number, a later end, another key or a changed letter opens none', async () => {
  const file = await note('a.pdf', 'application/pdf', BYTES);
  const other = await note('b.pdf', 'application/pdf', BYTES);
  const path = fileLinkPath(SECRET, file, NOW);
  const [id = '', ends = '', mac = ''] = path.split('/')[2]?.split('.') ?? [];
  const forged = [
    [other.fileId, ends, mac],
    [id, (Number.parseInt(ends, 36) + 86_400).toString(36), mac],
    [id, ends, mac.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
    [id, ends, ''],
    [id, ends, mac, 'x'],
  ];
  for (const parts of forged) expect((await get(`/files/${parts.join('.')}/tep.pdf`)).statusCode).toBe(404);
  expect((await get(fileLinkPath('khoa-khac', file, NOW))).statusCode).toBe(404);
  expect((await get('/files/x/y')).statusCode).toBe(404);
});

test('a file that is not there, or not there yet, is not found', async () => {
  const waiting = await note('c.pdf', 'application/pdf', null);
  expect((await get(fileLinkPath(SECRET, waiting, NOW))).statusCode).toBe(404);
  expect((await get(fileLinkPath(SECRET, { fileId: 999_999, name: 'x.pdf' }, NOW))).statusCode).toBe(404);
});

test('the key is the configured one, else made once, kept for its owner only, and never taken half', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'phoihop-key-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  expect(await appKeyOf({ appKey: 'da-dat', dataDir })).toBe('da-dat');
  const keys = await Promise.all(Array.from({ length: 3 }, () => appKeyOf({ appKey: null, dataDir })));
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(await readFile(join(dataDir, 'app.key'), 'utf8')).toBe(keys[0]);
  await writeFile(join(dataDir, 'app.key'), '');
  await expect(appKeyOf({ appKey: null, dataDir })).rejects.toThrow('APP_KEY: must be set');
});

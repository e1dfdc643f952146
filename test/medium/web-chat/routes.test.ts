/** The web chat over HTTP on a real Postgres: what is taken, what is refused, and what other processes see. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GiveUp } from '#channels/errors.ts';
import { DUNG, LAN } from '#test/fakes/web/people.ts';
import { startWebServer, type WebServer } from '#test/fakes/web/server.ts';
import { freshDatabase } from '#test/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let server: WebServer;
/** Another process on the same database. */
let other: WebServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await startWebServer(database.appUrl, { testClock: true });
  other = await startWebServer(database.appUrl);
});

afterAll(async () => {
  await Promise.all([server.stop(), other.stop()]);
  await database.drop();
});

const post = (path: string, body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(server.url + path, {
    method: 'POST',
    headers,
    body: typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
  });

let keys = 0;
const freshKey = () => {
  keys += 1;
  return `test-key-${keys}`;
};
const said = (address: string, text: string, more: object = {}) => ({
  key: freshKey(),
  address,
  sender: { externalId: address, name: 'Người thử' },
  replyTo: null,
  content: { kind: 'text', text },
  ...more,
});

const fileSchema = z.object({ ref: z.string(), name: z.string(), mime: z.string(), size: z.number() });
const feedSchema = z.object({
  entries: z.array(z.object({ version: z.number(), ref: z.string(), body: z.looseObject({ kind: z.string() }) })),
});
const refOf = async (response: Response) => z.object({ ref: z.string() }).parse(await response.json()).ref;

const feed = async (url: string, address: string, after = 0) => {
  const response = await fetch(`${url}/web/feed?${new URLSearchParams({ address, after: String(after) })}`);
  return feedSchema.parse(await response.json()).entries;
};

describe('an event', () => {
  test('is one event and one message, however often it is sent', async () => {
    const event = said('again', 'xin chào');
    const answers = await Promise.all([1, 2, 3].map(async () => refOf(await post('/web/events', event))));
    expect(new Set(answers).size).toBe(1);
    expect(server.events.filter(({ eventId }) => eventId === event.key)).toHaveLength(1);
    const entries = await feed(server.url, 'again');
    expect(entries.filter(({ body }) => body.kind === 'said')).toHaveLength(1);
  });

  test('carries what it answers, with words and sender', async () => {
    await post('/web/events', said('quote', 'hỏi'));
    const question = (await feed(server.url, 'quote')).find(({ body }) => body.kind === 'bot');
    await post('/web/events', said('quote', 'trích yếu', { replyTo: question?.ref }));
    expect(server.events.at(-1)?.quoted).toEqual({
      ref: question?.ref,
      text: 'Đề nghị nhập trích yếu.',
      senderName: 'Trợ lý',
      fromBot: true,
    });
  });

  test('with a secrecy mark reaches the bot, and no word of it stays', async () => {
    await post('/web/events', said('secret', 'Văn bản TUYỆT MẬT về quy hoạch'));
    expect(server.events.at(-1)?.content).toMatchObject({ text: 'Văn bản TUYỆT MẬT về quy hoạch' });
    const [kept] = await feed(server.url, 'secret');
    expect(kept?.body).toMatchObject({ withheld: true, text: '', files: [] });
  });

  test.each([
    ['no JSON', 'không phải JSON', 400],
    ['an empty object', {}, 400],
    ['a list', [], 400],
    ['an unknown kind', said('lan', '', { content: { kind: 'dance' } }), 400],
    ['no words', said('lan', ''), 400],
    ['too many words', said('lan', 'a'.repeat(100_001)), 400],
    ['a NUL', said('lan', 'a\0b'), 400],
    ['half a surrogate pair', said('lan', 'a\ud800'), 400],
    ['a short key', said('lan', 'a', { key: 'x' }), 400],
    ['another’s private chat', said('lan', 'a', { sender: { externalId: 'dung', name: 'Dũng' } }), 400],
    ['an unknown group', said('group:none', 'a'), 400],
    ['an answer to nothing', said('lan', 'a', { replyTo: '999999999' }), 400],
    ['a place beyond the poles', said('lan', '', { content: { kind: 'location', latitude: 91, longitude: 0 } }), 400],
    ['a body over the limit', said('lan', 'a'.repeat(1_100_000)), 413],
  ])('of %s is refused and tells the bot nothing', async (_what, body, status) => {
    const before = server.events.length;
    expect((await post('/web/events', body)).status).toBe(status);
    expect(server.events).toHaveLength(before);
  });
});

describe('a page of another origin', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot send as %s',
    async (type) => {
      const response = await post('/web/events', JSON.stringify(said('lan', 'a')), { 'content-type': type });
      expect(response.status).toBe(415);
    },
  );

  test('gets nothing under its own name', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(`${server.url}/web/people`, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('the feed', () => {
  test('waits, and answers at once when this process writes', async () => {
    const waiting = feed(server.url, 'wait');
    await server.chat.acknowledge?.('key-12345678@wait', null);
    expect(await waiting).toMatchObject([{ body: { kind: 'toast', press: 'key-12345678', text: null } }]);
  });

  test('shows within 300 ms what another process wrote', async () => {
    const waiting = feed(other.url, 'far');
    // Its first look is over when a second request has been answered.
    await fetch(`${other.url}/web/people`);
    await post('/web/events', said('far', 'xin chào'));
    const written = performance.now();
    expect((await waiting)[0]?.body).toMatchObject({ kind: 'said', text: 'xin chào' });
    // Twice the promise, since the machine is shared; the look-out itself is every 200 ms.
    expect(performance.now() - written).toBeLessThan(600);
  });

  test.each(['', 'address=lan', 'address=lan&after=x', 'address=a&address=b&after=1', 'address=a&after=-1'])(
    'refuses "%s"',
    async (query) => {
      expect((await fetch(`${server.url}/web/feed?${query}`)).status).toBe(400);
    },
  );

  test('does not hold the stop of the server', async () => {
    const third = await startWebServer(database.appUrl);
    const waiting = feed(third.url, 'stop');
    await fetch(`${third.url}/web/people`);
    await third.stop();
    expect(await waiting).toEqual([]);
  });
});

describe('a file', () => {
  const upload = (name: string, mime: string, bytes: Uint8Array, type = 'application/octet-stream') =>
    post(`/web/files?${new URLSearchParams({ name, mime })}`, bytes, { 'content-type': type });

  test('is fetched by the bot and downloaded by people as it was', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 nội dung');
    const file = fileSchema.parse(await (await upload('Biên bản (1).pdf', 'application/pdf', bytes)).json());
    expect(file).toMatchObject({ name: 'Biên bản (1).pdf', mime: 'application/pdf', size: bytes.length });
    expect(await server.chat.fetchFile(file.ref, 1_000, AbortSignal.timeout(1_000))).toEqual(Buffer.from(bytes));

    const download = await fetch(`${server.url}/web/files/${file.ref}`);
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes);
    expect(download.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%281%29.pdf",
    );
  });

  test.each(['text/html', 'image/svg+xml', 'not a type\r\nx: y'])(
    'of type %j is never opened as a page',
    async (mime) => {
      const ref = await refOf(await upload('x', mime, new Uint8Array([1])));
      const { headers } = await fetch(`${server.url}/web/files/${ref}`);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment/);
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('over 20 MB is refused', async () => {
    expect((await upload('to.bin', '', new Uint8Array(20 * 1024 * 1024 + 1))).status).toBe(413);
  });

  test('that is unknown or over the limit is given up', async () => {
    const ref = await refOf(await upload('a.bin', '', new Uint8Array(10)));
    await expect(server.chat.fetchFile('999999999', 10, AbortSignal.timeout(1_000))).rejects.toThrow(GiveUp);
    await expect(server.chat.fetchFile(ref, 9, AbortSignal.timeout(1_000))).rejects.toThrow(GiveUp);
    expect((await fetch(`${server.url}/web/files/999999999`)).status).toBe(404);
    expect((await fetch(`${server.url}/web/files/..%2Fserver.ts`)).status).toBe(400);
  });
});

describe('a group', () => {
  const members = [LAN, DUNG].map(({ externalId, name }) => ({ externalId, name }));

  test('tells the bot once that it is in it, and takes only its members', async () => {
    const group = { id: 'doan-kiem-tra', title: 'Đoàn kiểm tra', members };
    expect(await (await post('/web/groups', group)).json()).toEqual({ address: 'group:doan-kiem-tra' });
    await post('/web/groups', group);
    const joined = server.events.filter(({ content }) => content.kind === 'joined');
    expect(joined).toMatchObject([
      { address: 'group:doan-kiem-tra', place: 'group', content: { title: 'Đoàn kiểm tra' } },
    ]);

    const event = said('group:doan-kiem-tra', 'chào đoàn', { sender: members[1] });
    expect((await post('/web/events', event)).status).toBe(200);
    expect(server.events.at(-1)).toMatchObject({ addressed: false, sender: { externalId: 'dung' } });
    const stranger = said('group:doan-kiem-tra', 'chào', { sender: { externalId: 'mai', name: 'Mai' } });
    expect((await post('/web/events', stranger)).status).toBe(400);
  });

  test('without members, or with a secret title, is refused', async () => {
    expect((await post('/web/groups', { id: 'khong-ai-ca', title: 'Không ai', members: [] })).status).toBe(400);
    expect((await post('/web/groups', { id: 'mat-mat-mat', title: 'TUYỆT MẬT', members })).status).toBe(400);
  });
});

test('a message sent twice with one key is one message', async () => {
  const part = { lines: ['một'], buttons: [], file: null, asks: false, edit: null, replyTo: null };
  const options = { key: 'out-once', readFile: async () => new Uint8Array(), signal: AbortSignal.timeout(1_000) };
  const refs = [await server.chat.send('bot-once', part, options), await other.chat.send('bot-once', part, options)];
  expect(refs[0]).toBe(refs[1]);
  expect(await feed(server.url, 'bot-once')).toHaveLength(1);
  const edit = { ...part, edit: '999999999' };
  await expect(server.chat.send('bot-once', edit, options)).rejects.toMatchObject({ reason: 'gone' });
});

test('the product’s time is told only where it can be moved', async () => {
  expect(await (await fetch(`${server.url}/web/clock`)).json()).toEqual({ now: '2026-11-23T01:00:00.000Z' });
  expect((await fetch(`${other.url}/web/clock`)).status).toBe(204);
});

test('the page needs nothing from outside and may run nothing that is not ours', async () => {
  const page = await fetch(server.url);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toContain('unsafe');
  const html = await page.text();
  expect(html).not.toMatch(/https?:\/\/|<style|style=|<script>|onclick/);
  const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path);
  for (const path of links) expect((await fetch(`${server.url}${path}`)).status).toBe(200);
  expect((await fetch(`${server.url}/web/page/types.js`)).status).toBe(404);
});

/** /metrics and /admin/queues: what they tell, and to whom. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withConnection } from '#db/connection.ts';
import { startTestProduct, type TestProduct } from './product.ts';

const TOKEN = 'bi-mat-quan-tri';
let product: TestProduct;

beforeAll(async () => {
  product = await startTestProduct({ ADMIN_TOKEN: TOKEN });
}, 60_000);
afterAll(() => product.stop(), 30_000);

const get = (path: string, authorization?: string, root = product.url) =>
  fetch(root + path, { headers: authorization === undefined ? {} : { authorization } });
const metrics = async () => (await get('/metrics', `Bearer ${TOKEN}`)).text();
const basic = `Basic ${Buffer.from(`quan-tri:${TOKEN}`).toString('base64')}`;

test.each(['/metrics', '/admin/queues', '/admin/queues/', '/admin/queues/api/queues', '/admin/queues/static/x'])(
  '%s opens with the token only',
  async (path) => {
    for (const wrong of [undefined, 'Bearer sai', `Bearer ${TOKEN}x`, TOKEN]) {
      const answer = await get(path, wrong);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ ok: false });
    }
    expect([200, 404]).toContain((await get(path, `Bearer ${TOKEN}`)).status);
  },
);

describe('without a token', () => {
  let open: TestProduct;
  beforeAll(async () => {
    // Nobody listens there.
    open = await startTestProduct({ ZALO_BOT_TOKEN: '1:a', ZALO_BOT_API_ROOT: 'http://127.0.0.1:9' });
  }, 60_000);
  afterAll(() => open.stop(), 30_000);

  test('a channel whose platform is not reached is down in the body of /readyz, which is ready all the same', async () => {
    await vi.waitFor(async () => {
      const answer = await get('/readyz', undefined, open.url);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ channels: { 'zalo-bot': 'down', web: 'off' } });
    }, 10_000);
  });

  test('metrics are open and the console is not there', async () => {
    expect((await get('/metrics', undefined, open.url)).status).toBe(200);
    expect((await get('/admin/queues', undefined, open.url)).status).toBe(404);
    expect((await get('/admin/queues', basic, open.url)).status).toBe(404);
  });
});

test('/readyz tells of each channel how it is, and what the database says of it shows at once', async () => {
  const channels = async () => ((await (await get('/readyz')).json()) as { channels: object }).channels; // its contract
  const off = { telegram: 'off', 'zalo-bot': 'off', 'zalo-oa': 'off' };
  expect(await channels()).toEqual({ ...off, web: 'on' });
  await withConnection(product.database.ownerUrl, async (client) => {
    await client.query(`insert into outbox (class, channel, address, message, not_before, state, error, created_at)
      values (0, 'web', 'nobody', '{"lines": []}', '2126-01-01', 'queued', 'Error: bad gateway', '2026-01-01')`);
    expect(await channels()).toEqual({ ...off, web: 'degraded' });
    await client.query(`insert into send_slot (channel, address, next_at) values ('web', '', '2126-01-01')
      on conflict (channel, address) do update set next_at = excluded.next_at`);
    expect(await channels()).toEqual({ ...off, web: 'down' });
    expect(await metrics()).toContain('phoihop_channel_state{channel="web",state="down"} 1');
    await client.query(`delete from send_slot where channel = 'web'`);
    await client.query(`delete from outbox where channel = 'web' and address = 'nobody'`);
  });
}, 30_000);

describe('metrics', () => {
  test('tell what waits, what failed and what is overdue, from the database', async () => {
    await withConnection(product.database.ownerUrl, (client) =>
      client.query(`
        insert into outbox (class, channel, address, message, not_before, state, created_at) values
          (2, 'away', '1', '{"lines": ["LỜI RIÊNG"]}', '2026-01-01', 'queued', '2026-01-01'),
          (2, 'away', '2', '{"lines": ["LỜI RIÊNG"]}', '2026-01-01', 'queued', '2026-01-01'),
          (0, 'away', '3', '{"lines": ["LỜI RIÊNG"]}', '2026-01-01', 'failed', '2026-01-01')`),
    );
    const text = await metrics();
    expect(text).toContain('phoihop_outbox_messages{channel="away",class="reminder",state="queued"} 2');
    expect(text).toContain('phoihop_outbox_messages{channel="away",class="reply",state="failed"} 1');
    expect(text).toMatch(/phoihop_outbox_oldest_seconds\{channel="away"\} [1-9]/);
    expect(text).toMatch(/phoihop_due_overdue \d/);
    expect(text).toContain('phoihop_inbox_waiting 0');
    expect(text).toContain('phoihop_database_up 1');
    expect(text).toContain('phoihop_channel_state{channel="web",state="on"} 1');
    expect(text).toMatch(/process_resident_memory_bytes \d/);
    expect(text).not.toContain('LỜI RIÊNG');
  });

  test('count turns and sends of this process', async () => {
    expect(await metrics()).toContain('phoihop_turn_seconds_count 0');
    const event = {
      key: 'event-key-1',
      address: 'nguoi-la',
      sender: { externalId: 'nguoi-la', name: 'Người lạ' },
      replyTo: null,
      content: { kind: 'text', text: 'xin chào' },
    };
    const headers = { 'content-type': 'application/json' };
    await fetch(`${product.url}/web/events`, { method: 'POST', headers, body: JSON.stringify(event) });
    await vi.waitFor(async () => {
      const text = await metrics();
      expect(text).toContain('phoihop_sends_total{channel="web",outcome="sent"} 1');
      expect(text).toContain('phoihop_turn_seconds_bucket{le="+Inf"} 1');
      expect(text).toContain('phoihop_turn_seconds_count 1');
    }, 10_000);
  });
});

describe('the console', () => {
  test('shows the queues to a browser with the password, and asks no foreign server', async () => {
    const page = await get('/admin/queues', basic);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const queues = await (await get('/admin/queues/api/queues', basic)).json();
    expect(queues).toMatchObject({
      queues: [
        { name: 'send', readOnlyMode: true },
        { name: 'time', readOnlyMode: true },
        { name: 'files', readOnlyMode: true },
      ],
    });
    const path = /src="(static\/[^"]+\.js)"/.exec(await page.text())?.[1];
    expect((await get(`/admin/queues/${path}`, basic)).status).toBe(200);
  });

  test.each(['PUT', 'POST', 'PATCH', 'DELETE'])('changes nothing: %s is not there', async (method) => {
    const headers = { authorization: basic };
    const answer = await fetch(`${product.url}/admin/queues/api/queues/time/pause`, { method, headers });
    expect(answer.status).toBe(404);
  });
});

describe('a scheduler that is silent', () => {
  let web: TestProduct;
  beforeAll(async () => {
    web = await startTestProduct({ ROLE: 'web' });
  }, 60_000);
  afterAll(() => web.stop(), 30_000);

  test('stands in the body of /readyz and in the metrics, and nobody is sent elsewhere for it', async () => {
    await withConnection(web.database.ownerUrl, (client) =>
      client.query(`insert into heartbeat (name, at, real_at) values ('scheduler', now(), now() - interval '6 minutes')
        on conflict (name) do update set real_at = excluded.real_at`),
    );
    const answer = await get('/readyz', undefined, web.url);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true, scheduler: 'silent' });
    expect(await (await get('/metrics', undefined, web.url)).text()).toContain('phoihop_scheduler_silent 1');
  });
});

test('who sends half a request does not hold up a stop', async () => {
  const product = await startTestProduct({ ROLE: 'web' });
  const half = connect(Number(new URL(product.url).port));
  half.write('GET /healthz HTTP/1.1\r\nHost: a\r\n');
  await once(half, 'connect');
  const cut = once(half, 'close');
  half.resume();
  await product.stop();
  await cut;
}, 15_000);

/** The command line on the embedded database: alone, several at once, and beside a running product (S14 too). */
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { findRunning } from '#db/embedded/address.ts';
import { stopPostmaster } from '#db/embedded/postmaster.ts';
import { freePort } from '#test/support/free-port.ts';
import { type ProductProcess, startProcess } from '#test/support/process.ts';
import { scratchRoot } from '#test/support/scratch.ts';
import { cli, type Variables } from './support.ts';

let dataDir = '';
let on: Variables = {};
const LIMIT_MS = 120_000;
const official = ['invite', '--unit', 'bql-qhxd', '--role', 'official', '--name', 'Đỗ Văn Ở', '--json'];

beforeAll(async () => {
  dataDir = await realpath(await mkdtemp(join(scratchRoot(), 'phoihop-cli-')));
  await chmod(dataDir, 0o755); // Postgres may run as another user
  on = {
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    TEST_CLOCK: '2026-11-23T08:00:00+07:00',
  };
});
afterAll(async () => {
  await stopPostmaster(join(dataDir, 'postgres')); // of a test that failed
  await rm(dataDir, { recursive: true });
});

test(
  'alone, several at once begin with nothing, share one database and leave none running',
  async () => {
    const [deadline, ...invited] = await Promise.all([
      cli(on, ['deadline'], '{"from": "2026-11-23", "term": "5 ngày làm việc"}\n'),
      cli(on, official),
      cli(on, official),
    ]);
    expect(deadline).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(deadline.out)).toMatchObject({ due: '2026-12-01' });
    expect(invited).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(new Set(invited.map(({ out }) => invitation.parse(JSON.parse(out)).person)).size).toBe(2);
    expect(await findRunning(dataDir)).toBeNull();
  },
  LIMIT_MS,
);

test(
  'alone, the test clock is moved in the database, and the next command lives in that time',
  async () => {
    expect(await cli(on, ['clock', '--to', '2026-11-24T08:00:00+07:00', '--json'])).toMatchObject({ code: 0, err: '' });
    const { TEST_CLOCK: _, ...without } = on;
    const { out } = await cli(without, ['clock', '--json']);
    expect(Date.parse(z.object({ now: z.string() }).parse(JSON.parse(out)).now)).toBeGreaterThanOrEqual(
      Date.parse('2026-11-24T01:00:00Z'),
    );
  },
  LIMIT_MS,
);

const invitation = z.object({ code: z.string(), person: z.string(), links: z.object({ web: z.url() }) });
const feed = z.object({ entries: z.array(z.object({ body: z.looseObject({ kind: z.string() }) })) });

describe('beside a running product', () => {
  let product: ProductProcess;
  let url = '';
  let keys = 0;

  beforeAll(async () => {
    product = await startProcess(on);
    url = `http://127.0.0.1:${on.PORT}`;
  }, LIMIT_MS);
  afterAll(async () => {
    product.kill('SIGTERM');
    await product.ended;
  }, LIMIT_MS);

  const invite = async () => {
    const { code, out, err } = await cli(on, official);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return invitation.parse(JSON.parse(out));
  };
  /** A stranger says something on the web chat. @returns the bot's first answer */
  const answerTo = async (stranger: string, text: string): Promise<string> => {
    keys += 1;
    const event = {
      key: `event-key-${keys}`,
      address: stranger,
      sender: { externalId: stranger, name: 'Người lạ' },
      replyTo: null,
      content: { kind: 'text', text },
    };
    const headers = { 'content-type': 'application/json' };
    const said = await fetch(`${url}/web/events`, { method: 'POST', headers, body: JSON.stringify(event) });
    expect(said.status).toBe(200);
    return vi.waitFor(
      async () => {
        const { entries } = feed.parse(await (await fetch(`${url}/web/feed?address=${stranger}&after=0`)).json());
        const bodies = entries.map(({ body }) => body);
        const answers = bodies
          .slice(bodies.findLastIndex(({ kind }) => kind === 'said'))
          .filter(({ kind }) => kind === 'bot');
        expect(answers.length).toBeGreaterThan(0);
        return JSON.stringify(answers[0]);
      },
      { timeout: 10_000 },
    );
  };

  test(
    'an invited person is on the page, and the code links an account once',
    async () => {
      const { code, person, links } = await invite();
      expect(links.web).toBe(`${url}/`);
      const people = z.object({ people: z.array(z.object({ externalId: z.string() })) });
      const page = people.parse(await (await fetch(`${url}/web/people`)).json());
      expect(page.people.map(({ externalId }) => externalId)).toContain(person);

      expect(await answerTo('nguoi-la-1', `/start ${code}`)).toContain('Xin chào ông/bà Đỗ Văn Ở, Chuyên viên');
      expect(await answerTo('nguoi-la-2', `/start ${code}`)).toContain('Mã không đúng');
    },
    LIMIT_MS,
  );

  test(
    'a code is read however it is typed, and a guess is told nothing',
    async () => {
      const { code } = await invite();
      expect(await answerTo('nguoi-la-3', '/start AAAA-CCCC-DDDD-EEEE')).toContain('Mã không đúng');
      expect(await answerTo('nguoi-la-3', code.toLowerCase().replaceAll('-', ' '))).toContain(
        'Xin chào ông/bà Đỗ Văn Ở',
      );
    },
    LIMIT_MS,
  );

  test(
    'the clock is moved by the server, never back, and a code does not outlive its days',
    async () => {
      const { code } = await invite();
      const moved = await cli(on, ['clock', '--advance', '8d', '--json']);
      expect(moved).toMatchObject({ code: 0, err: '' });
      const { now } = z.object({ now: z.string() }).parse(JSON.parse(moved.out));
      const page = z.object({ now: z.string() }).parse(await (await fetch(`${url}/web/clock`)).json());
      expect(Date.parse(page.now)).toBeGreaterThanOrEqual(Date.parse(now));
      expect(await answerTo('nguoi-la-4', `/start ${code}`)).toContain('Mã không đúng');
      expect(await cli(on, ['clock', '--to', '2026-11-23T08:00:00+07:00'])).toMatchObject({ code: 1, out: '' });
      expect(await cli({ ...on, PORT: '1' }, ['clock', '--advance', '1d'])).toMatchObject({ code: 1, out: '' });
    },
    LIMIT_MS,
  );

  test(
    'what changes there is known to the product at once, and the product goes on',
    async () => {
      expect(await cli(on, ['unit', 'close', 'xa-phu-cat', '--on', '2026-11-30'])).toMatchObject({ code: 0, err: '' });
      expect(await cli(on, ['audit', 'verify', '--json'])).toMatchObject({ code: 0, err: '' });
      const { out } = await cli(on, ['status', '--json']);
      expect(JSON.parse(out)).toMatchObject({ scheduler_seconds: expect.any(Number), channels: { web: 'on' } });
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
    },
    LIMIT_MS,
  );
});

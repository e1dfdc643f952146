/** Tokens of the official account on the true store: one renewal whoever asks, nothing readable at rest, mended by a new consent. */
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Credentials, RetryAt } from '#channels/errors.ts';
import { createZaloOa } from '#channels/zalo-oa/adapter.ts';
import { cipherWith } from '#db/cipher.ts';
import { type Db, openDb } from '#db/client.ts';
import { createLog } from '#src/log.ts';
import { oaTokens } from '#src/start/oa-tokens.ts';
import { partOf, sendOptions } from '#test/contract/telegram-support.ts';
import { LINKS } from '#test/contract/zalo-bot-support.ts';
import { APP, FIRST_REFRESH, startFakeZaloOa } from '#test/fakes/zalo-oa/fake.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';

const START = Date.parse('2026-11-23T08:00:00+07:00');
const HOUR = 3_600_000;
const OAUTH = '/v4/oa/access_token';

let database: TestDatabase;
let dbs: Db[];

beforeAll(async () => {
  database = await freshDatabase();
  // As two processes have them.
  dbs = [openDb(database.appUrl, 4, () => undefined), openDb(database.appUrl, 4, () => undefined)];
});
afterAll(async () => {
  await Promise.all(dbs.map((db) => db.pool.end()));
  await database.drop();
});
beforeEach(async () => {
  await dbs[0]?.query.deleteFrom('credential').execute();
});

const start = async () => {
  const time = { now: START };
  const fake = await startFakeZaloOa({ now: () => time.now });
  onTestFinished(fake.close);
  const lan = fake.user('Lan');
  lan.follows();
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets: [], destination: { write: (line) => void lines.push(line) } });
  const open = (process: number, over: { refreshToken?: string | null; appKey?: string } = {}) => {
    const db = dbs[process];
    if (db === undefined) throw new Error('no such process');
    const { refreshToken = FIRST_REFRESH, appKey = 'khoa-cua-ung-dung' } = over;
    const now = () => time.now;
    const roots = {
      apiRoot: fake.root,
      oauthRoot: fake.root,
      templateApiRoot: fake.root,
      billedMax: null,
      templatesMax: null,
    };
    const channel = createZaloOa(
      { ...APP, ...roots, refreshToken, reminderTemplate: null, forms: [], mediaHosts: [], timeouts: { callMs: 500 } },
      { log, links: LINKS, tokens: oaTokens({ db, clock: { now }, log, appKey }), now, platformNow: now },
    );
    const send = () => channel.send(lan.id, partOf(), sendOptions());
    return { send, tick: () => channel.tick?.() };
  };
  return { fake, time, open, log: () => lines.join('') };
};

describe('one renewal', () => {
  test('however many sends of two processes need the first token', async () => {
    const { fake, open } = await start();
    const [one, two] = [open(0), open(1)];
    await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? one : two).send()));
    expect(fake.oauth.count()).toBe(1);
    expect(fake.callsOf(OAUTH)).toHaveLength(1);
  });

  test('when all are refused at once, and each send goes out', async () => {
    const { fake, open } = await start();
    const [one, two] = [open(0), open(1)];
    await one.send();
    fake.oauth.expire();
    await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? one : two).send()));
    expect(fake.oauth.count()).toBe(2);
    expect(fake.callsOf(OAUTH).map(({ refusal }) => refusal)).toEqual([null, null]);
  });

  test('ahead of the end, by whichever process looks first', async () => {
    const { fake, time, open } = await start();
    const [one, two] = [open(0), open(1)];
    await one.tick();
    time.now += 19 * HOUR;
    await Promise.all([one.tick(), two.tick()]);
    expect(fake.oauth.count()).toBe(1);
    time.now += 2 * HOUR;
    await Promise.all([one.tick(), two.tick(), one.tick(), two.tick()]);
    expect(fake.oauth.count()).toBe(2);
    time.now += 24 * HOUR;
    await two.send();
    expect(fake.oauth.count()).toBe(2);
  });
});

describe('a renewal that fails', () => {
  test('because the platform is away is tried again, and the token in use goes on', async () => {
    const { fake, time, open } = await start();
    const one = open(0);
    await one.send();
    time.now += 21 * HOUR;
    fake.faults.add(OAUTH, { do: 'answer', code: -32 }, 1);
    await expect(one.tick()).rejects.toThrow(RetryAt);
    await one.send();
    await one.tick();
    expect(fake.oauth.count()).toBe(2);
  });

  test('whose answer is lost cannot be had again, which a person is told', async () => {
    const { fake, time, open } = await start();
    const one = open(0);
    await one.send();
    time.now += 21 * HOUR;
    fake.faults.add(OAUTH, { do: 'cut', when: 'after' }, 1);
    await expect(one.tick()).rejects.toThrow(RetryAt);
    await expect(one.tick()).rejects.toThrow(Credentials);
  });

  test('for good is a matter for a person, says so, and a new consent mends it', async () => {
    const { fake, time, open, log } = await start();
    const one = open(0);
    await one.send();
    fake.oauth.revoke();
    time.now += 21 * HOUR;
    await expect(one.tick()).rejects.toThrow(Credentials);
    await expect(one.send()).rejects.toThrow(Credentials);
    expect(log()).toContain('could not be renewed');
    fake.oauth.consent('refresh-cua-lan-dong-y-moi');
    const again = open(0, { refreshToken: 'refresh-cua-lan-dong-y-moi' });
    await again.send();
    // The one that was entered is used up by now: what is kept goes on.
    await open(1, { refreshToken: 'refresh-cua-lan-dong-y-moi' }).send();
    expect(fake.oauth.count()).toBe(2);
  });

  test('without any token says so', async () => {
    const { open } = await start();
    await expect(open(0, { refreshToken: null }).send()).rejects.toThrow('oauth: no refresh token');
  });
});

describe('while the platform hangs', () => {
  test('sends of two processes wait for one exchange, hold one connection, and are put off with the whole platform', async () => {
    const { fake, open } = await start();
    fake.faults.add(OAUTH, { do: 'hang', when: 'before' }, 9);
    const [one, two] = [open(0), open(1)];
    const sends = Promise.allSettled(Array.from({ length: 10 }, (_, index) => (index < 8 ? one : two).send()));
    await fake.waitFor(
      () => fake.callsOf(OAUTH).length > 0 || undefined,
      1_000,
      () => 'nobody asks for a token',
    );
    // Of four connections three are free, while the exchange is under way.
    await Promise.all([1, 2, 3].map(() => dbs[0]?.query.selectFrom('credential').select('name').execute()));
    expect(fake.callsOf(OAUTH)).toHaveLength(1);
    const outcomes = await sends;
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { scope: 'platform' } });
    // The other process looks once more when the first has given up, not once a send.
    expect(fake.callsOf(OAUTH).length).toBeLessThanOrEqual(2);
  });
});

describe('at rest', () => {
  test('nothing of it can be read; and the log has none of it', async () => {
    const { open, log } = await start();
    await open(0).send();
    const [row] = (await dbs[0]?.query.selectFrom('credential').selectAll().execute()) ?? [];
    for (const secret of ['access-1', 'refresh-1', FIRST_REFRESH, APP.appSecret]) {
      expect(row?.value.includes(secret)).toBe(false);
      expect(log()).not.toContain(secret);
    }
    await open(1, { refreshToken: null }).send();
  });

  test('with another key it cannot be opened, which is said', async () => {
    const { open, log } = await start();
    await open(0).send();
    await expect(open(1, { appKey: 'khoa-khac' }).send()).rejects.toThrow(Credentials);
    expect(log()).toContain('APP_KEY is not the one it was kept with');
    await open(0).send();
  });

  test('a sealed text opens under its own key and name only, and not when a bit of it has changed', () => {
    const cipher = cipherWith('khoa');
    const sealed = cipher.seal('zalo-oa', 'bí mật');
    expect(cipher.open('zalo-oa', sealed)).toBe('bí mật');
    expect(cipher.seal('zalo-oa', 'bí mật').equals(sealed)).toBe(false);
    expect(cipher.open('khác', sealed)).toBeNull();
    expect(cipherWith('khoa-khac').open('zalo-oa', sealed)).toBeNull();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(cipher.open('zalo-oa', changed)).toBeNull();
    }
    expect(cipher.open('zalo-oa', Buffer.alloc(3))).toBeNull();
  });
});

/** What each command does to a database, and how it refuses: one Vietnamese sentence, nothing changed. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withConnection } from '#db/connection.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { cli, isSentence, jsonOf, onDatabase, run, type Variables } from './support.ts';

let database: TestDatabase;
let on: Variables;
let folder = '';

beforeAll(async () => {
  database = await freshDatabase();
  on = { ...onDatabase(database), SAMPLE_DATA: 'on' };
  folder = await mkdtemp(join(tmpdir(), 'phoihop-cli-'));
  await run(on, ['status']); // fills it
}, 60_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const ask = (question: string, values: unknown[] = []) =>
  withConnection(database.ownerUrl, async (client) => (await client.query(question, values)).rows);
const factsOf = (stream: string) =>
  ask('select kind, channel, data from fact where stream = $1 order by seq', [stream]);

describe('as a process', () => {
  const invitation = z.object({
    code: z.string().regex(/^([34679ACDEFGHJKMNPQRTWXY]{4}-){3}[34679ACDEFGHJKMNPQRTWXY]{4}$/),
    person: z.string(),
    links: z.object({ web: z.string() }),
  });
  test.each<[string[], z.ZodType]>([
    [['invite', '--unit', 'bql-qhxd', '--role', 'official', '--name', 'Đỗ Văn Ở'], invitation],
    [['unit', 'list'], z.array(z.object({ code: z.string(), to: z.iso.date().nullable() })).min(40)],
    [['unit', 'close', 'xa-phu-cat', '--on', '2030-06-30'], z.object({ closed: z.array(z.string()).min(1) })],
    [['unit', 'succeed', 'xa-phu-cat', 'xa-kieu-phu'], z.object({ successors: z.tuple([z.literal('xa-kieu-phu')]) })],
    [['calendar', 'list', '2026'], z.object({ years: z.array(z.object({ confirmed: z.literal(true) })).length(1) })],
    [
      ['calendar', 'add', '2027-01-01', '--kind', 'holiday', '--reason', 'Tết Dương lịch'],
      z.object({ before: z.null() }),
    ],
    // Says what the day was.
    [
      ['calendar', 'remove', '2027-01-01'],
      z.object({ date: z.literal('2027-01-01'), before: z.looseObject({ kind: z.literal('holiday') }) }),
    ],
    [['calendar', 'confirm', '2028'], z.object({ year: z.literal(2028), confirmed: z.literal(true) })],
    [['audit', 'verify'], z.object({ ok: z.literal(true), checked: z.number().min(1), first_broken: z.null() })],
    [
      ['status'],
      z.object({
        scheduler_seconds: z.null(),
        due: z.object({ next: z.array(z.object({ at: z.iso.datetime() })).max(20) }),
      }),
    ],
    [['migrate'], z.object({ version: z.string() })],
    [['clock'], z.object({ now: z.iso.datetime() })],
  ])(
    '%j prints one JSON value and ends with 0, or refuses in one sentence',
    async (words, shape) => {
      const { code, out, err } = await cli(on, [...words, '--json']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.endsWith('\n') && !out.trim().includes('\n')).toBe(true);
      expect(shape.safeParse(JSON.parse(out)).error).toBeUndefined();
    },
    30_000,
  );

  test('export prints requests and facts as JSON lines', async () => {
    const { code, out } = await cli(on, ['export']);
    const records = out
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ record: z.string() }).parse(JSON.parse(line)));
    const count = (name: string) => records.filter(({ record }) => record === name).length;
    const [stored] = await ask(
      'select (select count(*) from request)::int as requests, (select count(*) from fact)::int as facts',
    );
    expect({ code, requests: count('request'), facts: count('fact') }).toEqual({ code: 0, ...stored });
    expect(records[0]).toMatchObject({
      code: 'PH-2026-00001',
      filer: expect.any(String),
      parts: [expect.objectContaining({ unit: expect.any(String) })],
    });
  }, 30_000);

  test('a wrong call ends with 2 and shows how to call', async () => {
    const { code, out, err } = await cli(on, ['invite', '--unit', 'bql']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--unit U --role R --name N');
  }, 30_000);

  test('a database that is away is refused in one sentence', async () => {
    const { code, err } = await cli({ DATABASE_URL: 'postgres://app:x@127.0.0.1:1/none' }, ['status']);
    expect(code).toBe(1);
    expect(err).toSatisfy(isSentence);
  }, 30_000);
});

describe('what is wrong', () => {
  const invite = (unit: string, role: string, name: string, ...more: string[]) => [
    ...['invite', '--unit', unit, '--role', role, '--name', name],
    ...more,
  ];
  test.each([
    [invite('khong-co', 'official', 'Lan')],
    [invite('huyen-dong-anh', 'official', 'Lan')],
    [invite('bql', 'sep', 'Lan')],
    [invite('xa-thien-loc', 'coordinator', 'Lan')],
    [invite('xa-thien-loc', 'auditor', 'Lan')],
    [invite('bql', 'official', '  ')],
    [invite('bql', 'official', '李明')],
    [invite('bql', 'official', '<b>Lan</b>')],
    [invite('bql', 'official', 'Lan', '--days', '0')],
    [invite('bql', 'official', 'Lan', '--days', '31')],
    [invite('bql', 'official', 'Lan', '--days', 'x')],
    [['invite', '--person', 'khong-ai']],
    [['unit', 'close', 'khong-co', '--on', '2026-12-31']],
    [['unit', 'close', 'xa-thien-loc', '--on', '31/12/2026']],
    [['unit', 'close', 'xa-thien-loc', '--on', '2026-02-30']],
    [['unit', 'close', 'xa-thien-loc', '--on', '1999-12-31']],
    [['unit', 'close', 'huyen-dong-anh', '--on', '2026-12-31']],
    [['unit', 'close', 'xa-thien-loc', '--on', '2026-12-31', '--to', 'khong-co']],
    [['unit', 'close', 'xa-thien-loc', '--on', '2026-12-31', '--to', 'huyen-dong-anh']],
    [['unit', 'succeed', 'xa-thien-loc', 'xa-thien-loc']],
    [['calendar', 'add', '2027-02-08', '--kind', 'swap_work', '--reason', 'Làm bù']],
    [['calendar', 'add', '2027-02-08', '--kind', 'party', '--reason', 'Vui']],
    [['calendar', 'add', '2027-02-08', '--kind', 'holiday', '--reason', ' ']],
    [['calendar', 'add', '08/02/2027', '--kind', 'holiday', '--reason', 'Tết']],
    [['calendar', 'remove', '2027-02-09']],
    [['calendar', 'remove', 'hôm nay']],
    [['calendar', 'confirm', '27']],
    [['calendar', 'list', 'nay']],
    [['clock', '--advance', '1d']],
    [['clock', '--to', 'mai']],
  ])('%j is refused, and nothing changes', async (words) => {
    const before = await ask('select count(*) from fact');
    const outcome = await run(on, words);
    expect(outcome.kind === 'refused' && outcome.sentence).toSatisfy(isSentence);
    expect(await ask('select count(*) from fact')).toEqual(before);
  });

  test.each([
    [['invite']],
    [['invite', '--person', 'x', '--unit', 'bql']],
    [['unit', 'close', 'x']],
    [['unit', 'list', 'x']],
    [['calendar', 'add', '2027-01-01']],
    [['backup']],
    [['clock', '--to', '2026-01-01T00:00:00Z', '--advance', '1d']],
  ])('%j is shown its usage', async (words) => {
    expect((await run(on, words)).kind).toBe('usage');
  });
});

describe('invite', () => {
  const lan = ['invite', '--unit', 'xa-thien-loc', '--role', 'focal', '--name', 'Lê  Thị Lán'];

  test('makes a person with a key of his own, his membership, and a fact; the code is kept as a hash', async () => {
    const one = jsonOf(await run(on, lan));
    const other = jsonOf(await run(on, lan));
    expect([one, other]).toMatchObject([{ person: 'le-thi-lan' }, { person: 'le-thi-lan-2' }]);
    const members = await ask(
      `select p.name, p.title, u.code, m.role from person p join membership m on m.person_id = p.id
       join unit u on u.id = m.unit_id where p.key = 'le-thi-lan'`,
    );
    expect(members).toEqual([{ name: 'Lê Thị Lán', title: 'Đầu mối phối hợp', code: 'xa-thien-loc', role: 'focal' }]);
    expect((await factsOf('directory')).at(-1)).toMatchObject({
      kind: 'invited',
      channel: 'cli',
      data: { role: 'focal' },
    });
    const { code } = z.object({ code: z.string() }).parse(one);
    const kept = await ask(`select * from invitation where encode(code_hash, 'escape') like $1`, [`%${code}%`]);
    expect(kept).toEqual([]);
  });

  test('at once gives each his own key', async () => {
    const words = ['invite', '--unit', 'bql', '--role', 'official', '--name', 'Trùng Tên'];
    const all = await Promise.all(Array.from({ length: 5 }, () => run(on, words)));
    expect(new Set(all.map((one) => z.object({ person: z.string() }).parse(jsonOf(one)).person)).size).toBe(5);
  });

  test('of a known person is a new code and nobody new', async () => {
    const [before] = await ask('select count(*) from person');
    expect(jsonOf(await run(on, ['invite', '--person', 'bui-van-khanh']))).toMatchObject({ person: 'bui-van-khanh' });
    expect(await ask('select count(*) from person')).toEqual([before]);
  });

  test('with the web chat off makes no account there and gives no link', async () => {
    const words = ['invite', '--unit', 'bql', '--role', 'official', '--name', 'Ngoài Trang'];
    expect(jsonOf(await run({ ...on, WEB_CHAT: 'off' }, words))).toMatchObject({ person: 'ngoai-trang', links: {} });
    expect(await ask(`select * from account where external_id = 'ngoai-trang'`)).toEqual([]);
  });
});

describe('unit', () => {
  test('close ends the unit with its sections on that day, names the successors, and is in the history', async () => {
    const closed = await run(on, [
      'unit',
      'close',
      'xa-noi-bai',
      '--on',
      '2031-06-30',
      '--to',
      'xa-soc-son,xa-kim-anh',
    ]);
    expect(jsonOf(closed)).toMatchObject({ code: 'xa-noi-bai', successors: ['xa-soc-son', 'xa-kim-anh'] });
    const listed = z.array(z.looseObject({ code: z.string() })).parse(jsonOf(await run(on, ['unit', 'list'])));
    expect(listed.find(({ code }) => code === 'xa-noi-bai')).toMatchObject({
      to: '2031-06-30',
      successors: ['xa-kim-anh', 'xa-soc-son'],
    });
    expect((await factsOf('directory')).slice(-2).map(({ kind }) => kind)).toEqual([
      'unit_succeeded',
      'unit_succeeded',
    ]);
    expect((await run(on, ['unit', 'close', 'xa-noi-bai', '--on', '2032-06-30'])).kind).toBe('refused');
    // Through others too: the successor of a successor.
    expect((await run(on, ['unit', 'succeed', 'xa-kim-anh', 'xa-noi-bai'])).kind).toBe('refused');
  });
});

describe('calendar', () => {
  test('a day entered, then changed, is the calendar that deadlines are counted with', async () => {
    const due = async () => {
      const { printed } = await run(on, ['deadline'], ['{"from": "2029-03-05", "term": "1 ngày làm việc"}']);
      return z.object({ due: z.string(), provisional: z.boolean() }).parse(JSON.parse(printed[0] ?? ''));
    };
    expect(await due()).toEqual({ due: '2029-03-06', provisional: true });
    await run(on, ['calendar', 'add', '2029-03-06', '--kind', 'holiday', '--reason', 'Nghỉ']);
    expect(await due()).toEqual({ due: '2029-03-07', provisional: true });
    const changed = await run(on, ['calendar', 'add', '2029-03-06', '--kind', 'comp', '--reason', 'Nghỉ bù']);
    expect(jsonOf(changed)).toMatchObject({ kind: 'comp', before: { kind: 'holiday', reason: 'Nghỉ' } });
    await run(on, ['calendar', 'confirm', '2029']);
    expect(await due()).toEqual({ due: '2029-03-07', provisional: false });
    expect((await factsOf('calendar')).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['day_set', 'year_confirmed']),
    );
    const facts = (await factsOf('calendar')).length;
    expect((await run(on, ['calendar', 'confirm', '2029'])).kind).toBe('done');
    expect(await factsOf('calendar')).toHaveLength(facts);
  });
});

describe('backup and restore', () => {
  test('carry everything into an empty database, and into no other', async () => {
    const file = join(folder, 'one.backup');
    expect(await run(on, ['backup', file])).toMatchObject({ kind: 'done' });
    expect((await stat(file)).size).toBeGreaterThan(1_000);
    const target = await freshDatabase('empty');
    const there = onDatabase(target);
    expect(await cli(there, ['restore', file, '--json'])).toMatchObject({ code: 0, err: '' });
    expect(jsonOf(await run(there, ['audit', 'verify']))).toEqual(jsonOf(await run(on, ['audit', 'verify'])));
    const again = await cli(there, ['restore', file]);
    expect(again.code).toBe(1);
    expect(again.err).toSatisfy(isSentence);
    for (const words of [
      ['restore', join(folder, 'none')],
      ['backup', join(folder, 'none', 'x')],
    ]) {
      const nowhere = await cli(there, words);
      expect(nowhere.code).toBe(1);
      expect(nowhere.err).toSatisfy(isSentence);
    }
    await target.drop();
  }, 60_000);
});

test('a schema that is not this program’s is refused, and migrate brings it up', async () => {
  const empty = await freshDatabase('empty');
  const without = { DATABASE_URL: empty.ownerUrl };
  expect(await run(without, ['status'])).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('migrate'),
  });
  expect(jsonOf(await run(without, ['migrate']))).toMatchObject({ version: expect.any(String) });
  expect(await run(without, ['status'])).toMatchObject({ kind: 'done' });
  await empty.drop();
}, 60_000);

test('status tells what waits and what failed, without a word of it', async () => {
  await ask(`insert into outbox (class, channel, address, message, not_before, state, error, created_at)
    values (0, 'telegram', '1', '{"lines": ["LỜI RIÊNG"]}', '2026-01-01', 'failed', 'blocked', '2026-01-01'),
           (2, 'telegram', '2', '{"lines": ["LỜI RIÊNG"]}', '2026-01-01', 'queued', null, '2026-01-01')`);
  const status = await run(on, ['status']);
  expect(jsonOf(status)).toMatchObject({
    outbox: {
      depth: [
        { channel: 'telegram', state: 'failed', class: 'reply', count: 1 },
        { channel: 'telegram', state: 'queued', class: 'reminder', count: 1 },
      ],
      oldest_seconds: expect.any(Number),
    },
    failed: { count: 1, latest: [{ channel: 'telegram', class: 'reply', error: 'blocked' }] },
  });
  expect(JSON.stringify(status)).not.toContain('LỜI RIÊNG');
  await ask('delete from outbox');
});

test('a history that was edited is found, named, and ends with 1', async () => {
  await ask(`update fact set data = data || '{"reason": "sửa"}' where stream = 'calendar' and seq = 1`);
  const { code, out, err } = await cli(on, ['audit', 'verify', '--json']);
  expect(JSON.parse(out)).toMatchObject({ ok: false, first_broken: { stream: 'calendar', seq: 1 } });
  expect(code).toBe(1);
  expect(err).toSatisfy(isSentence);
}, 30_000);

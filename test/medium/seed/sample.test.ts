/** The sample people and past requests: as rules and product would have made them, and alive enough to try it with. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { verifyFacts } from '#db/fact.ts';
import { dossiersById } from '#db/request/request.ts';
import { enterprises } from '#db/seed/data/enterprises.ts';
import { people } from '#db/seed/data/people.ts';
import { seed } from '#db/seed/seed.ts';
import { leadersOf } from '#domain/directory/directory.ts';
import { nextReminder } from '#domain/request/reminders.ts';
import { type Dossier, isOverdue, isOwed, type Part } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import { quietLog } from '#test/support/log.ts';
import { countOf, emptyDatabase, rowsOf, type Seeded, seededDatabase } from './rows.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
/** Of this process alone, since how busy the machine is says nothing about the seed; far above what it takes. */
const MOST_CPU_SECONDS = 6;

let seeded: Seeded;
let cpuSeconds: number;
let dossiers: readonly Dossier[];
let parts: readonly Part[];

beforeAll(async () => {
  seeded = await emptyDatabase();
  const before = process.cpuUsage();
  await seed(seeded.db, { now: NOW, sample: true, log: quietLog });
  const { user, system } = process.cpuUsage(before);
  cpuSeconds = (user + system) / 1e6;
  dossiers = await dossiersOf(seeded);
  parts = dossiers.flatMap((dossier) => dossier.parts);
});
afterAll(() => seeded.close());

const dossiersOf = async (from: Seeded): Promise<Dossier[]> => {
  const ids = await rowsOf<{ id: number }>(from, 'select id from request');
  const loaded = await inTransaction(from.db, (tx) =>
    dossiersById(
      tx,
      ids.map(({ id }) => id),
    ),
  );
  return loaded.sort((a, b) => (a.request.code < b.request.code ? -1 : 1));
};

const statesOf = (values: readonly { readonly state: string }[]): Set<string> =>
  new Set(values.map(({ state }) => state));

test('the first start waits for it no longer than seconds', async ({ annotate }) => {
  await annotate(`seed: ${cpuSeconds.toFixed(1)} s of processor time`);
  expect(cpuSeconds).toBeLessThan(MOST_CPU_SECONDS);
});

test('every person has the membership of the data and a linked web chat account under his key', async () => {
  const rows = await rowsOf<{ key: string }>(
    seeded,
    `select p.key, u.code as unit, m.role, a.display_name as name from person p
     join membership m on m.person_id = p.id join unit u on u.id = m.unit_id
     join account a on a.person_id = p.id and a.channel = 'web' and a.external_id = p.key and a.address = p.key
     where a.linked_at is not null`,
  );
  const expected = people.flatMap(({ key, name, memberships }) =>
    memberships.map(({ unit, role }) => ({ key, unit, role, name })),
  );
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect(rows.sort(byKey)).toEqual(expected.sort(byKey));
  expect(await countOf(seeded, 'enterprise where zone_id is not null')).toBe(enterprises.length);
});

describe('past requests', () => {
  test('are numbered without gaps in the order of filing, as the counter goes on', async () => {
    const filed = dossiers.map(({ request }) => request.filedAt);
    expect(dossiers.map(({ request }) => request.code)).toEqual(
      filed.map((_, index) => `PH-2026-${String(index + 1).padStart(5, '0')}`),
    );
    expect(filed).toEqual(filed.toSorted((a, b) => a - b));
    expect(filed.length).toBeGreaterThan(90);
    expect(await rowsOf(seeded, 'select name, last from counter')).toEqual([
      { name: 'request:2026', last: filed.length },
    ]);
  });

  test('are in every state that the product reaches, some of them overdue', () => {
    expect(statesOf(dossiers.map(({ request }) => request))).toEqual(
      new Set(['open', 'synthesised', 'closed', 'withdrawn']),
    );
    expect(statesOf(parts)).toEqual(new Set(['awaiting', 'accepted', 'drafted', 'answered', 'closed', 'cancelled']));
    expect(parts.filter((part) => isOverdue(part, NOW)).length).toBeGreaterThan(3);
    expect(parts.filter((part) => isOwed(part) && !isOverdue(part, NOW)).length).toBeGreaterThan(3);
  });

  test('are proved by unbroken chains, each from its filing on, in the order of time', async () => {
    const facts = await countOf(seeded, 'fact');
    expect(await verifyFacts(seeded.db)).toEqual({ checked: facts, firstBroken: null });
    expect(await countOf(seeded, `fact where seq = 1 and kind = 'filed'`)).toBe(dossiers.length);
    expect(await countOf(seeded, `fact where seq = 2 and kind = 'sent'`)).toBe(dossiers.length);
    expect(
      await countOf(seeded, 'fact a join fact b on b.stream = a.stream and b.seq = a.seq + 1 where b.at < a.at'),
    ).toBe(0);
  });

  test('have answers written by one of the unit and approved by another, its leader', async () => {
    const { directory } = await referenceStore(seeded.db).latest();
    const answers = parts.flatMap(({ unitId, answer }) => (answer?.state === 'valid' ? [{ unitId, answer }] : []));
    expect(answers.length).toBeGreaterThan(100);
    for (const { unitId, answer } of answers) {
      expect(answer.decidedBy).not.toBe(answer.authorId);
      expect(leadersOf(directory, unitId, dateOf(answer.submittedAt))).toContain(answer.decidedBy);
    }
  });

  test('are mostly answered in time, and marked where they are not', () => {
    const answered = parts.filter(({ answeredAt }) => answeredAt !== null);
    for (const { answeredAt, due, termFrom, receivedAt } of answered) {
      expect(Number(answeredAt)).toBeGreaterThan(Number(receivedAt));
      expect(due).toBeGreaterThan(Number(termFrom));
    }
    const late = answered.filter(({ answeredAt, due }) => Number(answeredAt) > due).length;
    expect(late / answered.length).toBeGreaterThan(0.05);
    expect(late / answered.length).toBeLessThan(0.3);
  });

  test('are closed by nobody who approved an answer in them', async () => {
    expect(
      await countOf(
        seeded,
        `request r join part p on p.request_id = r.id join answer a on a.part_id = p.id
         where a.decided_by = r.closed_by`,
      ),
    ).toBe(0);
    expect(await countOf(seeded, `request where state = 'closed' and (closed_by is null or result is null)`)).toBe(0);
  });

  test('tell nobody at the first start: what is due is to come, one moment for each part that is owed', async () => {
    const { calendar } = await referenceStore(seeded.db).latest();
    const expected = dossiers
      .filter(({ request }) => request.state === 'open')
      .flatMap(({ request: { urgency }, parts }) =>
        parts
          .filter(isOwed)
          .map((part) => ({ id: part.id, at: nextReminder({ calendar, urgency }, part, NOW)?.at ?? 0 })),
      );
    const rows = await rowsOf<{ id: number; at: number }>(
      seeded,
      `select subject_id as id, at from due where kind = 'remind' order by 1`,
    );
    expect(rows).toEqual(expected.sort((a, b) => a.id - b.id));
    const early = new Date(NOW).toISOString();
    // But for the look for the next cut-off of reports, which tells nobody.
    expect(await countOf(seeded, `due where at <= '${early}' and kind <> 'report'`)).toBe(0);
    // Each date that passed in silence is a fact.
    expect(await countOf(seeded, `fact where kind = 'silence'`)).toBe(
      await countOf(
        seeded,
        `part p join request r on r.id = p.request_id where r.state = 'open' and p.due <= '${early}'
        and p.state in ('awaiting', 'accepted', 'drafted')`,
      ),
    );
    expect(await countOf(seeded, 'outbox')).toBe(0);
  });
});

test('a second start changes nothing', async () => {
  const heads = 'select (select version from reference_version), count(*), max(fact_seq), sum(id) from request';
  const before = await rowsOf(seeded, heads);
  await seed(seeded.db, { now: NOW + 86_400_000, sample: true, log: quietLog });
  expect(await rowsOf(seeded, heads)).toEqual(before);
});

test.each(['2026-08-12T10:30:00+07:00', '2025-12-31T09:00:00+07:00'])(
  'a database first started at %s knows nothing later',
  async (now) => {
    const early = await seededDatabase(now);
    const future = await rowsOf(early, `select 1 from fact where at >= '${now}'`);
    expect(future).toEqual([]);
    expect((await verifyFacts(early.db)).firstBroken).toBeNull();
    const requests = await countOf(early, 'request');
    expect(requests > 0).toBe(now >= '2026-01-05');
    expect(requests).toBeLessThan(dossiers.length);
    await early.close();
  },
);

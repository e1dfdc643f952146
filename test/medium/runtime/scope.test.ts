/** What a person may see is one rule with two readers: the function for a card and the SQL for lists agree. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, openDb } from '#db/client.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { verifyFacts } from '#db/fact.ts';
import { visibleTo } from '#db/request/list.ts';
import { dossiersById } from '#db/request/request.ts';
import { seed } from '#db/seed/seed.ts';
import { organisationOf } from '#domain/directory/delegation.ts';
import { type Directory, withSections } from '#domain/directory/directory.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import { DAY, dateOf } from '#domain/time.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { quietLog } from '#test/support/log.ts';

const NOW = localTime('2026-11-23 08:00');
let database: TestDatabase;
let db: ReturnType<typeof openDb>;

beforeAll(async () => {
  database = await freshDatabase('migrated');
  db = openDb(database.appUrl, 2, () => undefined);
  await seed(db, { now: NOW, sample: true, log: quietLog });
}, 60_000);

afterAll(async () => {
  await db.pool.end();
  await database.drop();
});

test('for random people, days and requests of the sample data', async () => {
  const { directory } = await referenceStore(db).latest();
  const people = [...directory.people.keys()];
  const ids = (await db.query.selectFrom('request').select('id').execute()).map((row) => row.id);
  const dossiers = await inTransaction(db, (tx) => dossiersById(tx, ids));
  const seenAtOnce = people.map((id) => {
    const scope = scopeOf(directory, id, dateOf(NOW));
    return dossiers.filter((dossier) => canSee(scope, dossier, NOW)).length;
  });
  // Whoever the property meets, it is not about nothing: some see everything, some a part, some nothing.
  expect(Math.max(...seenAtOnce)).toBe(dossiers.length);
  expect(Math.min(...seenAtOnce)).toBe(0);
  expect(seenAtOnce.filter((seen) => seen > 0 && seen < dossiers.length).length).toBeGreaterThan(10);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...people), fc.nat(400), fc.nat(), async (personId, daysAgo, pick) => {
      const now = NOW - daysAgo * DAY;
      // Half of them stand in for a colleague.
      const scope = scopeOf(pick % 2 === 0 ? directory : standingIn(directory, personId, pick), personId, dateOf(now));
      const rows = sql<{ id: number }>`select r.id from request r where ${visibleTo(scope, now)}`;
      const bySql = (await rows.execute(db.query)).rows.map((row) => row.id);
      const byRule = dossiers.filter((dossier) => canSee(scope, dossier, now)).map(({ request }) => request.id);
      expect(bySql.toSorted((a, b) => a - b)).toEqual(byRule.toSorted((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});

const standingIn = (directory: Directory, toId: number, pick: number): Directory => {
  const own = organisationOf(directory, directory.byPerson.get(toId)?.[0]?.unitId ?? 0);
  const colleagues =
    own === null ? [] : withSections(directory, own.id).flatMap((id) => directory.byUnit.get(id) ?? []);
  const fromId = colleagues[pick % colleagues.length]?.personId ?? toId;
  const days = { validFrom: '2020-01-01', validTo: '2030-01-01' };
  return { ...directory, delegations: [{ id: 1, fromId, toId, unitId: own?.id ?? 0, ...days }] };
};

test('the chain of facts is whole, and any change, gap or cut end of it is found', async () => {
  const whole = await verifyFacts(db);
  expect(whole.firstBroken).toBeNull();
  expect(whole.checked).toBeGreaterThan(300);
  const owner = openDb(database.ownerUrl, 1, () => undefined);
  const broken = async (tamper: ReturnType<typeof sql>, restore: ReturnType<typeof sql>) => {
    await sql`alter table fact disable trigger all`.execute(owner.query);
    await tamper.execute(owner.query);
    const { firstBroken } = await verifyFacts(db);
    await restore.execute(owner.query);
    await sql`alter table fact enable trigger all`.execute(owner.query);
    return firstBroken;
  };
  const [victim] = (
    await sql<{ stream: string }>`select stream from fact where seq = 3 order by stream limit 1`.execute(db.query)
  ).rows;
  const stream = victim?.stream ?? '';
  const at = (seq: number) => sql`where stream = ${stream} and seq = ${seq}`;
  expect(
    await broken(
      sql`update fact set actor_id = actor_id + 1 ${at(1)}`,
      sql`update fact set actor_id = actor_id - 1 ${at(1)}`,
    ),
  ).toEqual({ stream, seq: 1 });
  expect(
    await broken(
      sql`update fact set at = at - interval '1 day' ${at(2)}`,
      sql`update fact set at = at + interval '1 day' ${at(2)}`,
    ),
  ).toEqual({ stream, seq: 2 });
  await sql`create temp table kept as select * from fact ${at(2)}`.execute(owner.query);
  expect(await broken(sql`delete from fact ${at(2)}`, sql`insert into fact select * from kept`)).toEqual({
    stream,
    seq: 3,
  });
  await sql`drop table kept`.execute(owner.query);
  await sql`create temp table kept as select * from fact where stream = ${stream} and seq >= 3`.execute(owner.query);
  expect(
    await broken(sql`delete from fact where stream = ${stream} and seq >= 3`, sql`insert into fact select * from kept`),
  ).toEqual({ stream, seq: 3 });
  await owner.pool.end();
  expect((await verifyFacts(db)).firstBroken).toBeNull();
});

/**
 * MA1, PA3, SE3: who may read what is one rule with two readers. Over random memberships, requests, states, holders and
 * watchers the functions that decide for a loaded request and the SQL of lists and search say the same.
 */
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction, openDb, type Tx } from '#db/client.ts';
import { readReference } from '#db/directory/reference.ts';
import { partsWaiting, partyTo, requestsFollowed, visibleTo } from '#db/request/list.ts';
import { dossiersById } from '#db/request/request.ts';
import { searchByWords } from '#db/request/search.ts';
import type { Directory, Membership, Role } from '#domain/directory/directory.ts';
import { answerReader, insightInto } from '#domain/permission/insight.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import type { Dossier } from '#domain/request/request.ts';
import { HOUR } from '#domain/time.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { localTime } from '#test/support/hand-clock.ts';

const NOW = localTime('2026-11-23 08:00');
const TODAY = '2026-11-23';
const UNITS = ['bql', 'bql-qhxd', 'xa-thien-loc', 'xa-thien-loc-kt', 'cong-an-pccc'];
const ROLES: readonly Role[] = ['official', 'focal', 'head', 'leader', 'clerk', 'coordinator', 'admin', 'auditor'];
const PERIODS = [
  { validFrom: '2020-01-01', validTo: null },
  { validFrom: '2020-01-01', validTo: null },
  { validFrom: '2020-01-01', validTo: TODAY },
  { validFrom: '2020-01-01', validTo: '2026-11-22' },
  { validFrom: '2026-11-24', validTo: null },
];
const PART_STATES = ['awaiting', 'accepted', 'drafted', 'answered', 'closed', 'handed_on', 'silent', 'cancelled'];

let database: TestDatabase;
let db: Db;
let base: Directory;
let units: readonly number[];
let people: readonly number[];

beforeAll(async () => {
  database = await freshDatabase('seeded');
  db = openDb(database.appUrl, 1, () => undefined);
  base = (await inTransaction(db, readReference)).directory;
  units = UNITS.map((code) => base.unitsByCode.get(code)?.id ?? 0);
  people = [...base.people.keys()].slice(0, 7);
});
afterAll(async () => {
  await db.pool.end();
  await database.drop();
});

/** Indexes into the lists above. */
const unit = fc.nat(UNITS.length - 1);
const person = fc.nat(6);
const membership = fc.record({ person, unit, role: fc.constantFrom(...ROLES), period: fc.constantFrom(...PERIODS) });
const part = fc.record({
  unit,
  state: fc.constantFrom(...PART_STATES),
  holder: fc.option(person),
  answer: fc.constantFrom('none', 'valid', 'valid', 'submitted', 'replaced'),
});
const request = fc.record({
  asking: unit,
  filer: person,
  state: fc.constantFrom('open', 'open', 'synthesised', 'closed', 'withdrawn', 'undone'),
  isHidden: fc.boolean(),
  watchers: fc.uniqueArray(person, { maxLength: 2 }),
  parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: (one) => one.unit }),
});
const world = fc.record({
  memberships: fc.array(membership, { minLength: 4, maxLength: 12 }),
  requests: fc.array(request, { minLength: 3, maxLength: 6 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const directoryOf = ({ memberships }: World): Directory => {
  const rows = memberships.map(
    (one): Membership => ({
      ...{ personId: people[one.person] ?? 0, unitId: units[one.unit] ?? 0, role: one.role },
      ...one.period,
    }),
  );
  return {
    ...base,
    byPerson: Map.groupBy(rows, (row) => row.personId),
    byUnit: Map.groupBy(rows, (row) => row.unitId),
  };
};

/** Written with the same words in the same places of each: which of them a person finds is who may read them. */
const store = async (tx: Tx, { requests }: World): Promise<readonly number[]> => {
  const rows = requests.map((one, index) => ({
    ...{ code: `PH-2026-9${index}`, state: one.state === 'undone' ? 'withdrawn' : one.state },
    ...{ undone: one.state === 'undone', asking: units[one.asking], filer: people[one.filer] },
    visible: new Date(one.isHidden ? NOW + HOUR : NOW - HOUR),
    watchers: one.watchers.map((index) => people[index]),
    parts: one.parts.map((each, place) => ({
      ...{ ordinal: place + 1, unit: units[each.unit], state: each.state, answer: each.answer },
      holder: each.holder === null ? null : people[each.holder],
    })),
  }));
  const { rows: ids } = await sql<{ id: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(code text, state text, undone boolean,
        asking int, filer int, visible timestamptz, watchers int[], parts jsonb)
    ), asked as (
      insert into request (code, state, type, field_id, subject, content, urgency, asking_unit_id, filer_id, regulation_id,
        filed_at, visible_at, was_undone, fact_seq, fact_hash)
      select code, state, 'opinion', (select min(id) from field), 'chungchude', 'chungnoidung', 'thuong', asking, filer,
        (select min(id) from regulation), visible, visible, undone, 0, '\\x00' from given returning id, code
    ), watched as (
      insert into request_watcher select asked.id, w, given.filer, now()
      from given join asked using (code), unnest(watchers) as w
    ), owed as (
      insert into part (request_id, ordinal, unit_id, state, holder_id, asked_at, receipt_due, due, provisional)
      select asked.id, p.ordinal, p.unit, p.state, p.holder, now(), now(), now(), false
      from given join asked using (code), jsonb_to_recordset(parts) as p(ordinal int, unit int, state text, holder int)
      returning id
    ) select id from asked where (select count(*) from owed) > 0`.execute(tx);
  const answers = rows.flatMap(({ code, parts }) => parts.map((each) => ({ code, ...each })));
  await sql`
    insert into answer (part_id, state, position, words, author_id, submitted_at, decided_by, self_issued)
    select p.id, t.answer, 'agree', case t.answer when 'valid' then 'chungtraloi' || t.ordinal else 'chungduthao' end,
      ${people[0]}, now(), ${people[0]}, true
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as t(code text, ordinal int, answer text)
    join request r on r.code = t.code join part p on p.request_id = r.id and p.ordinal = t.ordinal
    where t.answer <> 'none'`.execute(tx);
  const stored = ids.map(({ id }) => id);
  // What the next sweep would do for requests just filed.
  await sql`select search_index(${stored}::bigint[])`.execute(tx);
  return stored;
};

const sorted = (ids: readonly number[]): readonly number[] => ids.toSorted((a, b) => a - b);

/** How often something was there to be seen, and not: neither may be hardly ever. */
const count = { seen: 0, unseen: 0, answers: 0, unread: 0 };

const checkPerson = async (tx: Tx, directory: Directory, personId: number, dossiers: readonly Dossier[]) => {
  const scope = scopeOf(directory, personId, TODAY);
  const reader = { scope, answers: answerReader(directory, personId, TODAY), now: NOW };
  const byRule = (holds: (dossier: Dossier) => boolean) =>
    sorted(dossiers.filter((one) => holds(one)).map(({ request }) => request.id));
  const ids = dossiers.map(({ request }) => request.id);
  const bySql = async (holds: RawBuilder<unknown>) => {
    const { rows } = await sql<{ id: number }>`
      select r.id from request r where r.id = any(${ids}::bigint[]) and ${holds}`.execute(tx);
    return sorted(rows.map(({ id }) => id));
  };
  const found = async (word: string) =>
    sorted((await searchByWords(tx, reader, { words: [[word]] }, 0)).rows.map(({ id }) => id));
  const sees = (one: Dossier): boolean => canSee(scope, one, NOW);
  const isParty = (one: Dossier): boolean => canSee(scope, { ...one, watchers: [] }, NOW);

  expect(await bySql(sql`${visibleTo(scope, NOW)}`), 'seen').toEqual(byRule(sees));
  expect(await bySql(sql`${partyTo(scope, NOW)}`), 'party').toEqual(byRule(isParty));
  expect(await found('chungchude'), 'subject').toEqual(byRule(sees));
  expect(await found('chungnoidung'), 'content').toEqual(
    byRule((one) => sees(one) && insightInto(directory, personId, one, TODAY).content),
  );
  for (const ordinal of [1, 2, 3]) {
    const given = (one: Dossier) => one.parts.find((part) => part.ordinal === ordinal && part.answer !== null);
    const reads = byRule((one) => {
      const part = given(one);
      return part !== undefined && sees(one) && insightInto(directory, personId, one, TODAY).answers(part.unitId);
    });
    expect(await found(`chungtraloi${ordinal}`), `answer ${ordinal}`).toEqual(reads);
    count.answers += reads.length;
    count.unread += byRule((one) => given(one) !== undefined && sees(one)).length - reads.length;
  }
  expect(await found('chungduthao'), 'drafts').toEqual([]);
  const listed = [await partsWaiting(tx, scope, NOW, { offset: 0 }), await requestsFollowed(tx, scope, NOW, 0)].flatMap(
    ({ rows }) => rows.map((row) => ('requestId' in row ? row.requestId : row.id)),
  );
  expect(byRule(sees)).toEqual(expect.arrayContaining(listed.filter((id) => ids.includes(id))));
  count.seen += byRule(sees).length;
  count.unseen += dossiers.length - byRule(sees).length;
};

test('for random memberships, requests, states, holders and watchers the rule and the SQL agree', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const undone = new Error('undone');
      const played = inTransaction(db, async (tx) => {
        const dossiers = await dossiersById(tx, await store(tx, given));
        const directory = directoryOf(given);
        for (const personId of people) await checkPerson(tx, directory, personId, dossiers);
        throw undone;
      });
      await played.catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    }),
    { numRuns: 30 },
  );
  for (const times of Object.values(count)) expect(times).toBeGreaterThan(10);
}, 60_000);

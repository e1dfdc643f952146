/** PA9: nobody approves his own work, also not by plain SQL as the application's role; the legal ways stay open. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { seed } from '#db/seed/seed.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { quietLog } from '#test/support/log.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase('migrated');
  db = openDb(database.appUrl, 2, () => undefined);
  await seed(db, { now: localTime('2026-11-23 08:00'), sample: true, log: quietLog });
}, 60_000);

afterAll(async () => {
  await db.pool.end();
  await database.drop();
});

/** Two people, and a part of a request that has not been answered; all is undone at the end. */
const GROUND = `
  create temp table ground on commit drop as
    select r.id as request, (select id from part where request_id = r.id order by id limit 1) as part,
      (select min(id) from person) as one, (select max(id) from person) as other
    from request r where r.state = 'open' and not exists (
      select 1 from answer a join part p on p.id = a.part_id where p.request_id = r.id) and not exists (
      select 1 from extension e join part p on p.id = e.part_id where p.request_id = r.id) order by r.id limit 1`;
const EXTENSION = `insert into extension (part_id, until_at, reason, asked_by, asked_at, state)
  select part, now(), 'x', one, now(), 'asked' from ground`;
const HANDOVER = `insert into handover (part_id, to_unit_id, reason, asked_by, asked_at, state)
  select part, (select min(id) from unit), 'x', one, now(), 'asked' from ground`;
const DRAFT = `insert into answer (part_id, state, position, words, author_id, submitted_at)
  select part, 'submitted', 'agree', 'x', one, now() from ground`;
const DRAFT_FOR = `insert into answer (part_id, state, position, words, author_id, author_for, submitted_at)
  select part, 'submitted', 'agree', 'x', one, other, now() from ground`;
const DRAFT_THIRD = `insert into answer (part_id, state, position, words, author_id, submitted_at)
  select part, 'submitted', 'agree', 'x', (select id from person where id not in (one, other) order by id limit 1), now() from ground`;
const EXTENSION_FOR = `insert into extension (part_id, until_at, reason, asked_by, asked_for, asked_at, state)
  select part, now(), 'x', one, other, now(), 'asked' from ground`;
/** A leader's own answer, and an answer that came on paper. */
const ISSUED = `insert into answer (part_id, state, position, words, author_id, submitted_at, decided_by, self_issued)
  select part, 'valid', 'agree', 'x', one, now(), one, true from ground`;
const decidedBy = (who: 'one' | 'other' | 'null', table: string, state: string, inPlaceOf = ''): string =>
  `update ${table} t set state = '${state}', decided_by = ${who === 'null' ? 'null' : `g.${who}`}, decided_at = now()
   ${inPlaceOf === '' ? '' : `, decided_for = g.${inPlaceOf}`}
   from ground g where t.part_id = g.part and t.state <> 'returned'`;
const closedBy = (who: 'one' | 'other' | 'null'): string =>
  `update request r set state = 'closed', closed_at = now(), closed_by = ${who === 'null' ? 'null' : `g.${who}`}
   from ground g where r.id = g.request`;

/** @returns rows changed by the last statement, or the name of what refused it */
const tried = async (...statements: readonly string[]): Promise<string | number> => {
  const undone = new Error('undone');
  let rows = 0;
  try {
    await inTransaction(db, async (tx) => {
      for (const one of [GROUND, ...statements]) rows = Number((await sql.raw(one).execute(tx)).numAffectedRows);
      throw undone;
    });
  } catch (error) {
    if (error !== undone) return refusedBy(error);
  }
  return rows;
};

const refusedBy = (error: unknown): string => {
  if (error instanceof Error && 'constraint' in error) return String(error.constraint);
  throw error;
};

// biome-ignore format: a table
test.each([
  ['an extension decided by whoever asked for it', 'extension_check', [EXTENSION, decidedBy('one', 'extension', 'agreed')]],
  ['an extension refused by whoever asked for it', 'extension_check', [EXTENSION, decidedBy('one', 'extension', 'refused')]],
  ['an extension agreed by nobody', 'extension_decided', [EXTENSION, decidedBy('null', 'extension', 'agreed')]],
  ['an extension of which another is said to have asked', 'author_kept', [EXTENSION, `update extension t set asked_by = g.other from ground g where t.part_id = g.part`]],
  ['a hand-over decided by whoever asked for it', 'handover_not_own', [HANDOVER, decidedBy('one', 'handover', 'agreed')]],
  ['a hand-over agreed by nobody', 'handover_decided', [HANDOVER, decidedBy('null', 'handover', 'agreed')]],
  ['a hand-over of which another is said to have asked', 'author_kept', [HANDOVER, `update handover t set asked_by = g.other from ground g where t.part_id = g.part`]],
  ['a draft approved by its author', 'answer_check', [DRAFT, decidedBy('one', 'answer', 'valid')]],
  ['a draft returned by its author', 'answer_check', [DRAFT, decidedBy('one', 'answer', 'returned')]],
  ['a draft approved by nobody', 'answer_decided', [DRAFT, decidedBy('null', 'answer', 'valid')]],
  ['a draft that is called a leader’s own answer afterwards', 'author_kept', [DRAFT, `update answer t set self_issued = true, state = 'valid', decided_by = t.author_id from ground g where t.part_id = g.part`]],
  ['a draft of which another is said to be the author', 'author_kept', [DRAFT, `update answer t set author_id = g.other from ground g where t.part_id = g.part`]],
  ['a request closed by whoever approved an answer in it', 'request_not_own', [DRAFT, decidedBy('other', 'answer', 'valid'), closedBy('other')]],
  ['a request closed by the leader who answered it', 'request_not_own', [ISSUED, closedBy('one')]],
  ['a draft approved by whom it was written for', 'answer_not_own_for', [DRAFT_FOR, decidedBy('other', 'answer', 'valid')]],
  ['a draft approved in the place of its author', 'answer_not_own_for', [DRAFT, decidedBy('other', 'answer', 'valid', 'one')]],
  ['an extension decided by whom it was asked for', 'extension_not_own_for', [EXTENSION_FOR, decidedBy('other', 'extension', 'agreed')]],
  ['an extension decided in the place of whoever asked', 'extension_not_own_for', [EXTENSION, decidedBy('other', 'extension', 'agreed', 'one')]],
  ['a hand-over decided in the place of whoever asked', 'handover_not_own_for', [HANDOVER, decidedBy('other', 'handover', 'agreed', 'one')]],
  ['a draft that is said to be written for another', 'author_kept', [DRAFT, `update answer t set author_for = g.other from ground g where t.part_id = g.part`]],
  ['a request closed by the one in whose place an answer was approved', 'request_not_own', [DRAFT_THIRD, decidedBy('other', 'answer', 'valid', 'one'), closedBy('one')]],
  ['a request closed by nobody', 'request_not_own', [closedBy('null')]],
  ['a closed request that is said to have been closed by its approver', 'request_not_own', [DRAFT, decidedBy('other', 'answer', 'valid'), closedBy('one'), closedBy('other')]],
] as const)('refused: %s', async (_what, constraint, statements) => {
  expect(await tried(...statements)).toBe(constraint);
});

// biome-ignore format: a table
test.each([
  ['an extension agreed by another', [EXTENSION, decidedBy('other', 'extension', 'agreed')]],
  ['a hand-over refused by another', [HANDOVER, decidedBy('other', 'handover', 'refused')]],
  ['a draft approved by another, and the request closed by its author', [DRAFT, decidedBy('other', 'answer', 'valid'), closedBy('one')]],
  ['a leader’s own answer or one on paper, and the request closed by another', [ISSUED, closedBy('other')]],
] as const)('accepted: %s', async (_what, statements) => {
  expect(await tried(...statements)).toBe(1);
});

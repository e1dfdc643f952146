/** AD2: calendar, terms, parties and forms are data; a change is in force at once, and is kept with who and when. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { readReference } from '#db/directory/reference.ts';
import { regulationOn } from '#domain/reference.ts';
import { termsOf } from '#domain/request/clock.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
let owner: Db;
let app: Db;

beforeAll(async () => {
  database = await freshDatabase('seeded');
  owner = openDb(database.ownerUrl, 1, () => undefined);
  app = openDb(database.appUrl, 1, () => undefined);
});
afterAll(async () => {
  await Promise.all([owner.pool.end(), app.pool.end()]);
  await database.drop();
});

type Change = { readonly table_name: string; readonly before: object | null; readonly after: object | null };

const lastChange = async (): Promise<Change | undefined> => {
  const { rows } = await sql<Change>`
    select table_name, before, after from reference_change where at is not null and by_role <> '' order by id desc limit 1
  `.execute(owner.query);
  return rows[0];
};

test('a changed term is the next request’s, and what it was before is kept', async () => {
  await sql`update regulation_term set answer_amount = 9 where urgency = 'thuong'
    and regulation_id = (select id from regulation where code = 'QC-2026')`.execute(app.query);
  const regulation = regulationOn(await inTransaction(app, readReference), '2026-11-24');
  expect(regulation === null ? null : termsOf(regulation, 'thuong').answer.amount).toBe(9);
  expect(await lastChange()).toMatchObject({
    table_name: 'regulation_term',
    before: { answer_amount: 7 },
    after: { answer_amount: 9 },
  });
});

describe.each([
  ['calendar_day', sql`insert into calendar_day (date, kind, reason) values ('2027-05-03', 'comp', 'Nghỉ bù')`],
  ['zone_unit', sql`update zone_unit set valid_to = '2026-12-31' where ctid = (select ctid from zone_unit limit 1)`],
  ['field_question', sql`update field_question set required = true where key = 'so_lao_dong'`],
  ['regulation_party', sql`delete from regulation_party where ctid = (select ctid from regulation_party limit 1)`],
])('%s', (table, change) => {
  test('is kept with its change', async () => {
    await change.execute(app.query);
    expect(await lastChange()).toMatchObject({ table_name: table });
  });
});

test('what is kept cannot be changed or removed by the application', async () => {
  await expect(sql`update reference_change set after = null`.execute(app.query)).rejects.toThrow(/permission denied/);
  await expect(sql`delete from reference_change`.execute(app.query)).rejects.toThrow(/permission denied/);
});

/** Transactions whose last statements travel with the commit. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransactionEnding, openDb } from '#db/client.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase('empty');
  db = openDb(database.ownerUrl, 2, () => undefined);
  await sql`create table mark (id int primary key, note text not null)`.execute(db.query);
});
afterAll(async () => {
  await db.pool.end();
  await database.drop();
});

const marks = async (): Promise<number[]> =>
  (await sql<{ id: number }>`select id from mark order by id`.execute(db.query)).rows.map((row) => row.id);

test('the last statements are committed', async () => {
  const put = (id: number) => sql`insert into mark values (${id}, '')`;
  const done = await inTransactionEnding(db, async (tx) => {
    await put(1).execute(tx);
    return async () => {
      await Promise.all([put(2).execute(tx), put(3).execute(tx)]);
      return 'done';
    };
  });
  expect(done).toBe('done');
  expect(await marks()).toEqual([1, 2, 3]);
});

test('when one of the last statements fails nothing is committed, and its own fault is told', async () => {
  const failing = inTransactionEnding(db, async (tx) => async () => {
    await Promise.all([
      sql`insert into mark values (4, '')`.execute(tx),
      sql`insert into mark values (1, 'twice')`.execute(tx),
      sql`insert into mark values (5, '')`.execute(tx),
    ]);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await marks()).toEqual([1, 2, 3]);
});

test('a statement that waits for one of the last ones is refused: it would miss the commit', async () => {
  const failing = inTransactionEnding(db, async (tx) => async () => {
    await sql`select 1`.execute(tx);
    await sql`insert into mark values (6, '')`.execute(tx);
  });
  await expect(failing).rejects.toThrow('the transaction has ended');
  expect(await marks()).toEqual([1, 2, 3]);
});

test('a fault between the last statements and the commit is not committed', async () => {
  const failing = inTransactionEnding(db, async (tx) => async () => {
    const put = sql`insert into mark values (7, '')`.execute(tx);
    await Promise.all([put, Promise.reject(new Error('no words for it'))]);
  });
  await expect(failing).rejects.toThrow('no words for it');
  expect(await marks()).toEqual([1, 2, 3]);
});

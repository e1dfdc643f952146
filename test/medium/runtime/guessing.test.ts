/** Guessing codes (S14): whatever strangers type, on however many accounts, no code that is good is found. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { insertInvitation, useInvitation } from '#db/people/invitation.ts';
import { noteWrongCode, wrongCodesSince } from '#db/people/wrong-code.ts';
import { GUESS_WINDOW_MS, guessingRefusal } from '#domain/directory/guessing.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { hashOfCode, newCode, readCode } from '#src/ids.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { localTime } from '#test/support/hand-clock.ts';

const NOW = localTime('2026-11-23 08:00');
const CHANNEL = 'somewhere';
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase('seeded');
  db = openDb(database.appUrl, 2, () => undefined);
  await sql`insert into account (id, channel, external_id, display_name, seen_at)
    overriding system value
    select 100000 + n, ${CHANNEL}, n::text, 'x', ${new Date(NOW)} from generate_series(1, 3000) n`.execute(db.query);
});
afterAll(async () => {
  await db.pool.end();
  await database.drop();
});

/** What a guest's code goes through. @returns whether it was looked at, and found */
const guess = (accountId: number, code: string, now: number) =>
  inTransaction(db, async (tx): Promise<'not looked at' | 'wrong' | 'found'> => {
    const guesser = { accountId, channel: CHANNEL };
    const refusal = guessingRefusal(await wrongCodesSince(tx, guesser, now - GUESS_WINDOW_MS));
    if (refusal !== null) return 'not looked at';
    if ((await useInvitation(tx, hashOfCode(code), accountId, now)) !== null) return 'found';
    await noteWrongCode(tx, guesser, now);
    return 'wrong';
  });

test('a hundred thousand codes made as ours are made meet none of a thousand that are good', () => {
  const good = new Set(Array.from({ length: 1_000 }, newCode));
  for (let tries = 0; tries < 100_000; tries += 1) {
    const code = newCode();
    expect(readCode(code) === code && !good.has(code)).toBe(true);
  }
});

test('three thousand accounts together are stopped within the hour, and looked at again after it', async () => {
  const right = newCode();
  const [person] = (await sql<{ id: number }>`select id from person limit 1`.execute(db.query)).rows;
  await inTransaction(db, (tx) =>
    insertInvitation(tx, {
      codeHash: hashOfCode(right),
      personId: person?.id ?? 0,
      kind: 'invite',
      now: NOW,
      expiresAt: NOW + DAY,
    }),
  );
  const results: string[] = [];
  for (let tries = 0; tries < 3_000; tries += 1) results.push(await guess(100_001 + tries, newCode(), NOW));
  expect(results.filter((one) => one === 'found')).toEqual([]);
  expect(results.filter((one) => one === 'wrong')).toHaveLength(1_000);
  expect(await guess(102_999, right, NOW)).toBe('not looked at');
  expect(await guess(102_999, right, NOW + HOUR)).toBe('found');
  expect(await guess(102_998, right, NOW + HOUR)).toBe('wrong');
});

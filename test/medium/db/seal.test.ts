/** PA4: a history that is cut off at its end, where the chain alone shows nothing, is found by its seal. */
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { inTransaction, openDb } from '#db/client.ts';
import { appendFacts, verifyFacts } from '#db/fact.ts';
import { sealFacts, verifySeals } from '#db/seal.ts';
import { freshDatabase } from '#test/support/database.ts';

const AT = Date.UTC(2026, 10, 23);

const start = async () => {
  const { appUrl, ownerUrl, drop } = await freshDatabase();
  const db = openDb(appUrl, 3, () => undefined);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  onTestFinished(async () => {
    await Promise.all([db.pool.end(), owner.end()]);
    await drop();
  });
  const add = (stream: string, ...words: readonly string[]) =>
    inTransaction(db, (tx) =>
      appendFacts(
        tx,
        stream,
        words.map((word) => ({ kind: 'noted', partId: null, data: { word } })),
        { actorId: null, channel: null, at: AT },
      ),
    );
  await add('calendar', 'a', 'b');
  await sealFacts(db, AT);
  await add('calendar', 'c');
  await add('directory', 'd');
  // Two processes seal in the same moment.
  await Promise.all([sealFacts(db, AT + 1), sealFacts(db, AT + 1)]);
  return { db, change: (text: string) => owner.query(text) };
};

test('each seal is written once, only when something was added, and holds what grew', async () => {
  const { db } = await start();
  await sealFacts(db, AT + 2);
  const seals = await db.query.selectFrom('seal').select(['seq', 'heads']).orderBy('seq').execute();
  expect(seals).toMatchObject([
    { seq: 1, heads: [['calendar', 2, expect.any(String)]] },
    {
      seq: 2,
      heads: [
        ['calendar', 3, expect.any(String)],
        ['directory', 1, expect.any(String)],
      ],
    },
  ]);
  expect(await verifySeals(db)).toBeNull();
});

test.each([
  ['a cut end', `delete from fact where stream = 'calendar' and seq = 3`, { stream: 'calendar', seq: 3 }],
  ['a stream that is gone', `delete from fact where stream = 'directory'`, { stream: 'directory', seq: 1 }],
])('%s is named, though the chains are whole', async (_what, edit, named) => {
  const { db, change } = await start();
  await change(edit);
  expect((await verifyFacts(db)).firstBroken).toBeNull();
  expect(await verifySeals(db)).toEqual(named);
});

test.each([
  ['changed', `update seal set heads = '[]' where seq = 2`, 2],
  ['dropped', 'delete from seal where seq = 1', 2],
])('a seal that was %s is named', async (_what, edit, seq) => {
  const { db, change } = await start();
  await change(edit);
  expect(await verifySeals(db)).toEqual({ stream: 'seal', seq });
});

test.each(['update seal set at = now()', 'delete from seal', 'truncate seal'])(
  'the application may not: %s',
  async (edit) => {
    const { db } = await start();
    await expect(db.pool.query(edit)).rejects.toThrow('permission denied');
  },
);

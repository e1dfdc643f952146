/** Databases filled by the seed, as the application's own role, and rows of them for the tests. */
import { sql } from 'kysely';
import { type Db, openDb } from '#db/client.ts';
import { seed } from '#db/seed/seed.ts';
import { freshDatabase } from '#test/support/database.ts';
import { quietLog } from '#test/support/log.ts';

export type Seeded = {
  readonly db: Db;
  readonly url: string;
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
};

export const emptyDatabase = async (): Promise<Seeded> => {
  const database = await freshDatabase();
  const db = open(database.appUrl);
  return {
    db,
    url: database.appUrl,
    ownerUrl: database.ownerUrl,
    close: async () => {
      await db.pool.end();
      await database.drop();
    },
  };
};

export const open = (url: string): Db =>
  openDb(url, 2, (error) => {
    throw error;
  });

export const seededDatabase = async (now: string, sample = true): Promise<Seeded> => {
  const seeded = await emptyDatabase();
  await seed(seeded.db, { now: Date.parse(now), sample, log: quietLog });
  return seeded;
};

/** @param query what the test asks; the caller names the row's type as the query spells it */
export const rowsOf = async <Row>({ db }: Seeded, query: string): Promise<Row[]> =>
  (await sql.raw<Row>(query).execute(db.query)).rows;

export const countOf = async (seeded: Seeded, from: string): Promise<number> =>
  (await rowsOf<{ count: number }>(seeded, `select count(*) from ${from}`))[0]?.count ?? Number.NaN;

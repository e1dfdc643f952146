/** Where the clock's time comes from: the database's own, and the row of a test clock. */
import { sql } from 'kysely';
import type { ClockSource, Mapping } from '#src/clock.ts';
import type { Db } from './client.ts';

export const clockSource = (db: Db): ClockSource => ({
  databaseNow: async () => {
    const { rows } = await sql<{ at: number }>`select clock_timestamp() as at`.execute(db.query);
    const [row] = rows;
    if (row === undefined) throw new Error('the database did not tell the time');
    return row.at;
  },
  readMapping: async () => {
    const row = await db.query
      .selectFrom('product_clock')
      .select(['real_at', 'product_at', 'speed'])
      .executeTakeFirst();
    return row === undefined ? null : { realAt: row.real_at, productAt: row.product_at, speed: Number(row.speed) };
  },
});

/** @param keep leave a mapping that is already there: a restart goes on in its own time */
export const writeMapping = async (db: Db, mapping: Mapping, keep = false): Promise<void> => {
  const values = {
    real_at: new Date(mapping.realAt),
    product_at: new Date(mapping.productAt),
    speed: String(mapping.speed),
  };
  await db.query
    .insertInto('product_clock')
    .values(values)
    .onConflict((conflict) => (keep ? conflict.doNothing() : conflict.column('only_row').doUpdateSet(values)))
    .execute();
};

export const forgetMapping = async (db: Db): Promise<void> => {
  await db.query.deleteFrom('product_clock').execute();
};

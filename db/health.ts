/** What health checks ask of the database. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db } from './client.ts';

/** The last migration the database has. */
export const schemaOf = async (db: Db): Promise<string | null> => {
  const result = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(
    db.query,
  );
  return result.rows[0]?.name ?? null;
};

/** The scheduler says that it lives. */
export const beat = async (db: Db, now: Millis): Promise<void> => {
  const values = { name: 'scheduler', at: new Date(now), detail: null };
  await db.query
    .insertInto('heartbeat')
    .values(values)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: values.at }))
    .execute();
};

/** Seconds since the scheduler lived, null when it never has. */
export const heartbeatAge = async (db: Db, now: Millis): Promise<number | null> => {
  const row = await db.query.selectFrom('heartbeat').select('at').where('name', '=', 'scheduler').executeTakeFirst();
  return row === undefined ? null : Math.max(0, Math.round((now - row.at) / 1_000));
};

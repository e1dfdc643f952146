/** What health checks ask of the database. */
import { sql } from 'kysely';
import { type Millis, SECOND } from '#domain/time.ts';
import type { Db, Tx } from './client.ts';
import { moment } from './moment.ts';

/** The last migration the database has. */
export const schemaOf = async (db: Db): Promise<string | null> => {
  const result = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(
    db.query,
  );
  return result.rows[0]?.name ?? null;
};

/** @throws when nothing that comes in could be kept: Postgres is read-only, or has no room */
export const tryWrite = async (db: Db): Promise<void> => {
  await sql`select try_write()`.execute(db.query);
};

type Clocks = { readonly now: () => Millis; readonly realNow: () => Millis };

/** The scheduler says that it lives. */
export const beat = async (db: Db, clock: Clocks): Promise<void> => {
  const values = { at: new Date(clock.now()), real_at: new Date(clock.realNow()), warned_at: null };
  await db.query
    .insertInto('heartbeat')
    .values({ name: SCHEDULER, detail: null, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
};

/** From here on it is expected to: one that never ran is silent too. */
export const expectBeat = async (db: Db, clock: Clocks): Promise<void> => {
  await db.query
    .insertInto('heartbeat')
    .values({ name: SCHEDULER, at: new Date(clock.now()), real_at: new Date(clock.realNow()), detail: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** @returns how long it has been silent, to the one caller who is to tell of it; else null */
export const takeSilence = async (tx: Tx, realNow: Millis, after: Millis): Promise<Millis | null> => {
  const row = await tx
    .updateTable('heartbeat')
    .set({ warned_at: new Date(realNow) })
    .where('name', '=', SCHEDULER)
    .where('warned_at', 'is', null)
    .where('real_at', '<=', moment(realNow - after))
    .returning('real_at')
    .executeTakeFirst();
  return row?.real_at == null ? null : realNow - row.real_at;
};

/** Real seconds since the scheduler lived, null when it never has. */
export const heartbeatAge = async (db: Db, realNow: Millis): Promise<number | null> => {
  const row = await db.query.selectFrom('heartbeat').select('real_at').where('name', '=', SCHEDULER).executeTakeFirst();
  return row?.real_at == null ? null : Math.max(0, Math.round((realNow - row.real_at) / SECOND));
};

export type ChannelTrouble = {
  readonly channel: string;
  /** The platform as a whole takes nothing until after that moment. */
  readonly isShut: boolean;
  /** Sends have failed and are to be tried again, or nobody knows what came of them. */
  readonly isTroubled: boolean;
};

export const channelTroubles = async (
  db: Db,
  channels: readonly string[],
  shutBeyond: Millis,
): Promise<readonly ChannelTrouble[]> => {
  const result = await sql<ChannelTrouble>`
    select name as channel,
      exists (select 1 from send_slot s
        where s.channel = name and s.address = '' and s.next_at > ${new Date(shutBeyond)}) as "isShut",
      exists (select 1 from outbox o where o.channel = name and o.state = 'queued' and o.error is not null)
        or exists (select 1 from outbox o where o.channel = name and o.state = 'unsure') as "isTroubled"
    from unnest(${[...channels]}::text[]) as name`.execute(db.query);
  return result.rows;
};

const SCHEDULER = 'scheduler';

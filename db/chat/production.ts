/** Pictures and documents that were asked for. */
import { sql } from 'kysely';
import { DAY, type Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import { moment } from '../moment.ts';

export type ProductionPlace = { readonly channel: string; readonly address: string };

export type NewProduction = {
  readonly kind: string;
  readonly params: object;
  readonly personId: number;
  readonly place: ProductionPlace | null;
};

export type Production = NewProduction & { readonly id: number; readonly attempts: number };

export const askProductions = async (tx: Tx, asked: readonly NewProduction[], now: Millis): Promise<void> => {
  if (asked.length === 0) return;
  await tx
    .insertInto('production')
    .values(
      asked.map(({ kind, params, personId, place }) => ({
        kind,
        params: JSON.stringify(params),
        person_id: personId,
        channel: place?.channel ?? null,
        address: place?.address ?? null,
        state: 'waiting' as const,
        not_before: new Date(now),
        created_at: new Date(now),
      })),
    )
    .execute();
};

/** Takes the oldest that waits, and counts the attempt at once: one that kills its process is not tried for ever. */
export const takeProduction = async (db: Db, now: Millis, leaseUntil: Millis): Promise<Production | null> => {
  const { rows } = await sql<{
    id: number;
    kind: string;
    params: object;
    personId: number;
    channel: string | null;
    address: string | null;
    attempts: number;
  }>`
    update production set attempts = attempts + 1, not_before = ${new Date(leaseUntil)}
    where id = (
      select id from production where state = 'waiting' and not_before <= ${new Date(now)}
      order by not_before, id limit 1 for update skip locked)
    returning id, kind, params, person_id as "personId", channel, address, attempts`.execute(db.query);
  const [row] = rows;
  if (row === undefined) return null;
  const { channel, address, ...rest } = row;
  return { ...rest, place: channel === null || address === null ? null : { channel, address } };
};

/** @returns false when another worker ended it first */
export const endProduction = async (tx: Tx, id: number, state: 'made' | 'failed'): Promise<boolean> => {
  const row = await tx
    .updateTable('production')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const retryProduction = async (db: Db, id: number, at: Millis): Promise<void> => {
  await db.query
    .updateTable('production')
    .set({ not_before: new Date(at) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
};

/** Long enough that nobody asks twice for what is in the chat; the row itself says who asked for what. */
const KEPT_MS = 30 * DAY;

/** What was made to be looked at, and the rows of those who asked for it. */
export const forgetProductions = async (db: Db, now: Millis): Promise<void> => {
  await sql`
    with gone as (select id from file where expires_at <= ${new Date(now)}),
      chunks as (delete from file_chunk where file_id in (select id from gone))
    delete from file where id in (select id from gone)`.execute(db.query);
  await db.query
    .deleteFrom('production')
    .where('state', '<>', 'waiting')
    .where('created_at', '<', moment(now - KEPT_MS))
    .execute();
};

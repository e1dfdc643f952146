/**
 * Seals hold where each stream of facts ended, chained like the facts. A stream whose end was cut off, or that is gone
 * altogether, is whole in itself; its seal shows it. What happened since the last seal (an hour) is not covered.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import { type Db, inTransaction } from './client.ts';
import { lockStream, NO_FACTS, type Verdict } from './fact.ts';

type SealedHead = readonly [stream: string, seq: number, hash: string];
type Seal = { readonly seq: number; readonly at: Millis; readonly heads: readonly SealedHead[] };

/** Writes a seal over the streams that grew since the last one; none when none did. */
export const sealFacts = (db: Db, now: Millis): Promise<void> =>
  inTransaction(db, async (tx) => {
    // Two processes at once would write the same number; the second sees what the first has sealed.
    await lockStream(tx, 'seal');
    const grown = await sql<{ stream: string; seq: number; hash: Buffer }>`
      select f.stream, f.seq, f.hash
      from (select distinct on (stream) stream, seq, hash from fact order by stream, seq desc) f
      left join (
        select head->>0 as stream, max((head->>1)::int) as seq
        from seal, jsonb_array_elements(heads) head group by 1
      ) sealed on sealed.stream = f.stream
      where f.seq > coalesce(sealed.seq, 0)
      order by f.stream`.execute(tx);
    if (grown.rows.length === 0) return;
    const last = await tx.selectFrom('seal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const prev = last?.hash ?? NO_FACTS.hash;
    const heads = grown.rows.map(({ stream, seq, hash }): SealedHead => [stream, seq, hash.toString('hex')]);
    const seal = { seq: (last?.seq ?? 0) + 1, at: now, heads };
    await sql`
      insert into seal (seq, at, heads, prev, hash) values (
        ${seal.seq}, ${new Date(now)}, ${JSON.stringify(heads)}::jsonb, ${prev}, ${hashOf(seal, prev)})`.execute(tx);
  });

const hashOf = ({ seq, at, heads }: Seal, prev: Buffer): Buffer =>
  createHash('sha256')
    .update(prev)
    .update(JSON.stringify([seq, at, heads]))
    .digest();

/** @returns the first seal that was changed or dropped (stream `seal`), or the first fact that a seal misses */
export const verifySeals = async (db: Db): Promise<Verdict['firstBroken']> => {
  let last = NO_FACTS;
  for (;;) {
    const seals = await db.query
      .selectFrom('seal')
      .selectAll()
      .where('seq', '>', last.seq)
      .orderBy('seq')
      .limit(100)
      .execute();
    for (const seal of seals) {
      const holds =
        seal.seq === last.seq + 1 && seal.prev.equals(last.hash) && seal.hash.equals(hashOf(seal, last.hash));
      if (!holds) return { stream: 'seal', seq: seal.seq };
      last = { seq: seal.seq, hash: seal.hash };
    }
    if (seals.length === 0) return missing(db);
  }
};

const missing = async (db: Db): Promise<Verdict['firstBroken']> => {
  const { rows } = await sql<{ stream: string; seq: number }>`
    select head->>0 as stream, (head->>1)::int as seq
    from seal cross join jsonb_array_elements(heads) head
    left join fact f on f.stream = head->>0 and f.seq = (head->>1)::int
    where f.hash is distinct from decode(head->>2, 'hex')
    order by 1, 2 limit 1`.execute(db.query);
  return rows[0] ?? null;
};

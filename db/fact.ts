/** The history. Facts are only added, each chained to the one before in its stream. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type ChainedFact, canonical } from '#domain/chain.ts';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from './client.ts';

export type Head = { readonly seq: number; readonly hash: Buffer };

/** Before the first fact of a stream. */
export const NO_FACTS: Head = { seq: 0, hash: Buffer.alloc(32) };

export type ChainRow = ChainedFact & { readonly prev: Buffer; readonly hash: Buffer };

/** A fact that is not yet in a chain. Each stream has kinds of its own. */
export type ChainDraft = Pick<ChainedFact, 'kind' | 'partId' | 'data'>;

export type Origin = {
  readonly actorId: number | null;
  /** In whose place he acted. */
  readonly actingFor?: number | null;
  readonly channel: string | null;
  readonly at: Millis;
};

/** Who did what only a person can do. */
export const byPerson = ({ actorId }: Origin): number => {
  if (actorId === null) throw new Error('what is asked for or answered has a person behind it');
  return actorId;
};

/** Chains drafts to a head. Pure; the caller holds the lock of the stream's owner (its request row). */
export const chain = (
  stream: string,
  head: Head,
  drafts: readonly ChainDraft[],
  origin: Origin,
): { readonly rows: readonly ChainRow[]; readonly head: Head } => {
  let last = head;
  const rows = drafts.map((draft) => {
    const { actorId, channel, at } = origin;
    const data = { ...draft.data, ...inPlaceOf(origin) };
    const fact = { stream, seq: last.seq + 1, actorId, channel, at, kind: draft.kind, partId: draft.partId, data };
    const row = { ...fact, prev: last.hash, hash: hashOf(fact, last.hash) };
    last = { seq: row.seq, hash: row.hash };
    return row;
  });
  return { rows, head: last };
};

/** Of whoever acted in another's place, the fact says so. */
export const inPlaceOf = ({ actingFor }: Origin): { readonly for?: number } =>
  actingFor === undefined || actingFor === null ? {} : { for: actingFor };

/**
 * Adds to a stream that has no row of its own to lock and to keep the head in: writers go one after the other, each
 * behind the stream's last fact. The lock is held to the end of the transaction.
 */
export const appendFacts = async (
  tx: Tx,
  stream: string,
  drafts: readonly ChainDraft[],
  origin: Origin,
): Promise<void> => {
  await lockStream(tx, stream);
  const last = await tx
    .selectFrom('fact')
    .select(['seq', 'hash'])
    .where('stream', '=', stream)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  await insertFacts(tx, chain(stream, last ?? NO_FACTS, drafts, origin).rows);
};

/** Taken early by those who first read what they are about to change. */
export const lockStream = async (tx: Tx, stream: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${STREAM_LOCK}, hashtext(${stream}))`.execute(tx);
};

/** The number only names the locks of streams. */
const STREAM_LOCK = 0x5048;

export const hashOf = (fact: ChainedFact, prev: Buffer): Buffer =>
  createHash('sha256').update(prev).update(canonical(fact)).digest();

export const insertFacts = async (tx: Tx, rows: readonly ChainRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into fact (stream, seq, at, kind, actor_id, channel, part_id, data, prev, hash)
    select stream, seq, at, kind, "actorId", channel, "partId", data, decode(prev, 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows.map(plain))}::jsonb) as t(
      stream text, seq int, at timestamptz, kind text, "actorId" int, channel text, "partId" bigint, data jsonb,
      prev text, hash text)`.execute(tx);
};

const plain = (row: ChainRow): object => ({
  ...row,
  at: new Date(row.at),
  prev: row.prev.toString('hex'),
  hash: row.hash.toString('hex'),
});

export type StoredFact = Omit<ChainedFact, 'data'> & {
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

export const factsOf = async (tx: Tx, stream: string): Promise<StoredFact[]> => {
  const rows = await tx
    .selectFrom('fact')
    .select(['stream', 'seq', 'at', 'kind', 'actor_id as actorId', 'channel', 'part_id as partId', 'data'])
    .where('stream', '=', stream)
    .orderBy('seq')
    .execute();
  // Written by `chain` only: flat values.
  return rows as StoredFact[];
};

export type Verdict = {
  readonly checked: number;
  readonly firstBroken: { readonly stream: string; readonly seq: number } | null;
};

/** Reads every fact in order and recomputes its hash. Pages, so that memory does not grow with the history. */
export const verifyFacts = async (db: Db): Promise<Verdict> => {
  let checked = 0;
  let after = { stream: '', seq: 0 };
  let last: { stream: string; head: Head } = { stream: '', head: NO_FACTS };
  for (;;) {
    const rows = await db.query
      .selectFrom('fact')
      .selectAll()
      .where((eb) => sql<boolean>`(${eb.ref('stream')}, ${eb.ref('seq')}) > (${after.stream}, ${after.seq})`)
      .orderBy('stream')
      .orderBy('seq')
      .limit(1_000)
      .execute();
    for (const row of rows) {
      if (row.stream !== last.stream) last = { stream: row.stream, head: NO_FACTS };
      const fact = { ...row, actorId: row.actor_id, partId: row.part_id };
      const holds =
        row.seq === last.head.seq + 1 &&
        row.prev.equals(last.head.hash) &&
        row.hash.equals(hashOf(fact, last.head.hash));
      if (!holds) return { checked, firstBroken: { stream: row.stream, seq: row.seq } };
      checked += 1;
      last = { stream: row.stream, head: { seq: row.seq, hash: row.hash } };
    }
    const end = rows.at(-1);
    if (end === undefined) return { checked, firstBroken: await missingTail(db) };
    after = { stream: end.stream, seq: end.seq };
  }
};

/** A request, duty or team whose head is not its last fact: the end of its chain was cut off. */
const missingTail = async (db: Db): Promise<Verdict['firstBroken']> => {
  const result = await sql<{ stream: string; seq: number }>`
    select o.stream, coalesce(f.seq, 0) + 1 as seq from (
      select 'request:' || id as stream, fact_seq, fact_hash from request
      union all select 'duty:' || id, fact_seq, fact_hash from duty
      union all select 'team:' || id, fact_seq, fact_hash from team) o
    left join lateral (select seq, hash from fact where stream = o.stream order by seq desc limit 1) f on true
    where f.seq is distinct from o.fact_seq or f.hash is distinct from o.fact_hash
    order by o.stream limit 1`.execute(db.query);
  return result.rows[0] ?? null;
};

/** Seals over the ends of the fact chains: a chain cut at its end still fits in itself, and no longer fits its seal. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table seal (
      seq int primary key,
      at timestamptz not null,
      -- [stream, seq, hash in hex] of each stream that grew since the seal before.
      heads jsonb not null,
      prev bytea not null,
      hash bytea not null
    );
    revoke update, delete, truncate on seal from app;
  `.execute(db);
}

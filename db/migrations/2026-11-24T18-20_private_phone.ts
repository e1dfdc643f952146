/** A person's private number, for notices that reach him nowhere else: kept only while he agrees. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table private_phone (
      person_id int primary key references person,
      -- Encrypted with the application's key, bound to its person.
      sealed bytea not null,
      agreed_at timestamptz not null
    );
  `.execute(db);
}

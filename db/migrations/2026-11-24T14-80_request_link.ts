/** Requests of one matter, linked by whoever filed the later one. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request_link (
      request_id bigint not null references request,
      other_id bigint not null references request,
      made_by int not null references person,
      made_at timestamptz not null,
      primary key (request_id, other_id),
      check (request_id <> other_id)
    );
    create index request_link_other on request_link (other_id);
  `.execute(db);
}

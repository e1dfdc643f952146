/** The end of a term without an answer, proof that a unit was told, and what waits to be said to a person as one message. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table part
      -- The date for which the silence was written: once for each, also after it has moved.
      add column silence_for timestamptz,
      -- When a message about the part first reached somebody of the unit.
      add column notified_at timestamptz;

    -- What is to be said to a person: everything of one moment becomes one message.
    create table reminder (
      person_id int not null references person,
      part_id bigint not null references part,
      kind text not null,
      request_id bigint not null references request,
      -- The important notice that its receiver says he has.
      notice_id bigint references important_notice,
      not_before timestamptz not null,
      primary key (person_id, part_id, kind)
    );
    create index reminder_due on reminder (not_before);
    create index reminder_part on reminder (part_id);
  `.execute(db);
}

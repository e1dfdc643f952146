/** P4: what a hundred thousand overdue reminders cost the database. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Every reading of a part asks for both states at once, which the two unique indexes of one state cannot answer.
    create index answer_current on answer (part_id) where state in ('submitted', 'valid');

    -- Rows of the moment, written under the lock of their request and gone with their message: looking up again each
    -- person, part, request and notice took half of their writing. A notice's request is its part's.
    alter table reminder drop constraint reminder_person_id_fkey, drop constraint reminder_part_id_fkey,
      drop constraint reminder_request_id_fkey, drop constraint reminder_notice_id_fkey;
    alter table important_notice drop constraint important_notice_request_id_fkey;

    -- Read once an hour, from its old end, in the order of writing.
    drop index choice_age;
    create index choice_age on choice using brin (created_at);
  `.execute(db);
}

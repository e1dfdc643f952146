/** One person, several accounts: which he prefers, and notices that go on to the next when one cannot be reached. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account add column preferred boolean not null default false;
    create unique index account_preferred on account (person_id) where preferred;
    alter table outbox
      -- The notice before it was cut to its channel's measure, where the person has another account to go to.
      add column whole jsonb,
      -- Of the pieces of one notice.
      add column notice_key text,
      -- The channels it was tried on before this one.
      add column tried text[] not null default '{}',
      -- Sent as the channel's approved template: its words are not free, and it is paid for.
      add column template boolean not null default false,
      -- Whose act it tells of: he hears when it cannot arrive.
      add column sender_id int references person;
    create index outbox_notice on outbox (notice_key) where state = 'queued' and notice_key is not null;
  `.execute(db);
}

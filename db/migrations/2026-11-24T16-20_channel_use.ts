/** What channels cost: which sends are paid for, how many went out in each month, and which warnings were given. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox
      -- Decided when it is claimed: whether this send costs money, and as what.
      add column cost text not null default 'free' check (cost in ('free', 'billed', 'template')),
      drop constraint outbox_state_check,
      -- unsure: paid for, and its answer was lost; it waits for the platform's word that it arrived.
      add constraint outbox_state_check check (state in ('queued', 'sending', 'unsure', 'sent', 'failed', 'cancelled'));
    create index outbox_unsure on outbox (lease_until) where state = 'unsure';
    -- Few at any moment: what a platform's word of arrival may speak of.
    create index outbox_paid on outbox (channel, address) where state in ('sending', 'unsure') and cost <> 'free';
    -- A message that somebody answers, or that the platform says has arrived.
    create index outbox_ref on outbox (channel, platform_ref) where platform_ref is not null;

    -- What was shown in a place last: a number typed there picks from it.
    create index outbox_shown on outbox (channel, address, id) where state = 'sent' and shown_set is not null;

    -- Whether an address may be written to, and since when its person has been silent: asked by each claim.
    create index account_address on account (channel, address) where address is not null;

    -- When a platform whose events name nobody was asked who it is; it may not have told.
    alter table account add column named_at timestamptz;

    -- Sends of a month by what they cost. Each count is spread over slots, so that processes that mark sends at once
    -- do not wait for one row.
    create table channel_use (
      channel text not null,
      month date not null,
      kind text not null check (kind in ('free', 'billed', 'template')),
      slot smallint not null,
      count int not null,
      primary key (channel, month, kind, slot)
    );

    -- Each share of a limit is told of once a month.
    create table channel_warning (
      channel text not null,
      month date not null,
      kind text not null,
      threshold smallint not null,
      told_at timestamptz not null,
      primary key (channel, month, kind, threshold)
    );
  `.execute(db);
}

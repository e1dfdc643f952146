/**
 * What the bot may read in a group, as its platform told; a team that looks again at a finding of another; and the reading
 * that the enterprise's opinion was given on.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table group_rights (
      channel text not null,
      address text not null,
      -- False: only commands, replies to the bot and what names it.
      reads_all boolean not null,
      noted_at timestamptz not null,
      primary key (channel, address)
    );

    create function refuse_changed_follow() returns trigger language plpgsql as $$
    begin
      raise exception 'what a team follows is set once' using errcode = 'check_violation', constraint = 'follows_kept';
    end $$;
    alter table team add column follows_finding bigint references finding;
    create index team_follows on team (follows_finding) where follows_finding is not null;
    create trigger follows_kept before update of follows_finding on team for each row
      when (old.follows_finding is distinct from new.follows_finding) execute function refuse_changed_follow();

    -- Its result settles the finding.
    alter table checklist_item add column finding_id bigint references finding;

    -- Those who run the version before write none: theirs is of the reading it was given on, since each reading clears it.
    alter table minutes add column enterprise_round smallint;
    alter table minutes add constraint minutes_enterprise_round check (enterprise_round is null or enterprise_round = round
      or state <> 'locked');
  `.execute(db);
}

/**
 * Nobody approves his own work, in the database too (no self-approval): what was asked or written is decided by a person,
 * and by another one; who asked or wrote it is set once. A leader's own answer says so from the beginning (`self_issued`).
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table handover
      add constraint handover_not_own check (decided_by is null or decided_by <> asked_by),
      add constraint handover_decided check (state in ('asked', 'void') or decided_by is not null);
    alter table extension add constraint extension_decided check (state in ('asked', 'void') or decided_by is not null);
    alter table answer add constraint answer_decided check (state <> 'valid' or decided_by is not null);

    -- Else the checks above are passed by naming another author first.
    create function refuse_new_author() returns trigger language plpgsql as $$
    begin
      raise exception 'who asked or wrote it is set once' using errcode = 'check_violation', constraint = 'author_kept';
    end $$;
    create trigger author_kept before update of asked_by on extension for each row
      when (old.asked_by <> new.asked_by) execute function refuse_new_author();
    create trigger author_kept before update of asked_by on handover for each row
      when (old.asked_by <> new.asked_by) execute function refuse_new_author();
    create trigger author_kept before update of author_id, self_issued on answer for each row
      when ((old.author_id, old.self_issued) is distinct from (new.author_id, new.self_issued))
      execute function refuse_new_author();

    -- Whoever approved an answer does not close the request it was given in; nobody closes it in nobody's name.
    create function refuse_own_close() returns trigger language plpgsql as $$
    begin
      if new.closed_by is null or exists (
        select 1 from answer a join part p on p.id = a.part_id
        where p.request_id = new.id and a.state = 'valid' and a.decided_by = new.closed_by
      ) then
        raise exception 'a request is closed by a person who approved no answer in it'
          using errcode = 'check_violation', constraint = 'request_not_own';
      end if;
      return new;
    end $$;
    create trigger request_not_own before update of state, closed_by on request for each row
      when (new.state = 'closed' and (old.state, old.closed_by) is distinct from (new.state, new.closed_by))
      execute function refuse_own_close();
  `.execute(db);
}

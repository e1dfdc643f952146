/**
 * Figures that cost the same at any number of requests. Days that are not whole months, and what no sums are kept of,
 * are read from narrow rows (`figure_entry`, written by the fold) instead of parts joined to requests; what is open has
 * a narrow row too (`figure_open`, kept by the act that changes the part, which holds the part's lock anyway).
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables(db);
  await triggers(db);
  // Sums have days now: all is noted anew, and the job folds it.
  await sql`
    insert into figure_delta (${sql.raw(ROW)}, n, day)
      select f.*, 1, figure_day(p.asked_at) from part p join request r on r.id = p.request_id
      cross join lateral figure_of(p, r) f where figure_settled(p.state);
    insert into figure_open select o.* from part p join request r on r.id = p.request_id
      cross join lateral figure_open_of(p, r) o;
  `.execute(db);
}

const ROW = `month, unit_id, asking_id, holder_id, filer_id, zone_id, field_id, type_no, urgency_no, outcome, receipt,
  extensions, returns, taken_over, days`;

const tables = (db: Kysely<unknown>): Promise<unknown> =>
  sql`
    delete from figure_cell;
    -- Owner, kind, and what it is narrowed to are always known: the months that are read stand beside each other.
    alter table figure_cell drop constraint figure_cell_pkey;
    alter table figure_cell add primary key (owner, dims, owner_id, a_id, month, b_id, owner_unit);
    delete from figure_delta;
    -- What is open is read from its narrow rows now: filing need not keep this.
    drop index part_open_asked;
    alter table figure_delta add column day date not null;
    -- One settled part, or (n = -1) what it was before: only ever added to.
    create table figure_entry (
      day date not null,
      unit_id int not null,
      asking_id int not null,
      holder_id int not null,
      filer_id int not null,
      zone_id int not null,
      field_id int not null,
      type_no smallint not null,
      urgency_no smallint not null,
      outcome smallint not null,
      receipt smallint not null,
      extensions smallint not null,
      returns smallint not null,
      taken_over smallint not null,
      days smallint,
      n smallint not null
    );
    -- One for each way to ask for few of them: whose they are, narrowed to a zone or a field, of which days.
    create index figure_entry_day on figure_entry (day);
    create index figure_entry_zone on figure_entry (zone_id, day);
    create index figure_entry_zone_field on figure_entry (zone_id, field_id, day);
    create index figure_entry_field on figure_entry (field_id, day);
    create index figure_entry_unit on figure_entry (unit_id, day);
    create index figure_entry_unit_zone on figure_entry (unit_id, zone_id, day);
    create index figure_entry_unit_field on figure_entry (unit_id, field_id, day);
    create index figure_entry_asking on figure_entry (asking_id, day);
    create index figure_entry_asking_zone on figure_entry (asking_id, zone_id, day);
    create index figure_entry_asking_field on figure_entry (asking_id, field_id, day);
    create index figure_entry_holder on figure_entry (holder_id, day);
    create index figure_entry_filer on figure_entry (filer_id, day);

    -- A part that is not settled: what of it depends on the moment of reading stays a moment.
    create table figure_open (
      part_id bigint primary key,
      day date not null,
      unit_id int not null,
      asking_id int not null,
      holder_id int not null,
      filer_id int not null,
      zone_id int not null,
      field_id int not null,
      type_no smallint not null,
      urgency_no smallint not null,
      receipt smallint not null,
      extensions smallint not null,
      returns smallint not null,
      taken_over smallint not null,
      is_awaiting boolean not null,
      is_paused boolean not null,
      receipt_due timestamptz not null,
      due timestamptz not null,
      visible_at timestamptz not null
    -- Rows live for days and change with each act: room for it on their page, and an early vacuum.
    ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
    create index figure_open_day on figure_open (day);
  `.execute(db);

const triggers = (db: Kysely<unknown>): Promise<unknown> =>
  sql`
    create function figure_open_of(p part, r request) returns setof figure_open language sql stable as $$
      select p.id, figure_day(p.asked_at), f.unit_id, f.asking_id, f.holder_id, f.filer_id, f.zone_id, f.field_id,
        f.type_no, f.urgency_no, f.receipt, f.extensions, f.returns, f.taken_over, p.state = 'awaiting',
        p.state = 'returned', p.receipt_due, p.due, r.visible_at
      from figure_of(p, r) f where not figure_settled(p.state)
    $$;

    create or replace function figure_note_part() returns trigger language plpgsql as $$
    declare r request;
    begin
      select * into r from request where id = new.request_id;
      if tg_op = 'UPDATE' then
        if figure_settled(old.state) then
          insert into figure_delta (${sql.raw(ROW)}, n, day)
            select f.*, -1, figure_day(old.asked_at) from figure_of(old, r) f;
        else
          delete from figure_open where part_id = old.id;
        end if;
      end if;
      if figure_settled(new.state) then
        insert into figure_delta (${sql.raw(ROW)}, n, day)
          select f.*, 1, figure_day(new.asked_at) from figure_of(new, r) f;
      else
        insert into figure_open select o.* from figure_open_of(new, r) o;
      end if;
      return null;
    end $$;
    drop trigger figure_part_new on part;
    create trigger figure_part_new after insert on part for each row execute function figure_note_part();
    drop trigger figure_part on part;
    -- Answered and closed are one thing to the figures, and so are received and drafted.
    create trigger figure_part after update on part for each row
      when ((replace(replace(old.state, 'closed', 'answered'), 'drafted', 'accepted'), old.unit_id, old.holder_id,
          old.asked_at, old.due, old.answered_at, old.received_at, old.receipt_due, old.extensions, old.returns,
          old.hand_count, old.worked_days)
        is distinct from (replace(replace(new.state, 'closed', 'answered'), 'drafted', 'accepted'), new.unit_id,
          new.holder_id, new.asked_at, new.due, new.answered_at, new.received_at, new.receipt_due, new.extensions,
          new.returns, new.hand_count, new.worked_days))
      execute function figure_note_part();

    create or replace function figure_note_request() returns trigger language plpgsql as $$
    begin
      insert into figure_delta (${sql.raw(ROW)}, n, day)
        select f.*, -1, figure_day(p.asked_at) from part p cross join lateral figure_of(p, old) f
        where p.request_id = new.id and figure_settled(p.state);
      insert into figure_delta (${sql.raw(ROW)}, n, day)
        select f.*, 1, figure_day(p.asked_at) from part p cross join lateral figure_of(p, new) f
        where p.request_id = new.id and figure_settled(p.state);
      delete from figure_open where part_id in (select id from part where request_id = new.id);
      insert into figure_open select o.* from part p cross join lateral figure_open_of(p, new) o
        where p.request_id = new.id;
      return null;
    end $$;
    drop trigger figure_request on request;
    create trigger figure_request
      after update of urgency, was_undone, type, field_id, zone_id, asking_unit_id, filer_id, visible_at
      on request for each row
      when ((old.urgency, old.was_undone, old.type, old.field_id, old.zone_id, old.asking_unit_id, old.filer_id,
          old.visible_at)
        is distinct from (new.urgency, new.was_undone, new.type, new.field_id, new.zone_id, new.asking_unit_id,
          new.filer_id, new.visible_at))
      execute function figure_note_request();
  `.execute(db);

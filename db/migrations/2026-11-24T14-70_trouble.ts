/** What operators look at when things go wrong: events that were set aside, and whether anything can be written at all. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- They are few among very many, and the queue's screen counts them.
    create index inbox_parked on inbox (id) where state = 'parked';

    create table write_probe (filler text not null);
    -- An emptied table begins a new file: its first row asks the disk for room. The write is taken back, so nothing stays.
    create function try_write() returns void language plpgsql security definer set search_path = public as $$
    begin
      truncate write_probe;
      insert into write_probe values ('x');
      raise exception using errcode = 'PW001';
    exception when sqlstate 'PW001' then
      return;
    end $$;
  `.execute(db);
}

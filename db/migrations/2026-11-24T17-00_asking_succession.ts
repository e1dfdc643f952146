/** MA2: a request whose asking unit has ended is kept by the unit that took over, and still shows who asked. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The unit it was filed under, where another has taken its place since.
    alter table request add column filed_unit_id int references unit;

    -- Found by whom it belongs to now, and by the name under which it was filed. The rest of the function stays as it is.
    do $body$
    declare
      found text := pg_get_functiondef('search_index(bigint[])'::regprocedure);
      named text := replace(replace(found, 'r.code, a.name,', 'r.code, a.name, filed.name,'),
        'join person f on', 'left join unit filed on filed.id = r.filed_unit_id join person f on');
    begin
      if named = found then raise exception 'the search index is not made as this migration knows it'; end if;
      execute named;
    end $body$;
    create trigger search_asking after update of asking_unit_id on request for each row
      when (old.asking_unit_id is distinct from new.asking_unit_id) execute function search_index_request();
  `.execute(db);
}

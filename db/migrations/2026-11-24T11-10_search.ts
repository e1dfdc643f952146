/**
 * What is searched: one entry for the parties of a request, one for whoever only watches it, one for each valid answer.
 * An entry holds all the words that must be found together, and who may come near it (`u:` units, `p:` people), so that one
 * index answers for words and permission at once. Triggers note what is stale, whatever writes it; the next sweep makes its entries anew, outside the act that others wait for.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`
    create table search_entry (
      request_id bigint not null references request,
      kind text not null check (kind in ('party', 'answer', 'watcher')),
      -- The part an answer belongs to; 0 for the others.
      part_id bigint not null default 0,
      words tsvector not null,
      primary key (request_id, kind, part_id)
    );
    -- A short pending list: every search reads all of it.
    create index search_entry_words on search_entry using gin (words) with (gin_pending_list_limit = 256);

    create table search_stale (request_id bigint primary key references request);

    -- Every word there is, for words typed with an error. It is never shown.
    create table search_word (word text primary key);
    create index search_word_near on search_word using gin (word gin_trgm_ops);

    -- As text/key.ts does it; a test holds the two together.
    create function search_plain(words text) returns text language sql immutable parallel safe as $$
      select translate(lower(regexp_replace(normalize(coalesce(words, ''), NFD),
        '[\\u0300-\\u036f\\u200b-\\u200f\\u2060\\ufeff\\u00ad]', '', 'g')), U&'\\0111\\0110', 'dd')
    $$;

    -- Postgres refuses words of more than 2,046 bytes: nobody types more than sixty letters of one.
    create function search_words(words text) returns text[] language sql immutable parallel safe as $$
      select array(select left(word, 60) from regexp_split_to_table(search_plain(words), '[^a-z0-9]+') as word
        where word <> '')
    $$;

    create function search_index(ids bigint[]) returns void language sql as $$
      delete from search_entry where request_id = any(ids);
      with base as (
        select r.id, search_words(r.subject) as subject,
          search_words(concat_ws(' ', r.code, a.name, f.name, z.name, z.code, array_to_string(z.aliases, ' '), p.units))
            as course,
          search_words(concat_ws(' ', r.content, r.doc_number, e.name, e.tax_code, p.holders, r.synthesis, r.result))
            as inner_words,
          'n:' || search_plain(r.code) as code,
          case when r.doc_number is null then '{}' else array['n:' || search_plain(r.doc_number)] end as number,
          array['u:' || r.asking_unit_id, 'p:' || r.filer_id] || p.access as access,
          array(select 'p:' || w.person_id from request_watcher w where w.request_id = r.id) as watchers
        from request r
        join unit a on a.id = r.asking_unit_id
        join person f on f.id = r.filer_id
        left join zone z on z.id = r.zone_id
        left join enterprise e on e.id = r.enterprise_id
        cross join lateral (
          select string_agg(u.name, ' ') as units, string_agg(h.name, ' ') as holders,
            array_agg('u:' || p.unit_id) || array_remove(array_agg('p:' || p.holder_id), null) as access
          from part p join unit u on u.id = p.unit_id left join person h on h.id = p.holder_id
          where p.request_id = r.id
        ) p
        where r.id = any(ids)
      ), open as (
        select *, subject || array(select 's:' || word from unnest(subject) as word) || course || code as seen from base
      ), learned as (
        insert into search_word
        select distinct word from open, unnest(subject || course || inner_words) as word(word)
        where word ~ '^[a-z]{4,20}$' and not exists (select 1 from search_word known where known.word = word.word)
        order by 1 on conflict do nothing
      )
      insert into search_entry (request_id, kind, part_id, words)
      select id, 'party', 0, array_to_tsvector(seen || inner_words || number || access) from open
      union all
      select id, 'watcher', 0, array_to_tsvector(seen || watchers) from open where watchers <> '{}'
      union all
      select open.id, 'answer', a.part_id, array_to_tsvector(seen || inner_words || number || access
        || search_words(concat_ws(' ', a.words, a.doc_number, a.signer))
        || case when a.doc_number is null then '{}' else array['n:' || search_plain(a.doc_number)] end)
      from open join part p on p.request_id = open.id join answer a on a.part_id = p.id and a.state = 'valid'
    $$;
  `.execute(db);
  await sql`
    create function search_index_filed() returns trigger language plpgsql as $$
    begin
      insert into search_stale select distinct request_id from filed on conflict do nothing;
      return null;
    end $$;
    create function search_index_request() returns trigger language plpgsql as $$
    begin
      insert into search_stale values (new.id) on conflict do nothing;
      return null;
    end $$;
    create function search_index_row() returns trigger language plpgsql as $$
    begin
      insert into search_stale values (case when tg_op = 'DELETE' then old.request_id else new.request_id end)
        on conflict do nothing;
      return null;
    end $$;
    create function search_index_answer() returns trigger language plpgsql as $$
    begin
      insert into search_stale select request_id from part where id = new.part_id on conflict do nothing;
      return null;
    end $$;

    create trigger search_filed after insert on part referencing new table as filed
      for each statement execute function search_index_filed();
    create trigger search_part after update of unit_id, holder_id on part for each row
      when ((old.unit_id, old.holder_id) is distinct from (new.unit_id, new.holder_id))
      execute function search_index_row();
    create trigger search_request after update of subject, content, doc_number, zone_id, enterprise_id, synthesis, result
      on request for each row
      when ((old.subject, old.content, old.doc_number, old.zone_id, old.enterprise_id, old.synthesis, old.result)
        is distinct from
        (new.subject, new.content, new.doc_number, new.zone_id, new.enterprise_id, new.synthesis, new.result))
      execute function search_index_request();
    create trigger search_answer_given after insert on answer for each row when (new.state = 'valid')
      execute function search_index_answer();
    create trigger search_answer after update of state, words, doc_number, signer on answer for each row
      when (old.state = 'valid' or new.state = 'valid') execute function search_index_answer();
    create trigger search_watcher after insert or delete on request_watcher for each row
      execute function search_index_row();

    select search_index(array(select id from request));
  `.execute(db);
}

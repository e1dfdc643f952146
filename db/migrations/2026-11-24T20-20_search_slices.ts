/**
 * P7: an entry says among which requests it stands, by number and by the time of filing, so that a search looks through
 * the newest first; and every word of every entry is known, so that a beginning is spelled out instead of gathered.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index search_word_begun on search_word (word collate "C");

    -- Coarse ones beside the fine: of few that are asked for together the index is quick.
    create function search_slices(id bigint, filed_at timestamptz) returns text[] language sql stable parallel safe as $$
      select array['b:' || id / 2048, 'c:' || id / 16384, 'd:' || id / 131072,
        'm:' || to_char(filed_at at time zone 'UTC' + interval '7 hours', 'YYYY-MM'),
        'y:' || to_char(filed_at at time zone 'UTC' + interval '7 hours', 'YYYY')]
    $$;

    create or replace function search_index(ids bigint[]) returns void language sql as $$
      delete from search_entry where request_id = any(ids);
      with base as (
        select r.id, search_words(r.subject) as subject,
          search_words(concat_ws(' ', r.code, a.name, filed.name, f.name, z.name, z.code,
            array_to_string(z.aliases, ' '), p.units)) as course,
          search_words(concat_ws(' ', r.content, r.doc_number, e.name, e.tax_code, p.holders, r.synthesis, r.result))
            as inner_words,
          array['n:' || search_plain(r.code)] || search_slices(r.id, r.filed_at) as code,
          case when r.doc_number is null then '{}' else array['n:' || search_plain(r.doc_number)] end as number,
          array['u:' || r.asking_unit_id, 'p:' || r.filer_id] || p.access as access,
          array(select 'p:' || w.person_id from request_watcher w where w.request_id = r.id) as watchers
        from request r
        join unit a on a.id = r.asking_unit_id
        left join unit filed on filed.id = r.filed_unit_id
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
      ), answered as (
        select open.id, a.part_id, a.doc_number,
          search_words(concat_ws(' ', a.words, a.doc_number, a.signer)) as answer_words
        from open join part p on p.request_id = open.id join answer a on a.part_id = p.id and a.state = 'valid'
      ), learned as (
        insert into search_word
        select distinct word from (
          select unnest(subject || course || inner_words) from open
          union all select unnest(answer_words) from answered
        ) as said(word)
        where word ~ '^[a-z]{3}[a-z0-9]{0,17}$'
          and not exists (select 1 from search_word known where known.word = said.word)
        order by 1 on conflict do nothing
      )
      insert into search_entry (request_id, kind, part_id, words)
      select id, 'party', 0, array_to_tsvector(seen || inner_words || number || access) from open
      union all
      select id, 'watcher', 0, array_to_tsvector(seen || watchers) from open where watchers <> '{}'
      union all
      select open.id, 'answer', a.part_id, array_to_tsvector(seen || inner_words || number || access || a.answer_words
        || case when a.doc_number is null then '{}' else array['n:' || search_plain(a.doc_number)] end)
      from answered a join open on open.id = a.id
    $$;

    -- Made anew in one go: an index built is far quicker than one that every row changes.
    drop index search_entry_words;
    update search_entry e set words = e.words || array_to_tsvector(search_slices(r.id, r.filed_at))
      from request r where r.id = e.request_id;
    create index search_entry_words on search_entry using gin (words) with (gin_pending_list_limit = 256);
    insert into search_word
      select distinct word from search_entry, unnest(tsvector_to_array(words)) as word
      where word ~ '^[a-z]{3}[a-z0-9]{0,17}$' on conflict do nothing;
  `.execute(db);
}

/** Requests by the hundred thousand: written in sets, with words spread as in real ones (few very common, many rare). */
import pg from 'pg';

const BATCH = 100_000;

/**
 * Those of the numbers from `first` up to `count`. What the product makes row by row is made here by sets: no triggers
 * run, each name is taken apart once instead of once for each request that bears it, and the index comes last. A sample
 * is made anew by the product's own function, which must give the same.
 */
export const fillRequests = async (url: string, first: number, count: number): Promise<void> => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    // Neither the triggers that note what is stale nor those of foreign keys.
    await owner.query(`set session_replication_role = replica; set work_mem = '64MB'`);
    await owner.query(`set maintenance_work_mem = '512MB'; set synchronous_commit = off`);
    await owner.query('drop index search_entry_words');
    for (let from = first; from < count; from += BATCH) {
      await owner.query(ONES, [from, Math.min(count, from + BATCH) - 1]);
      await owner.query('analyze one');
      for (const statement of [REQUESTS, PARTS, ANSWERS, ENTRIES]) await owner.query(statement);
      await owner.query('drop table one');
    }
    await owner.query(`create index search_entry_words on search_entry using gin (words)
      with (gin_pending_list_limit = 256)`);
    await checkSample(owner, first, count);
    await owner.query('vacuum analyze search_entry, search_word, request, part, answer');
  } finally {
    await owner.end();
  }
};

const SAMPLE = 2_000;

/** The words of the sample are also those known for errors in typing. */
const checkSample = async (owner: pg.Client, first: number, count: number): Promise<void> => {
  const step = Math.ceil((count - first) / SAMPLE);
  const codes = Array.from({ length: Math.floor((count - first) / step) }, (_, n) => codeOf(first + n * step));
  const ids = 'array(select id from request where code = any($1))';
  const made = `select md5(string_agg(words::text, ' ' order by request_id, kind, part_id)) as sum from search_entry
    where request_id = any(${ids})`;
  const before = await owner.query<{ sum: string }>(made, [codes]);
  await owner.query(`select search_index(${ids})`, [codes]);
  const after = await owner.query<{ sum: string }>(made, [codes]);
  if (before.rows[0]?.sum !== after.rows[0]?.sum) throw new Error('the bench indexes otherwise than the product');
};

/** Numbers of seven digits, so that they sort as text and are nobody's. */
const codeOf = (index: number): string => `PH-2020-${String(1_000_000 + index)}`;

/** Each dimension with its words; `one` has a row for each request, with what its rows and entries are made of. */
const ONES = `
  create temp table one as
  with worker as (select m.unit_id, array_agg(m.person_id order by m.person_id) as people from membership m
      where m.valid_to is null and m.role <> 'admin' group by m.unit_id),
    place as materialized (select id, people, search_words(name) as words, row_number() over (order by id) - 1 as n
      from unit join worker on unit_id = id where valid_to is null and parent_id is null),
    zone_at as materialized (select id, row_number() over (order by id) - 1 as n,
      search_words(concat_ws(' ', name, code, array_to_string(aliases, ' '))) as words from zone),
    firm as materialized (select id, row_number() over (order by id) - 1 as n,
      search_words(concat_ws(' ', name, tax_code)) as words from enterprise),
    human as materialized (select id, search_words(name) as words from person),
    act as materialized (select text, n - 1 as n, search_words(text) as words
      from unnest(array['Góp ý','Kiểm tra','Khảo sát','Cung cấp số liệu','Tháo gỡ vướng mắc','Rà soát'])
        with ordinality as t(text, n)),
    matter as materialized (select text, n - 1 as n, search_words(text) as words
      from unnest(array['mở rộng nhà xưởng','phòng cháy chữa cháy','quy hoạch chi tiết','môi trường nước thải',
        'lao động nước ngoài','tiến độ đầu tư','đất đai giải phóng mặt bằng','an ninh trật tự','hạ tầng giao thông',
        'cấp phép xây dựng']) with ordinality as t(text, n)),
    size as materialized (select (select count(*) from place) as places, (select count(*) from zone_at) as zones,
      (select count(*) from firm) as firms),
    fixed as materialized (
      select search_words('Đề nghị phối hợp theo Quy chế, hồ sơ mã thuộc nhóm PH 2020 UBND KT') as words),
    drawn as (
      select i, 'PH-2020-' || (1000000 + i) as code, a.id as asking, o.id as owing, z.id as zone, e.id as enterprise,
        a.people[1 + i % array_length(a.people, 1)] as filer, o.people[1 + i % array_length(o.people, 1)] as holder,
        act.text || ' ' || matter.text as head, chr(65 + i % 26) || (i % 997) as lot, (i % 31)::text as round,
        md5(i::text) as own, substr(md5((i % 5000)::text), 1, 8) as kin, 1 + i % 90000 as number,
        act.words || matter.words as head_words, a.words || o.words || z.words || e.words || fixed.words as other_words
      from generate_series($1::int, $2::int) i cross join size cross join fixed
      join place a on a.n = (i * 7::bigint) % places join place o on o.n = (i * 13::bigint + 5) % places
      join zone_at z on z.n = i % zones join firm e on e.n = (i * 3::bigint) % firms
      join act on act.n = i % 6 join matter on matter.n = (i / 6) % 10
    )
  select drawn.*, nextval(pg_get_serial_sequence('request', 'id')) as id,
    nextval(pg_get_serial_sequence('part', 'id')) as part_id,
    case when i % 10 = 0 then 'open' else 'closed' end as state, '2020-01-01'::timestamptz + i * interval '3 minutes' as at,
    head_words || array['lo', lower(lot), 'dot', round] as subject_words,
    other_words || f.words || h.words || array['m' || own, kin, number::text, (1000000 + i)::text] as words
  from drawn join human f on f.id = filer join human h on h.id = holder
  order by i`;

const REQUESTS = `
  insert into request (id, code, state, type, field_id, zone_id, enterprise_id, subject, content, urgency, doc_number,
    doc_date, asking_unit_id, filer_id, regulation_id, filed_at, visible_at, fact_seq, fact_hash)
  select id, code, state, 'opinion', (select min(id) from field), zone, enterprise,
    head || ' lô ' || lot || ' đợt ' || round,
    'Đề nghị phối hợp theo Quy chế, hồ sơ mã m' || own || ' thuộc nhóm ' || kin, 'thuong', number || '/UBND-KT',
    '2025-07-01', asking, filer, (select min(id) from regulation), at, at, 0, '\\x00'
  from one`;

const PARTS = `
  insert into part (id, request_id, ordinal, unit_id, state, holder_id, asked_at, receipt_due, due, provisional)
  select part_id, id, 1, owing, case state when 'open' then 'accepted' else 'closed' end, holder, now(), now(), now(),
    false
  from one`;

const ANSWERS = `
  insert into answer (part_id, state, position, words, author_id, submitted_at, decided_by, decided_at, self_issued)
  select part_id, 'valid', 'agree', 'Thống nhất về chủ trương, đề nghị bổ sung hồ sơ.', holder, now(), holder, now(), true
  from one where i % 4 = 0`;

/** As `search_index` makes them. */
const ENTRIES = `
  with answered as materialized (
      select search_words('Thống nhất về chủ trương, đề nghị bổ sung hồ sơ.') as words),
    made as (
      select id, i, part_id, subject_words || words || array(select 's:' || word from unnest(subject_words) as word)
        || array['n:' || lower(code), 'n:' || number || '/ubnd-kt', 'u:' || asking, 'p:' || filer, 'u:' || owing,
          'p:' || holder] || search_slices(id, at) as words
      from one)
  insert into search_entry (request_id, kind, part_id, words)
  select id, 'party', 0, array_to_tsvector(words) from made
  union all
  select id, 'answer', part_id, array_to_tsvector(made.words || answered.words) from made, answered where i % 4 = 0`;

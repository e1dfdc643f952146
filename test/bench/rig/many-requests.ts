/** Requests by the hundred thousand: written in sets, with words spread as in real ones (few very common, many rare). */
import type pg from 'pg';

const BATCH = 10_000;

/**
 * Those of the numbers from `first` up to `count`. The triggers that index each row for itself are off meanwhile: the same
 * function indexes a batch at once.
 */
export const fillRequests = async (pool: pg.Pool, first: number, count: number): Promise<void> => {
  const tables = ['request', 'part', 'answer'];
  for (const table of tables) await pool.query(`alter table ${table} disable trigger user`);
  await pool.query('drop index search_entry_words');
  for (let from = first; from < count; from += BATCH) {
    const to = Math.min(count, from + BATCH) - 1;
    await pool.query(INSERT, [from, to]);
    // Else plans are made for a hundred requests.
    await pool.query('analyze request, part, answer, search_word');
    const ids = 'array(select id from request where code between $1 and $2)';
    await pool.query(`select search_index(${ids})`, [codeOf(from), codeOf(to)]);
  }
  await pool.query(`create index search_entry_words on search_entry using gin (words)
    with (gin_pending_list_limit = 256)`);
  for (const table of tables) await pool.query(`alter table ${table} enable trigger user`);
  await pool.query('vacuum analyze search_entry, search_word, request, part, answer');
};

const codeOf = (index: number): string => `PH-2020-${String(1_000_000 + index)}`;

/** Numbers of seven digits, so that they sort as text and are nobody's. */
const INSERT = `
  with worker as (select m.unit_id, array_agg(m.person_id order by m.person_id) as people from membership m
      where m.valid_to is null and m.role <> 'admin' group by m.unit_id),
    place as (select id, row_number() over (order by id) - 1 as n
      from unit where valid_to is null and parent_id is null and id in (select unit_id from worker)),
    zone_at as (select id, row_number() over (order by id) - 1 as n from zone),
    firm as (select id, row_number() over (order by id) - 1 as n from enterprise),
    word as (select array['Góp ý','Kiểm tra','Khảo sát','Cung cấp số liệu','Tháo gỡ vướng mắc','Rà soát'] as acts,
      array['mở rộng nhà xưởng','phòng cháy chữa cháy','quy hoạch chi tiết','môi trường nước thải','lao động nước ngoài',
        'tiến độ đầu tư','đất đai giải phóng mặt bằng','an ninh trật tự','hạ tầng giao thông','cấp phép xây dựng'] as matters),
    one as (
      select i, 'PH-2020-' || (1000000 + i) as code, a.id as asking, w.people[1 + i % array_length(w.people, 1)] as filer,
        o.id as owing, h.people[1 + i % array_length(h.people, 1)] as holder, z.id as zone, e.id as enterprise,
        acts[1 + i % 6] || ' ' || matters[1 + (i / 6) % 10] || ' lô ' || chr(65 + i % 26) || (i % 997) || ' đợt ' || (i % 31)
          as subject,
        'Đề nghị phối hợp theo Quy chế, hồ sơ mã m' || md5(i::text) || ' thuộc nhóm ' || substr(md5((i % 5000)::text), 1, 8)
          as content
      from word, generate_series($1::int, $2::int) i
      join place a on a.n = (i * 7) % (select count(*) from place) join worker w on w.unit_id = a.id
      join place o on o.n = (i * 13 + 5) % (select count(*) from place) join worker h on h.unit_id = o.id
      join zone_at z on z.n = i % (select count(*) from zone_at) join firm e on e.n = (i * 3) % (select count(*) from firm)
    ), asked as (
      insert into request (code, state, type, field_id, zone_id, enterprise_id, subject, content, urgency, doc_number, doc_date,
        asking_unit_id, filer_id, regulation_id, filed_at, visible_at, fact_seq, fact_hash)
      select code, case when i % 10 = 0 then 'open' else 'closed' end, 'opinion', (select min(id) from field), zone,
        enterprise, subject, content, 'thuong', (1 + i % 90000) || '/UBND-KT', '2025-07-01', asking, filer,
        (select min(id) from regulation), '2020-01-01'::timestamptz + i * interval '3 minutes',
        '2020-01-01'::timestamptz + i * interval '3 minutes', 0, '\\x00'
      from one returning id, code
    ), owed as (
      insert into part (request_id, ordinal, unit_id, state, holder_id, asked_at, receipt_due, due, provisional)
      select asked.id, 1, one.owing, case when i % 10 = 0 then 'accepted' else 'closed' end, one.holder, now(), now(), now(),
        false
      from asked join one using (code) returning id, holder_id
    )
  insert into answer (part_id, state, position, words, author_id, submitted_at, decided_by, decided_at, self_issued)
  select id, 'valid', 'agree', 'Thống nhất về chủ trương, đề nghị bổ sung hồ sơ.', holder_id, now(), holder_id, now(), true
  from owed where id % 4 = 0`;

/**
 * Everything about requests and all facts as flat records, as they were at one moment, for another program to read:
 * codes and keys instead of ids. Read in pages, so that memory does not grow with the history.
 */
import { sql } from 'kysely';
import { type Db, inTransaction, type Tx } from './client.ts';

const PAGE = 500;

export const exportAll = (db: Db, write: (record: object) => Promise<void>): Promise<void> =>
  inTransaction(db, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx);
    await exportRequests(tx, write);
    await exportFacts(tx, write);
  });

const exportRequests = async (tx: Tx, write: (record: object) => Promise<void>): Promise<void> => {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ id: number; record: object }>`
      select r.id, to_jsonb(r) - '{id,field_id,zone_id,enterprise_id,asking_unit_id,filed_unit_id,filer_id,regulation_id,closed_by,closed_for,fact_seq,fact_hash}'::text[]
        || jsonb_build_object('record', 'request', 'field', f.code, 'zone', z.code, 'enterprise', e.tax_code,
          'asking_unit', u.code, 'filed_unit', w.code, 'filer', p.key, 'regulation', g.code, 'closed_by', c.key,
          'parts', (${partsOf})) as record
      from request r
      join field f on f.id = r.field_id
      join unit u on u.id = r.asking_unit_id
      left join unit w on w.id = r.filed_unit_id
      join person p on p.id = r.filer_id
      join regulation g on g.id = r.regulation_id
      left join zone z on z.id = r.zone_id
      left join enterprise e on e.id = r.enterprise_id
      left join person c on c.id = r.closed_by
      where r.id > ${after} order by r.id limit ${PAGE}`.execute(tx);
    for (const { record } of rows) await write(record);
    const end = rows.at(-1);
    if (end === undefined) return;
    after = end.id;
  }
};

const partsOf = sql`
  select coalesce(jsonb_agg(to_jsonb(t) - '{request_id,unit_id,holder_id,received_by}'::text[]
    || jsonb_build_object('unit', u.code, 'holder', h.key, 'received_by', b.key, 'answers', (
      select coalesce(jsonb_agg(to_jsonb(a) - '{part_id,author_id,decided_by}'::text[]
        || jsonb_build_object('author', w.key, 'decided_by', d.key) order by a.id), '[]')
      from answer a join person w on w.id = a.author_id left join person d on d.id = a.decided_by
      where a.part_id = t.id)) order by t.ordinal), '[]')
  from part t
  join unit u on u.id = t.unit_id
  left join person h on h.id = t.holder_id
  left join person b on b.id = t.received_by
  where t.request_id = r.id`;

const exportFacts = async (tx: Tx, write: (record: object) => Promise<void>): Promise<void> => {
  for (let after = { stream: '', seq: 0 }; ; ) {
    const { rows } = await sql<{ stream: string; seq: number; record: object }>`
      select t.stream, t.seq, to_jsonb(t) - '{actor_id,prev,hash}'::text[]
        || jsonb_build_object('record', 'fact', 'actor', p.key, 'prev', encode(t.prev, 'hex'),
          'hash', encode(t.hash, 'hex')) as record
      from fact t left join person p on p.id = t.actor_id
      where (t.stream, t.seq) > (${after.stream}, ${after.seq}::int)
      order by t.stream, t.seq limit ${PAGE}`.execute(tx);
    for (const { record } of rows) await write(record);
    const end = rows.at(-1);
    if (end === undefined) return;
    after = end;
  }
};

/**
 * A new request. Its number comes from a counter that every filing of the year waits for, so it is taken in the last
 * statements of the turn, sent together with the commit. What is written before it is known carries a mark in its place.
 */
import { type RawBuilder, sql } from 'kysely';
import { canonical } from '#domain/chain.ts';
import type { Filed } from '#domain/request/filing.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { inPlaceOf, NO_FACTS, type Origin } from '../fact.ts';
import { attachFiles } from '../file.ts';
import { streamOf } from './write.ts';

/** Of Unicode's private use: no text of ours has it, and JSON keeps it as it is. */
export const CODE_MARK = '\uE000';

/** Puts the code of a request that is there in the place of the mark; null: nothing was numbered. */
export const withCode = (text: string, requestId: number | null): RawBuilder<string> =>
  requestId === null
    ? sql`${text}::text`
    : sql`replace(${text}, ${CODE_MARK}, (select code from request where id = ${requestId}))`;

/** Ids may have gaps, codes not: an id is had without a lock. */
export const newRequestId = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ id: number }>`select nextval(pg_get_serial_sequence('request', 'id')) as id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('the sequence gave no id');
  return row.id;
};

type New = {
  readonly id: number;
  readonly filed: Filed;
  readonly fileIds: readonly number[];
  readonly origin: Origin;
};

/** One statement takes the number and inserts all that carries it: a number is never taken without its request. */
export const insertRequest = async (tx: Tx, { id, filed, fileIds, origin }: New): Promise<void> => {
  const { request } = filed;
  const year = dateOf(request.filedAt).slice(0, 4);
  const fact = firstFact(id, filed, origin);
  const inserted = sql`
    with number as (
      insert into counter (name, last) values (${`request:${year}`}, 1)
      on conflict (name) do update set last = counter.last + 1
      returning last
    ),
    coded as (
      select ${`PH-${year}-`} || lpad(last::text, greatest(5, length(last::text)), '0') as code from number
    ),
    filed as (
      insert into request (id, code, state, type, field_id, zone_id, enterprise_id, subject, content, urgency, doc_number,
        doc_date, signer_id, extra,
        asking_unit_id, filer_id, regulation_id, filed_at, visible_at, wanted_by, fact_seq, fact_hash)
      select ${id}::bigint, code, 'open', ${request.type}, ${request.fieldId}::int, ${request.zoneId}::int,
        ${request.enterpriseId}::int, ${request.subject}, ${request.content}, ${request.urgency}, ${request.docNumber},
        ${request.docDate}::date, ${request.signerId}::int, ${JSON.stringify(request.extra)}::jsonb,
        ${request.askingUnitId}::int, ${request.filerId}::int, ${request.regulationId}::int,
        ${new Date(request.filedAt)}::timestamptz, ${new Date(request.visibleAt)}::timestamptz,
        ${dateOrNull(request.wantedBy)}::timestamptz, ${fact.seq}::int,
        sha256(${NO_FACTS.hash}::bytea || convert_to(replace(${canonical(fact)}, ${CODE_MARK}, code), 'UTF8'))
      from coded
      returning id, code, fact_hash
    ),
    first_fact as (
      insert into fact (stream, seq, at, kind, actor_id, channel, part_id, data, prev, hash)
      select ${fact.stream}, ${fact.seq}::int, ${new Date(fact.at)}::timestamptz, ${fact.kind}, ${fact.actorId}::int,
        ${fact.channel}, null, replace(${JSON.stringify(fact.data)}, ${CODE_MARK}, code)::jsonb,
        ${NO_FACTS.hash}::bytea, fact_hash
      from filed
    )
    insert into part (request_id, ordinal, unit_id, state, asked_at, receipt_due, due, provisional)
    select filed.id, ordinal, "unitId", 'awaiting', "askedAt", "receiptDue", due, provisional
    from filed, jsonb_to_recordset(${JSON.stringify(partRows(filed))}::jsonb) as t(ordinal smallint, "unitId" int,
      "askedAt" timestamptz, "receiptDue" timestamptz, due timestamptz, provisional boolean)
    order by ordinal`.execute(tx);
  await Promise.all([inserted, attachFiles(tx, id, fileIds, {})]);
};

const firstFact = (id: number, { request, parts }: Filed, origin: Origin) => ({
  stream: streamOf(id),
  seq: NO_FACTS.seq + 1,
  ...origin,
  kind: 'filed',
  partId: null,
  data: {
    code: CODE_MARK,
    to: 'open',
    units: parts.length,
    urgency: request.urgency,
    ...(request.signerId === null ? {} : { signer: request.signerId }),
    ...inPlaceOf(origin),
  },
});

const partRows = ({ parts }: Filed): readonly object[] =>
  parts.map((part) => ({
    ...part,
    askedAt: new Date(part.askedAt),
    receiptDue: new Date(part.receiptDue),
    due: new Date(part.due),
  }));

const dateOrNull = (at: Millis | null): Date | null => (at === null ? null : new Date(at));

/** Important notices: who was told, and whether he has said so. */
import { sql } from 'kysely';
import type { ImportantKind } from '#domain/request/important.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type ImportantNotice = {
  readonly id: number;
  readonly personId: number;
  readonly requestId: number;
  readonly partId: number;
  readonly kind: ImportantKind;
};

export type NewImportant = Omit<ImportantNotice, 'id'>;

/** One open notice of a kind for a person and part; a further one is the same notice again. @returns ids in order */
export const insertImportant = async (tx: Tx, notices: readonly NewImportant[], now: Millis): Promise<number[]> => {
  if (notices.length === 0) return [];
  const result = await sql<{ id: number; personId: number; partId: number }>`
    insert into important_notice (person_id, request_id, part_id, kind, created_at)
    select "personId", "requestId", "partId", kind, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as t("personId" int, "requestId" bigint, "partId" bigint, kind text)
    on conflict (person_id, part_id, kind) where received_at is null do update set kind = excluded.kind
    returning id, person_id as "personId", part_id as "partId"`.execute(tx);
  const idOf = new Map(result.rows.map((row) => [`${row.personId}:${row.partId}`, row.id]));
  return notices.map(({ personId, partId }) => idOf.get(`${personId}:${partId}`) ?? 0);
};

export const openImportant = async (tx: Tx, ids: readonly number[]): Promise<ImportantNotice[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('important_notice')
        .select(['id', 'person_id as personId', 'request_id as requestId', 'part_id as partId', 'kind'])
        .where('id', 'in', [...ids])
        .where('received_at', 'is', null)
        .orderBy('id')
        .execute();

/**
 * Whoever says that he has a matter has it, however often he was told: an urging and an overdue notice come as one message
 * with one button. What was received before is not received again by its old button.
 * @param people the person, and those he stands in for. @returns none when it was received before or is another's
 */
export const markReceived = async (
  tx: Tx,
  id: number,
  people: readonly number[],
  now: Millis,
): Promise<ImportantNotice[]> => {
  const own = tx
    .selectFrom('important_notice')
    .where('person_id', 'in', [...people])
    .where('received_at', 'is', null);
  return tx
    .updateTable('important_notice')
    .set({ received_at: new Date(now) })
    .where('id', 'in', own.select('id').where('part_id', '=', own.select('part_id').where('id', '=', id)))
    .returning(['id', 'person_id as personId', 'request_id as requestId', 'part_id as partId', 'kind'])
    .execute();
};

export type Unreceived = { readonly personId: number; readonly partId: number; readonly since: Millis };

/** Who has been told of a request what matters, and has not said that he has it. */
export const unreceivedOf = (tx: Tx, requestId: number): Promise<Unreceived[]> =>
  tx
    .selectFrom('important_notice as n')
    .innerJoin('part as p', 'p.id', 'n.part_id')
    .select(['n.person_id as personId', 'n.part_id as partId'])
    .select((of) => of.fn.min('n.created_at').as('since'))
    .where('n.request_id', '=', requestId)
    .where('n.received_at', 'is', null)
    // Of what is answered or over nobody is waited for.
    .where('p.state', 'in', ['awaiting', 'accepted', 'drafted'])
    .groupBy(['n.person_id', 'n.part_id'])
    .orderBy('n.part_id')
    .orderBy('since')
    .execute();

/** Work that somebody must take over: of a person who goes, and of a unit that has ended. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';

export type HeldPart = {
  readonly requestId: number;
  readonly code: string;
  readonly subject: string;
  readonly unitId: number;
  readonly due: Millis;
  readonly provisional: boolean;
};

export const partsHeldBy = async (tx: Tx, personId: number): Promise<HeldPart[]> => {
  const { rows } = await sql<HeldPart>`
    select r.id as "requestId", r.code, r.subject, p.unit_id as "unitId", p.due, p.provisional
    from part p join request r on r.id = p.request_id
    where p.holder_id = ${personId} and r.state = 'open' and p.state in ('awaiting', 'accepted', 'drafted', 'returned')
    order by p.due, p.id`.execute(tx);
  return rows;
};

/** Requests that these units still ask, or of which they still owe a part. */
export const requestsLeftWith = async (db: Db, unitIds: readonly number[], now: Millis): Promise<number[]> => {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select r.id from part p join request r on r.id = p.request_id
    where p.unit_id = any(${[...unitIds]}::int[]) and p.state in ('awaiting', 'accepted', 'drafted', 'returned')
      and r.state = 'open' and r.visible_at <= ${new Date(now)}
    union
    select r.id from request r
    where r.asking_unit_id = any(${[...unitIds]}::int[]) and r.state in ('open', 'synthesised')
      and r.visible_at <= ${new Date(now)}
    order by id`.execute(db.query);
  return rows.map(({ id }) => id);
};

/** Remedies of findings that these units still owe, or are still owed. */
export const findingDutiesLeftWith = async (db: Db, unitIds: readonly number[]): Promise<number[]> => {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select id from duty where kind = 'finding' and state in ('open', 'proved')
      and (unit_id = any(${[...unitIds]}::int[]) or owed_to = any(${[...unitIds]}::int[]))
    order by id`.execute(db.query);
  return rows.map(({ id }) => id);
};

export const enterpriseOfFinding = async (tx: Tx, findingId: number): Promise<number | null> => {
  const row = await tx.selectFrom('finding').select('enterprise_id').where('id', '=', findingId).executeTakeFirst();
  return row?.enterprise_id ?? null;
};

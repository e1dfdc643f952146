/** Work that a person holds and that somebody must take over when he goes. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';

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

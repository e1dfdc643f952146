/** What was done about overdue parts before: each reminder is a fact (RE4). */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';

export type Said = { readonly at: Millis; readonly people: readonly number[] };

/** The overdue reminders of each part, oldest first, the present one among them. */
export const remindersSaid = async (
  tx: Tx,
  partIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Said[]>> => {
  if (partIds.length === 0) return new Map();
  const result = await sql<{ partId: number; at: Millis; people: string }>`
    select f.part_id as "partId", f.at, f.data ->> 'people' as people
    from part p join fact f on f.stream = 'request:' || p.request_id
    where p.id = any(${[...partIds]}::bigint[]) and f.part_id = p.id and f.kind = 'reminded'
      and f.data ->> 'rung' = 'overdue'
    order by f.seq`.execute(tx);
  const rows = result.rows.map((row) => ({ ...row, people: row.people.split(',').filter(Boolean).map(Number) }));
  return Map.groupBy(rows, (row) => row.partId);
};

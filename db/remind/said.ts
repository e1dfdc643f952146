/** What was done about overdue parts before: each reminder is a fact (RE4). */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type Said = { readonly at: Millis; readonly people: readonly number[] };

/** The overdue reminders of each part, oldest first, the present one among them. */
export const remindersSaid = async (
  tx: Tx,
  partIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Said[]>> => {
  if (partIds.length === 0) return new Map();
  const result = await sql<{ partId: number; at: Millis; people: string }>`
    select f.part_id as "partId", f.at, f.data ->> 'people' as people
    from part p cross join lateral (
      select part_id, at, data, seq from fact
      where stream = 'request:' || p.request_id and part_id = p.id and kind = 'reminded' and data ->> 'rung' = 'overdue'
      -- Each stream by its key: the planner takes so few facts to be reminders that it would read all there are.
      offset 0) f
    where p.id = any(${[...partIds]}::bigint[])
    order by f.seq`.execute(tx);
  const rows = result.rows.map((row) => ({ ...row, people: row.people.split(',').filter(Boolean).map(Number) }));
  return Map.groupBy(rows, (row) => row.partId);
};

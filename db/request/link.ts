/** Requests of one matter. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

type NewLinks = {
  readonly requestId: number;
  readonly others: readonly number[];
  readonly by: number;
  readonly now: Millis;
};

export const linkRequests = async (tx: Tx, { requestId, others, by, now }: NewLinks): Promise<void> => {
  if (others.length === 0) return;
  const made = { made_by: by, made_at: new Date(now) };
  await tx
    .insertInto('request_link')
    .values(others.map((other) => ({ request_id: requestId, other_id: other, ...made })))
    .execute();
};

/** In both directions: whoever looks at either sees the other. */
export const linkedTo = async (tx: Tx, requestId: number): Promise<number[]> => {
  const rows = await tx
    .selectFrom('request_link')
    .select(['request_id', 'other_id'])
    .where(({ or, eb }) => or([eb('request_id', '=', requestId), eb('other_id', '=', requestId)]))
    .execute();
  return rows.map((row) => (row.request_id === requestId ? row.other_id : row.request_id)).toSorted((a, b) => a - b);
};

/** Who stands in for whom. */
import type { Delegation } from '#domain/directory/directory.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

/** All that were not ended early; their days say when they hold. */
export const readDelegations = (tx: Tx): Promise<Delegation[]> =>
  tx
    .selectFrom('delegation')
    .select(['id', 'from_id as fromId', 'to_id as toId', 'unit_id as unitId'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();

export const insertDelegation = async (tx: Tx, one: Omit<Delegation, 'id'>, now: Millis): Promise<number> => {
  const { id } = await tx
    .insertInto('delegation')
    .values({
      from_id: one.fromId,
      to_id: one.toId,
      unit_id: one.unitId,
      valid_from: one.validFrom,
      valid_to: one.validTo,
      created_at: new Date(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** @returns false when it was ended before */
export const endDelegation = async (tx: Tx, id: number, by: number, now: Millis): Promise<boolean> => {
  const row = await tx
    .updateTable('delegation')
    .set({ ended_at: new Date(now), ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** The morning list's own due row: one for all, taken by one process. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { moment } from '../moment.ts';

/** @returns whether its moment has come, and it is ours */
export const takeDigest = async (tx: Tx, now: Millis): Promise<boolean> => {
  const taken = await tx
    .deleteFrom('due')
    .where('kind', '=', 'digest')
    .where('at', '<=', moment(now))
    .returning('at')
    .executeTakeFirst();
  return taken !== undefined;
};

/** The calendar has changed; one whose moment has come already is taken first. */
export const moveDigest = async (tx: Tx, at: Millis, now: Millis): Promise<void> => {
  await tx
    .updateTable('due')
    .set({ at: new Date(at) })
    .where('kind', '=', 'digest')
    .where('at', '>', moment(now))
    .execute();
};

/** Stays as it is when it stands already. */
export const scheduleDigest = async (tx: Tx, at: Millis): Promise<void> => {
  await tx
    .insertInto('due')
    .values({ kind: 'digest', subject_id: 0, at: new Date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** What a person reminds himself of: a row until its moment, and said once. */
import { DAY, type Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import { moment } from '../moment.ts';

export type PersonalReminder = {
  readonly id: number;
  readonly personId: number;
  readonly words: string;
  readonly at: Millis;
};

export const insertPersonal = async (tx: Tx, one: Omit<PersonalReminder, 'id'>, now: Millis): Promise<number> => {
  const { id } = await tx
    .insertInto('personal_reminder')
    .values({
      person_id: one.personId,
      words: one.words,
      at: new Date(one.at),
      state: 'waiting',
      created_at: new Date(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const columns = ['id', 'person_id as personId', 'words', 'at'] as const;

export const personalOf = (tx: Tx, personId: number): Promise<PersonalReminder[]> =>
  tx
    .selectFrom('personal_reminder')
    .select(columns)
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .orderBy('at')
    .execute();

export const personalById = async (tx: Tx, ids: readonly number[]): Promise<PersonalReminder[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('personal_reminder')
        .select(columns)
        .where('id', 'in', [...ids])
        .orderBy('id')
        .execute();

/** Those that nobody else is at. */
export const lockFreePersonal = async (tx: Tx, ids: readonly number[]): Promise<number[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('personal_reminder')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
};

/** @returns those that were still waiting */
export const endPersonal = async (
  tx: Tx,
  ids: readonly number[],
  state: 'said' | 'removed',
): Promise<PersonalReminder[]> =>
  ids.length === 0
    ? []
    : tx
        .updateTable('personal_reminder')
        .set({ state })
        .where('id', 'in', [...ids])
        .where('state', '=', 'waiting')
        .returning(columns)
        .execute();

/** Long enough to look up what one was reminded of; they are his own words and nobody's record. */
const KEPT_MS = 30 * DAY;

export const forgetPersonal = async (db: Db, now: Millis): Promise<void> => {
  await db.query
    .deleteFrom('personal_reminder')
    .where('state', '<>', 'waiting')
    .where('at', '<', moment(now - KEPT_MS))
    .execute();
};

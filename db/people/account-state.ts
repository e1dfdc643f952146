/** Accounts as administrators handle them: stopped, waiting to replace another, linked. */
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';

export type Account = {
  readonly id: number;
  readonly channel: string;
  readonly address: string | null;
  readonly personId: number | null;
  readonly waitsFor: number | null;
  readonly bannedAt: Millis | null;
  readonly seenAt: Millis;
  /** The person wants to hear there first. */
  readonly preferred: boolean;
  /** The platform refuses to deliver there. */
  readonly isBlocked: boolean;
  /** How it is called on its channel; empty where the platform has not told. */
  readonly displayName: string;
  /** Somebody has spoken from it; the web chat makes accounts before anybody has. */
  readonly hasSpoken: boolean;
};

export const accountById = async (tx: Tx, id: number): Promise<Account | null> =>
  (await accounts(tx).where('id', '=', id).executeTakeFirst()) ?? null;

/** His own, and those that wait to become his. */
export const accountsOf = (tx: Tx, personId: number): Promise<Account[]> =>
  accounts(tx)
    .where(({ or, eb }) => or([eb('person_id', '=', personId), eb('waits_for', '=', personId)]))
    .orderBy('id')
    .execute();

export const waitingAccounts = (tx: Tx): Promise<Account[]> =>
  accounts(tx).where('waits_for', 'is not', null).orderBy('id').execute();

const accounts = (tx: Tx) =>
  tx
    .selectFrom('account')
    .select([
      'id',
      'channel',
      'address',
      'person_id as personId',
      'waits_for as waitsFor',
      'banned_at as bannedAt',
      'seen_at as seenAt',
      'preferred',
      'display_name as displayName',
    ])
    .select((eb) => eb('blocked_at', 'is not', null).$castTo<boolean>().as('isBlocked'))
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('conversation').select('conversation.id').whereRef('conversation.account_id', '=', 'account.id'),
      )
        .$castTo<boolean>()
        .as('hasSpoken'),
    );

export const setBanned = async (tx: Tx, id: number, at: Millis | null): Promise<void> => {
  await tx
    .updateTable('account')
    .set({ banned_at: at === null ? null : new Date(at) })
    .where('id', '=', id)
    .execute();
};

/** @param personId null: it waits no longer */
export const setWaiting = async (tx: Tx, id: number, personId: number | null): Promise<void> => {
  await tx
    .updateTable('account')
    .set({ waits_for: personId, person_id: null, preferred: false })
    .where('id', '=', id)
    .execute();
};

/** @returns the accounts that are nobody's from now on */
export const unlinkOthers = async (tx: Tx, keep: Account, personId: number): Promise<number[]> => {
  const rows = await tx
    .updateTable('account')
    .set({ person_id: null, linked_at: null, preferred: false })
    .where('person_id', '=', personId)
    .where('channel', '=', keep.channel)
    .where('id', '<>', keep.id)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
};

/** Accounts that nobody has asked the platform about yet. */
export const unnamedAccounts = (
  db: Db,
  channel: string,
  limit: number,
): Promise<{ readonly id: number; readonly externalId: string }[]> =>
  db.query
    .selectFrom('account')
    .select(['id', 'external_id as externalId'])
    .where('channel', '=', channel)
    .where('display_name', '=', '')
    .where('named_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** Asked once, also where the platform did not tell. */
export const keepName = async (db: Db, id: number, displayName: string, now: Millis): Promise<void> => {
  await db.query
    .updateTable('account')
    .set({ display_name: displayName, named_at: new Date(now) })
    .where('id', '=', id)
    .execute();
};

/** Chat accounts: who is behind them, and where a person can be written to. */
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type Reachable = {
  readonly personId: number;
  readonly channel: string;
  readonly address: string;
  /** When he last wrote or pressed there. */
  readonly seenAt: Millis;
};

/**
 * Where each person is written to on a day: his accounts that have an address and are neither blocked nor stopped, the
 * one he prefers first, then the one he used last. A person without any is absent, and so is one who belongs nowhere that day.
 */
export const reachableAt = async (
  tx: Tx,
  personIds: readonly number[],
  day: IsoDate,
): Promise<Map<number, Reachable[]>> => {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('account')
    .select(['person_id as personId', 'channel', 'address', 'seen_at as seenAt'])
    .where('person_id', 'in', [...new Set(personIds)])
    .where('address', 'is not', null)
    .where('blocked_at', 'is', null)
    .where('banned_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'account.person_id')
          .where('m.valid_from', '<=', day)
          .where(({ or, eb }) => or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>=', day)])),
      ),
    )
    .orderBy('preferred', 'desc')
    .orderBy('seen_at', 'desc')
    .execute();
  return Map.groupBy(
    // Both are non-null by the two conditions above; the row type cannot say so.
    rows.map((row) => ({ ...row, personId: Number(row.personId), address: String(row.address) })),
    (row) => row.personId,
  );
};

export const markBlocked = async (tx: Tx, channel: string, address: string, now: Millis): Promise<number | null> => {
  const row = await tx
    .updateTable('account')
    .set({ blocked_at: new Date(now) })
    .where('channel', '=', channel)
    .where('address', '=', address)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id ?? null;
};

/** The chat's new address, in every table that holds the old one. */
export const moveAddress = async (tx: Tx, channel: string, from: string, to: string): Promise<void> => {
  await tx
    .updateTable('conversation')
    .set({ address: to })
    .where('channel', '=', channel)
    .where('address', '=', from)
    .where(({ not, exists, selectFrom }) =>
      // A conversation at the new address may have begun before we were told of the move.
      not(
        exists(
          selectFrom('conversation as other')
            .select('other.id')
            .where('other.channel', '=', channel)
            .where('other.address', '=', to)
            .whereRef('other.account_id', '=', 'conversation.account_id'),
        ),
      ),
    )
    .execute();
  // A group keeps its team, whoever told of the move.
  await tx
    .updateTable('team_group')
    .set({ address: to })
    .where('channel', '=', channel)
    .where('address', '=', from)
    .where('untied_at', 'is', null)
    .execute();
  // What it was promised to get goes there too.
  await tx
    .updateTable('report_schedule')
    .set({ address: to })
    .where('channel', '=', channel)
    .where('address', '=', from)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('production')
    .set({ address: to })
    .where('channel', '=', channel)
    .where('address', '=', from)
    .where('state', '=', 'waiting')
    .execute();
  await tx
    .updateTable('outbox')
    .set({ address: to })
    .where('channel', '=', channel)
    .where('address', '=', from)
    .where('state', 'in', ['queued', 'sending'])
    .execute();
};

export const linkAccount = async (tx: Tx, accountId: number, personId: number, now: Millis): Promise<void> => {
  await tx
    .updateTable('account')
    .set({ person_id: personId, linked_at: new Date(now), blocked_at: null, waits_for: null })
    .where('id', '=', accountId)
    .execute();
};

/** His notices go there first; one account a person at most. */
export const preferAccount = async (tx: Tx, personId: number, accountId: number): Promise<void> => {
  const ofPerson = tx.updateTable('account').where('person_id', '=', personId);
  // The index allows one at a time: the old one gives way first.
  await ofPerson.set({ preferred: false }).where('preferred', '=', true).execute();
  await ofPerson.set({ preferred: true }).where('id', '=', accountId).execute();
};

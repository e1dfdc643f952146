/**
 * Pacing that holds over all processes: the next moment each address may be sent to, and the moments of a platform's
 * last sends. Reserved in the claim's transaction.
 */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

/** The row of a platform as a whole. */
const WHOLE = '';

export type PlatformSlot = { readonly nextAt: Millis; readonly recent: readonly Millis[] };

/** Locks the platform's slot: claimers of one platform take turns, for the milliseconds of a claim. */
export const lockPlatform = async (tx: Tx, channel: string): Promise<PlatformSlot> => {
  const result = await sql<{ nextAt: Millis; recent: string[] }>`
    insert into send_slot (channel, address, next_at, recent) values (${channel}, ${WHOLE}, 'epoch', '{}')
    on conflict (channel, address) do update set channel = excluded.channel
    returning next_at as "nextAt", recent`.execute(tx);
  const [row] = result.rows;
  if (row === undefined) throw new Error('the slot row did not come back');
  return { nextAt: row.nextAt, recent: row.recent.map(Number) };
};

export const keepRecent = async (tx: Tx, channel: string, recent: readonly Millis[]): Promise<void> => {
  await sql`update send_slot set recent = ${[...recent]}::bigint[]
    where channel = ${channel} and address = ${WHOLE}`.execute(tx);
};

/** The addresses may not be sent to before `nextAt`; a later moment that is already set stays. */
export const closeUntil = async (
  tx: Tx,
  channel: string,
  slots: readonly { readonly address: string; readonly nextAt: Millis }[],
): Promise<void> => {
  if (slots.length === 0) return;
  const rows = JSON.stringify(slots.map((slot) => ({ address: slot.address, at: new Date(slot.nextAt) })));
  await sql`
    insert into send_slot (channel, address, next_at)
    select ${channel}, address, at from jsonb_to_recordset(${rows}::jsonb) as t(address text, at timestamptz)
    on conflict (channel, address) do update set next_at = greatest(send_slot.next_at, excluded.next_at)
  `.execute(tx);
};

export const closePlatformUntil = (tx: Tx, channel: string, nextAt: Millis): Promise<void> =>
  closeUntil(tx, channel, [{ address: WHOLE, nextAt }]);

/**
 * Sends that cost money and whose answer was lost. Sent again they might be paid for twice: they wait for the platform's
 * word that they arrived, for a bounded time.
 */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import { countSent } from './channel-use.ts';

/** That a message arrived. `ref` is the platform's own name for it, which a lost answer has not told us. */
export type Receipt = {
  readonly channel: string;
  readonly address: string;
  readonly ref: string;
  /** Of the row, where the platform repeats what we named it by: by phone its address is not ours. */
  readonly id: number | null;
};

/** The platform's word may have come before we gave the answer up: then it arrived. */
export const awaitProof = async (
  tx: Tx,
  id: number,
  { now, until, error }: { readonly now: Millis; readonly until: Millis; readonly error: string },
): Promise<void> => {
  await sql`
    with sent as (
      update outbox set lease_owner = null, ambiguous = ambiguous + 1, error = ${error},
        state = case when platform_ref is null then 'unsure' else 'sent' end,
        lease_until = case when platform_ref is null then ${new Date(until)}::timestamptz end,
        sent_at = case when platform_ref is not null then ${new Date(now)}::timestamptz end
      where id = ${id} and state = 'sending'
      returning id, channel, cost, part_id, state
    ), counted as (${countSent(now)})
    update part set notified_at = ${new Date(now)} from sent
    where part.id = sent.part_id and sent.state = 'sent' and notified_at is null`.execute(tx);
};

/**
 * A word of arrival that belongs to no message we know is of the one whose answer was lost: of an address at most one is
 * under way, and what is under way comes before what waits. All others say nothing new.
 */
export const confirmArrived = async (db: Db, receipts: readonly Receipt[], now: Millis): Promise<void> => {
  const at = new Date(now);
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as r(channel text, address text, ref text, id bigint)
    ), meant as (
      select distinct on (o.channel, o.address) o.id, t.ref
      from told t
      join outbox o on o.channel = t.channel and (o.address = t.address or o.id = t.id)
        and o.state in ('sending', 'unsure') and o.cost <> 'free' and o.platform_ref is null
      where not exists (
        select 1 from outbox p where p.channel = t.channel and p.platform_ref = t.ref and p.address = t.address)
      order by o.channel, o.address, o.state, o.id
    ), arrived as (
      update outbox o
      set platform_ref = m.ref,
        state = case o.state when 'unsure' then 'sent' else o.state end,
        lease_until = case o.state when 'unsure' then null else o.lease_until end,
        sent_at = case o.state when 'unsure' then ${at}::timestamptz end
      from meant m where o.id = m.id and o.state in ('sending', 'unsure') and o.platform_ref is null
      returning o.part_id, o.state
    )
    update part set notified_at = ${at} from arrived
    where part.id = arrived.part_id and arrived.state = 'sent' and notified_at is null`.execute(db.query);
};

/** Those that nobody has spoken of in time, locked; what another process holds is left to it. */
export const unprovenSends = async (tx: Tx, now: Millis, limit: number): Promise<number[]> => {
  const result = await sql<{ id: number }>`
    select id from outbox where state = 'unsure' and lease_until <= ${new Date(now)}
    order by id limit ${limit} for update skip locked`.execute(tx);
  return result.rows.map((row) => row.id);
};

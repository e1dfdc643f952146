/** Messages to be sent. Written in the commit of what they tell; claimed under a lease; marked when answered. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Message } from '#message/outbound.ts';
import type { Db, Tx } from '../client.ts';
import { moment } from '../moment.ts';
import { withCode } from '../request/insert.ts';
import { countSent } from './channel-use.ts';

/** The order of sending. */
export const CLASS = { reply: 0, urgent: 1, reminder: 2, digest: 3 } as const;

export type NewOutbox = {
  readonly class: number;
  readonly channel: string;
  readonly address: string;
  readonly personId: number | null;
  readonly message: Message;
  readonly shownSet: number | null;
  readonly conversationId: number | null;
  readonly editRef: string | null;
  readonly replyRef: string | null;
  readonly dedupeKey: string | null;
  readonly partId: number | null;
  /** `failed` at once when a person has no account to write to: it is seen in the list of failed sends. */
  readonly state: 'queued' | 'failed';
  readonly error: string | null;
  /** Of notices. */
  readonly whole: Message | null;
  readonly noticeKey: string | null;
  readonly tried: readonly string[];
  readonly template: boolean;
  readonly senderId: number | null;
};

/**
 * @param numbered the request whose code the rows show, where they have the mark
 * @returns ids of the rows that are new, in order
 */
export const enqueue = async (
  tx: Tx,
  rows: readonly NewOutbox[],
  now: Millis,
  numbered: number | null = null,
): Promise<number[]> => {
  if (rows.length === 0) return [];
  const at = new Date(now);
  const result = await sql<{ id: number }>`
    insert into outbox (class, channel, address, person_id, message, shown_set, conversation_id, edit_ref, reply_ref,
      dedupe_key, part_id, state, error, whole, notice_key, tried, template, sender_id, not_before, created_at)
    select class, channel, address, "personId", message, "shownSet", "conversationId", "editRef", "replyRef",
      "dedupeKey", "partId", state, error, whole, "noticeKey", tried, template, "senderId", ${at}, ${at}
    from jsonb_to_recordset((${withCode(JSON.stringify(rows), numbered)})::jsonb) as t(
      class smallint, channel text, address text, "personId" int, message jsonb, "shownSet" bigint,
      "conversationId" bigint, "editRef" text, "replyRef" text, "dedupeKey" text, "partId" bigint, state text,
      error text, whole jsonb, "noticeKey" text, tried text[], template boolean, "senderId" int)
    on conflict (dedupe_key) do nothing
    returning id`.execute(tx);
  return result.rows.map((row) => row.id);
};

/** Takes back what has not gone out about a part: in the commit that makes it untrue. */
export const takeBack = async (tx: Tx, partIds: readonly number[]): Promise<void> => {
  if (partIds.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'cancelled' })
    .where('part_id', 'in', [...partIds])
    .where('state', '=', 'queued')
    .where('class', '>=', CLASS.reminder)
    .execute();
};

/** What a send costs: nothing; as a message after the free time; as an approved template. */
export type Cost = 'free' | 'billed' | 'template';

export type Claimed = {
  readonly cost: Cost;
  /** As the channel's approved template. */
  readonly template: boolean;
  readonly id: number;
  readonly address: string;
  readonly personId: number | null;
  readonly message: Message;
  readonly shownSet: number | null;
  readonly conversationId: number | null;
  readonly editRef: string | null;
  readonly replyRef: string | null;
  readonly attempts: number;
  readonly ambiguous: number;
};

export type ClaimQuery = {
  readonly channel: string;
  readonly owner: string;
  readonly now: Millis;
  readonly leaseUntil: Millis;
  readonly limit: number;
  /** Whoever has been silent since before this is written to for money. Null: the channel costs nothing. */
  readonly paidBefore: Millis | null;
  /** Only these rows: a turn's own replies. */
  readonly only: readonly number[] | null;
};

/** Its person has shut the account behind the address of `o`: nothing goes there. */
const isShut = sql`exists (
  select 1 from account k where k.channel = o.channel and k.address = o.address
    and k.blocked_at is not null)`;

/**
 * Takes the oldest row of the best class for each address whose slot is open and that has nothing in flight, at most
 * one an address, so that the order of an address holds over all processes.
 */
export const claimRows = async (tx: Tx, query: ClaimQuery): Promise<Claimed[]> => {
  const paidBefore = query.paidBefore === null ? null : new Date(query.paidBefore);
  const result = await sql<Claimed>`
    with chosen as (
      select o.id, o.class from outbox o
      left join send_slot s on s.channel = o.channel and s.address = o.address
      where o.channel = ${query.channel} and o.state = 'queued' and o.not_before <= ${new Date(query.now)}
        and (${query.only === null}::boolean or o.id = any(${query.only ?? []}::bigint[]))
        and (s.next_at is null or s.next_at <= ${new Date(query.now)})
        and not ${isShut}
        and not exists (
          select 1 from outbox p
          where p.channel = o.channel and p.address = o.address
            and (p.state = 'sending'
              or (p.state = 'queued' and p.not_before <= ${new Date(query.now)} and (p.class, p.id) < (o.class, o.id)))
        )
      order by o.class, o.id limit ${query.limit}
      for update of o skip locked
    )
    update outbox o
    set state = 'sending', lease_owner = ${query.owner}, lease_until = ${new Date(query.leaseUntil)},
      attempts = o.attempts + 1,
      cost = case when o.template then 'template'
        when ${paidBefore}::timestamptz is null then 'free'
        when exists (select 1 from account k where k.channel = o.channel and k.address = o.address
          and k.seen_at <= ${paidBefore}::timestamptz) then 'billed'
        else 'free' end
    from chosen where o.id = chosen.id
    returning o.id, o.address, o.person_id as "personId", o.message, o.shown_set as "shownSet",
      o.conversation_id as "conversationId", o.edit_ref as "editRef", o.reply_ref as "replyRef", o.attempts,
      o.ambiguous, o.template, o.cost`.execute(tx);
  return result.rows.sort((a, b) => a.id - b.id);
};

export const markSent = async (db: Db, row: Claimed, ref: string | null, now: Millis): Promise<void> => {
  // A notice with choices becomes what a typed number picks from once it is seen, and not before.
  await sql`
    with sent as (
      update outbox set state = 'sent', platform_ref = ${ref}, sent_at = ${new Date(now)}, lease_owner = null,
        lease_until = null
      where id = ${row.id} and state in ('sending', 'queued')
      returning id, channel, address, shown_set, conversation_id, part_id, cost
    ), counted as (${countSent(now)}
    ), told as (
      -- Proof that the unit had the matter: silence means nothing without it.
      update part set notified_at = ${new Date(now)} from sent where part.id = sent.part_id and notified_at is null
    )
    update conversation c set shown_set = s.shown_set
    from sent s
    where s.shown_set is not null and s.conversation_id is null
      and c.channel = s.channel and c.address = s.address and c.place = 'private'
      -- While a form is open a number answers its question.
      and not exists (
        select 1 from account a join form f on f.person_id = a.person_id and f.place_key = 'private' and f.open
        where a.id = c.account_id)`.execute(db.query);
};

/** Back to the queue: the slot of the address says when, so that the order of the chat holds. */
export const requeue = async (
  tx: Tx,
  id: number,
  tried: { readonly attempt: boolean; readonly error: string },
): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set((eb) => ({
      state: 'queued' as const,
      lease_owner: null,
      lease_until: null,
      error: tried.error,
      ...(tried.attempt ? {} : { attempts: eb('attempts', '-', 1) }),
    }))
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
};

export const markFailed = async (tx: Tx, id: number, error: string): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set({ state: 'failed', error, lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .execute();
};

/** Everything that waits for an address that takes nothing any more. */
export const failAddress = async (tx: Tx, channel: string, address: string, error: string): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set({ state: 'failed', error })
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where('state', '=', 'queued')
    .execute();
};

/**
 * Rows whose sender died, or got no answer: free again when the lease is over, and counted as ambiguous. What was paid
 * for is not sent again: it waits for proof, see outbox-unsure.ts.
 */
export const freeExpired = async (db: Db, now: Millis, most: number, unsureUntil: Millis): Promise<void> => {
  await sql`
    with freed as (
      update outbox
      set state = case when cost <> 'free' then 'unsure' when ambiguous >= ${most} then 'failed' else 'queued' end,
        lease_until = case when cost <> 'free' then ${new Date(unsureUntil)}::timestamptz end,
        error = 'no answer was seen to an earlier send', ambiguous = ambiguous + 1, lease_owner = null
      where state = 'sending' and lease_until <= ${new Date(now)}
      returning id, channel, cost, state
    ), sent as (select * from freed where state = 'unsure')
    ${countSent(now)}`.execute(db.query);
};

/** Addresses that are shut while something waits for them. */
export const shutAddresses = async (tx: Tx, limit: number): Promise<{ channel: string; address: string }[]> => {
  const result = await sql<{ channel: string; address: string }>`
    select distinct o.channel, o.address from outbox o
    join account k on k.channel = o.channel and k.address = o.address
    where o.state = 'queued' and k.blocked_at is not null
    limit ${limit}`.execute(tx);
  return result.rows;
};

/** When something of the channel can be sent next, or null when nothing waits. */
export const nextSendAt = async (db: Db, channel: string): Promise<Millis | null> => {
  const result = await sql<{ at: number | null }>`
    select min(greatest(o.not_before, coalesce(s.next_at, o.not_before))) as at
    from (
      select * from outbox o where channel = ${channel} and state = 'queued' and not ${isShut} order by class, id limit 500
    ) o
    left join send_slot s on s.channel = o.channel and s.address = o.address`.execute(db.query);
  return result.rows[0]?.at ?? null;
};

/** Messages long sent, and events long handled: past every redelivery of a platform. Failed ones stay to be seen. */
export const forgetSent = async (db: Db, before: Millis): Promise<void> => {
  await db.query
    .deleteFrom('outbox')
    .where('state', 'in', ['sent', 'cancelled'])
    .where('created_at', '<', moment(before))
    .execute();
  await db.query.deleteFrom('inbox').where('state', '=', 'done').where('received_at', '<', moment(before)).execute();
};

/** Events as they came in: stored once each, handled once each, in order per conversation. */
import { sql } from 'kysely';
import { MINUTE, type Millis } from '#domain/time.ts';
import type { Inbound, Place } from '#message/inbound.ts';
import type { Db, Tx } from '../client.ts';
import { moment } from '../moment.ts';

/** `event` null: the secrecy guard refused it, and only that it came is kept. */
export type Arrival = { readonly event: Inbound; readonly kept: boolean };

/**
 * Commit 1: one statement stores a batch; an event that is already there is left as it is.
 * @returns the conversations that have something new, each once
 */
export const storeArrivals = async (db: Db, arrivals: readonly Arrival[], now: Millis): Promise<number[]> => {
  const plain = await insertFromKnown(db, arrivals, now);
  const others = arrivals.filter(({ event }) => !plain.some((row) => isSame(row, event)));
  const stored = others.length === 0 ? [] : await insertFromAny(db, others, now);
  return [...new Set([...plain, ...stored].map((row) => row.conversation_id))];
};

/** People who are new, or have a new name or address; and events that came before. */
const insertFromAny = async (db: Db, arrivals: readonly Arrival[], now: Millis): Promise<Stored[]> => {
  const stored = await insertArrivals(db, arrivals, now);
  const missing = arrivals.filter(({ event }) => !stored.some((row) => isSame(row, event)));
  if (missing.length === 0) return stored;
  const known = await db.query
    .selectFrom('inbox')
    .select(['channel', 'event_id'])
    .where(
      'event_id',
      'in',
      missing.map(({ event }) => event.eventId),
    )
    .execute();
  const lost = missing.filter(({ event }) => !known.some((row) => isSame(row, event)));
  // Another process made the account or conversation in the same moment, unseen by our snapshot: seen now.
  return lost.length === 0 ? stored : [...stored, ...(await insertFromAny(db, lost, now))];
};

type Stored = { readonly channel: string; readonly event_id: string; readonly conversation_id: number };

const isSame = (row: Omit<Stored, 'conversation_id'>, event: Inbound): boolean =>
  row.channel === event.channel && row.event_id === event.eventId;

const arrivalRows = (arrivals: readonly Arrival[]) => {
  const rows = arrivals.map(({ event, kept }, order) => ({
    order,
    channel: event.channel,
    event_id: event.eventId,
    external_id: event.sender.externalId,
    display_name: event.sender.displayName,
    address: event.address,
    place: event.place,
    event: kept ? event : null,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a("order" int, channel text, event_id text,
    external_id text, display_name text, address text, place text, event jsonb)`;
};

/** Almost all: the conversation is there and nothing about its account has changed. */
const insertFromKnown = async (db: Db, arrivals: readonly Arrival[], now: Millis): Promise<readonly Stored[]> => {
  const result = await sql<Stored>`
    insert into inbox (channel, event_id, conversation_id, received_at, event, state)
    select a.channel, a.event_id, c.id, ${new Date(now)}::timestamptz, a.event, 'new'
    from ${arrivalRows(arrivals)}
    join account k on k.channel = a.channel and k.external_id = a.external_id
      and (a.display_name = '' or k.display_name = a.display_name)
      and (a.place <> 'private' or (k.address = a.address and k.blocked_at is null))
    join conversation c on c.channel = a.channel and c.address = a.address and c.account_id = k.id
    order by a."order"
    on conflict (channel, event_id) do nothing
    returning channel, event_id, conversation_id`.execute(db.query);
  return result.rows;
};

const insertArrivals = async (db: Db, arrivals: readonly Arrival[], now: Millis): Promise<Stored[]> => {
  const result = await sql<Stored>`
    with arrival as (select * from ${arrivalRows(arrivals)}),
      new_arrival as (
        select a.* from arrival a
        where not exists (select 1 from inbox i where i.channel = a.channel and i.event_id = a.event_id)
      ),
      sender as (
        insert into account (channel, external_id, display_name, address, seen_at)
        select distinct on (channel, external_id) channel, external_id, display_name,
          case when place = 'private' then address end, ${new Date(now)}::timestamptz
        from new_arrival order by channel, external_id, place desc
        on conflict (channel, external_id) do update set
          address = coalesce(excluded.address, account.address),
          blocked_at = case when excluded.address is null then account.blocked_at end,
          -- Empty: the platform does not tell.
          display_name = case when excluded.display_name = '' then account.display_name else excluded.display_name end,
          seen_at = excluded.seen_at
        where (excluded.display_name <> '' and account.display_name <> excluded.display_name)
          or account.address is distinct from coalesce(excluded.address, account.address)
          or account.blocked_at is not null
        returning id, channel, external_id
      ),
      known as (
        select id, channel, external_id from sender
        union
        select a.id, a.channel, a.external_id from account a
        join new_arrival n on n.channel = a.channel and n.external_id = a.external_id
      ),
      talk as (
        insert into conversation (channel, address, account_id, place, created_at)
        select distinct n.channel, n.address, k.id, n.place, ${new Date(now)}::timestamptz
        from new_arrival n join known k on k.channel = n.channel and k.external_id = n.external_id
        where not exists (select 1 from conversation c
          where c.channel = n.channel and c.address = n.address and c.account_id = k.id)
        on conflict (channel, address, account_id) do update set place = excluded.place
        returning id, channel, address, account_id
      ),
      place_of as (
        select id, channel, address, account_id from talk
        union
        select c.id, c.channel, c.address, c.account_id from conversation c
        join known k on k.id = c.account_id
        join new_arrival n on n.channel = c.channel and n.address = c.address and n.external_id = k.external_id
      )
    insert into inbox (channel, event_id, conversation_id, received_at, event, state)
    select n.channel, n.event_id, p.id, ${new Date(now)}::timestamptz, n.event, 'new'
    from new_arrival n
    join known k on k.channel = n.channel and k.external_id = n.external_id
    join place_of p on p.channel = n.channel and p.address = n.address and p.account_id = k.id
    order by n."order"
    on conflict (channel, event_id) do nothing
    returning channel, event_id, conversation_id`.execute(db.query);
  return result.rows;
};

export type Waiting = {
  readonly conversationId: number;
  readonly channel: string;
  readonly address: string;
  readonly place: Place;
  readonly accountId: number;
  readonly personId: number | null;
  readonly shownSet: number | null;
  readonly floodFrom: Millis | null;
  readonly floodCount: number;
  readonly referenceVersion: number;
  /** Null: nothing is waiting. */
  readonly inboxId: number | null;
  readonly attempts: number;
  /** Null with an `inboxId`: refused by the secrecy guard. */
  readonly event: Inbound | null;
  /** Another event of the conversation waits behind this one. */
  readonly more: boolean;
  /** What kind it is; null when there is none, or the secrecy guard refused it. */
  readonly nextKind: string | null;
};

/**
 * Locks the conversation and reads its oldest event. The row lock is what orders turns over all processes; the
 * second statement starts after the lock is held, so it sees what the turn before has done.
 */
export const lockNext = async (tx: Tx, conversationId: number): Promise<Waiting> => {
  const [, waiting] = await Promise.all([
    sql`select 1 from conversation where id = ${conversationId} for update`.execute(tx),
    sql<Waiting>`
      select c.id as "conversationId", c.channel, c.address, c.place, c.account_id as "accountId",
        -- A stopped account speaks for nobody.
        case when a.banned_at is null then a.person_id end as "personId", c.shown_set as "shownSet", c.flood_from as "floodFrom",
        c.flood_count as "floodCount", (select version from reference_version) as "referenceVersion",
        i.id as "inboxId", coalesce(i.attempts, 0) as attempts, i.event,
        n.id is not null as more, n.kind as "nextKind"
      from conversation c
      join account a on a.id = c.account_id
      left join lateral (
        select id, attempts, event from inbox
        where conversation_id = c.id and state = 'new' order by id limit 1
      ) i on true
      left join lateral (
        select id, event -> 'content' ->> 'kind' as kind from inbox
        where conversation_id = c.id and state = 'new' and id > i.id order by id limit 1
      ) n on true
      where c.id = ${conversationId}`.execute(tx),
  ]);
  const [row] = waiting.rows;
  if (row === undefined) throw new Error(`conversation ${conversationId} does not exist`);
  return row;
};

type TurnEnd = {
  readonly conversationId: number;
  readonly accountId: number;
  readonly inboxId: number;
  readonly now: Millis;
  readonly shownSet: number | null;
  readonly floodFrom: Millis;
  readonly floodCount: number;
};

/** Part of the turn's commit: the event is handled when its effect is. */
export const endTurn = async (tx: Tx, end: TurnEnd): Promise<void> => {
  await sql`
    with done as (update inbox set state = 'done' where id = ${end.inboxId}),
      -- Which account a person used last decides where he is written to; a minute is near enough.
      seen as (update account set seen_at = ${new Date(end.now)}
        where id = ${end.accountId} and seen_at < ${new Date(end.now - MINUTE)})
    update conversation
    set shown_set = ${end.shownSet}, flood_from = ${new Date(end.floodFrom)}, flood_count = ${end.floodCount}
    where id = ${end.conversationId}`.execute(tx);
};

/** After a failed turn, in its own commit. */
export const countAttempt = async (tx: Tx, inboxId: number, park: boolean): Promise<void> => {
  await tx
    .updateTable('inbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), ...(park ? { state: 'parked' as const } : {}) }))
    .where('id', '=', inboxId)
    .where('state', '=', 'new')
    .execute();
};

/** Conversations whose events waited longer than a turn takes: the process that stored them died. */
export const leftWaiting = async (db: Db, before: Millis, limit: number): Promise<number[]> => {
  const rows = await db.query
    .selectFrom('inbox')
    .select('conversation_id')
    .distinct()
    .where('state', '=', 'new')
    .where('received_at', '<', moment(before))
    .limit(limit)
    .execute();
  return rows.map((row) => row.conversation_id);
};

/** Of an event that is handled: it is known when the platform brings it again, and what it said is not. */
export const forgetWords = async (
  tx: Tx,
  { channel, eventId }: { readonly channel: string; readonly eventId: string },
): Promise<void> => {
  await tx
    .updateTable('inbox')
    .set({ event: null })
    .where('channel', '=', channel)
    .where('event_id', '=', eventId)
    .execute();
};

/** How the product is: what waits, what failed, what comes next. Counts and ids, never the words of a message. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import { CLASS } from './chat/outbox.ts';
import type { Db } from './client.ts';

/** The pool, or a transaction. */
type Reader = Db['query'];

export type OutboxDepth = {
  readonly channel: string;
  readonly state: 'queued' | 'sending' | 'unsure' | 'failed';
  readonly class: string;
  readonly count: number;
  /** When the oldest of them was written. */
  readonly oldest: Millis;
};

/** Sent rows are left out: they are many, and an index finds the others. */
export const outboxDepth = async (query: Reader): Promise<OutboxDepth[]> => {
  const result = await sql<Omit<OutboxDepth, 'class'> & { class: number }>`
    select channel, state, class, count(*) as count, min(created_at) as oldest
    from outbox where state in ('queued', 'sending', 'unsure', 'failed')
    group by channel, state, class order by channel, state, class`.execute(query);
  return result.rows.map(named);
};

const named = <T extends { class: number }>(row: T): Omit<T, 'class'> & { class: string } => ({
  ...row,
  class: Object.entries(CLASS).find(([, order]) => order === row.class)?.[0] ?? String(row.class),
});

export type InboxDepth = {
  readonly waiting: number;
  readonly oldest: Millis | null;
  /** Set aside, since their turns failed again and again. */
  readonly parked: number;
};

export const inboxDepth = async (query: Reader): Promise<InboxDepth> => {
  const result = await sql<InboxDepth>`
    select count(*) as waiting, min(received_at) as oldest,
      (select count(*) from inbox where state = 'parked') as parked
    from inbox where state = 'new'`.execute(query);
  return result.rows[0] ?? { waiting: 0, oldest: null, parked: 0 };
};

export const overdueCount = async (query: Reader, now: Millis): Promise<number> => {
  const result = await sql<{ count: number }>`
    select count(*) as count from due where at < ${new Date(now)}`.execute(query);
  return result.rows[0]?.count ?? 0;
};

export type FailedSend = {
  readonly id: number;
  readonly channel: string;
  readonly class: string;
  readonly person: string | null;
  readonly personId: number | null;
  readonly at: Millis;
  readonly attempts: number;
  /** The platform's reason. */
  readonly error: string | null;
};

/** The latest first. */
export const failedSends = async (query: Reader, limit: number): Promise<FailedSend[]> => {
  const result = await sql<Omit<FailedSend, 'class'> & { class: number }>`
    select o.id, o.channel, o.class, p.key as person, o.person_id as "personId", o.created_at as at, o.attempts, o.error
    from outbox o left join person p on p.id = o.person_id
    where o.state = 'failed' order by o.id desc limit ${limit}`.execute(query);
  return result.rows.map(named);
};

export type Coming = { readonly kind: string; readonly subject: number; readonly at: Millis };

export const nextDue = async (query: Reader, limit: number): Promise<Coming[]> => {
  const result = await sql<Coming>`
    select kind, subject_id as subject, at from due order by at limit ${limit}`.execute(query);
  return result.rows;
};

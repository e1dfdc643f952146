/** How much channels are used in a month: what platforms' plans count and what costs money. */
import { type RawBuilder, sql } from 'kysely';
import { type ChannelLimits, monthOf, type QuotaKind, type QuotaUse, reachedBy } from '#domain/quota.ts';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';

/** Over so many rows each count is spread: sends that are marked at once rarely meet on one. */
const SLOTS = 16;

/** A part of a statement: counts what its part `sent` (channel, cost, id) has marked. */
export const countSent = (now: Millis): RawBuilder<unknown> => sql`
  insert into channel_use (channel, month, kind, slot, count)
  select channel, ${monthOf(now)}::date, cost, id % ${sql.lit(SLOTS)}, count(*) from sent group by 1, 2, 3, 4
  on conflict (channel, month, kind, slot) do update set count = channel_use.count + excluded.count`;

/** The pool, or a transaction. */
type Reader = Db['query'];

/** In the order of the channels given. */
export const channelUse = async (
  query: Reader,
  channels: readonly ChannelLimits[],
  now: Millis,
): Promise<readonly QuotaUse[]> => {
  if (channels.length === 0) return [];
  const names = channels.map(({ channel }) => channel);
  const { rows } = await sql<{ channel: string } & Record<QuotaKind, number>>`
    select name as channel,
      (select count(*) from account where channel = name and address is not null) as people,
      coalesce(sum(count), 0) as messages,
      coalesce(sum(count) filter (where kind = 'billed'), 0) as billed,
      coalesce(sum(count) filter (where kind = 'template'), 0) as templates
    from unnest(${names}::text[]) as name
    left join channel_use u on u.channel = name and u.month = ${monthOf(now)}::date
    group by name`.execute(query);
  return channels.flatMap(({ channel, limits }) => {
    const row = rows.find((one) => one.channel === channel);
    // Object.entries forgets the names' type.
    return (Object.entries(limits) as [QuotaKind, number | null][]).map(([kind, limit]) => ({
      ...{ channel, kind, limit },
      used: Number(row?.[kind] ?? 0),
    }));
  });
};

export type QuotaWarning = QuotaUse & { readonly threshold: number };

/** @returns of each limit the highest share that this month has not been told of yet; it is, from now on */
export const takeWarnings = async (
  tx: Tx,
  uses: readonly QuotaUse[],
  now: Millis,
): Promise<readonly QuotaWarning[]> => {
  const reached = uses.flatMap((use) => reachedBy(use).map((threshold) => ({ ...use, threshold })));
  if (reached.length === 0) return [];
  const rows = reached.map(({ channel, kind, threshold }) => ({ channel, kind, threshold }));
  const result = await sql<{ channel: string; kind: QuotaKind; threshold: number }>`
    insert into channel_warning (channel, month, kind, threshold, told_at)
    select channel, ${monthOf(now)}::date, kind, threshold, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(channel text, kind text, threshold smallint)
    on conflict do nothing
    returning channel, kind, threshold`.execute(tx);
  return uses.flatMap((use) => {
    const told = result.rows.filter(({ channel, kind }) => channel === use.channel && kind === use.kind);
    const threshold = Math.max(0, ...told.map((row) => row.threshold));
    return threshold === 0 ? [] : [{ ...use, threshold }];
  });
};

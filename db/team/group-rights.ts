/** What the bot may read in a group, as its platform told last. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import type { GroupPlace } from './group.ts';

/** Null: the platform has not told yet. */
export const rightsIn = async (tx: Tx, { channel, address }: GroupPlace): Promise<boolean | null> => {
  const row = await tx
    .selectFrom('group_rights')
    .select('reads_all')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .executeTakeFirst();
  return row?.reads_all ?? null;
};

export const noteRights = async (
  tx: Tx,
  { channel, address }: GroupPlace,
  readsAll: boolean,
  now: Millis,
): Promise<void> => {
  const values = { reads_all: readsAll, noted_at: new Date(now) };
  await tx
    .insertInto('group_rights')
    .values({ channel, address, ...values })
    .onConflict((conflict) => conflict.columns(['channel', 'address']).doUpdateSet(values))
    .execute();
};

/** Groups of teams of which nothing is known since that moment. */
export const groupsToAsk = async (db: Db, channel: string, since: Millis): Promise<readonly string[]> => {
  const { rows } = await sql<{ address: string }>`
    select g.address from team_group g
    left join group_rights r on r.channel = g.channel and r.address = g.address
    where g.channel = ${channel} and g.untied_at is null and (r.noted_at is null or r.noted_at < ${new Date(since)})
    order by g.id`.execute(db.query);
  return rows.map(({ address }) => address);
};

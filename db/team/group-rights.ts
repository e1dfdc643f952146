/** What the bot may read in a group, as its platform told last, or that it refuses to say. */
import { sql } from 'kysely';
import { DAY, type Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import type { GroupPlace } from './group.ts';

/** Whether all that is said there reaches the bot; `refused`: the platform does not say; null: it has not been asked yet. */
export type Rights = boolean | 'refused' | null;

/** A change is told at once; one that was missed (an outage longer than the platform waits) is found the day after. */
const KNOWN_FOR_MS = DAY;

export const rightsIn = async (tx: Tx, { channel, address }: GroupPlace): Promise<Rights> => {
  const row = await tx
    .selectFrom('group_rights')
    .select(['reads_all', 'refused_at'])
    .where('channel', '=', channel)
    .where('address', '=', address)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.refused_at === null ? row.reads_all : 'refused';
};

/** @param readsAll null: the platform refuses to say */
export const noteRights = async (
  tx: Tx,
  { channel, address }: GroupPlace,
  readsAll: boolean | null,
  now: Millis,
): Promise<void> => {
  const values = {
    reads_all: readsAll,
    noted_at: new Date(now),
    refused_at: readsAll === null ? new Date(now) : null,
    ask_from: new Date(now + KNOWN_FOR_MS),
  };
  await tx
    .insertInto('group_rights')
    .values({ channel, address, ...values })
    .onConflict((conflict) => conflict.columns(['channel', 'address']).doUpdateSet(values))
    .execute();
};

/** The platform could not be asked: others come first, and this group is tried again from then on. */
export const putOffAsking = async (
  db: Db,
  { channel, address }: GroupPlace,
  { now, until }: { readonly now: Millis; readonly until: Millis },
): Promise<void> => {
  await db.query
    .insertInto('group_rights')
    .values({ channel, address, reads_all: null, noted_at: new Date(now), refused_at: null, ask_from: new Date(until) })
    .onConflict((conflict) => conflict.columns(['channel', 'address']).doUpdateSet({ ask_from: new Date(until) }))
    .execute();
};

/** Groups of teams that are to be asked about now. */
export const groupsToAsk = async (db: Db, channel: string, now: Millis): Promise<readonly string[]> => {
  const { rows } = await sql<{ address: string }>`
    select g.address from team_group g
    left join group_rights r on r.channel = g.channel and r.address = g.address
    where g.channel = ${channel} and g.untied_at is null and (r.ask_from is null or r.ask_from <= ${new Date(now)})
    order by g.id`.execute(db.query);
  return rows.map(({ address }) => address);
};

/** The group chat of a team. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { type LoadedTeam, loadTeam } from './team.ts';

export type GroupPlace = { readonly channel: string; readonly address: string };

/** @returns the team's id, or null: the group is tied to none */
export const tiedTeamId = async (tx: Tx, { channel, address }: GroupPlace): Promise<number | null> => {
  const row = await tx
    .selectFrom('team_group')
    .select('team_id')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where('untied_at', 'is', null)
    .executeTakeFirst();
  return row?.team_id ?? null;
};

export const teamOfGroup = async (tx: Tx, place: GroupPlace): Promise<LoadedTeam | null> => {
  const id = await tiedTeamId(tx, place);
  return id === null ? null : loadTeam(tx, id);
};

export const tieGroup = async (
  tx: Tx,
  teamId: number,
  { channel, address, title, by, at }: GroupPlace & { title: string; by: number; at: Millis },
): Promise<void> => {
  await tx
    .insertInto('team_group')
    .values({ team_id: teamId, channel, address, title, tied_by: by, tied_at: new Date(at), untied_at: null })
    .execute();
};

export const untieGroup = async (tx: Tx, teamId: number, now: Millis): Promise<void> => {
  await tx
    .updateTable('team_group')
    .set({ untied_at: new Date(now) })
    .where('team_id', '=', teamId)
    .where('untied_at', 'is', null)
    .execute();
};

export const renameGroup = async (tx: Tx, { channel, address }: GroupPlace, title: string): Promise<void> => {
  await tx
    .updateTable('team_group')
    .set({ title })
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where('untied_at', 'is', null)
    .execute();
};

/** Whose account it is. */
export const personOfAccount = async (tx: Tx, channel: string, externalId: string): Promise<number | null> => {
  const row = await tx
    .selectFrom('account')
    .select('person_id')
    .where('channel', '=', channel)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row?.person_id ?? null;
};

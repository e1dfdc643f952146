/** Who is in a team. */
import { sql } from 'kysely';
import type { Member } from '#domain/team/team.ts';
import type { Tx } from '../client.ts';
import { type LoadedTeam, loadTeams } from './team.ts';

/** The caller holds the team's lock. Written whole, since of two who change posts each index would refuse the first. */
export const setMembers = async (tx: Tx, teamId: number, members: readonly Member[]): Promise<void> => {
  await tx.deleteFrom('team_member').where('team_id', '=', teamId).execute();
  await tx
    .insertInto('team_member')
    .values(
      members.map(({ personId, unitId, role }) => ({ team_id: teamId, person_id: personId, unit_id: unitId, role })),
    )
    .execute();
};

type Handed = { readonly from: number; readonly to: number | null };

/** Items that nobody has looked at yet; those that are done are his who did them. */
export const handItems = async (tx: Tx, teamId: number, { from, to }: Handed): Promise<void> => {
  await tx
    .updateTable('checklist_item')
    .set((eb) => ({ assignee_id: to, version: eb('version', '+', 1) }))
    .where('team_id', '=', teamId)
    .where('assignee_id', '=', from)
    .where('state', '=', 'open')
    .execute();
};

/** Remedies that this team's leader looks at. */
export const openDutiesOfTeam = async (tx: Tx, teamId: number): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom('duty')
    .select('id')
    .where('team_id', '=', teamId)
    .where('state', 'in', ['open', 'proved'])
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** The teams a person is a member of that are not over. */
export const teamsWithMember = async (tx: Tx, personId: number): Promise<readonly LoadedTeam[]> => {
  const { rows } = await sql<{ id: number }>`
    select t.id from team t join team_member m on m.team_id = t.id
    where m.person_id = ${personId} and t.state not in ('cancelled', 'ended') order by t.id`.execute(tx);
  return loadTeams(
    tx,
    rows.map(({ id }) => id),
  );
};

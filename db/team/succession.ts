/** Teams whose deciding unit has ended, and their step to the unit that took over. */
import { sql } from 'kysely';
import type { UnitId } from '#domain/directory/directory.ts';
import { passOnTeam } from '#domain/team/succession.ts';
import type { Db, Tx } from '../client.ts';
import { handDuty, type LoadedDuty, lockDuty } from '../duty/duty.ts';
import type { Origin } from '../fact.ts';
import { openDutiesOfTeam } from './member.ts';
import { type LoadedTeam, loadTeam } from './team.ts';
import { saveTeamStep } from './team-write.ts';

/** Teams that these units still decide on, or have members in; ended ones while something of them is still to be done. */
export const teamsLeftWith = async (db: Db, unitIds: readonly UnitId[]): Promise<number[]> => {
  if (unitIds.length === 0) return [];
  const ended = sql`${[...unitIds]}::int[]`;
  const { rows } = await sql<{ id: number }>`
    select t.id from team t
    where (t.unit_id = any(${ended}) and t.state <> 'cancelled' and (t.state <> 'ended' or exists (
        select 1 from duty d where d.team_id = t.id and d.state in ('open', 'proved'))))
      or (t.state not in ('cancelled', 'ended') and exists (
        select 1 from team_member m where m.team_id = t.id and m.unit_id = any(${ended})))
    order by t.id`.execute(db.query);
  return rows.map(({ id }) => id);
};

type Heir = { readonly to: UnitId; readonly reason: string | null };

type HandedDuty = { readonly before: LoadedDuty; readonly after: LoadedDuty };

type PassedTeam = {
  readonly before: LoadedTeam;
  readonly after: LoadedTeam;
  readonly duties: readonly HandedDuty[];
};

/** What its findings ask for is owed to the unit that has the team. The caller holds the team's lock. */
export const passTeamOn = async (
  tx: Tx,
  team: LoadedTeam,
  { to, reason }: Heir,
  origin: Origin,
): Promise<PassedTeam> => {
  await saveTeamStep(tx, team, passOnTeam(team, to, reason), origin);
  const duties: HandedDuty[] = [];
  for (const id of await openDutiesOfTeam(tx, team.id)) {
    const before = await lockDuty(tx, id);
    if (before === null || before.owedTo === to) continue;
    duties.push({ before, after: await handDuty(tx, before, { owedTo: to }, origin) });
  }
  return { before: team, after: (await loadTeam(tx, team.id)) ?? team, duties };
};

/** Teams by year, by person, and those that the yearly limit looks at. */
import { sql } from 'kysely';
import type { Earlier } from '#domain/team/guard.ts';
import type { TeamWork } from '#domain/team/may.ts';
import type { Tx } from '../client.ts';
import { type LoadedTeam, loadTeams } from './team.ts';

/** Planned by these people, or in their place, or decided on by these units. */
export const isWorkOf = ({ people, units }: TeamWork) =>
  sql<boolean>`(t.planner_id = any(${[...people]}::int[]) or t.planned_for = any(${[...people]}::int[])
    or t.unit_id = any(${[...units]}::int[]))`;

/** Not cancelled, of these enterprises: what stands in the way of another one. */
export const earlierTeams = async (tx: Tx, enterpriseIds: readonly number[], year: number): Promise<Earlier[]> => {
  if (enterpriseIds.length === 0) return [];
  const { rows } = await sql<Earlier>`
    select t.id as "teamId", t.kind, t.year, t.topics, t.code, t.number, t.decided_on as date, 
      coalesce(t.former_unit_id, t.unit_id) as "unitId",
      (select min(day) from team_day where team_id = t.id) as "firstDay",
      (select jsonb_agg(enterprise_id) from team_enterprise where team_id = t.id) as "enterpriseIds"
    from team t
    where t.year = ${year} and t.state <> 'cancelled' and exists (
      select 1 from team_enterprise e where e.team_id = t.id and e.enterprise_id = any(${[...enterpriseIds]}::int[]))
    order by t.decided_at nulls last, t.id`.execute(tx);
  return rows;
};

/** Of the year's plan, in the order of their first days. */
export const teamsOfYear = async (
  tx: Tx,
  year: number,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly teams: readonly LoadedTeam[] }> => {
  const { rows } = await sql<{ id: number; total: number }>`
    select t.id, count(*) over ()::int as total from team t
    where t.year = ${year} and t.state <> 'cancelled'
    order by (select min(day) from team_day d where d.team_id = t.id), t.id
    limit ${page.limit} offset ${page.offset}`.execute(tx);
  const ids = rows.map(({ id }) => id);
  return { total: rows[0]?.total ?? 0, teams: await loadTeams(tx, ids) };
};

/** Teams a person is in, planned, or decides on, that are not over; the newest first. */
export const teamsOfPerson = async (
  tx: Tx,
  personId: number,
  work: TeamWork,
  limit: number,
): Promise<readonly LoadedTeam[]> => {
  const { rows } = await sql<{ id: number }>`
    select t.id from team t
    where t.state not in ('cancelled', 'ended') and (
      ${isWorkOf(work)}
      or exists (select 1 from team_member m where m.team_id = t.id and m.person_id = ${personId}))
    order by t.id desc limit ${limit}`.execute(tx);
  return loadTeams(
    tx,
    rows.map(({ id }) => id),
  );
};

/** Whether a person may do an act on a team now, and what he sees of it. Reads the stored state, never a button. */
import {
  type Directory,
  hasStandingRole,
  headsOf,
  homeUnitOf,
  leadersOf,
  membershipsOf,
  type PersonId,
  worksFor,
} from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { TEAM_ACT_RULES, TEAM_ACTS, type TeamAct, type TeamRelation } from './acts.ts';
import { memberOf, type Team, type TeamRole } from './team.ts';

export type TeamAsked = {
  readonly directory: Directory;
  readonly personId: PersonId;
  readonly team: Team;
  readonly day: IsoDate;
};

const OF_ROLE: Readonly<Record<TeamRole, TeamRelation>> = {
  leader: 'team_leader',
  deputy: 'deputy',
  secretary: 'secretary',
  member: 'member',
};

export const teamRelations = ({ directory, personId, team, day }: TeamAsked): ReadonlySet<TeamRelation> => {
  const found = new Set<TeamRelation>();
  const member = memberOf(team, personId);
  // Whoever left his unit acts for the team no longer; his part in the record stays.
  if (member !== null && worksFor(directory, personId, member.unitId, day)) found.add(OF_ROLE[member.role]);
  if (team.plannerId === personId && worksFor(directory, personId, team.unitId, day)) found.add('planner');
  if (leadersOf(directory, team.unitId, day).includes(personId)) found.add('deciding_leader');
  if (hasStandingRole(directory, personId, 'coordinator', day)) found.add('coordinator');
  if (hasStandingRole(directory, personId, 'auditor', day)) found.add('auditor');
  return found;
};

/** Refused: `team.unknown` to whoever may not even see it. */
export const mayOnTeam = (act: TeamAct, asked: TeamAsked): Result<true> => {
  const rule = TEAM_ACT_RULES[act];
  const relations = teamRelations(asked);
  if (!seesTeam(asked)) return refused('team.unknown');
  if (!rule.who.some((relation) => relations.has(relation))) return refused('team.not_yours');
  if (!rule.states.includes(asked.team.state)) {
    return refused('team.state', { state: asked.team.state, code: asked.team.code });
  }
  return ok(true);
};

export const teamActsOpenTo = (asked: TeamAsked): readonly TeamAct[] =>
  TEAM_ACTS.filter((act) => mayOnTeam(act, asked).ok);

/** The team's own, the unit that decides, and those who see everything; the year's plan list is another matter. */
export const seesTeam = (asked: TeamAsked): boolean =>
  teamRelations(asked).size > 0 || headsOf(asked.directory, asked.team.unitId, asked.day).includes(asked.personId);

/** A leader or a coordinator; the team is decided by his own whole unit. @returns that unit, null: he may not */
export const plansFor = (directory: Directory, personId: PersonId, day: IsoDate): number | null => {
  const rows = membershipsOf(directory, personId, day);
  const isPlanner =
    rows.some(({ role }) => role === 'leader') || hasStandingRole(directory, personId, 'coordinator', day);
  return isPlanner ? (homeUnitOf(directory, personId, day)?.id ?? null) : null;
};

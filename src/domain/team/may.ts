/** Whether a person may do an act on a team now, and what he sees of it. Reads the stored state, never a button. */

import { lendable, principalsOf } from '#domain/directory/delegation.ts';
import {
  type Directory,
  hasStandingRole,
  headsOf,
  homeUnitOf,
  leadersOf,
  membershipsOf,
  type PersonId,
  type UnitId,
  withSections,
  worksFor,
} from '#domain/directory/directory.ts';
import {
  isLentInTeams,
  type TeamAsked as Standing,
  standsInForMember,
  teamPrincipals,
} from '#domain/permission/team.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { TEAM_ACT_RULES, TEAM_ACTS, type TeamAct, type TeamRelation } from './acts.ts';
import { hasEnded } from './succession.ts';
import { memberOf, type Team, type TeamRole } from './team.ts';

export type TeamAsked = Standing & { readonly team: Team };

const OF_ROLE: Readonly<Record<TeamRole, TeamRelation>> = {
  leader: 'team_leader',
  deputy: 'deputy',
  secretary: 'secretary',
  member: 'member',
};

/** In his own right, and what may be lent of those he stands in for. */
export const teamRelations = (asked: TeamAsked): ReadonlySet<TeamRelation> =>
  new Set([ownRelations(asked), ...lentRelations(asked).map(({ relations }) => relations)].flatMap((one) => [...one]));

const ownRelations = ({ directory, personId, team, day }: TeamAsked): ReadonlySet<TeamRelation> => {
  const found = new Set<TeamRelation>();
  const member = memberOf(team, personId);
  // Whoever left his unit acts for the team no longer; his part in the record stays.
  if (member !== null && worksFor(directory, personId, member.unitId, day)) found.add(OF_ROLE[member.role]);
  const hasPlanned = team.plannerId === personId || team.plannedFor === personId;
  if (hasPlanned && worksFor(directory, personId, team.unitId, day)) found.add('planner');
  if (leadersOf(directory, team.unitId, day).includes(personId)) found.add('deciding_leader');
  if (hasStandingRole(directory, personId, 'coordinator', day)) found.add('coordinator');
  if (hasStandingRole(directory, personId, 'auditor', day)) found.add('auditor');
  return found;
};

const lentRelations = (asked: TeamAsked) =>
  teamPrincipals(asked).map((personId) => ({
    personId,
    relations: new Set([...ownRelations({ ...asked, personId })].filter(isLentInTeams)),
  }));

/** Refused: `team.unknown` to whoever may not even see it. */
export const mayOnTeam = (act: TeamAct, asked: TeamAsked): Result<true> => {
  const rule = TEAM_ACT_RULES[act];
  const relations = teamRelations(asked);
  const seen = maySeeTeam(asked);
  if (!seen.ok) return seen;
  if (!rule.who.some((relation) => relations.has(relation))) {
    if (act === 'draft_minutes' && relations.has('team_leader')) return refused('team.leader_locks');
    return refused(standsInForMember(asked) ? 'team.personal' : 'team.not_yours');
  }
  if (!rule.states.includes(asked.team.state)) {
    return refused('team.state', { state: asked.team.state, code: asked.team.code });
  }
  if (act === 'succeed' && !hasEnded(asked, asked.team.unitId)) return refused('team.succeeded');
  return ok(true);
};

export const teamActsOpenTo = (asked: TeamAsked): readonly TeamAct[] =>
  TEAM_ACTS.filter((act) => mayOnTeam(act, asked).ok);

/** For whom he does it: null where his own right is enough. Only of what he may do. */
export const teamActFor = (act: TeamAct, asked: TeamAsked): PersonId | null =>
  inPlaceOf(asked, TEAM_ACT_RULES[act].who);

/** @param who those of whom one may */
export const inPlaceOf = (asked: TeamAsked, who: readonly TeamRelation[]): PersonId | null => {
  const allows = (relations: ReadonlySet<TeamRelation>): boolean => who.some((relation) => relations.has(relation));
  if (allows(ownRelations(asked))) return null;
  return lentRelations(asked).find(({ relations }) => allows(relations))?.personId ?? null;
};

/** The team's own, the unit that decides, and those who see everything; the year's plan list is another matter. */
export const seesTeam = (asked: TeamAsked): boolean => {
  const heads = headsOf(asked.directory, asked.team.unitId, asked.day);
  return teamRelations(asked).size > 0 || [asked.personId, ...teamPrincipals(asked)].some((id) => heads.includes(id));
};

/** Whoever stands in for a member reads why that does not bring him in. */
export const maySeeTeam = (asked: TeamAsked): Result<true> => {
  if (seesTeam(asked)) return ok(true);
  return refused(standsInForMember(asked) ? 'team.personal' : 'team.unknown');
};

export type PlansFor = {
  /** The unit whose leader decides. */
  readonly unitId: UnitId;
  /** In whose place; null: in his own right. */
  readonly actingFor: PersonId | null;
};

/** A leader or a coordinator; the team is decided by his own whole unit. @returns null: he may not */
export const plansFor = (directory: Directory, personId: PersonId, day: IsoDate): PlansFor | null => {
  const isLeader = membershipsOf(directory, personId, day).some(({ role }) => role === 'leader');
  if (isLeader || hasStandingRole(directory, personId, 'coordinator', day)) {
    const home = homeUnitOf(directory, personId, day);
    return home === null ? null : { unitId: home.id, actingFor: null };
  }
  for (const { fromId, unitId: organisation } of principalsOf(directory, personId, day)) {
    const led = lendable(directory, fromId, organisation, day).find(({ role }) => role === 'leader');
    if (led !== undefined) return { unitId: led.unitId, actingFor: fromId };
  }
  return null;
};

/** Whose teams are found as his: those he plans or decides on, himself or in another's place. */
export type TeamWork = { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] };

export const teamWorkOf = (directory: Directory, personId: PersonId, day: IsoDate): TeamWork => {
  const lent = principalsOf(directory, personId, day).map((one) => ({
    personId: one.fromId,
    rows: lendable(directory, one.fromId, one.unitId, day),
  }));
  const all = [{ personId, rows: membershipsOf(directory, personId, day) }, ...lent];
  const units = all.flatMap((one) =>
    one.rows
      .flatMap(({ unitId }) => withSections(directory, unitId))
      .filter((unitId) => leadersOf(directory, unitId, day).includes(one.personId)),
  );
  return { people: all.map((one) => one.personId), units: [...new Set(units)] };
};

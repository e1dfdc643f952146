/**
 * What of a team's work may be done in another's place. The decision names each member, so a place in the team is
 * personal: nobody attends, marks, gives an opinion, signs or locks for somebody who is away; he is replaced by a recorded
 * change of members. What the leader of the deciding unit and whoever planned the team do is the work of their unit: there
 * a stand-in acts as elsewhere.
 */
import { principalsIn } from '#domain/directory/delegation.ts';
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import type { TeamRelation } from '#domain/team/acts.ts';
import type { Team } from '#domain/team/team.ts';
import type { IsoDate } from '#domain/time.ts';

export type TeamAsked = {
  readonly directory: Directory;
  readonly personId: PersonId;
  readonly team: Pick<Team, 'unitId' | 'plannerId' | 'plannedFor' | 'members'>;
  readonly day: IsoDate;
};

/** The roles of the whole regulation are not lent either. */
const LENT: ReadonlySet<TeamRelation> = new Set(['planner', 'deciding_leader']);

export const isLentInTeams = (relation: TeamRelation): boolean => LENT.has(relation);

/** For whom he stands in where the unit that decides is concerned. */
export const teamPrincipals = ({ directory, personId, team, day }: TeamAsked): readonly PersonId[] =>
  principalsIn(directory, personId, team.unitId, day);

/** He stands in for a member, in the unit that the member is of. */
export const standsInForMember = ({ directory, personId, team, day }: TeamAsked): boolean =>
  team.members.some((member) => principalsIn(directory, personId, member.unitId, day).includes(member.personId));

/** He, and those for whom he stands in: what either of them did, neither judges. */
export const bothOf = (asked: TeamAsked): readonly PersonId[] => [asked.personId, ...teamPrincipals(asked)];

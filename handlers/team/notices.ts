/** Who hears of what happens to a team. */
import type { NewTeam } from '#db/team/team-insert.ts';
import { toldLeaders } from '#domain/directory/told.ts';
import type { Planned } from '#domain/team/plan.ts';
import { memberOf, type Team } from '#domain/team/team.ts';
import { answerableFor } from '#domain/team/told.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type MemberTurn, type Notice, type Post, pick } from '#runtime/handler.ts';
import { showTeamAction } from '#src/notice/team.ts';
import { plannedForLines, teamTexts } from '#text/team/card.ts';

/** The leaders of the deciding unit read what waits for them, with what stands in its way. */
export const plannedNotices = (turn: MemberTurn, { id, code }: NewTeam, planned: Planned): readonly Notice[] => {
  const { reference, person, now } = turn;
  const { draft, days, conflicts } = planned;
  const lines = plannedForLines(
    reference,
    { code, enterpriseIds: draft.enterpriseIds, days: days.map((day) => ({ day })) },
    conflicts,
  );
  return toldLeaders(reference.directory, planned.unitId, dateOf(now))
    .filter((to) => to !== person.id)
    .map((to) => ({ to, class: 'urgent', say: { lines, choices: [[openTeam(id)]] } }));
};

export const openTeam = (teamId: number) => pick(showTeamAction, teamTexts.open, { teamId });

/** Every member but the one who acts. */
export const tellMembers = (
  turn: MemberTurn,
  team: Team,
  linesFor: (personId: number) => readonly Line[],
): readonly Notice[] =>
  team.members
    .filter(({ personId }) => personId !== turn.person.id)
    .map(({ personId }) => ({
      to: personId,
      class: 'urgent',
      say: { lines: linesFor(personId), choices: [[openTeam(team.id)]] },
    }));

/** Who answers for the team beside its members: whoever planned it, and those who decide on it. */
export const tellAnswerable = (turn: MemberTurn, team: Team, lines: readonly Line[]): readonly Notice[] =>
  answerableFor(turn.reference.directory, team, dateOf(turn.now))
    .filter((to) => to !== turn.person.id && memberOf(team, to) === null)
    .map((to) => ({ to, class: 'urgent', say: { lines, choices: [[openTeam(team.id)]] } }));

/** What is done in private is told in the team's group too; what is done there has been seen. */
export const tellGroup = (turn: MemberTurn, team: Team, lines: readonly Line[]): readonly Post[] =>
  team.group === null || turn.place === 'group'
    ? []
    : [{ place: { channel: team.group.channel, address: team.group.address }, class: 'urgent', say: { lines } }];

/** Somebody leaves the unit that he stands for in inspection teams: those who answer for a team can replace him in time. */

import { readReference } from '#db/directory/reference.ts';
import { teamsWithMember } from '#db/team/member.ts';
import type { LoadedTeam } from '#db/team/team.ts';
import { type PersonId, worksFor } from '#domain/directory/directory.ts';
import { memberOf } from '#domain/team/team.ts';
import { answerableFor } from '#domain/team/told.ts';
import { addDays, dateOf, type IsoDate } from '#domain/time.ts';
import { type MemberTurn, type Notice, pick } from '#runtime/handler.ts';
import { showTeamAction } from '#src/notice/team.ts';
import { namedWithOffice } from '#text/people/address.ts';
import { memberLeavesLines } from '#text/team/members.ts';

export const leftTeamNotices = async (
  turn: MemberTurn,
  personId: PersonId,
  lastDay: IsoDate,
): Promise<readonly Notice[]> => {
  const teams = await teamsWithMember(turn.tx, personId);
  if (teams.length === 0) return [];
  // As it is after the change, which this transaction has just written.
  const { directory } = await readReference(turn.tx);
  const person = directory.people.get(personId);
  if (person === undefined) return [];
  const day = dateOf(turn.now);
  const left = teams.flatMap((team) => {
    const member = memberOf(team, personId);
    const stays = member !== null && worksFor(directory, personId, member.unitId, addDays(lastDay, 1));
    return member === null || stays ? [] : [{ team, code: team.code, role: member.role }];
  });
  const told = new Map<PersonId, LoadedTeam[]>();
  for (const { team } of left) {
    for (const to of answerableFor(directory, team, day)) told.set(to, [...(told.get(to) ?? []), team]);
  }
  return [...told]
    .filter(([to]) => to !== personId)
    .map(([to, own]): Notice => {
      const roles = left.filter(({ team }) => own.includes(team));
      return {
        to,
        class: 'urgent',
        say: {
          lines: memberLeavesLines(namedWithOffice(directory, person, day), lastDay, roles),
          choices: own.map(({ id, code }) => [pick(showTeamAction, code, { teamId: id })]),
        },
      };
    });
};

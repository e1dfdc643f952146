/** Whose opinion of minutes is waited for: of those who were on site, and still work for their unit. */
import { tracesOf } from '#db/team/attendance.ts';
import { worksFor } from '#domain/directory/directory.ts';
import { absentFrom } from '#domain/team/attendance.ts';
import type { Team } from '#domain/team/team.ts';
import { dateOf } from '#domain/time.ts';
import type { MemberTurn } from '#runtime/handler.ts';

/** Nobody waits for these. */
export const notWaitedFor = async (turn: MemberTurn, team: Team): Promise<ReadonlySet<number>> => {
  const absent = absentFrom(team, await tracesOf(turn.tx, team.id));
  const { directory } = turn.reference;
  // Whoever no longer works for his unit can no longer answer.
  const gone = team.members.filter(({ personId, unitId }) => !worksFor(directory, personId, unitId, dateOf(turn.now)));
  return new Set([...absent, ...gone.map(({ personId }) => personId)]);
};

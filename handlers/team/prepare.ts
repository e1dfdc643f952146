/** Every way to an act on a team begins here: its lock, the place, and what the person may do. */
import { type LoadedTeam, lockTeam } from '#db/team/team.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { TeamAct } from '#domain/team/acts.ts';
import { mayOnTeam, type TeamAsked } from '#domain/team/may.ts';
import { dateOf } from '#domain/time.ts';
import type { MemberTurn } from '#runtime/handler.ts';
import type { TeamSubject } from './act-context.ts';

/** Loads the team under its lock and asks whether this person may do the act now, in this place. */
export const prepareTeam = async (turn: MemberTurn, { act, teamId }: TeamSubject): Promise<Result<LoadedTeam>> => {
  const team = await lockTeam(turn.tx, teamId);
  if (team === null || !isHere(turn, team, act)) return refused('team.unknown');
  const allowed = mayOnTeam(act, askedBy(turn, team));
  return allowed.ok ? ok(team) : allowed;
};

export const askedBy = ({ reference: { directory }, person, now }: MemberTurn, team: LoadedTeam): TeamAsked => ({
  ...{ directory, team },
  personId: person.id,
  day: dateOf(now),
});

/** In a group only its own team is spoken of, but for the tie that makes it so. */
const isHere = ({ group, event }: MemberTurn, team: LoadedTeam, act: TeamAct): boolean =>
  group === null || act === 'tie' || (team.group?.channel === event.channel && team.group.address === group);

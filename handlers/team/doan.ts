/** /doan: the team of this group; in private, my teams, the year's plan, the figures. */

import { factsOf } from '#db/fact.ts';
import { figuresOf } from '#db/team/figures.ts';
import { teamOfGroup } from '#db/team/group.ts';
import { teamsOfPerson, teamsOfYear } from '#db/team/list.ts';
import { type LoadedTeam, loadTeam } from '#db/team/team.ts';
import { teamStream } from '#db/team/team-write.ts';
import { hasStandingRole } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { maySeeTeam, plansFor, teamWorkOf } from '#domain/team/may.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { ask } from '#runtime/production.ts';
import { showTeamAction, teamPaper } from '#src/notice/team.ts';
import { descriptions } from '#text/commands.ts';
import { planLine, teamHead, teamTexts } from '#text/team/card.ts';
import { figuresLines } from '#text/team/figures.ts';
import { type TeamFactShown, teamHistoryLines } from '#text/team/history.ts';
import { minutesTexts } from '#text/team/minutes.ts';
import { newPlanAction, teamFiguresAction, teamHistoryAction, teamPaperAction, yearPlanAction } from './actions.ts';
import { offerTie } from './group.ts';
import { askedBy } from './prepare.ts';
import { pairs, refuseTeam, sayTeam, topicNamesOf } from './say.ts';

const MOST_TEAMS = 20;
const PAGE = 8;

export const teamCommand: Command = {
  word: 'doan',
  aliases: ['doan kiem tra'],
  takesWords: false,
  inMenu: true,
  description: descriptions.doan,
  places: ['private', 'group'],
  run: (turn) => (turn.group === null ? mine(turn) : here(turn, turn.group)),
};

const here = async (turn: MemberTurn, group: string): Promise<Outcome> => {
  const team = await teamOfGroup(turn.tx, { channel: turn.event.channel, address: group });
  if (team === null) return offerTie(turn);
  const seen = maySeeTeam(askedBy(turn, team));
  return seen.ok ? { say: [await sayTeam(turn, team)] } : refuseTeam(seen);
};

const workOf = ({ reference: { directory }, person, now }: MemberTurn) => teamWorkOf(directory, person.id, dateOf(now));

const mine = async (turn: MemberTurn): Promise<Outcome> => {
  const day = dateOf(turn.now);
  const year = Number(day.slice(0, 4));
  const teams = await teamsOfPerson(turn.tx, turn.person.id, workOf(turn), MOST_TEAMS);
  const plans = plansFor(turn.reference.directory, turn.person.id, day) !== null;
  const open = teams.map(({ id, code }) => pick(showTeamAction, code, { teamId: id }));
  return {
    say: [
      {
        lines: teams.length === 0 ? teamTexts.none : [teamTexts.mine, ...teams.map(teamHead)],
        choices: [
          ...pairs(open),
          ...(plans ? [[pick(newPlanAction, teamTexts.newPlan, {})]] : []),
          [
            pick(yearPlanAction, teamTexts.yearPlan(year), { year, offset: 0 }),
            pick(teamFiguresAction, teamTexts.figures, { year }),
          ],
        ],
      },
    ],
  };
};

/** One team, for a person who may see it; in a group only its own. */
export const visible = async (turn: MemberTurn, teamId: number): Promise<Result<LoadedTeam>> => {
  const team = await loadTeam(turn.tx, teamId);
  const isHere =
    turn.group === null || (team?.group?.address === turn.group && team.group.channel === turn.event.channel);
  if (team === null || !isHere) return refused('team.unknown');
  const seen = maySeeTeam(askedBy(turn, team));
  return seen.ok ? ok(team) : seen;
};

export const showTeam = on(showTeamAction, async (turn, { teamId }) => {
  const team = await visible(turn, teamId);
  return team.ok ? { say: [await sayTeam(turn, team.value)] } : refuseTeam(team);
});

export const teamHistory = on(teamHistoryAction, async (turn, { teamId }) => {
  const team = await visible(turn, teamId);
  if (!team.ok) return refuseTeam(team);
  const facts = (await factsOf(turn.tx, teamStream(teamId))).map((fact) => ({
    ...fact,
    kind: fact.kind as TeamFactShown['kind'], // a team's stream is written by this area only
  }));
  const lines: readonly Line[] = [teamHead(team.value), ...teamHistoryLines(turn.reference.directory, facts)];
  return { say: [{ lines }] };
});

/** What is published of the plan: everybody may read it. */
export const yearPlan = on(yearPlanAction, async (turn, { year, offset }) => {
  const { total, teams } = await teamsOfYear(turn.tx, year, { offset, limit: PAGE });
  if (total === 0) return { say: [{ lines: [teamTexts.yearNone(year)] }], inPrivate: true };
  const lines: Line[] = [teamTexts.yearHead(year, total)];
  for (const team of teams) lines.push('', ...planLine(turn.reference, team, await topicNamesOf(turn, team)));
  const next = offset + PAGE;
  const more = next < total ? [[pick(yearPlanAction, teamTexts.more, { year, offset: next })]] : [];
  return { say: [{ lines, choices: more, inPlace: true }], inPrivate: true };
});

export const teamFigures = on(teamFiguresAction, async (turn, { year }) => {
  const { reference, person, now } = turn;
  const day = dateOf(now);
  const all = (['coordinator', 'auditor'] as const).some((role) =>
    hasStandingRole(reference.directory, person.id, role, day),
  );
  const figures = await figuresOf(turn.tx, year, { all, personId: person.id, ...workOf(turn) });
  return { say: [{ lines: figuresLines(reference, year, figures) }], inPrivate: true };
});

/** A document of the team: it follows into the place it was asked for in. */
export const paper = on(teamPaperAction, async (turn, { teamId, kind, enterpriseId }) => {
  const team = await visible(turn, teamId);
  if (!team.ok) return refuseTeam(team);
  return { toast: minutesTexts.making, produce: [ask(teamPaper, { teamId, kind, enterpriseId })] };
});

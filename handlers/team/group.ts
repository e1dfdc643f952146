/** The team's group: tied by its leader or secretary, untied, and what happens to it meanwhile. */
import { personOfAccount, renameGroup, teamOfGroup, tiedTeamId, tieGroup, untieGroup } from '#db/team/group.ts';
import { teamsOfPerson } from '#db/team/list.ts';
import { type LoadedTeam, lockTeam } from '#db/team/team.ts';
import { saveTeamStep } from '#db/team/team-write.ts';
import { refused } from '#domain/result.ts';
import { type TeamFactDraft, teamFact } from '#domain/team/decision.ts';
import { mayOnTeam } from '#domain/team/may.ts';
import { headsOfTeam, memberOf } from '#domain/team/team.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type MemberTurn, type Outcome, pick, type Turn } from '#runtime/handler.ts';
import { teamActAction } from '#src/notice/team.ts';
import { personName } from '#text/request/card.ts';
import { groupTexts } from '#text/team/group.ts';
import type { TeamReady } from './act-context.ts';
import { openTeam } from './notices.ts';
import { rightsChanged, rightsHere } from './rights.ts';
import { refuseTeam, saveStep, sayTeam } from './say.ts';

/** What of the person's teams this group may be tied to. */
export const offerTie = async (turn: MemberTurn): Promise<Outcome> => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const teams = await teamsOfPerson(turn.tx, turn.person.id, { people: [], units: [] }, MOST_TEAMS);
  const open = teams.filter(
    (team) => team.group === null && mayOnTeam('tie', { directory, personId: turn.person.id, team, day }).ok,
  );
  if (open.length === 0) return { say: [{ lines: groupTexts.nothingToTie }] };
  return {
    say: [
      {
        lines: [groupTexts.which],
        choices: open.map(({ id, code }) => [pick(teamActAction, code, { act: 'tie', teamId: id, target: '' })]),
      },
    ],
  };
};

const MOST_TEAMS = 20;

export const tie = async ({ turn, team }: TeamReady): Promise<Outcome> => {
  const { group, event, tx } = turn;
  if (group === null) return refuseTeam(refused('team.not_tied'));
  if (team.group !== null) return refuseTeam(refused('team.tied_already'));
  const place = { channel: event.channel, address: group };
  if ((await tiedTeamId(tx, place)) !== null) return refuseTeam(refused('team.group_taken'));
  await tieGroup(tx, team.id, { ...place, title: '', by: turn.person.id, at: turn.now });
  const after = await saveStep(turn, team, { facts: [teamFact('tied', { channel: place.channel })] });
  const lines = groupTexts.tied(team.code, await rightsHere(turn), turn.readsGroups !== undefined);
  return { say: [{ lines }, { ...(await sayTeam(turn, after)), inPlace: false }] };
};

export const untie = async ({ turn, team }: TeamReady): Promise<Outcome> => {
  if (team.group === null) return refuseTeam(refused('team.not_tied'));
  await untieGroup(turn.tx, team.id, turn.now);
  await saveStep(turn, team, { facts: [teamFact('untied')] });
  const lines = groupTexts.untied(team.code);
  const { channel, address } = team.group;
  return {
    say: [{ lines }],
    posts: turn.place === 'group' ? [] : [{ place: { channel, address }, class: 'urgent', say: { lines } }],
  };
};

/** Removed, moved, renamed, somebody left: the team keeps its record, and its heads are told. */
export const groupEvent = async (turn: Turn): Promise<Outcome> => {
  const { content, channel } = turn.event;
  if (content.kind === 'rights') return rightsChanged(turn, content.readsAll);
  if (turn.group === null) return {};
  const place = { channel, address: turn.group };
  const found = await teamOfGroup(turn.tx, place);
  if (found === null) return {};
  const team = (await lockTeam(turn.tx, found.id)) ?? found;
  switch (content.kind) {
    case 'left':
      await untieGroup(turn.tx, team.id, turn.now);
      return tellHeads(turn, team, teamFact('group_left'), groupTexts.left(team.code));
    case 'moved':
      return tellHeads(turn, team, teamFact('group_moved'), groupTexts.moved(team.code));
    case 'renamed':
      await renameGroup(turn.tx, place, content.title);
      return tellHeads(
        turn,
        team,
        teamFact('group_renamed', { to: content.title }),
        groupTexts.renamed(team.code, content.title),
      );
    case 'member_left': {
      const personId = await personOfAccount(turn.tx, channel, content.externalId);
      if (personId === null || memberOf(team, personId) === null) return {};
      const lines = groupTexts.memberLeft(team.code, personName(turn.reference.directory, personId));
      return tellHeads(turn, team, teamFact('member_left', { person: personId }), lines);
    }
    default:
      return {};
  }
};

const tellHeads = async (
  turn: Turn,
  team: LoadedTeam,
  fact: TeamFactDraft,
  lines: readonly Line[],
): Promise<Outcome> => {
  const origin = { actorId: null, channel: turn.event.channel, at: turn.now };
  await saveTeamStep(turn.tx, team, { facts: [fact] }, origin);
  return {
    notices: headsOfTeam(team).map((to) => ({
      to,
      class: 'urgent',
      say: { lines, choices: [[openTeam(team.id)]] },
    })),
  };
};

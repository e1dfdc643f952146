/** What the bot may read in a team's group: noted when it comes and when it changes, told to the group and the team's heads. */
import { teamOfGroup } from '#db/team/group.ts';
import { noteRights, type Rights, rightsIn } from '#db/team/group-rights.ts';
import { lockTeam } from '#db/team/team.ts';
import { saveTeamStep } from '#db/team/team-write.ts';
import { teamFact } from '#domain/team/decision.ts';
import { headsOfTeam } from '#domain/team/team.ts';
import type { Outcome, Turn } from '#runtime/handler.ts';
import { groupTexts } from '#text/team/group.ts';
import { openTeam } from './notices.ts';

/** The bot came into a group: what it will store, and what it can see there. */
export const joinedGroup = async (turn: Turn): Promise<Outcome> => {
  const { content, channel } = turn.event;
  const rights = content.kind === 'joined' ? (content.readsAll ?? null) : null;
  if (turn.group !== null && rights !== null) {
    await noteRights(turn.tx, { channel, address: turn.group }, rights, turn.now);
  }
  return { say: [{ lines: groupTexts.joined }] };
};

export const rightsHere = async (turn: Turn): Promise<Rights> => {
  if (turn.readsGroups !== 'administrator' || turn.group === null) return turn.readsGroups === 'always';
  return rightsIn(turn.tx, { channel: turn.event.channel, address: turn.group });
};

/** @param readsAll null: the platform refuses to say */
export const rightsChanged = async (turn: Turn, readsAll: boolean | null): Promise<Outcome> => {
  if (turn.group === null) return {};
  const place = { channel: turn.event.channel, address: turn.group };
  const before = await rightsIn(turn.tx, place);
  await noteRights(turn.tx, place, readsAll, turn.now);
  const now = readsAll ?? 'refused';
  if (before === now) return {};
  const found = await teamOfGroup(turn.tx, place);
  if (found === null) return {};
  const team = (await lockTeam(turn.tx, found.id)) ?? found;
  const origin = { actorId: null, channel: place.channel, at: turn.now };
  await saveTeamStep(turn.tx, team, { facts: [teamFact('group_rights', { readsAll })] }, origin);
  const lines = groupTexts.rightsChanged(team.code, now);
  return {
    posts: [{ place, class: 'urgent', say: { lines } }],
    notices: headsOfTeam(team).map((to) => ({
      ...{ to, class: 'urgent' },
      say: { lines, choices: [[openTeam(team.id)]] },
    })),
  };
};

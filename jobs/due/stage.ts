/** A team's days and terms: the group and each member hear the working day before and in the morning; ends of terms its heads. */
import { endStages, lockStages, type Stage, stagesById } from '#db/team/stage.ts';
import { type LoadedTeam, loadTeams } from '#db/team/team.ts';
import { teamTermsOn } from '#db/team/terms.ts';
import { toldLeaders } from '#domain/directory/told.ts';
import { headsOfTeam } from '#domain/team/team.ts';
import { dateOf } from '#domain/time.ts';
import { type Notice, type Post, pick } from '#runtime/handler.ts';
import { showTeamAction, teamActAction } from '#src/notice/team.ts';
import { teamTexts } from '#text/team/card.ts';
import { dayTexts, reminderLines, stageLines } from '#text/team/days.ts';
import { enterpriseName } from '#text/team/plan.ts';
import type { OwnCase, OwnKind } from './own-case.ts';

export const stageKind: OwnKind = {
  kind: 'stage',
  lock: lockStages,
  run: async (on, ids) => {
    const stages = await stagesById(on.tx, ids);
    const teams = new Map(
      (await loadTeams(on.tx, [...new Set(stages.map(({ teamId }) => teamId))])).map((t) => [t.id, t]),
    );
    const told: (Notice | Post)[] = [];
    for (const stage of stages) {
      const team = teams.get(stage.teamId);
      if (team === undefined || team.state === 'cancelled' || team.state === 'ended') continue;
      told.push(...(stage.dayId === null ? await ofTerm(on, team, stage) : ofDay(on, team, stage)));
    }
    await endStages(on.tx, ids, on.now);
    return told;
  },
};

const ofDay = ({ reference, now }: OwnCase, team: LoadedTeam, stage: Stage): readonly (Notice | Post)[] => {
  const day = team.days.find(({ id }) => id === stage.dayId);
  // After an outage: a day that is over is announced to nobody.
  if (day === undefined || day.day < dateOf(now)) return [];
  const enterprises = team.enterpriseIds.map((id) => enterpriseName(reference, id)).join('; ');
  const lines = reminderLines(team, day, dateOf(now), enterprises);
  const isToday = day.day === dateOf(now);
  const attend = isToday
    ? [[pick(teamActAction, dayTexts.attend, { act: 'attend', teamId: team.id, target: '' })]]
    : [];
  const open = [pick(showTeamAction, teamTexts.open, { teamId: team.id })];
  const dedupe = `stage:${stage.id}`;
  const notices = team.members.map(
    ({ personId }): Notice => ({
      to: personId,
      class: 'reminder',
      say: { lines, choices: [...attend, open] },
      dedupeKey: `${dedupe}:${personId}`,
    }),
  );
  if (team.group === null) return notices;
  const { channel, address } = team.group;
  const say = { lines, choices: attend };
  return [...notices, { place: { channel, address }, class: 'reminder', say, dedupeKey: `${dedupe}:group` }];
};

/** Whom the end of a term concerns: the team's heads; of the signer's remarks, the leaders of the unit that decides. */
const ofTerm = async ({ tx, reference, now }: OwnCase, team: LoadedTeam, stage: Stage): Promise<readonly Notice[]> => {
  const terms = await teamTermsOn(tx, team.decision?.date ?? dateOf(now));
  const lines = stageLines(team.code, stage.kind, terms.get(stage.kind)?.isSample ?? false);
  const people =
    stage.kind === 'remarks' ? toldLeaders(reference.directory, team.unitId, dateOf(now)) : headsOfTeam(team);
  return people.map((to) => ({
    to,
    class: 'reminder',
    say: { lines, choices: [[pick(showTeamAction, teamTexts.open, { teamId: team.id })]] },
    dedupeKey: `stage:${stage.id}:${to}`,
  }));
};

/** Ban hành quyết định, Công bố quyết định, Hủy đoàn, Kết thúc đoàn. */

import { findingById } from '#db/team/finding.ts';
import { untieGroup } from '#db/team/group.ts';
import { addFollowItem, makeChecklist } from '#db/team/item.ts';
import { earlierTeams } from '#db/team/list.ts';
import { isNumberUsed } from '#db/team/team.ts';
import type { DocNumber } from '#domain/document/number.ts';
import { bothOf } from '#domain/permission/team.ts';
import { refused } from '#domain/result.ts';
import { announce, cancel, decide, end } from '#domain/team/decide.ts';
import { memberOf, yearOf } from '#domain/team/team.ts';
import type { Outcome } from '#runtime/handler.ts';
import { decideTexts } from '#text/team/card.ts';
import { dayTexts } from '#text/team/days.ts';
import { followTexts } from '#text/team/follow.ts';
import { teamRoles } from '#text/team/words.ts';
import { type TeamReady, textIn } from './act-context.ts';
import { tellAnswerable, tellGroup, tellMembers } from './notices.ts';
import { askedBy } from './prepare.ts';
import { moveStages, refuseTeam, saveStep, sayTeam } from './say.ts';

export const decideTeam = async ({ turn, team, answers, actingFor }: TeamReady): Promise<Outcome> => {
  const number = textIn(answers, 'number') as DocNumber; // parsed by its field
  const paper = { number, date: textIn(answers, 'date'), signer: textIn(answers, 'signer') };
  if (await isNumberUsed(turn.tx, number, paper.date)) return refuseTeam(refused('team.number_used', { number }));
  // A plan that came later and is not decided does not stand in the way of one that came before it.
  const others = (await earlierTeams(turn.tx, team.enterpriseIds, yearOf(team.days))).filter(
    (one) => one.number !== null || (one.teamId ?? 0) < team.id,
  );
  const decided = decide(
    { team, actor: turn.person.id, actingFor, both: bothOf(askedBy(turn, team)), now: turn.now },
    paper,
    others,
  );
  if (!decided.ok) return refuseTeam(decided);
  const after = await saveStep(turn, team, decided.value, actingFor);
  await makeChecklist(turn.tx, team.id, paper.date);
  const followed = team.followsFinding === null ? null : await findingById(turn.tx, team.followsFinding);
  if (followed !== null) await addFollowItem(turn.tx, team.id, followTexts.item(followed.words));
  await moveStages(turn, after);
  const lines = decideTexts.decided(team.code, paper.number, paper.date);
  return {
    say: [{ lines }, await sayTeam(turn, after)],
    notices: tellMembers(turn, after, (id) => {
      const member = memberOf(after, id);
      return member === null ? lines : [decideTexts.joinedTeam(team.code, teamRoles[member.role]), ...lines];
    }),
  };
};

export const announceTeam = async ({ turn, team }: TeamReady): Promise<Outcome> => {
  const after = await saveStep(turn, team, announce({ team, now: turn.now }));
  const lines = dayTexts.announced(team.code, team.kind);
  return { say: [{ lines }, await sayTeam(turn, after)], posts: tellGroup(turn, after, lines) };
};

export const cancelTeam = async ({ turn, team, answers, actingFor }: TeamReady): Promise<Outcome> => {
  const reason = textIn(answers, 'words');
  const after = await saveStep(turn, team, cancel({ team }, reason), actingFor);
  await moveStages(turn, after);
  // The group is free for another team.
  await untieGroup(turn.tx, team.id, turn.now);
  const lines = decideTexts.cancelled(team.code, reason);
  const told = [...tellMembers(turn, after, () => lines), ...tellAnswerable(turn, after, lines)];
  return { say: [{ lines }], notices: told, posts: tellGroup(turn, after, lines) };
};

export const endTeam = async ({ turn, team, answers, actingFor }: TeamReady): Promise<Outcome> => {
  const step = end({ team, now: turn.now }, textIn(answers, 'words'));
  const after = await saveStep(turn, team, step, actingFor);
  await moveStages(turn, after);
  const lines = decideTexts.ended(team.code);
  return { say: [{ lines }], notices: tellMembers(turn, after, () => lines), posts: tellGroup(turn, after, lines) };
};

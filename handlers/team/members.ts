/** Thay đổi thành viên: the team as it is from now on, what was the other's goes to whoever takes his place. */
import { handDuty, lockDuty } from '#db/duty/duty.ts';
import { handItems, openDutiesOfTeam, setMembers } from '#db/team/member.ts';
import { minutesOf } from '#db/team/minutes.ts';
import { homeUnitOf } from '#domain/directory/directory.ts';
import { bothOf } from '#domain/permission/team.ts';
import type { TeamRelation } from '#domain/team/acts.ts';
import type { TeamStep } from '#domain/team/decision.ts';
import { inPlaceOf, teamRelations } from '#domain/team/may.ts';
import { changeMembers, MEMBER_CHANGES, type MemberChange } from '#domain/team/members.ts';
import { leaderOf, memberOf, TEAM_ROLES, type Team } from '#domain/team/team.ts';
import { dateOf } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import type { MemberTurn, Notice, Outcome } from '#runtime/handler.ts';
import { leftTeam, membersChangedLines, roleInTeam } from '#text/team/members.ts';
import { type TeamReady, textIn } from './act-context.ts';
import { tellAnswerable, tellGroup, tellMembers } from './notices.ts';
import { askedBy } from './prepare.ts';
import { refuseTeam, saveStep, sayTeam } from './say.ts';

export const changeTeamMembers = async ({ turn, team, answers, actingFor }: TeamReady): Promise<Outcome> => {
  const { tx, reference } = turn;
  const { directory } = reference;
  const asked = askedBy(turn, team);
  const minutes = await minutesOf(tx, team.id);
  const reason = textIn(answers, 'words');
  const isDecider = teamRelations(asked).has('deciding_leader');
  const on = { team, both: bothOf(asked), isDecider, minutes };
  const changed = changeMembers(on, changeIn(turn, team, answers), reason);
  if (!changed.ok) return refuseTeam(changed);
  const { members, handed, fact } = changed.value;
  await setMembers(tx, team.id, members);
  if (handed !== null) await handItems(tx, team.id, handed);
  await handChecks(turn, team, leaderOf({ members })?.personId ?? null);
  const step: TeamStep = { facts: [fact] };
  // Whoever leads the team is changed by the right of its deciding unit only.
  const byUnit = leaderOf(team)?.personId === leaderOf({ members })?.personId ? null : inPlaceOf(asked, DECIDER);
  const after = await saveStep(turn, team, step, byUnit ?? actingFor);
  const lines = membersChangedLines(directory, { code: team.code, before: team.members, after: members, reason });
  return {
    say: [{ lines }, await sayTeam(turn, after)],
    notices: [
      ...tellMembers(turn, after, (id) => [...ownLine(team, after, id), ...lines]),
      ...tellGone(turn, team, after),
      ...tellAnswerable(turn, after, lines),
    ],
    posts: tellGroup(turn, after, lines),
  };
};

const DECIDER: readonly TeamRelation[] = ['deciding_leader'];

const changeIn = ({ reference, now }: MemberTurn, team: Team, answers: Answers): MemberChange => {
  const kind = MEMBER_CHANGES.find((one) => one === answers.change) ?? 'role';
  const [oldId, personId] = [Number(answers.old), Number(answers.person)];
  const role = TEAM_ROLES.find((one) => one === answers.role) ?? 'member';
  const unitId = homeUnitOf(reference.directory, personId, dateOf(now))?.id ?? team.unitId;
  switch (kind) {
    case 'add':
      return { kind, personId, unitId, role };
    case 'replace':
      return { kind, oldId, personId, unitId };
    case 'remove':
      return { kind, oldId };
    case 'role':
      return { kind, oldId, role };
    default:
      return kind satisfies never;
  }
};

/** What its findings ask for is looked at by whoever leads the team now. */
const handChecks = async ({ tx, person, event, now }: MemberTurn, team: Team, leader: number | null): Promise<void> => {
  const before = leaderOf(team)?.personId ?? null;
  if (leader === null || leader === before) return;
  for (const id of await openDutiesOfTeam(tx, team.id)) {
    const duty = await lockDuty(tx, id);
    if (duty === null || duty.checkerId !== before) continue;
    await handDuty(tx, duty, { checkerId: leader }, { actorId: person.id, channel: event.channel, at: now });
  }
};

/** What is new for him. */
const ownLine = (before: Team, after: Team, personId: number) => {
  const role = memberOf(after, personId)?.role;
  return role === undefined || role === memberOf(before, personId)?.role ? [] : [roleInTeam(after.code, role)];
};

/** He sees the team no longer: no button to it. */
const tellGone = ({ person }: MemberTurn, before: Team, after: Team): readonly Notice[] =>
  before.members
    .filter(({ personId }) => personId !== person.id && memberOf(after, personId) === null)
    .map(({ personId: to }) => ({ to, class: 'urgent', say: { lines: [leftTeam(after.code)] } }));

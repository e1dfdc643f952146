/** Kiến nghị, and Kiểm tra lại: the plan of a team that looks again at a finding; what its minutes say settles the finding. */
import { type LoadedDuty, lockDuty, saveDutyDecision } from '#db/duty/duty.ts';
import { moveDuties } from '#db/duty/moments.ts';
import { findingById, findingsOf } from '#db/team/finding.ts';
import type { ItemRow } from '#db/team/item.ts';
import { type LoadedTeam, loadTeam } from '#db/team/team.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { handsOf } from '#domain/request/hands.ts';
import { refused } from '#domain/result.ts';
import { followUp } from '#domain/team/follow.ts';
import { maySeeTeam, plansFor } from '#domain/team/may.ts';
import type { Minutes } from '#domain/team/minutes.ts';
import { dateOf } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import { type MemberTurn, type Notice, on, pick } from '#runtime/handler.ts';
import { dutyChoices } from '#src/notice/duty.ts';
import { followFindingAction } from '#src/notice/team.ts';
import { findingsLines, followTexts, groundOfFollow, itemResult } from '#text/team/follow.ts';
import { teamFindingsAction } from './actions.ts';
import { visible } from './doan.ts';
import { followSubject } from './follow-subject.ts';
import { PLAN_FORM } from './plan.form.ts';
import { askedBy } from './prepare.ts';
import { refuseTeam } from './say.ts';

export const teamFindings = on(teamFindingsAction, async (turn, { teamId }) => {
  const team = await visible(turn, teamId);
  if (!team.ok) return refuseTeam(team);
  const findings = await findingsOf(turn.tx, teamId);
  const plans = plansFor(turn.reference.directory, turn.person.id, dateOf(turn.now)) !== null;
  // A plan is made in private, by whoever may make one.
  const open = turn.group === null && plans ? findings : [];
  const choices = open.flatMap(({ id, state, followedBy }, index) =>
    followedBy === null && (state === 'open' || state === 'proved')
      ? [[pick(followFindingAction, followTexts.follow(index + 1), { findingId: id })]]
      : [],
  );
  return { say: [{ lines: findingsLines(turn.reference, team.value.code, findings), choices }] };
});

export const followFinding = on(followFindingAction, async (turn, { findingId }) => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const finding = await findingById(turn.tx, findingId);
  const team = finding === null ? null : await loadTeam(turn.tx, finding.teamId);
  if (finding === null || team === null) return refuseTeam(refused('team.unknown'));
  const seen = maySeeTeam(askedBy(turn, team));
  if (!seen.ok) return refuseTeam(seen);
  if (plansFor(directory, turn.person.id, day) === null) return refuseTeam(refused('team.cannot_plan'));
  const { state } = finding;
  if (state !== 'open' && state !== 'proved') return refuseTeam(refused('duty.state', { state }));
  if (finding.followedBy !== null) return refuseTeam(refused('team.followed', { code: finding.followedBy }));
  const answers = planAnswers(turn, team, finding);
  return {
    form: { kind: 'open', formId: PLAN_FORM, subject: followSubject(findingId), answers },
    inPrivate: true,
  };
});

type Followed = NonNullable<Awaited<ReturnType<typeof findingById>>>;

/** What is known of it already; days, place and what to bring are asked. */
const planAnswers = ({ reference, now }: MemberTurn, team: LoadedTeam, finding: Followed): Answers => {
  const day = dateOf(now);
  const there = team.members.filter(({ personId }) => membershipsOf(reference.directory, personId, day).length > 0);
  const holder = (role: string): number | undefined => there.find((one) => one.role === role)?.personId;
  const last = team.days.at(-1)?.day ?? day;
  const posts = { leader: holder('leader'), secretary: holder('secretary') };
  return {
    kind: 'check',
    topics: { codes: [...team.topics], done: true },
    enterprises: [finding.enterpriseId],
    ...(last <= day ? { period: [last, day] } : {}),
    ...(posts.leader === undefined ? {} : { leader: posts.leader }),
    deputy: holder('deputy') ?? false,
    ...(posts.secretary === undefined ? {} : { secretary: posts.secretary }),
    members: there.filter(({ role }) => role === 'member').map(({ personId }) => personId),
    // Counts where the yearly limit stands in the way: its document's number is asked then.
    ground: groundOfFollow(team.code, finding.words),
  };
};

/** The minutes are locked: what they say of the remedy is said of the duty. */
export const settleFollowed = async (
  turn: MemberTurn,
  team: LoadedTeam,
  minutes: Minutes,
  items: readonly ItemRow[],
): Promise<readonly Notice[]> => {
  const item = items.find((one) => one.findingId !== null && one.enterpriseId === minutes.enterpriseId);
  const finding = item?.findingId == null ? null : await findingById(turn.tx, item.findingId);
  const duty = finding === null ? null : await lockDuty(turn.tx, finding.dutyId);
  if (item === undefined || duty === null) return [];
  const words = itemResult(team.code, item);
  const decision = followUp(duty, {
    ...{ result: item.state, code: team.code, words, now: turn.now },
    ...{ drafter: minutes.draftedBy, locker: turn.person.id },
  });
  if (decision === null) return [];
  const origin = { actorId: turn.person.id, channel: turn.event.channel, at: turn.now };
  const after = await saveDutyDecision(turn.tx, duty, decision, origin);
  await moveDuties(turn.tx, turn, [after]);
  return owingNotices(turn, duty, after, words);
};

const owingNotices = (
  { reference: { directory }, now, person }: MemberTurn,
  before: LoadedDuty,
  duty: LoadedDuty,
  words: string,
): readonly Notice[] => {
  const prover = before.state === 'proved' && before.provedBy !== null ? [before.provedBy] : [];
  return [...new Set([...handsOf(directory, duty, dateOf(now)), ...prover])]
    .filter((to) => to !== person.id)
    .map((to) => ({
      to,
      class: 'urgent',
      say: { lines: followTexts.settled(duty.title, words), choices: dutyChoices(to, { directory, duty, now }) },
    }));
};

/**
 * Who is in a team changes after it was planned: added, replaced, taken out, given another role. The post of its leader is
 * filled by the unit that decides and nobody else, so that somebody who left never holds up the minutes; and nobody gives a
 * place to himself.
 */
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type TeamFactDraft, teamFact } from './decision.ts';
import type { Minutes } from './minutes.ts';
import { type Member, memberOf, type Team, type TeamRole } from './team.ts';

export const MEMBER_CHANGES = ['replace', 'add', 'remove', 'role'] as const;

export type MemberChange =
  | { readonly kind: 'add'; readonly personId: PersonId; readonly unitId: UnitId; readonly role: TeamRole }
  /** He who comes takes over the role. */
  | {
      readonly kind: 'replace';
      readonly oldId: PersonId;
      readonly personId: PersonId;
      readonly unitId: UnitId;
    }
  | { readonly kind: 'remove'; readonly oldId: PersonId }
  | { readonly kind: 'role'; readonly oldId: PersonId; readonly role: TeamRole };

export type MembersStep = {
  readonly members: readonly Member[];
  /** What was given to him and is not done goes to whoever takes his place; null: to nobody. */
  readonly handed: { readonly from: PersonId; readonly to: PersonId | null } | null;
  readonly fact: TeamFactDraft;
};

type On = {
  readonly team: Pick<Team, 'members'>;
  /** Whoever changes it, and those for whom he stands in. */
  readonly both: readonly PersonId[];
  /** Of the unit that decides. */
  readonly isDecider: boolean;
  /** Whose minutes wait for the leader's lock: he must be another than their drafter. */
  readonly minutes: readonly Pick<Minutes, 'state' | 'draftedBy'>[];
};

export const changeMembers = (on: On, change: MemberChange, reason: string): Result<MembersStep> => {
  const { team } = on;
  const old = 'oldId' in change ? memberOf(team, change.oldId) : null;
  if ('oldId' in change && old === null) return refused('team.no_such_member');
  const came = arrival(change, old);
  if ('personId' in change && memberOf(team, change.personId) !== null) return refused('team.member_twice');
  if (came !== null && on.both.includes(came.personId)) return refused('team.own_place');
  const stay = team.members.filter(({ personId }) => personId !== old?.personId);
  const members = came === null ? stay : [...stay.map((one) => steppedDown(one, came.role)), came];
  const allowed = isWhole(on, members);
  if (!allowed.ok) return allowed;
  const handed = old === null || change.kind === 'role' ? null : { from: old.personId, to: came?.personId ?? null };
  return ok({ members, handed, fact: factOf(change, old, came, reason) });
};

/** Who stands in the team with a new place. */
const arrival = (change: MemberChange, old: Member | null): Member | null => {
  switch (change.kind) {
    case 'add':
      return { personId: change.personId, unitId: change.unitId, role: change.role };
    case 'replace':
      return old === null ? null : { personId: change.personId, unitId: change.unitId, role: old.role };
    case 'role':
      return old === null ? null : { ...old, role: change.role };
    case 'remove':
      return null;
    default:
      return change satisfies never;
  }
};

/** A team has one leader, one deputy and one secretary: whoever held the post before stays as a member. */
const steppedDown = (member: Member, taken: TeamRole): Member =>
  taken !== 'member' && member.role === taken ? { ...member, role: 'member' } : member;

const isWhole = ({ team, isDecider, minutes }: On, members: readonly Member[]): Result<true> => {
  const [before, leader] = [leaderIn(team.members), leaderIn(members)];
  if (leader === null) return refused('team.needs_leader');
  // Somebody beside him has to draft what he locks.
  if (members.length < 2) return refused('team.needs_members');
  if (leader === before) return ok(true);
  if (!isDecider) return refused('team.leader_by_decider');
  const isDrafter = minutes.some(({ state, draftedBy }) => state !== 'locked' && draftedBy === leader);
  return isDrafter ? refused('team.leader_drafted') : ok(true);
};

const leaderIn = (members: readonly Member[]): PersonId | null =>
  members.find(({ role }) => role === 'leader')?.personId ?? null;

const factOf = ({ kind }: MemberChange, old: Member | null, came: Member | null, reason: string): TeamFactDraft =>
  teamFact('members_changed', {
    change: kind,
    ...(old === null ? {} : { oldPerson: old.personId, oldRole: old.role }),
    ...(came === null ? {} : { newPerson: came.personId, newRole: came.role, unit: came.unitId }),
    reason,
  });

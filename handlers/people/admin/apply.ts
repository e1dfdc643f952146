/** Writes a change that is allowed, and says what follows from it: a code, a notice to the person, work to be given anew. */

import { changeCalendar } from '#db/directory/calendar.ts';
import { inviteIn } from '#db/people/invite.ts';
import { addMembership, endMemberships } from '#db/people/membership.ts';
import { correctPerson } from '#db/people/people.ts';
import type { CalendarStep } from '#domain/calendar/change.ts';
import type { Step } from '#domain/directory/step.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { addDays, DAY, dateOf } from '#domain/time.ts';
import type { MemberTurn, Notice } from '#runtime/handler.ts';
import { hashOfCode, newCode } from '#src/ids.ts';
import { slugOf } from '#text/key.ts';
import { changedForYou, invitedLines } from '#text/people/admin.ts';
import { changeAccount } from './accounts.ts';
import { applyAlias } from './alias-step.ts';
import { leftTeamNotices } from './left-teams.ts';
import { openWorkNotices } from './open-work.ts';
import { record } from './record.ts';

/** As the command line gives them. */
const CODE_DAYS = 7;

export type Applied = {
  /** For whoever asked for the change. */
  readonly lines: readonly string[];
  readonly notices: readonly Notice[];
};

/** @param by who asked for the change: of two administrators, the first */
export const apply = async (turn: MemberTurn, step: Step, by: number): Promise<Result<Applied>> => {
  switch (step.kind) {
    case 'invite_new':
    case 'invite_again':
      return giveCode(turn, step, by);
    case 'correct':
      await correctPerson(turn.tx, step);
      await record(turn, [{ kind: 'person_corrected', data: { personId: step.personId, askedBy: by } }]);
      return ok({ lines: [], notices: [] });
    case 'add_role':
      await addMembership(turn.tx, step, step.from);
      await noteMembership(turn, 'role_given', step, by);
      return ok({ lines: [], notices: toldTo(turn, step) });
    case 'end_role':
      await endMemberships(turn.tx, step, step.lastDay);
      await noteMembership(turn, 'role_ended', step, by);
      return leaving(turn, step, step.lastDay);
    case 'move': {
      const { personId, fromUnitId } = step;
      const lastDay = addDays(step.from, -1);
      await endMemberships(turn.tx, { personId, unitId: fromUnitId, role: null }, lastDay);
      await addMembership(turn.tx, step, step.from);
      await noteMembership(turn, 'moved', step, by);
      return leaving(turn, step, lastDay);
    }
    case 'ban':
    case 'unban':
    case 'confirm_account':
      return changeAccount(turn, step, by);
    case 'set_day':
    case 'drop_day':
    case 'confirm_year':
      return applyToCalendar(turn, step, by);
    case 'add_alias':
    case 'drop_alias': {
      const written = await applyAlias(turn, step, by);
      return written.ok ? ok({ lines: [], notices: [] }) : written;
    }
    default:
      return step satisfies never;
  }
};

/** What is open is counted again behind the turn; whoever is concerned hears of it then. */
const applyToCalendar = async (turn: MemberTurn, step: CalendarStep, by: number): Promise<Result<Applied>> => {
  const origin = { actorId: turn.person.id, askedBy: by, channel: turn.event.channel, at: turn.now };
  await changeCalendar(turn.tx, step, origin);
  turn.wakeAt(turn.now);
  return ok({ lines: [], notices: [] });
};

const giveCode = async (
  turn: MemberTurn,
  step: Extract<Step, { kind: 'invite_new' | 'invite_again' }>,
  by: number,
): Promise<Result<Applied>> => {
  const invitee = inviteeOf(turn, step);
  if (!invitee.ok) return invitee;
  const code = newCode();
  const expiresAt = turn.now + CODE_DAYS * DAY;
  const { channel } = turn.event;
  const invited = await inviteIn(turn.tx, {
    invitee: invitee.value,
    codeHash: hashOfCode(code),
    now: turn.now,
    expiresAt,
    // The page of this machine lists people by their accounts there: who invites on it wants to find the new one.
    onWeb: channel === 'web' && invitee.value.kind === 'new',
    actorId: by,
    channel,
  });
  if (invited === null) return refused('admin.person');
  const lines = invitedLines({ name: invited.name, code, expiresAt, links: turn.inviteLinks(code) });
  return ok({ lines, notices: [] });
};

const inviteeOf = (turn: MemberTurn, step: Extract<Step, { kind: 'invite_new' | 'invite_again' }>) => {
  if (step.kind === 'invite_again') {
    const person = turn.reference.directory.people.get(step.personId);
    return person === undefined ? refused('admin.person') : ok({ kind: 'known' as const, key: person.key });
  }
  const { name, title, unitId, role } = step;
  const slug = slugOf(name);
  return slug === null ? refused('admin.name') : ok({ kind: 'new' as const, slug, name, title, unitId, role });
};

type Placed = Extract<Step, { kind: 'add_role' | 'end_role' | 'move' }>;

const noteMembership = (turn: MemberTurn, kind: string, { kind: _, ...data }: Placed, by: number): Promise<void> =>
  record(turn, [{ kind, data: { ...data, askedBy: by } }]);

const leaving = async (turn: MemberTurn, step: Placed, lastDay: string): Promise<Result<Applied>> =>
  ok({
    lines: [],
    notices: [
      // Whose access has ended is not written to.
      ...(lastDay < dateOf(turn.now) && step.kind === 'end_role' ? [] : toldTo(turn, step)),
      ...(await openWorkNotices(turn, step.personId, lastDay)),
      ...(await leftTeamNotices(turn, step.personId, lastDay)),
    ],
  });

const toldTo = ({ reference }: MemberTurn, step: Placed): readonly Notice[] => [
  { to: step.personId, class: 'urgent', say: { lines: changedForYou(reference.directory, step) } },
];

/** Loads a duty that the person may see; a stranger's and one that is not there read the same. */
import { dutiesById, type LoadedDuty, lockDuty } from '#db/duty/duty.ts';
import type { DutyAct } from '#domain/duty/duty.ts';
import { canSeeDuty, type DutyAsked, mayDuty } from '#domain/duty/may.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export const loadDuty = async (turn: MemberTurn, dutyId: number): Promise<Result<LoadedDuty>> => {
  const [duty] = await dutiesById(turn.tx, [dutyId]);
  const scope = scopeOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
  return duty !== undefined && canSeeDuty(scope, duty) ? ok(duty) : refused('duty.unknown');
};

/** Under its lock, when this person may do the act now. */
export const prepareDuty = async (turn: MemberTurn, act: DutyAct, dutyId: number): Promise<Result<LoadedDuty>> => {
  const duty = await lockDuty(turn.tx, dutyId);
  if (duty === null) return refused('duty.unknown');
  const allowed = mayDuty(act, askedBy(turn, duty));
  return allowed.ok ? ok(duty) : allowed;
};

export const askedBy = ({ reference, person, now }: MemberTurn, duty: LoadedDuty): DutyAsked => ({
  ...{ directory: reference.directory, personId: person.id, duty, now },
});

/** Whether a person may see a duty or do something with it now. Asked by handlers, buttons and lists alike. */
import { principalsIn, principalsOf } from '#domain/directory/delegation.ts';
import { type Directory, hasStandingRole, type PersonId } from '#domain/directory/directory.ts';
import { isLent, type Scope, scopeOf } from '#domain/permission/scope.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { DUTY_ACTS, type Duty, type DutyAct, type DutyState } from './duty.ts';
import { decides, isOfUnitSide, leads, owes } from './hands.ts';

export type DutyAsked = {
  readonly directory: Directory;
  readonly personId: PersonId;
  readonly duty: Duty;
  readonly now: Millis;
};

const STATES: Readonly<Record<DutyAct, readonly DutyState[]>> = {
  prove: ['open'],
  assign: ['open'],
  confirm: ['proved'],
  reject: ['proved'],
  cancel: ['open', 'proved'],
};

/** The SQL side is `dutiesOf` of `db/duty/list.ts`. */
export const canSeeDuty = (scope: Scope, { holderId, checkerId, unitId, owedTo }: Duty): boolean =>
  scope.all ||
  scope.units.includes(unitId) ||
  scope.units.includes(owedTo) ||
  scope.desks.includes(unitId) ||
  (holderId === scope.personId && scope.own.includes(unitId)) ||
  (holderId !== null && (scope.people.includes(holderId) || isLent(scope, holderId, unitId))) ||
  checkerId === scope.personId ||
  (checkerId !== null && isLent(scope, checkerId, owedTo));

/** Refused: `duty.unknown` to whoever may not even see it. */
export const mayDuty = (act: DutyAct, { directory, personId, duty, now }: DutyAsked): Result<true> => {
  const day = dateOf(now);
  if (!canSeeDuty(scopeOf(directory, personId, day), duty)) return refused('duty.unknown');
  const isTheirs = dutyActor(act, { directory, personId, duty, now });
  if (isTheirs === null) return refused('duty.not_yours');
  if (!STATES[act].includes(duty.state)) return refused('duty.state', { state: duty.state });
  // Nobody says of his own work that it is done, or need not be done; nor of that of whom he stands in for.
  const both = [personId, ...principalsOf(directory, personId, day).map((one) => one.fromId)];
  const done = [duty.holderId, ...provedBy(duty)];
  const isOwn = !isOfOwing(act) && both.some((one) => done.includes(one));
  return isOwn ? refused('duty.own') : ok(true);
};

export const dutyActsOpenTo = (asked: DutyAsked): readonly DutyAct[] =>
  DUTY_ACTS.filter((act) => mayDuty(act, asked).ok);

/** What the unit that owes it does; the rest is for those whom it is owed to. */
const isOfOwing = (act: DutyAct): boolean => act === 'prove' || act === 'assign';

const RULES: Readonly<Record<DutyAct, typeof owes>> = {
  prove: owes,
  assign: isOfUnitSide,
  confirm: decides,
  reject: decides,
  cancel: decides,
};

/** A proof that did not hold is nobody's any more. */
const provedBy = ({ state, provedBy: by, provedFor }: Duty): readonly (PersonId | null)[] =>
  state === 'open' ? [] : [by, provedFor];

/** By whose right it is done: his own, or of one he stands in for; null: by none. */
export const dutyActor = (act: DutyAct, { directory, personId, duty, now }: DutyAsked): PersonId | null => {
  const day = dateOf(now);
  const lent = principalsIn(directory, personId, isOfOwing(act) ? duty.unitId : duty.owedTo, day);
  const rule = RULES[act];
  if (rule(directory, personId, duty, day)) return personId;
  // The coordinator's right is the regulation's: it is not lent.
  const isStanding = (id: PersonId): boolean =>
    !isOfOwing(act) && hasStandingRole(directory, id, 'coordinator', day) && !leads(directory, id, duty, day);
  return lent.find((id) => rule(directory, id, duty, day) && !isStanding(id)) ?? null;
};

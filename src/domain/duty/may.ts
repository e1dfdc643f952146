/** Whether a person may see a duty or do something with it now. Asked by handlers, buttons and lists alike. */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import { type Scope, scopeOf } from '#domain/permission/scope.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { DUTY_ACTS, type Duty, type DutyAct, type DutyState } from './duty.ts';
import { decides, owes } from './hands.ts';

export type DutyAsked = {
  readonly directory: Directory;
  readonly personId: PersonId;
  readonly duty: Duty;
  readonly now: Millis;
};

const STATES: Readonly<Record<DutyAct, readonly DutyState[]>> = {
  prove: ['open'],
  confirm: ['proved'],
  reject: ['proved'],
  cancel: ['open', 'proved'],
};

/** The SQL side is `dutiesOf` of `db/duty-list.ts`. */
export const canSeeDuty = (scope: Scope, { holderId, checkerId, unitId, owedTo }: Duty): boolean =>
  scope.all ||
  scope.units.includes(unitId) ||
  scope.units.includes(owedTo) ||
  scope.desks.includes(unitId) ||
  (holderId === scope.personId && scope.own.includes(unitId)) ||
  (holderId !== null && scope.people.includes(holderId)) ||
  checkerId === scope.personId;

/** Refused: `duty.unknown` to whoever may not even see it. */
export const mayDuty = (act: DutyAct, { directory, personId, duty, now }: DutyAsked): Result<true> => {
  const day = dateOf(now);
  if (!canSeeDuty(scopeOf(directory, personId, day), duty)) return refused('duty.unknown');
  const isTheirs = act === 'prove' ? owes : decides;
  if (!isTheirs(directory, personId, duty, day)) return refused('duty.not_yours');
  if (!STATES[act].includes(duty.state)) return refused('duty.state', { state: duty.state });
  // Nobody says of his own work that it is done, or need not be done.
  const isOwn = act !== 'prove' && (personId === duty.holderId || personId === provedBy(duty));
  return isOwn ? refused('duty.own') : ok(true);
};

export const dutyActsOpenTo = (asked: DutyAsked): readonly DutyAct[] =>
  DUTY_ACTS.filter((act) => mayDuty(act, asked).ok);

/** A proof that did not hold is nobody's any more. */
const provedBy = ({ state, provedBy: by }: Duty): PersonId | null => (state === 'open' ? null : by);

/**
 * Kiểm tra lại: a team that looks again at a finding of another. One item of its checklist asks for the remedy; the result
 * of that item, once its minutes are locked, settles the duty that the finding had become.
 */
import type { PersonId } from '#domain/directory/directory.ts';
import type { DutyDecision } from '#domain/duty/decide.ts';
import type { Duty } from '#domain/duty/duty.ts';
import type { Millis } from '#domain/time.ts';
import type { ItemState } from './item.ts';

type Followed = {
  readonly result: ItemState;
  readonly code: string;
  /** The result in words: it stands as proof, or as the reason why the remedy is not enough. */
  readonly words: string;
  readonly drafter: PersonId;
  readonly locker: PersonId;
  readonly now: Millis;
};

/** @returns null: it says nothing of the remedy, or whoever locks may not judge it, and the duty goes its own way */
export const followUp = (duty: Duty, { result, code, words, drafter, locker, now }: Followed): DutyDecision | null => {
  if (duty.state !== 'open' && duty.state !== 'proved') return null;
  const decided = { decidedBy: locker, decidedAt: now };
  const fact = (passed: boolean): DutyDecision['fact'] => ({ kind: 'duty_followed', data: { code, passed, words } });
  const rest = { fileIds: [], told: 'owing' as const };
  switch (result) {
    case 'pass': {
      // Nobody says of his own work that it is done.
      const own = duty.state === 'proved' ? [duty.provedBy, duty.provedFor] : [drafter];
      if ([...own, duty.holderId].includes(locker)) return null;
      const proof = duty.state === 'proved' ? {} : { proof: words, provedBy: drafter, provedFor: null, provedAt: now };
      return { change: { state: 'done', ...proof, ...decided }, fact: fact(true), ...rest };
    }
    case 'fail':
      // Whoever reported it done is not judge of it either, also when that was turned down before.
      if (duty.provedBy === locker) return null;
      return { change: { state: 'open', remark: words, ...decided }, fact: fact(false), ...rest };
    case 'not_applicable':
    case 'open':
      return null;
    default:
      return result satisfies never;
  }
};

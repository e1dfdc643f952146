/**
 * A step of the past as the product decides it: allowed by `may`, then decided by the act's own function. A refusal
 * is thrown: the story is wrong, and half of it must not be loaded.
 */
import { may } from '#domain/permission/may.ts';
import { answer } from '#domain/request/decide/answer.ts';
import { assign } from '#domain/request/decide/assign.ts';
import { approve } from '#domain/request/decide/decide-draft.ts';
import { close, synthesise, withdraw } from '#domain/request/decide/finish.ts';
import { receive } from '#domain/request/decide/receive.ts';
import type { Case, Decision } from '#domain/request/decision.ts';
import type { Part } from '#domain/request/request.ts';
import type { Result } from '#domain/result.ts';
import type { PartAct, Step } from './past-steps.ts';

export const decideStep = (on: Case, step: Step): Decision => {
  if (step.part === null) {
    assertAllowed(on, step, null);
    return decideOnRequest(on, step);
  }
  const part = on.dossier.parts[step.part];
  if (part === undefined) throw new Error(`${on.dossier.request.code} has no part ${step.part}`);
  assertAllowed(on, step, part);
  return granted(decideOnPart(on, part, step), on, step);
};

const decideOnPart = (on: Case, part: Part, step: PartAct): Result<Decision> => {
  switch (step.act) {
    case 'receive':
      return { ok: true, value: receive(on, part) };
    case 'assign':
      return assign(on, part, step.to);
    case 'answer':
      return answer(on, part, { position: step.position, words: step.words, fileIds: [] });
    case 'approve':
      return approve(on, part);
    default:
      return step satisfies never;
  }
};

const decideOnRequest = (on: Case, step: Extract<Step, { readonly part: null }>): Decision => {
  switch (step.act) {
    case 'synthesise':
      return granted(synthesise(on, { remarks: step.remarks, leftOut: '' }), on, step);
    case 'close':
      return close(on, step.result);
    case 'withdraw':
      return withdraw(on, step.reason);
    default:
      return step satisfies never;
  }
};

const assertAllowed = (on: Case, step: Step, part: Part | null): void => {
  const { dossier, actor, now, reference } = on;
  granted(may(step.act, { reference, personId: actor, dossier, part, now }), on, step);
};

const granted = <T>(result: Result<T>, { dossier, actor }: Case, { act }: Step): T => {
  if (!result.ok) throw new Error(`${dossier.request.code}: ${act} by person ${actor} is refused: ${result.code}`);
  return result.value;
};

/** From the answers of an act's form to the domain's decision. */
import type { ActName } from '#domain/request/acts.ts';
import { type AnswerInput, answer } from '#domain/request/decide/answer.ts';
import { assign } from '#domain/request/decide/assign.ts';
import { addUnit, askAgain, changeUrgency, dropUnit, urge } from '#domain/request/decide/change.ts';
import { askCompletion, complete } from '#domain/request/decide/complete.ts';
import { approve, returnDraft } from '#domain/request/decide/decide-draft.ts';
import { agreeExtension, askExtension, refuseExtension } from '#domain/request/decide/extend.ts';
import { close, reopen, synthesise, undo, withdraw } from '#domain/request/decide/finish.ts';
import { agreeHandover, handOn, refuseHandover } from '#domain/request/decide/hand-on.ts';
import { receive } from '#domain/request/decide/receive.ts';
import type { Case, Decision } from '#domain/request/decision.ts';
import type { Part, Position, Urgency } from '#domain/request/request.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Answers } from '#forms/define.ts';
import { gatheredFiles } from '#forms/fields.ts';

export const decide = (act: ActName, on: Case, part: Part | null, answers: Answers): Result<Decision> =>
  part === null ? decideOnRequest(act, on, answers) : decideOnPart(act, on, part, answers);

const decideOnRequest = (act: ActName, on: Case, answers: Answers): Result<Decision> => {
  const words = wordsOf(answers);
  switch (act) {
    case 'undo':
      return ok(undo(on));
    case 'withdraw':
      return ok(withdraw(on, words));
    case 'synthesise':
      return synthesise(on, { remarks: words, leftOut: String(answers.left_out ?? '') });
    case 'close':
      return ok(close(on, words));
    case 'reopen':
      return reopen(on, Array.isArray(answers.parts) ? answers.parts.map(Number) : [], words);
    case 'add_unit':
      return addUnit(on, Number(answers.unit));
    case 'change_urgency':
      return changeUrgency(on, answers.urgency as Urgency, words); // `fits` holds it to the list
    default:
      throw new Error(`${act} is an act on a part`);
  }
};

const decideOnPart = (act: ActName, on: Case, part: Part, answers: Answers): Result<Decision> => {
  const words = wordsOf(answers);
  switch (act) {
    case 'receive':
      return ok(receive(on, part));
    case 'assign':
      return assign(on, part, Number(answers.person));
    case 'answer':
    case 'replace_answer':
      return answer(on, part, answerOf(answers));
    case 'approve':
      return approve(on, part);
    case 'return_draft':
      return returnDraft(on, part, words);
    case 'ask_again':
      return ok(askAgain(on, part, words));
    case 'ask_extension':
      return askExtension(on, part, { until: String(answers.until), reason: words });
    case 'agree_extension':
      return agreeExtension(on, part);
    case 'refuse_extension':
      return refuseExtension(on, part);
    case 'ask_completion':
      return ok(askCompletion(on, part, words));
    case 'complete':
      return ok(complete(on, part, words));
    case 'hand_on':
      return handOn(on, part, { unitId: Number(answers.unit), reason: words });
    case 'agree_handover':
      return agreeHandover(on, part);
    case 'refuse_handover':
      return refuseHandover(on, part);
    case 'urge':
      return ok(urge(on, part));
    case 'drop_unit':
      return ok(dropUnit(on, part, words));
    default:
      throw new Error(`${act} is an act on a request`);
  }
};

const wordsOf = (answers: Answers): string => String(answers.words ?? '');

const answerOf = (answers: Answers): AnswerInput => ({
  position: answers.position as Position, // the domain refuses what is not of the request's type
  // Captions and texts that came with the files belong to the answer.
  words: [wordsOf(answers), ...gatheredFiles(answers, 'files').words].join('\n'),
  fileIds: gatheredFiles(answers, 'files').ids,
});

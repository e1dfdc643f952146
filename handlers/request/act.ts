/** The acts as buttons: done at once, or after the form that asks what the act needs. */
import { filesById } from '#db/file.ts';
import { ACT_NAMES, type ActName } from '#domain/request/acts.ts';
import { answer } from '#domain/request/decide/answer.ts';
import { assign } from '#domain/request/decide/assign.ts';
import { approve, returnDraft } from '#domain/request/decide/decide-draft.ts';
import { close, synthesise, undo } from '#domain/request/decide/finish.ts';
import { receive } from '#domain/request/decide/receive.ts';
import type { Decision } from '#domain/request/decision.ts';
import type { Part, Position } from '#domain/request/request.ts';
import { ok, type Result } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import { gatheredFiles } from '#forms/fields.ts';
import { formResume } from '#runtime/form-actions.ts';
import { type FormHandler, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { actAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { acts } from '#text/request/words.ts';
import { ACT_FORM, type ActContext, ASKING_ACTS, actForm } from './act.form.ts';
import { fileFault } from './file-fault.ts';
import { commitDecision, prepare, type Ready, refuse, type Subject } from './perform.ts';

export const act = on(actAction, async (turn, subject) => {
  const ready = await prepare(turn, subject);
  if (!ready.ok) return refuse(ready);
  if (ASKING_ACTS.includes(subject.act)) {
    return { form: { kind: 'open', formId: ACT_FORM, subject: subjectKey(subject), answers: {} } };
  }
  return perform(turn, subject.act, ready.value, {});
});

const perform = async (turn: MemberTurn, name: ActName, ready: Ready, answers: Answers): Promise<Outcome> => {
  const decision = decide(name, ready, answers);
  return decision.ok ? commitDecision(turn, name, ready, decision.value) : refuse(decision);
};

const decide = (name: ActName, { on: by, part }: Ready, answers: Answers): Result<Decision> => {
  const words = String(answers.words ?? '');
  switch (name) {
    case 'undo':
      return ok(undo(by));
    case 'synthesise':
      return ok(synthesise(by, words));
    case 'close':
      return ok(close(by, words));
    case 'receive':
      return ok(receive(by, ofPart(part)));
    case 'assign':
      return assign(by, ofPart(part), Number(answers.person));
    case 'answer':
      return answer(by, ofPart(part), {
        position: answers.position as Position, // the domain refuses what is not of the request's type
        // Captions and texts sent with the files belong to the answer.
        words: [words, ...gatheredFiles(answers, 'files').words].join('\n'),
        fileIds: gatheredFiles(answers, 'files').ids,
      });
    case 'approve':
      return approve(by, ofPart(part));
    case 'return_draft':
      return returnDraft(by, ofPart(part), words);
    default:
      return name satisfies never;
  }
};

/** `may` has refused an act on a part without its part. */
const ofPart = (part: Part | null): Part => {
  if (part === null) throw new Error('an act on a part came without a part');
  return part;
};

export const actHandler: FormHandler<ActContext> = {
  form: actForm,
  context: async (turn, key) => {
    const subject = parseSubject(key);
    const ready = await prepare(turn, subject);
    if (!ready.ok) return ready;
    const { dossier, part } = ready.value;
    return ok({ reference: turn.reference, act: subject.act, request: dossier.request, part, day: dateOf(turn.now) });
  },
  complete: async (turn, open, context) => {
    const files = await filesById(turn.tx, gatheredFiles(open.answers, 'files').ids);
    const fault = fileFault(files);
    if (fault !== null) {
      const again = pick(formResume, acts.answer, { form: open.id });
      return { say: [{ lines: sayRefusal(fault), choices: [[again]] }] };
    }
    const ready = await prepare(turn, parseSubject(open.subject));
    const outcome = ready.ok ? await perform(turn, context.act, ready.value, open.answers) : refuse(ready);
    return { ...outcome, form: { kind: 'end', id: open.id } };
  },
};

/** What the form is about, as one text; a form of an earlier release that does not parse is a fault of ours. */
const subjectKey = ({ act: name, requestId, partId }: Subject): string => `${name}:${requestId}:${partId ?? ''}`;

const parseSubject = (key: string): Subject => {
  const [name, requestId, partId] = key.split(':');
  const found = ACT_NAMES.find((one) => one === name);
  if (found === undefined) throw new Error('the form is about an act that does not exist');
  return { act: found, requestId: Number(requestId), partId: partId ? Number(partId) : null };
};

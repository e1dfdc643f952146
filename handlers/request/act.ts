/** The acts as buttons: done at once, or after the form that asks what the act needs. */
import { filesById } from '#db/file.ts';
import { ACT_NAMES, type ActName } from '#domain/request/acts.ts';
import { ok } from '#domain/result.ts';
import type { Answers } from '#forms/define.ts';
import { fileFault } from '#handlers/file-fault.ts';
import { formResume } from '#runtime/form-actions.ts';
import { type FormHandler, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { actAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { actLabel } from '#text/request/acts/index.ts';
import { ACT_FORM, actForm } from './act.form.ts';
import type { ActContext } from './act-context.ts';
import { asks, decide } from './act-table.ts';
import { givenOf } from './given.ts';
import { commitDecision, prepare, type Ready, refuse, type Subject } from './perform.ts';

export const act = on(actAction, (turn, subject) => startAct(turn, subject, {}));

/** @param answers what is known already of what the act asks for */
export const startAct = async (turn: MemberTurn, subject: Subject, answers: Answers): Promise<Outcome> => {
  const ready = await prepare(turn, subject);
  if (!ready.ok) return refuse(ready);
  if (asks(subject.act)) {
    return { form: { kind: 'open', formId: ACT_FORM, subject: subjectKey(subject), answers } };
  }
  return perform(turn, subject.act, ready.value, {});
};

const perform = async (turn: MemberTurn, name: ActName, ready: Ready, answers: Answers): Promise<Outcome> => {
  const decision = decide(name, ready.on, ready.part, answers);
  const given = givenOf(answers);
  const words = given.leftOut === '' ? given.words : given.leftOut;
  return decision.ok ? commitDecision(turn, { act: name, words }, ready, decision.value) : refuse(decision);
};

export const actHandler: FormHandler<ActContext> = {
  form: actForm,
  context: async (turn, key) => {
    const subject = parseSubject(key);
    const ready = await prepare(turn, subject);
    if (!ready.ok) return ready;
    const { dossier, part } = ready.value;
    return ok({ reference: turn.reference, act: subject.act, dossier, part, now: turn.now });
  },
  complete: async (turn, open, context) => {
    const files = await filesById(turn.tx, givenOf(open.answers).fileIds);
    const fault = fileFault(files);
    if (fault !== null) {
      const again = pick(formResume, actLabel(context.act), { form: open.id });
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

/** Acts on a duty: done at once, or after the form that asks for words (and, of a proof, files). */

import { type LoadedDuty, saveDutyDecision } from '#db/duty/duty.ts';
import { moveDuties } from '#db/duty/moments.ts';
import { filesById } from '#db/file.ts';
import { type Directory, type PersonId, worksFor } from '#domain/directory/directory.ts';
import { type DutyAudience, type DutyDecision, decideDuty } from '#domain/duty/decide.ts';
import { DUTY_ACTS, type Duty, type DutyAct } from '#domain/duty/duty.ts';
import { decidersOf } from '#domain/duty/hands.ts';
import { dutyActor } from '#domain/duty/may.ts';
import type { Reference } from '#domain/reference.ts';
import { handsOf } from '#domain/request/hands.ts';
import { ok } from '#domain/result.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { Answers, Field, Form } from '#forms/define.ts';
import { filesField, gatheredFiles, parseText } from '#forms/fields.ts';
import { fileFault } from '#handlers/file-fault.ts';
import { parseStaff, staffOptions } from '#handlers/staff.ts';
import { formResume } from '#runtime/form-actions.ts';
import { type FormHandler, type MemberTurn, type Notice, type Outcome, on, pick } from '#runtime/handler.ts';
import { dutyActAction, dutyChoices } from '#src/notice/duty.ts';
import { dutyTold } from '#text/duty/card.ts';
import { dutyActs, dutyTexts } from '#text/duty/words.ts';
import { sayRefusal } from '#text/refusals.ts';
import { askedBy, prepareDuty } from './load.ts';
import { sayDuty } from './show.ts';

export const actOnDuty = on(dutyActAction, async (turn, { act, dutyId }) => {
  const ready = await prepareDuty(turn, act, dutyId);
  if (!ready.ok) return { toast: sayRefusal(ready).join(' ') };
  if (dutyActs[act].ask === null) return perform(turn, act, ready.value, {});
  return { form: { kind: 'open', formId: FORM, subject: `${act}:${dutyId}`, answers: {} } };
});

const FORM = 'duty.act';

type Context = {
  readonly act: DutyAct;
  readonly duty: LoadedDuty;
  readonly reference: Reference;
  readonly now: Millis;
};

const words: Field<Context> = {
  key: 'words',
  label: dutyTexts.words,
  ask: (_answers, { act, duty }) => ({ lines: [[{ bold: duty.title }], dutyActs[act].ask ?? ''], options: [] }),
  when: (_answers, { act }) => act !== 'assign',
  parse: parseText(),
};

const person: Field<Context> = {
  key: 'person',
  label: dutyTexts.person,
  ask: (_answers, context) => ({
    lines: [[{ bold: context.duty.title }], dutyActs.assign.ask ?? ''],
    options: colleagues(context).map((option) => [option]),
  }),
  when: (_answers, { act }) => act === 'assign',
  parse: (input, _answers, context) => parseStaff(input, colleagues(context)),
};

const colleagues = ({ reference, duty: { unitId, holderId }, now }: Context) =>
  staffOptions({ reference, unitId, holderId, now });

const form: Form<Context> = {
  id: FORM,
  version: 1,
  fields: [
    words,
    person,
    { ...filesField<Context>('files', dutyTexts.enclosures), when: (_answers, { act }) => act === 'prove' },
  ],
};

export const dutyActHandler: FormHandler<Context> = {
  form,
  context: async (turn, subject) => {
    const { act, dutyId } = parseSubject(subject);
    const ready = await prepareDuty(turn, act, dutyId);
    const { reference, now } = turn;
    return ready.ok ? ok({ act, duty: ready.value, reference, now }) : ready;
  },
  complete: async (turn, open, { act, duty }) => {
    const fault = fileFault(await filesById(turn.tx, gatheredFiles(open.answers, 'files').ids));
    if (fault !== null) {
      const again = pick(formResume, dutyActs[act].label, { form: open.id });
      return { say: [{ lines: sayRefusal(fault), choices: [[again]] }] };
    }
    return { ...(await perform(turn, act, duty, open.answers)), form: { kind: 'end', id: open.id } };
  },
};

const parseSubject = (subject: string): { readonly act: DutyAct; readonly dutyId: number } => {
  const [name, dutyId] = subject.split(':');
  const act = DUTY_ACTS.find((one) => one === name);
  if (act === undefined) throw new Error('the form is about an act that does not exist');
  return { act, dutyId: Number(dutyId) };
};

const perform = async (turn: MemberTurn, act: DutyAct, duty: LoadedDuty, answers: Answers): Promise<Outcome> => {
  const { ids: fileIds, words: texts } = gatheredFiles(answers, 'files');
  const given = [String(answers.words ?? ''), ...texts].filter((line) => line !== '').join('\n');
  const actor = turn.person.id;
  const right = dutyActor(act, askedBy(turn, duty));
  const by = { actor, actingFor: right === actor ? null : right, now: turn.now };
  const person = answers.person === undefined ? null : Number(answers.person);
  const decision = decideDuty(act, duty, { words: given, fileIds, person }, by);
  const origin = { actorId: actor, actingFor: by.actingFor, channel: turn.event.channel, at: turn.now };
  const after = await saveDutyDecision(turn.tx, duty, decision, origin);
  await moveDuties(turn.tx, turn, [after]);
  const card = await sayDuty(turn, after);
  return {
    say: [{ ...card, lines: [dutyActs[act].done, '', ...card.lines] }],
    notices: noticesOf(turn, { before: duty, after }, decision, { act, actor: turn.person.id, words: given }),
  };
};

const noticesOf = (
  { reference: { directory }, now, person }: MemberTurn,
  { before, after: duty }: { readonly before: Duty; readonly after: Duty },
  { told }: DutyDecision,
  did: Parameters<typeof dutyTold>[2],
): readonly Notice[] =>
  audienceOf(told, before, { directory, duty, now })
    .filter((to) => to !== person.id)
    .map((to) => ({
      to,
      class: 'urgent',
      say: { lines: dutyTold(directory, duty, did), choices: dutyChoices(to, { directory, duty, now }) },
    }));

/** Whoever reported it done hears of what was said to it, beside those in whose hands it is. */
const audienceOf = (
  told: DutyAudience | null,
  before: Duty,
  { directory, duty, now }: Omit<Parameters<typeof dutyChoices>[1], 'personId'>,
): readonly PersonId[] => {
  const day = dateOf(now);
  if (told === 'deciding') return decidersOf(directory, duty, day);
  if (told === null) return [];
  if (told === 'holders') return [...new Set([duty, before].flatMap((one) => holderOf(directory, one, day)))];
  const prover = duty.provedBy;
  const isThere = prover !== null && worksFor(directory, prover, duty.unitId, day);
  return [...new Set([...handsOf(directory, duty, day), ...(isThere ? [prover] : [])])];
};

/** Whoever stands in for him hears it in his place; of a desk that had it, nobody need be told that it is rid of it. */
const holderOf = (directory: Directory, duty: Duty, day: IsoDate): readonly PersonId[] =>
  duty.holderId === null ? [] : handsOf(directory, duty, day);

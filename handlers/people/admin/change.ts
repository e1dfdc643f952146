/** Opens the questions of a change, carries it out when they are answered; and changes that ask nothing. */
import { managedUnits, mayAdminister } from '#domain/directory/administer.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type FormHandler, type MemberTurn, on } from '#runtime/handler.ts';
import { changeAction, stepAction } from './actions.ts';
import { carryOut } from './carry-out.ts';
import { CHANGE_FORM, type ChangeContext, changeForm } from './change.form.ts';
import { readSubject, stepOf } from './change-step.ts';

export const openChange = on(changeAction, async (_turn, { subject }) => ({
  form: { kind: 'open', formId: CHANGE_FORM, subject, answers: {} },
}));

export const changeHandler: FormHandler<ChangeContext> = {
  form: changeForm,
  context: async (turn, subject) => contextOf(turn, subject),
  complete: async (turn, open, context) => ({
    ...(await carryOut(turn, stepOf(context, open.answers))),
    form: { kind: 'end', id: open.id },
  }),
};

const contextOf = (turn: MemberTurn, subject: string): Result<ChangeContext> => {
  const wanted = readSubject(subject);
  if (wanted === null) return refused('form.gone');
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  if (wanted.personId === null) {
    const mayInvite = managedUnits(directory, turn.person.id, day).length > 0;
    return mayInvite ? ok({ kind: wanted.kind, person: null, turn }) : refused('admin.none');
  }
  const person = directory.people.get(wanted.personId);
  if (person === undefined) return refused('admin.person');
  const may = mayAdminister(directory, turn.person.id, { kind: 'see', personId: person.id }, day);
  if (!may.ok) return may;
  return person.id === turn.person.id ? refused('admin.self') : ok({ kind: wanted.kind, person, turn });
};

export const oneStep = on(stepAction, (turn, { step }) => carryOut(turn, step));

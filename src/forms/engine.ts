/** Moves through a form. Pure: answers in, answers out; the position is a function of them. */
import type { Answered, Answers, Field, Form, Input } from './define.ts';

/** The field to ask next, or null when the form is complete. */
export const position = <C>(form: Form<C>, answers: Answers, context: C): Field<C> | null =>
  form.fields.find((field) => isAsked(field, answers, context) && !isAnswered(field, answers, context)) ?? null;

const isAsked = <C>(field: Field<C>, answers: Answers, context: C): boolean =>
  field.when === undefined || field.when(answers, context);

const isAnswered = <C>(field: Field<C>, answers: Answers, context: C): boolean => {
  const value = answers[field.key];
  if (value === undefined) return false;
  if (field.gathers?.(value) === true) return false;
  return field.fits === undefined || field.fits(value, answers, context);
};

/** The field that an input is for: files go where files are kept, whatever is being asked. */
export const receiver = <C>(form: Form<C>, input: Input, answers: Answers, context: C): Field<C> | null => {
  const collector =
    input.kind === 'files'
      ? form.fields.find((field) => field.collectsFiles && isAsked(field, answers, context))
      : undefined;
  return collector ?? position(form, answers, context);
};

/** Gives an input to one field; a refusal leaves the answers as they were. */
export const answer = <C>(field: Field<C>, input: Input, answers: Answers, context: C): Answered => {
  const parsed = field.parse(input, answers, context);
  return parsed.ok ? { ok: true, answers: { ...answers, [field.key]: parsed.value } } : parsed;
};

/** Opens one answer, so that it is asked again; the others stay, and so does what was gathered. */
export const reopen = <C>(form: Form<C>, answers: Answers, key: string): Answers => {
  const { [key]: value, ...rest } = answers;
  const kept = form.fields.find((field) => field.key === key)?.reopened;
  return kept === undefined || value === undefined ? rest : { ...rest, [key]: kept(value) };
};

/** Fields that apply and have an answer: what a summary may offer to edit. */
export const editable = <C>(form: Form<C>, answers: Answers, context: C): readonly Field<C>[] =>
  form.fields.filter((field) => isAsked(field, answers, context) && answers[field.key] !== undefined);

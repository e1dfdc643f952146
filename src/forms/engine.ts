/** Moves through a form. Pure: answers in, answers out; the position is a function of them. */
import type { Answered, Answers, Field, Form, Input } from './define.ts';

/** The field to ask next, or null when the form is complete. */
export const position = <C>(form: Form<C>, answers: Answers, context: C): Field<C> | null =>
  form.fields.find((field) => isOpen(field, answers, context)) ?? null;

/** It is asked, or will be: it applies and has no answer yet. */
export const isOpen = <C>(field: Field<C>, answers: Answers, context: C): boolean =>
  isAsked(field, answers, context) && !isAnswered(field, answers, context);

const isAsked = <C>(field: Field<C>, answers: Answers, context: C): boolean =>
  field.when === undefined || field.when(answers, context);

const isAnswered = <C>(field: Field<C>, answers: Answers, context: C): boolean => {
  const value = answers[field.key];
  if (field.optional === true && (value === undefined || value === false)) return true;
  if (value === undefined || (field.optional === true && value === null)) return false;
  if (field.gathers?.(value) === true) return false;
  return field.fits === undefined || field.fits(value, answers, context);
};

/** The field that an input is for: files go where files are kept, whatever is being asked. */
export const receiver = <C>(form: Form<C>, input: Input, answers: Answers, context: C): Field<C> | null => {
  const gatherer = input.kind === 'files' ? collector(form, answers, context) : undefined;
  return gatherer ?? position(form, answers, context);
};

/** The field that gathers files and further words, if the form has one. */
export const collector = <C>(form: Form<C>, answers: Answers, context: C): Field<C> | undefined =>
  form.fields.find((field) => field.collectsFiles && isAsked(field, answers, context));

/** Gives an input to one field; a refusal leaves the answers as they were. */
export const answer = <C>(field: Field<C>, input: Input, answers: Answers, context: C): Answered => {
  const parsed = field.parse(input, answers, context);
  return parsed.ok ? { ok: true, answers: { ...answers, [field.key]: parsed.value } } : parsed;
};

/** Opens one answer, so that it is asked again; the others stay, and so does what was gathered. */
export const reopen = <C>(form: Form<C>, answers: Answers, key: string): Answers => {
  const { [key]: value, ...rest } = answers;
  const field = form.fields.find((one) => one.key === key);
  if (field?.optional === true) return { ...rest, [key]: null };
  const kept = field?.reopened;
  return kept === undefined || value === undefined ? rest : { ...rest, [key]: kept(value) };
};

/** Fields that apply and have an answer, and those that may have one: what a summary may offer to edit. */
export const editable = <C>(form: Form<C>, answers: Answers, context: C): readonly Field<C>[] =>
  form.fields.filter(
    (field) => isAsked(field, answers, context) && (field.optional === true || answers[field.key] !== undefined),
  );

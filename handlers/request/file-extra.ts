/**
 * The own form of a field of coordination. Its questions are data and may change while a draft is being filled: answers
 * are kept under their keys, what is no longer asked is left out, and what has come new is asked. Required ones follow
 * the type; the others are offered under Sửa.
 */
import { type ExtraAnswer, type FieldQuestion, questionsOn } from '#domain/request/own-form.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Answers, Field, Input, Json, Option } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { momentIn } from '#handlers/read-day.ts';
import { countIn } from '#text/number-in.ts';
import { more } from '#text/request/filing-more.ts';
import type { FileContext } from './file-context.ts';

type Kind = 'required' | 'offered';

/** One form field for all of a kind: its answer is an object, and fits when each question of today has its value. */
const ownForm = (kind: Kind): Field<FileContext> => ({
  key: kind,
  label: more.extra.label[kind],
  ...(kind === 'offered' ? { optional: true } : {}),
  when: (answers, context) => asked(kind, answers, context).length > 0,
  ask: (answers, context) => {
    const question = nextOf(kind, answers, context);
    if (question === null) return { lines: [], options: [] };
    return { lines: more.extra.ask(question), options: optionsOf(question).map((option) => [option]) };
  },
  parse: (input, answers, context) => {
    const question = nextOf(kind, answers, context);
    if (question === null) return refused('field.choose');
    const value = input.kind === 'option' ? picked(question, input.value) : typed(question, input, context);
    return value.ok ? ok({ ...given(answers[kind]), [question.key]: value.value }) : value;
  },
  yields: ({ code }) => code === 'field.choose',
  fits: (_value, answers, context) => nextOf(kind, answers, context) === null,
});

export const requiredField = ownForm('required');
export const offeredField = ownForm('offered');

/** The answers to what is asked today, in order; what was left empty is not among them. */
export const extraOf = (answers: Answers, context: FileContext): readonly ExtraAnswer[] =>
  (['required', 'offered'] as const).flatMap((ofKind) =>
    asked(ofKind, answers, context).flatMap(({ key, label, kind }): ExtraAnswer[] => {
      const value = given(answers[ofKind])[key];
      return typeof value === 'string' || typeof value === 'number' ? [{ key, label, kind, value }] : [];
    }),
  );

const asked = (kind: Kind, answers: Answers, { reference, day }: FileContext): readonly FieldQuestion[] =>
  typeof answers.field === 'number'
    ? questionsOn(reference.fields, answers.field, day).filter(({ required }) => required === (kind === 'required'))
    : [];

const given = (value: Json | undefined): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !('length' in value) ? value : {};

const nextOf = (kind: Kind, answers: Answers, context: FileContext): FieldQuestion | null =>
  asked(kind, answers, context).find((question) => !isGiven(question, given(answers[kind])[question.key])) ?? null;

/** A value of another kind than the question has now is asked for again. */
const isGiven = ({ kind, choices, required }: FieldQuestion, value: Json | undefined): boolean => {
  if (value === null) return !required;
  if (kind === 'number') return typeof value === 'number';
  return typeof value === 'string' && (kind !== 'choice' || choices.includes(value));
};

/** An option names its question: one of the question before is no answer to this one. */
const optionsOf = ({ key, choices, required }: FieldQuestion): readonly Option[] => [
  ...choices.map((choice) => ({ label: choice, value: [key, choice] })),
  ...(required ? [] : [{ label: more.extra.skip, value: [key, null] }]),
];

const picked = (question: FieldQuestion, value: Json): Result<Json> => {
  const isOffered = optionsOf(question).some((option) => JSON.stringify(option.value) === JSON.stringify(value));
  return isOffered && Array.isArray(value) ? ok(value[1] ?? null) : refused('field.choose');
};

/** Letters of one short answer: more belongs to the content. */
const LONGEST = 300;

const typed = (question: FieldQuestion, input: Input, { reference: { calendar }, now }: FileContext): Result<Json> => {
  if (question.kind === 'choice') return refused('field.choose');
  const words = parseText(LONGEST)(input);
  if (!words.ok || question.kind === 'text') return words;
  if (question.kind === 'number') return countIn(String(words.value));
  const read = momentIn(String(words.value), { now, calendar, direction: 'forward' });
  return read.ok ? ok(read.value.date) : read;
};

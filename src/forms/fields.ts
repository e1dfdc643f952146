/** Field parsers that several forms share. Each gives a value to keep, or a refusal. */
import { ok, type Result, refused } from '#domain/result.ts';
import type { Answers, Field, Input, Json, Option } from './define.ts';

/** Letters of one text answer; a longer one belongs in an attached file. */
const LONGEST_TEXT = 4_000;

export const parseText =
  (most = LONGEST_TEXT) =>
  (input: Input): Result<Json> => {
    const clean = wordsOf(input).normalize('NFC').trim();
    if (clean === '') return refused('field.text_missing');
    return clean.length > most ? refused('field.text_too_long', { most }) : ok(clean);
  };

const wordsOf = (input: Input): string => {
  if (input.kind === 'text') return input.text;
  return input.kind === 'files' ? input.caption : '';
};

/** One of the offered options, or its label typed in full. */
export const parseOption = (input: Input, options: readonly Option[]): Result<Json> => {
  if (input.kind !== 'option') return refused('field.choose');
  const offered = options.some((option) => JSON.stringify(option.value) === JSON.stringify(input.value));
  return offered ? ok(input.value) : refused('field.choose');
};

export type Gathered = { readonly ids: readonly number[]; readonly done: boolean };

/** The files gathered so far; nothing yet when the answer is missing. */
export const gatheredFiles = (answers: Answers, key: string): Gathered => {
  const value = answers[key];
  if (typeof value !== 'object' || value === null || !('ids' in value) || !Array.isArray(value.ids)) {
    return { ids: [], done: false };
  }
  return { ids: value.ids.filter((id): id is number => typeof id === 'number'), done: value.done === true };
};

type FilesWords = {
  readonly label: string;
  readonly ask: (count: number) => readonly string[];
  readonly none: string;
  readonly done: string;
};

/** Gathers files until the person says that is all. */
export const filesField = <C>(key: string, words: FilesWords): Field<C> => ({
  key,
  label: words.label,
  collectsFiles: true,
  ask: (answers) => {
    const { ids } = gatheredFiles(answers, key);
    return {
      lines: words.ask(ids.length),
      options: [[{ label: ids.length === 0 ? words.none : words.done, value: true }]],
    };
  },
  parse: (input, answers) => {
    const { ids, done } = gatheredFiles(answers, key);
    if (input.kind === 'files') return ok({ ids: [...ids, ...input.fileIds], done });
    return input.kind === 'option' ? ok({ ids: [...ids], done: true }) : refused('field.files_only');
  },
  gathers: (value) => !gatheredFiles({ [key]: value }, key).done,
});

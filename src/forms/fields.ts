/** Field parsers that several forms share. Each gives a value to keep, or a refusal. */
import { ok, type Result, refused } from '#domain/result.ts';
import type { Answers, Field, Input, Json, Option } from './define.ts';

/** Letters of one text answer; a longer one belongs in an attached file. */
const LONGEST_TEXT = 4_000;

export const parseText =
  (most = LONGEST_TEXT) =>
  (input: Input): Result<Json> => {
    // Taking the caption and losing the file would go unnoticed.
    if (input.kind === 'files' && input.fileIds.length > 0) return refused('field.no_files');
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

export type Gathered = { readonly ids: readonly number[]; readonly words: readonly string[]; readonly done: boolean };

/** The files and words gathered so far, in the order they came; nothing yet when the answer is missing. */
export const gatheredFiles = (answers: Answers, key: string): Gathered => {
  const value = answers[key];
  if (typeof value !== 'object' || value === null || !('ids' in value) || !Array.isArray(value.ids)) {
    return { ids: [], words: [], done: false };
  }
  // A draft of the release before has no words.
  const words = 'words' in value && Array.isArray(value.words) ? value.words : [];
  return {
    ids: value.ids.filter((id): id is number => typeof id === 'number'),
    words: words.filter((one): one is string => typeof one === 'string'),
    done: value.done === true,
  };
};

type FilesWords = {
  readonly label: string;
  readonly ask: (files: number, texts: number) => readonly string[];
  readonly none: string;
  readonly done: string;
  /** Offered to take back what was gathered: the only way to be rid of a file that could not be had. */
  readonly drop?: { readonly files: string; readonly texts: string };
};

/** Gathers files, their captions and further texts until the person says that is all: nothing sent here is dropped. */
export const filesField = <C>(key: string, words: FilesWords): Field<C> => ({
  key,
  label: words.label,
  collectsFiles: true,
  ask: (answers) => {
    const { ids, words: texts } = gatheredFiles(answers, key);
    return {
      lines: words.ask(ids.length, texts.length),
      options: [
        [{ label: ids.length + texts.length === 0 ? words.none : words.done, value: true }],
        ...dropOptions(words, ids.length, texts.length).map((one) => [one]),
      ],
    };
  },
  parse: (input, answers) => gather(gatheredFiles(answers, key), input),
  reopened: (value) => ({ ...gatheredFiles({ [key]: value }, key), done: false }),
  gathers: (value) => !gatheredFiles({ [key]: value }, key).done,
});

const dropOptions = ({ drop }: FilesWords, files: number, texts: number): readonly Option[] => [
  ...(drop === undefined || files === 0 ? [] : [{ label: drop.files, value: DROP_FILES }]),
  ...(drop === undefined || texts === 0 ? [] : [{ label: drop.texts, value: DROP_TEXTS }]),
];

const DROP_FILES = 'drop_files';
const DROP_TEXTS = 'drop_texts';

const gather = ({ ids, words, done }: Gathered, input: Input): Result<Json> => {
  if (input.kind === 'option') return ok(afterOption({ ids, words, done }, input.value));
  const fileIds = input.kind === 'files' ? input.fileIds : [];
  const all = [...ids, ...fileIds];
  if (fileIds.length > 0 && wordsOf(input).trim() === '') return ok({ ids: all, words, done });
  const text = parseText()({ kind: 'text', text: wordsOf(input) });
  if (text.ok) return ok({ ids: all, words: [...words, text.value], done });
  return text.code === 'field.text_missing' ? refused('field.files_only') : text;
};

const afterOption = (gathered: Gathered, value: Json): Json => {
  if (value === DROP_FILES) return { ...gathered, ids: [], done: false };
  if (value === DROP_TEXTS) return { ...gathered, words: [], done: false };
  return { ...gathered, done: true };
};

/** Field parsers that several forms share. Each gives a value to keep, or a refusal. */
import { ok, type Result, refused } from '#domain/result.ts';
import { isAllWord } from '#text/words.ts';
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

export type Gathered = {
  readonly ids: readonly number[];
  /** What the sender called them, as far as known. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly done: boolean;
};

/** The files and words gathered so far, in the order they came; nothing yet when the answer is missing. */
export const gatheredFiles = (answers: Answers, key: string): Gathered => {
  const value = answers[key];
  if (typeof value !== 'object' || value === null || !('ids' in value) || !Array.isArray(value.ids)) {
    return { ids: [], names: [], words: [], done: false };
  }
  // A draft of the release before has no words, or no names.
  const strings = (of: unknown): string[] =>
    Array.isArray(of) ? of.filter((one): one is string => typeof one === 'string') : [];
  return {
    ids: value.ids.filter((id): id is number => typeof id === 'number'),
    names: strings('names' in value ? value.names : []),
    words: strings('words' in value ? value.words : []),
    done: value.done === true,
  };
};

type FilesWords = {
  readonly label: string;
  readonly ask: (files: number, texts: number) => readonly string[];
  readonly none: string;
  readonly done: string;
  /** Offered to take back what was gathered: the only way to be rid of a file that could not be had. */
  readonly drop?: {
    readonly files: string;
    readonly texts: string;
    readonly file: (name: string) => string;
    readonly text: (words: string) => string;
  };
};

/** Gathers files, their captions and further texts until the person says that is all: nothing sent here is dropped. */
export const filesField = <C>(key: string, words: FilesWords): Field<C> => ({
  key,
  label: words.label,
  collectsFiles: true,
  ask: (answers) => {
    const gathered = gatheredFiles(answers, key);
    const { ids, words: texts } = gathered;
    return {
      lines: words.ask(ids.length, texts.length),
      options: [
        [{ label: ids.length + texts.length === 0 ? words.none : words.done, value: true }],
        ...dropOptions(words, gathered).map((one) => [one]),
      ],
    };
  },
  parse: (input, answers) => {
    const gathered = gatheredFiles(answers, key);
    return input.kind === 'text' && isAllWord(input.text) ? ok({ ...gathered, done: true }) : gather(gathered, input);
  },
  reopened: (value) => ({ ...gatheredFiles({ [key]: value }, key), done: false }),
  gathers: (value) => !gatheredFiles({ [key]: value }, key).done,
});

/** One by one only up to here: more buttons than this fit no phone. */
const MOST_SINGLE = 10;

const dropOptions = ({ drop }: FilesWords, { ids, names, words }: Gathered): readonly Option[] => {
  if (drop === undefined) return [];
  const single = <T>(of: readonly T[], option: (one: T, index: number) => Option): readonly Option[] =>
    of.length < 2 || of.length > MOST_SINGLE ? [] : of.map(option);
  return [
    ...single(ids, (id, index) => ({ label: drop.file(names[index] || `${index + 1}`), value: { file: id } })),
    ...(ids.length === 0 ? [] : [{ label: drop.files, value: DROP_FILES }]),
    ...single(words, (text, index) => ({ label: drop.text(text), value: { text: index, head: headOf(text) } })),
    ...(words.length === 0 ? [] : [{ label: drop.texts, value: DROP_TEXTS }]),
  ];
};

const DROP_FILES = 'drop_files';
const DROP_TEXTS = 'drop_texts';

/** Tells a text from the one that took its place after another was dropped. */
const headOf = (text: string): string => text.slice(0, 40);

const gather = (gathered: Gathered, input: Input): Result<Json> => {
  if (input.kind === 'option') return ok(afterOption(gathered, input.value));
  const fileIds = input.kind === 'files' ? input.fileIds : [];
  const names = input.kind === 'files' ? (input.names ?? []) : [];
  const all = {
    ...gathered,
    ids: [...gathered.ids, ...fileIds],
    names: [...padded(gathered.names, gathered.ids.length), ...padded(names, fileIds.length)],
  };
  if (fileIds.length > 0 && wordsOf(input).trim() === '') return ok(all);
  const text = parseText()({ kind: 'text', text: wordsOf(input) });
  if (text.ok) return ok({ ...all, words: [...gathered.words, String(text.value)] });
  return text.code === 'field.text_missing' ? refused('field.files_only') : text;
};

/** Each id has its name, if only an empty one. */
const padded = (names: readonly string[], length: number): string[] =>
  Array.from({ length }, (_, index) => names[index] ?? '');

const afterOption = (gathered: Gathered, value: Json): Json => {
  if (value === DROP_FILES) return { ...gathered, ids: [], names: [], done: false };
  if (value === DROP_TEXTS) return { ...gathered, words: [], done: false };
  if (typeof value === 'object' && value !== null && 'file' in value) {
    const isKept = (_: unknown, index: number): boolean => gathered.ids[index] !== value.file;
    return { ...gathered, ids: gathered.ids.filter(isKept), names: gathered.names.filter(isKept), done: false };
  }
  if (typeof value === 'object' && value !== null && 'text' in value && 'head' in value) {
    const isKept = (text: string, index: number): boolean => index !== value.text || headOf(text) !== value.head;
    return { ...gathered, words: gathered.words.filter(isKept), done: false };
  }
  return { ...gathered, done: true };
};

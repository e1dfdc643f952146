/** What stands in a draft beside its answers: the sentence it was made from, and choices where the words leave one. */
import type { Answers, Json } from '#forms/define.ts';

/** No field has this key: the form passes it over. */
export const SENTENCE = 'sentence';

/** From which words a value was understood. */
export type Found = { readonly words: string; readonly value: Json };

export type Sentence = { readonly text: string; readonly found: { readonly [key: string]: Found } };

/** In place of an answer: what it may be. */
export const among = (values: readonly Json[]): Json => ({ among: values });

/** Of none too: words that mean something of which nothing could be read. */
export const isAmong = (value: Json | undefined): boolean =>
  typeof value === 'object' && value !== null && 'among' in value;

export const amongOf = (value: Json | undefined): readonly Json[] => {
  if (typeof value !== 'object' || value === null || !('among' in value)) return [];
  return Array.isArray(value.among) ? value.among : [];
};

export const sentenceOf = (answers: Answers): Sentence | null => {
  const kept = answers[SENTENCE];
  // Written by `answersFrom` only.
  return typeof kept === 'object' && kept !== null && 'text' in kept ? (kept as Sentence) : null;
};

/** The words behind an answer that still is as it was understood. */
export const wordsBehind = (answers: Answers, key: string): string | null => {
  const found = sentenceOf(answers)?.found[key];
  return found !== undefined && JSON.stringify(found.value) === JSON.stringify(answers[key]) ? found.words : null;
};

/** All acts' words, by name: each act stands whole in one place of the files beside. */
import type { ActName } from '#domain/request/acts.ts';
import { upperFirst } from '../words.ts';
import { type ActWords, spoken, type Told } from './act-words.ts';
import { answering } from './answering.ts';
import { asking } from './asking.ts';
import { receiving } from './receiving.ts';
import { sharing } from './sharing.ts';
import { timing } from './timing.ts';

const ACT_WORDS: Readonly<Record<ActName, ActWords>> = { ...receiving, ...answering, ...timing, ...asking, ...sharing };

export const actLabel = (act: ActName): string => ACT_WORDS[act].label;

export const wordsQuestion = (act: ActName, code: string): string => ACT_WORDS[act].ask?.(code) ?? 'Nêu lý do.';

export const doneLines = (act: ActName, told: Told): readonly string[] => [
  ACT_WORDS[act].done(spoken(told)),
  // The answer may stand in the place of the notice, so it still says what the matter is.
  `Trích yếu: ${told.request.subject}`,
];

export const toldLines = (act: ActName, told: Told): readonly string[] => {
  const [first = '', ...rest] = ACT_WORDS[act].told(spoken(told));
  // It may begin with a person: "bà Trần Thị Lan".
  return [upperFirst(first), ...rest];
};

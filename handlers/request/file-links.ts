/** The requests that a draft is to be linked to: an answer of its own, given by buttons only. */
import type { Answers } from '#forms/define.ts';

export const linksOf = (answers: Answers): readonly number[] =>
  Array.isArray(answers.links) ? answers.links.map(Number) : [];

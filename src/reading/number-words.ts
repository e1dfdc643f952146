/** Small numbers in figures or words: `5`, `05`, `năm`, `mười lăm`, `05 (năm)`. */
import { canBe, type Typed } from './typed.ts';

const DIGITS: Readonly<Record<string, readonly [value: number, ...words: string[]]>> = {
  mot: [1, 'một', 'mốt'],
  hai: [2, 'hai'],
  ba: [3, 'ba'],
  bon: [4, 'bốn'],
  tu: [4, 'tư'],
  nam: [5, 'năm'],
  lam: [5, 'lăm'],
  sau: [6, 'sáu'],
  bay: [7, 'bảy', 'bẩy'],
  tam: [8, 'tám'],
  chin: [9, 'chín'],
  muoi: [10, 'mười', 'mươi'],
};

const word = 'mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin';
/** For a pattern over plain text; one group. What official letters repeat in brackets is passed over. */
export const NUMBER = `(\\d{1,3}|(?:(?:${word}) )?muoi(?: (?:${word}))?|${word})(?: ?\\([a-z ]{2,20}\\))?`;

/** @returns null where the marks say that it is another word: `sau` is no `sáu` */
export const numberAt = (text: Typed, start: number, as: string): number | null => {
  if (/^\d+$/.test(as)) return Number(as);
  let from = start;
  let tens = 0;
  let ones = 0;
  for (const part of as.split(' ')) {
    const [value, ...words] = DIGITS[part] ?? [0];
    if (!canBe(text, { start: from, end: from + part.length }, ...words)) return null;
    if (value === 10) tens = Math.max(ones, 1) * 10;
    ones = value === 10 ? 0 : value;
    from += part.length + 1;
  }
  return tens + ones;
};

/** The words of a text with their places, for looking up names: whatever stands between two words is passed over. */
import type { Place, Typed } from '../typed.ts';

export type Word = Place & { readonly key: string };

/** The letters in the number of a document are no unit that is spoken to. */
const DOCUMENT = /(?<![\w/])\d{1,6}(?:[/-]\d{1,4}){0,2} ?\/ ?[a-z]{1,12}[a-z\d]*(?:[-/&.][a-z\d]{1,12}){0,4}/g;

export const wordsOf = ({ plain }: Typed): readonly Word[] =>
  Array.from(plain.replace(DOCUMENT, (number) => '#'.repeat(number.length)).matchAll(/[\p{L}\p{N}]+/gu), (found) => ({
    key: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));

export const keysOf = (plain: string): readonly string[] => plain.match(/[\p{L}\p{N}]+/gu) ?? [];

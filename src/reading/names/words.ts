/** The words of a text with their places, for looking up names: whatever stands between two words is passed over. */
import type { Place, Typed } from '../typed.ts';

export type Word = Place & { readonly key: string };

export const wordsOf = ({ plain }: Typed): readonly Word[] =>
  Array.from(plain.matchAll(/[\p{L}\p{N}]+/gu), (found) => ({
    key: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));

export const keysOf = (plain: string): readonly string[] => plain.match(/[\p{L}\p{N}]+/gu) ?? [];

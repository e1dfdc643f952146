/**
 * What was typed, in two forms of one length: as typed, and as it is compared (no marks, lower case, `đ` as `d`). So a
 * place found in the plain form is the same place in the typed one, and marks are there to break a tie.
 */
export type Typed = {
  /** Composed, spaces of every kind made one, characters without width left out. */
  readonly clean: string;
  readonly plain: string;
  /** Whether its writer uses marks at all: only then does a missing one say something. */
  readonly isMarked: boolean;
};

export type Place = { readonly start: number; readonly end: number };

export const typed = (text: string): Typed => {
  const clean = text
    .normalize('NFC')
    // A mark that found no letter to compose with, soft hyphens, and what comes with copied documents.
    .replace(/[\p{M}\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = plainOf(clean);
  return { clean, plain, isMarked: clean.toLowerCase() !== plain };
};

/** Letter by letter, so that the length stays; a letter that would become two is left as it is. */
const plainOf = (clean: string): string => {
  if (/^[\x20-\x7e]*$/.test(clean)) return clean.toLowerCase();
  return clean.replace(/[^\x20-\x60\x7b-\x7e]/g, plainLetter).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
};

const plainLetter = (letter: string): string => {
  if (letter === 'đ' || letter === 'Đ') return 'd';
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === letter.length ? bare : letter;
};

export const typedAt = ({ clean }: Typed, { start, end }: Place): string => clean.slice(start, end);

/**
 * Whether a plain word found at a place can be the word meant: typed with exactly these marks, or without any by
 * someone who types none. `mốt` is no `một`, and `thu` in a marked sentence is no `thứ`.
 */
export const canBe = (text: Typed, place: Place, ...words: readonly string[]): boolean => {
  const as = typedAt(text, place).toLowerCase();
  return as === text.plain.slice(place.start, place.end) ? !text.isMarked || words.includes(as) : words.includes(as);
};

/** As `canBe`, for words that nothing else looks like: a mark forgotten in a marked sentence is forgiven. */
export const mayBe = (text: Typed, place: Place, ...words: readonly string[]): boolean => {
  const as = typedAt(text, place).toLowerCase();
  return as === text.plain.slice(place.start, place.end) || words.includes(as);
};

/** The same place with other characters, which nothing reads. */
export const blank = (plain: string, { start, end }: Place): string =>
  plain.slice(0, start) + '#'.repeat(end - start) + plain.slice(end);

/** What was typed as a query of the index. Only letters, digits and the marks of our own reach it. */
import { sql } from 'kysely';
import type { Scope } from '#domain/permission/scope.ts';
import type { Tx } from '../client.ts';

/** Each place has the spellings that fit it, as typed first; a request has one of each place. All of `a`–`z` and digits. */
export type Words = readonly (readonly string[])[];

/** Of each place the lexemes that are looked for, quoted; `:*` for what begins so. */
export type Lexemes = readonly (readonly Lexeme[])[];
type Lexeme = { readonly word: string; readonly isOpen: boolean };

/** More words than this that begin alike are left to the index. */
const MOST_BEGUN = 200;

/**
 * The last word may be still being typed, and a word that nobody has written may be the beginning of one: both stand for
 * all that begin so, which are spelled out from the words there are. For an open lexeme the index would gather all that
 * begin so before anything else narrows them, and of a common one that is every request there is.
 */
export const lexemesOf = async (tx: Tx, words: Words): Promise<Lexemes> => {
  const typed = words.flatMap(([word]) => word ?? []).filter((word) => IN_WORDS.test(word));
  const { rows } = await sql<{ word: string; isWord: boolean; begun: readonly string[] }>`
    select t.word, exists (select 1 from search_word w where w.word = t.word) as "isWord",
      array(select w.word from search_word w where w.word collate "C" > t.word and w.word collate "C" < t.word || '~'
        order by w.word collate "C" limit ${MOST_BEGUN + 1}) as begun
    from unnest(${typed}::text[]) as t(word)`.execute(tx);
  const known = new Map(rows.map((row) => [row.word, row]));
  return words.map((spellings, at) =>
    spellings.flatMap((word, spelling) => {
      const entry = known.get(word);
      const isOpen = spelling === 0 && (at === words.length - 1 || entry?.isWord !== true);
      if (!isOpen) return { word, isOpen };
      if (entry === undefined) return { word, isOpen: isLong(word) };
      if (entry.begun.length > MOST_BEGUN) return { word, isOpen };
      return [word, ...entry.begun].map((each) => ({ word: each, isOpen: false }));
    }),
  );
};

/** As the index learns them. */
const IN_WORDS = /^[a-z]{3}[a-z0-9]{0,17}$/;

/** One or two letters begin too many words to mean one; a year or a number of a document is whole. */
const isLong = (word: string): boolean => word.length > (/^\d+$/.test(word) ? 4 : 2);

/** @param mark `s:` for words of the subject */
export const allOf = (lexemes: Lexemes, mark = ''): string =>
  lexemes
    .map((place) => `(${place.map(({ word, isOpen }) => `${quoted(mark + word)}${isOpen ? ':*' : ''}`).join(' | ')})`)
    .join(' & ');

export const quoted = (lexeme: string): string => `'${lexeme.replaceAll(/['\\]/g, '')}'`;

export const anyOf = (lexemes: readonly string[]): string => `(${lexemes.map(quoted).join(' | ')})`;

/** What the index itself can tell about permission: no entry without one of these is his. Null: he sees all. */
export const nearTo = (scope: Scope): string | null => {
  if (scope.all) return null;
  const people = [scope.personId, ...scope.people, ...scope.lent.map(({ personId }) => personId)];
  const near = [...[...scope.units, ...scope.desks].map((id) => `u:${id}`), ...people.map((id) => `p:${id}`)];
  return anyOf([...new Set(near)]);
};

/**
 * A dictionary of names of several words, asked word by word: the longest name at a place wins, and only whole words
 * count. One slip is forgiven in a name of six letters or more, never in a number, and never when two names could be it.
 */
import type { Word } from './words.ts';

export type Phrases<T> = { readonly root: Node<T> };
type Node<T> = { readonly children: Map<string, Node<T>>; readonly values: T[]; readonly letters: number };
export type Found<T> = { readonly value: readonly T[]; readonly count: number; readonly isExact: boolean };

const MIN_LETTERS = 6;
/** A shorter word with a slip in it is as likely another word. */
const MIN_WORD = 3;

const node = <T>(letters: number): Node<T> => ({ children: new Map(), values: [], letters });

export const phrasesOf = <T>(entries: Iterable<readonly [words: readonly string[], value: T]>): Phrases<T> => {
  const root = node<T>(0);
  for (const [words, value] of entries) {
    let at = root;
    for (const word of words) {
      const next = at.children.get(word) ?? node<T>(at.letters + word.length);
      at.children.set(word, next);
      at = next;
    }
    if (words.length > 0 && !at.values.includes(value)) at.values.push(value);
  }
  return { root };
};

/** The longest name that begins with a word; exactly typed ones before longer ones with a slip. */
export const longestAt = <T>({ root }: Phrases<T>, words: readonly Word[], start: number): Found<T> | null =>
  exactAt(root, words, start) ?? slippedAt(root, words, start);

const exactAt = <T>(root: Node<T>, words: readonly Word[], start: number): Found<T> | null => {
  let best: Found<T> | null = null;
  let at: Node<T> | undefined = root;
  for (let index = start; index < words.length; index += 1) {
    at = at.children.get(words[index]?.key ?? '');
    if (at === undefined) break;
    if (at.values.length > 0) best = { value: at.values, count: index + 1 - start, isExact: true };
  }
  return best;
};

type Path<T> = { readonly at: Node<T>; readonly index: number; readonly isSlipped: boolean };

const slippedAt = <T>(root: Node<T>, words: readonly Word[], start: number): Found<T> | null => {
  let best: Found<T> | null = null;
  let paths: Path<T>[] = [{ at: root, index: start, isSlipped: false }];
  while (paths.length > 0) {
    const next = paths.flatMap((path) => step(path, words[path.index]?.key));
    const ends = next.filter(({ at, isSlipped }) => isSlipped && at.values.length > 0 && at.letters >= MIN_LETTERS);
    const values = new Set(ends.flatMap(({ at }) => at.values));
    const [end] = ends;
    // Two names are as near: neither is taken, nor a shorter one in their place.
    if (end !== undefined)
      best = values.size === 1 ? { value: [...values], count: end.index - start, isExact: false } : null;
    paths = next;
  }
  return best;
};

const step = <T>({ at, index, isSlipped }: Path<T>, word: string | undefined): Path<T>[] => {
  if (word === undefined) return [];
  const same = at.children.get(word);
  const exact = same === undefined ? [] : [{ at: same, index: index + 1, isSlipped }];
  // The first word says what it is the name of, and many a common one is near it: `vào phòng`, `Văn phòng`.
  const least = at.letters === 0 ? MIN_LETTERS : MIN_WORD;
  if (isSlipped || word.length < least || /\d/.test(word)) return exact;
  const near: Path<T>[] = [];
  for (const [name, child] of at.children) {
    if (name.length >= MIN_WORD && isOneSlip(word, name)) near.push({ at: child, index: index + 1, isSlipped: true });
  }
  return [...exact, ...near];
};

/** One letter more, less, other, or two neighbours changed about. Numbers, Roman ones too, are never near. */
export const isOneSlip = (typed: string, name: string): boolean => {
  const longer = typed.length - name.length;
  if (longer > 1 || longer < -1 || typed === name || /\d|^[ivx]+$/.test(name)) return false;
  let same = 0;
  while (same < typed.length && typed[same] === name[same]) same += 1;
  if (longer === 0) {
    const swapped = typed[same] === name[same + 1] && typed[same + 1] === name[same];
    return (
      typed.slice(same + 1) === name.slice(same + 1) || (swapped && typed.slice(same + 2) === name.slice(same + 2))
    );
  }
  return longer > 0 ? typed.slice(same + 1) === name.slice(same) : typed.slice(same) === name.slice(same + 1);
};

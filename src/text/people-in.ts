/** A person by his name, with words of title or unit where several have it. */
import { type Directory, membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { key } from './key.ts';
import { unitName } from './request/card.ts';

/** More names than these are no help on a phone. */
const MOST_NAMED = 5;

export const personIn = (directory: Directory, text: string, day: IsoDate): Result<PersonId> => {
  const all = peopleOf(directory, day);
  const named = all.filter(({ name }) => key(name) === key(text));
  // Words of a name come before those of a title or unit: Dũng is nobody of a "Phòng … xây dựng".
  const fitting = [
    named.length === 1 ? named : [],
    all.filter(({ name }) => has(name, text, spelled)),
    all.filter(({ name }) => hasName(name, text)),
    all.filter(({ label }) => hasName(label, text)),
  ];
  const found = fitting.find((some) => some.length > 0) ?? [];
  const [only] = found;
  if (only === undefined) return refused('field.person_unknown', { words: text.trim() });
  if (found.length === 1) return ok(only.id);
  const names = found.slice(0, MOST_NAMED).map((one) => one.label);
  return refused('field.person_several', { words: text.trim(), names: names.join('; ') });
};

/** Whether the words are of this name or label, as they stand or without the address before them: `chị Yến`. */
export const hasName = (label: string, text: string): boolean => has(label, text, key);

const has = (label: string, text: string, read: (words: string) => string): boolean => {
  // Whole words: "yen" is a piece of every "nguyen".
  const wordsOf = (words: string): string[] => read(words).match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = new Set(wordsOf(label));
  return [text, text.replace(ADDRESS, '')].some((said) => {
    const words = wordsOf(said);
    return words.length > 0 && words.every((word) => own.has(word));
  });
};

/** With marks: Hùng is not Hưng. */
const spelled = (words: string): string => words.normalize('NFC').toLowerCase();

const ADDRESS =
  /^\s*(?:cho\s+)?(?:(?:đồng chí|dong chi|đ\/c|d\/c|ông|ong|bà|ba|anh|chị|chi|cô|co|chú|chu|em)\s+)(?=\S)/iu;

const peopleOf = (directory: Directory, day: IsoDate) =>
  [...directory.people.values()].flatMap((person) => {
    const [first] = membershipsOf(directory, person.id, day);
    if (first === undefined) return [];
    const label = `${person.name} (${person.title}, ${unitName(directory, first.unitId)})`;
    return [{ id: person.id, name: person.name, label }];
  });

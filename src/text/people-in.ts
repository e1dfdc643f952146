/** A person by his name, with words of title or unit where several have it. */
import { type Directory, membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { key } from './key.ts';
import { unitName } from './request/card.ts';

/** More names than these are no help on a phone. */
const MOST_NAMED = 5;

export const personIn = (directory: Directory, text: string, day: IsoDate): Result<PersonId> => {
  const wanted = wordsOf(text);
  const all = peopleOf(directory, day);
  const named = all.filter(({ name }) => key(name) === key(text));
  // Words of a name come before those of a title or unit: Dũng is nobody of a "Phòng … xây dựng".
  const fitting = [
    named.length === 1 ? named : [],
    all.filter(({ name }) => hasWords(name, text)),
    all.filter(({ name }) => wanted.every((word) => wordsOf(name).includes(word))),
    all.filter(({ words }) => wanted.every((word) => words.includes(word))),
  ];
  const found = fitting.find((some) => some.length > 0) ?? [];
  const [only] = found;
  if (only === undefined) return refused('field.person_unknown', { words: text.trim() });
  if (found.length === 1) return ok(only.id);
  const names = found.slice(0, MOST_NAMED).map((one) => one.label);
  return refused('field.person_several', { words: text.trim(), names: names.join('; ') });
};

const wordsOf = (text: string): readonly string[] => key(text).split(/[^\p{L}\p{N}]+/u);

/** As written, with marks: Hùng is not Hưng. */
const hasWords = (name: string, text: string): boolean => {
  const marked = (words: string): readonly string[] =>
    words
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
  return marked(text.trim()).every((word) => marked(name).includes(word));
};

const peopleOf = (directory: Directory, day: IsoDate) =>
  [...directory.people.values()].flatMap((person) => {
    const [first] = membershipsOf(directory, person.id, day);
    if (first === undefined) return [];
    const label = `${person.name} (${person.title}, ${unitName(directory, first.unitId)})`;
    return [{ id: person.id, name: person.name, label, words: wordsOf(label) }];
  });

/** Where a line calls something by a name that an administrator gave it, and what requests call it. */
import { type Place, typed } from '../typed.ts';
import type { Known } from '../understand.ts';
import type { Name } from './lexicon.ts';
import { longestAt } from './phrases.ts';
import { wordsOf } from './words.ts';

export const aliasMentions = (line: string, { lexicon }: Known): readonly (Place & { readonly name: string })[] => {
  const { aliases } = lexicon.source.reference;
  const text = typed(line);
  const words = wordsOf(text);
  const plain = new Set(aliases.map(({ name }) => typed(name).plain));
  const found: (Place & { readonly name: string })[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const match = longestAt(lexicon.names, words, index);
    const [name] = match?.isExact === true ? match.value : [];
    const [first, last] = [words[index], words[index + (match?.count ?? 1) - 1]];
    if (name === undefined || first === undefined || last === undefined) continue;
    if (plain.has(text.plain.slice(first.start, last.end)))
      found.push({ start: first.start, end: last.end, name: properName(name) });
    index += (match?.count ?? 1) - 1;
  }
  return found;
};

const properName = (name: Name): string => {
  switch (name.kind) {
    case 'unit':
      return name.unit.name;
    case 'group':
      return name.group.name;
    case 'zone':
      return name.zone.name;
    case 'field':
      return name.field.name;
    case 'enterprise':
      return name.enterprise.name;
    case 'type':
    case 'urgency':
      return '';
  }
};

/** What the answer to "another name of what?" names: one thing, or those that it may be. */
import type { AliasTarget } from '#domain/directory/alias.ts';
import { ALIAS_KINDS } from '#domain/directory/alias.ts';
import { dateOf } from '#domain/time.ts';
import { typeIn, urgencyIn } from '../intent/choice-words.ts';
import { typed } from '../typed.ts';
import type { Known } from '../understand.ts';
import { readNames } from './read-names.ts';

export const aliasTargets = (words: string, { lexicon, now }: Known): readonly AliasTarget[] => {
  const text = typed(words);
  const named = readNames(text, lexicon, dateOf(now)).mentions.flatMap(({ kind, codes }) => {
    const of = ALIAS_KINDS.find((one) => one === kind);
    return of === undefined ? [] : codes.map((subject) => ({ kind: of, subject }));
  });
  if (named.length > 0) return unique(named);
  const [type, urgency] = [typeIn(text), urgencyIn(text)];
  if (urgency !== null) return [{ kind: 'urgency', subject: urgency.value }];
  return type === null ? [] : [{ kind: 'type', subject: type.value }];
};

const unique = (targets: readonly AliasTarget[]): AliasTarget[] => [
  ...new Map(targets.map((one) => [`${one.kind} ${one.subject}`, one])).values(),
];

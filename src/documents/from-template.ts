/** A template with its values in place, as the blocks of a paper. */
import type { Template, TemplateLine } from '#domain/document/template.ts';
import type { Block } from './decree30/paper.ts';
import { roman } from './decree30/roman.ts';

export type Values = Readonly<Record<string, string | readonly Block[]>>;

/** A line whose every value is empty is left out, and a heading with nothing under it; those that stay are counted. */
export const fillTemplate = (template: Template, values: Values): readonly Block[] => {
  const blocks = template.flatMap((line) => blocksOf(line, values));
  let count = 0;
  return blocks.flatMap((block, at): readonly Block[] => {
    if (block.kind !== 'heading') return [block];
    const next = blocks[at + 1];
    if (next === undefined || next.kind === 'heading') return [];
    count += 1;
    return [{ ...block, words: `${roman(count)}. ${block.words}` }];
  });
};

const blocksOf = (line: TemplateLine, values: Values): readonly Block[] => {
  if (line.kind === 'block') {
    const value = values[line.name] ?? [];
    return typeof value === 'string' ? paragraphs(value) : value;
  }
  const said = line.pieces.map((piece) => ('text' in piece ? piece.text : wordsOf(values[piece.name])));
  const named = line.pieces.flatMap((piece, at) => ('name' in piece ? [said[at] ?? ''] : []));
  if (named.length > 0 && named.every((value) => value === '')) return [];
  const words = said.join('');
  if (line.kind === 'item') return [{ kind: 'dashed', items: [words] }];
  return [{ kind: line.kind, words }];
};

const wordsOf = (value: Values[string] | undefined): string => (typeof value === 'string' ? value : '');

const paragraphs = (text: string): readonly Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((words) => ({ kind: 'paragraph', words }));

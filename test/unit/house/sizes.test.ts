/** House rules about size. Catalogues of words, sample data and migrations may be as long as their matter. */
import { expect, test } from 'vitest';
import { filesOf } from './tree.ts';

const sizes = filesOf('{src,handlers,jobs,db}/**/*.ts')
  .filter(({ path }) => !/^(src\/text|db\/seed\/data|db\/migrations)\//.test(path))
  .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);

const share = (part: number): number => sizes[Math.ceil(sizes.length * part) - 1]?.lines ?? 0;

test('no file is longer than 400 lines', () => {
  expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
});

test('half of the files have at most 80 lines, 95 of 100 at most 250', () => {
  expect(share(0.5)).toBeLessThanOrEqual(80);
  expect(share(0.95)).toBeLessThanOrEqual(250);
});

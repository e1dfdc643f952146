/** House rules about words: a channel is not named where all channels must be equal, and Vietnamese has its places. */
import { expect, test } from 'vitest';
import { filesOf, linesWith, literalsWith, type SourceFile } from './tree.ts';

const CHANNEL = /telegram|zalo/i;
/** Accented letters of Latin scripts up to the Vietnamese ones, and combining marks. */
const VIETNAMESE = /[À-ÖØ-öø-ỹ]/;

const code = (): SourceFile[] => filesOf('{src,handlers,jobs,db}/**/*.ts');
const within = (files: readonly SourceFile[], place: RegExp): SourceFile[] =>
  files.filter(({ path }) => place.test(path));

test('handlers, jobs, domain, forms and runtime name no channel', () => {
  const neutral = within(code(), /^(handlers|jobs|src\/(domain|forms|runtime))\//);
  expect(linesWith(neutral, CHANNEL)).toEqual([]);
});

test('Vietnamese words stand in src/text, the sample data, the web page and the reader only', () => {
  // In the reader words are not said but looked for: each belongs to the rule that reads it.
  const places = /^(src\/text|src\/reading|db\/seed|src\/channels\/web\/page)\//;
  const elsewhere = code().filter(({ path }) => !places.test(path));
  expect(literalsWith(elsewhere, VIETNAMESE)).toEqual([]);
});

test('these rules see what they forbid, and look at the code', () => {
  const text = [
    '// xin chào',
    'const a = `Hồ sơ đã gửi`; // Zalo',
    "const b = 'gu\u031b\u0309i';",
    'const c = /đ/;',
  ].join('\n');
  const bad = [{ path: 'handlers/x.ts', text }];
  expect(linesWith(bad, CHANNEL)).toHaveLength(1);
  expect(literalsWith(bad, VIETNAMESE).map((place) => place.split(' ')[0])).toEqual([
    'handlers/x.ts:2',
    'handlers/x.ts:3',
    'handlers/x.ts:4',
  ]);
  expect(code().length).toBeGreaterThan(5);
});

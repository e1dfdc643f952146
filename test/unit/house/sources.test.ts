/** House rules about outside influence: time, chance, environment and the network are read in their one place. */
import { expect, test } from 'vitest';
import { filesOf, linesWith, literalsWith } from './tree.ts';

const code = filesOf('{src,handlers,jobs,db}/**/*.ts');
const outside = (...places: string[]) =>
  code.filter(({ path }) => !places.some((place) => path === place || path.startsWith(`${place}/`)));

test('the time is read in src/clock.ts only, and SQL gets it as a parameter', () => {
  expect(linesWith(outside('src/clock.ts'), /\bDate\.now\(|\bnew Date\(\)/)).toEqual([]);
  // A change of reference data is noted by a trigger, whoever made it: it has nobody to hand it the time.
  const noted = 'db/migrations/2026-11-24T13-10_reference_change.ts';
  const elsewhere = outside('src/clock.ts', 'db/clock.ts', noted);
  expect(literalsWith(elsewhere, /\bnow\(\)|current_timestamp|clock_timestamp/i)).toEqual([]);
});

test('chance is asked in src/ids.ts only', () => {
  const chance = /Math\.random|\brandom(UUID|Int|Bytes)\b|getRandomValues|gen_random_uuid/;
  expect(linesWith(outside('src/ids.ts', 'db/embedded'), chance)).toEqual([]);
});

test('the environment is read in the two main files only', () => {
  expect(linesWith(outside('src/main.ts', 'src/cli/main.ts'), /process\.env\b/)).toEqual([]);
});

test('only channels call out, and the command line its own server', () => {
  expect(linesWith(outside('src/channels', 'src/cli'), /(^|[^.\w])fetch\(/)).toEqual([]);
});

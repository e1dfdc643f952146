/** ACCEPTANCE.md is complete and true: every feature has its row, every row is open or names tests that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How many rows each section has: CH1 … CH10 and so on. */
const SECTIONS = {
  CH: 10,
  FI: 9,
  LC: 10,
  DL: 11,
  RE: 9,
  MA: 9,
  GR: 11,
  ST: 9,
  SE: 4,
  DO: 6,
  PA: 9,
  AD: 7,
  IN: 5,
  LA: 5,
};
const EXPECTED = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}${index + 1}`),
);

const rows = readFileSync('ACCEPTANCE.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]{2}\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id, feature, need, shownBy]) => ({ id, feature, need, shownBy }));

test('every row is listed once, with its feature and its need', () => {
  expect(rows.map(({ id }) => id)).toEqual(EXPECTED);
  for (const { feature, need } of rows) {
    expect(feature).toMatch(/\w/);
    expect(need).toMatch(/^(MUST|SHOULD|COULD)$/);
  }
});

test('a row is open, or shown by tests that exist', () => {
  for (const { id, shownBy } of rows) {
    if (shownBy === 'open') continue;
    const tests = shownBy?.match(/test\/[\w./-]+\.test\.ts/g) ?? [];
    expect(tests, `${id} names no test`).not.toEqual([]);
    for (const path of tests) expect(existsSync(path), `${id} names ${path}`).toBe(true);
  }
});

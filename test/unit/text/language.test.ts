/**
 * LA1: no text of ours has a word of another language or a leak of the machine. Every literal of src/text is read, so
 * that a new sentence is checked without being listed; what leaves in the flows is checked there again.
 */
import { expect, test } from 'vitest';
import type { RefusalCode } from '#domain/refusals.ts';
import { foreignIn } from '#test/support/language.ts';
import { filesOf, literalsWith } from '#test/unit/house/tree.ts';
import { sayRefusal } from '#text/refusals.ts';

/** A literal that people read: it has a letter that only Vietnamese has, or several words. */
const READ = /[À-ÖØ-öø-ỹ]|\p{L} \p{L}/u;

/** Examples of the command line's own input, and words that the product reads and never writes. */
const NOT_SAID = /src\/text\/(words|secrecy|names|key)\.ts|calendar\/term\.ts|--|"from"/;

/** What operators type or read at the command line. */
const OPERATORS = [
  'postgres host port log',
  'holiday comp swap off work',
  'token webhook polling docs md id signature',
];

test('no sentence of src/text has a foreign word', () => {
  const literals = literalsWith(filesOf('src/text/**/*.ts'), READ).filter((place) => !NOT_SAID.test(place));
  expect(literals.length).toBeGreaterThan(150);
  const faults = literals.flatMap((place) => {
    const text = place.slice(place.indexOf(' ') + 1);
    return foreignIn(text, OPERATORS).map((word) => `${word} ← ${place}`);
  });
  expect(faults).toEqual([]);
});

test('every refusal is a Vietnamese sentence that says what to do', () => {
  const [source] = filesOf('src/domain/refusals.ts');
  const codes = [...(source?.text ?? '').matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, code]) => code as RefusalCode); // as listed there
  expect(codes.length).toBeGreaterThan(30);
  // Whatever a sentence asks for, it gets: a text that is also a number.
  const params = new Proxy<Record<string, string>>({}, { get: () => '5' });
  for (const code of codes) {
    const text = sayRefusal({ ok: false, code, params }).join(' ');
    expect({
      code,
      faults: foreignIn(text.replaceAll(/--\w+ \S+|\{.*\}/g, ''), OPERATORS),
      ends: /[.?!]$/.test(text),
    }).toEqual({
      code,
      faults: [],
      ends: true,
    });
  }
});

test('the check sees what it forbids, and takes what officials write', () => {
  for (const bad of [
    'undefined',
    'Lỗi: null',
    '[object Object]',
    'Request failed',
    'giá trị NaN',
    'at run (x.ts:1)',
    'hãy click nút',
  ])
    expect(foreignIn(bad), bad).not.toEqual([]);
  for (const good of [
    'Đã tiếp nhận PH-2026-00001.',
    'Quý III/2026: 1.234,5',
    'tệp bao-cao.pdf, gõ /viec',
    'huỷ hoà thuế quỹ khuya nghiêng',
    'Khu: KCN Thăng Long II',
  ])
    expect(foreignIn(good), good).toEqual([]);
});

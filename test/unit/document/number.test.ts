import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocNumber } from '#domain/document/number.ts';

describe('the number of a document', () => {
  test.each([
    ['123/BQL-QHXD', '123/BQL-QHXD'],
    ['số: 123/bql-qhxd', '123/BQL-QHXD'],
    ['Số 5/UBND-KT', '05/UBND-KT'],
    ['so 05 / QĐ - BQL', '05/QĐ-BQL'],
    ['45/2026/NĐ-CP', '45/2026/NĐ-CP'],
    ['112-CV/TU', '112-CV/TU'],
    ['0123/UBND–VP', '123/UBND-VP'],
    ['1234a/BKHĐT-QLKKT', '1234A/BKHĐT-QLKKT'],
    ['77/KH-UBND'.normalize('NFD'), '77/KH-UBND'],
    ['08/Đ-X'.normalize('NFD'), '08/Đ-X'],
  ])('"%s" is kept as %s', (typed, kept) => {
    expect(parseDocNumber(typed)).toEqual({ ok: true, value: kept });
  });

  test.each([
    '',
    '123',
    'BQL-QHXD',
    '123/',
    '/BQL',
    '0/BQL',
    '123456/BQL',
    '12/BQL--X',
    '12/BQL-',
    '12/<b>',
    `1/${'A'.repeat(60)}`,
  ])('"%s" is refused', (typed) => {
    expect(parseDocNumber(typed)).toMatchObject({ ok: false, code: 'document.number' });
  });

  test('what is kept reads as itself', () => {
    const symbol = fc.array(fc.stringMatching(/^[A-ZĐ]{1,5}$/u), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), symbol, (number, groups) => {
        const first = parseDocNumber(` ${number} / ${groups.join(' - ').toLowerCase()} `);
        if (!first.ok) throw new Error(first.code);
        expect(parseDocNumber(first.value)).toEqual(first);
      }),
    );
  });
});

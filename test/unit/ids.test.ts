import { describe, expect, test } from 'vitest';
import { hashOfCode, newCode, newToken, newUuid, readCode } from '#src/ids.ts';

const THOUSAND = Array.from({ length: 1000 });

describe('tokens and codes', () => {
  test('a token fits a button, is safe in a link and never comes twice', () => {
    const tokens = THOUSAND.map(() => newToken());
    for (const token of tokens) expect(token).toMatch(/^[0-9A-Za-z]{16}$/);
    expect(new Set(tokens).size).toBe(1000);
    expect(newUuid()).not.toBe(newUuid());
  });

  test('a code has at least 64 bits and no letters that look alike', () => {
    const codes = THOUSAND.map(() => newCode());
    for (const code of codes)
      expect(code).toMatch(/^[346-79ACDEFGHJKMNPQRTWXY]{4}(-[346-79ACDEFGHJKMNPQRTWXY]{4}){3}$/);
    const letters = new Set(codes.join('').replaceAll('-', ''));
    expect(16 * Math.log2(letters.size)).toBeGreaterThan(64);
    expect(new Set(codes).size).toBe(1000);
  });

  test('a code is read however it is typed, and what cannot be one is not', () => {
    const code = newCode();
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
      expect(readCode(typed)).toBe(code);
    }
    for (const typed of ['', 'xin chào', code.slice(1), `${code}A`, code.replace(/^./, '0')]) {
      expect(readCode(typed)).toBeNull();
    }
  });

  test('only the hash of a code is needed to know it again', () => {
    expect(hashOfCode('ACDE-FGHJ-KMNP-QRTW')).toBe(hashOfCode('ACDE-FGHJ-KMNP-QRTW'));
    expect(hashOfCode('ACDE-FGHJ-KMNP-QRTW')).not.toContain('ACDE');
    expect(hashOfCode('ACDE-FGHJ-KMNP-QRTW')).not.toBe(hashOfCode('ACDE-FGHJ-KMNP-QRTX'));
  });
});

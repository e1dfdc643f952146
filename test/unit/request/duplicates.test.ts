/** FI5: which earlier subjects are likely the same matter. Words are plain, as the handler gives them. */
import { describe, expect, test } from 'vitest';
import { likelyDuplicates, likeness } from '#domain/request/duplicates.ts';
import { key } from '#text/key.ts';

const known = (...subjects: string[]) => subjects.map((subject) => ({ subject: key(subject) }));
const found = (subject: string, ...before: string[]): number => likelyDuplicates(key(subject), known(...before)).length;

describe('a likely duplicate', () => {
  test.each([
    ['the same words', 'Góp ý dự án mở rộng nhà xưởng', 'Góp ý dự án mở rộng nhà xưởng'],
    [
      'another order and common words around',
      'Góp ý dự án mở rộng nhà xưởng',
      'Đề nghị phối hợp về việc mở rộng nhà xưởng: góp ý',
    ],
    ['without marks', 'Kiểm tra phòng cháy tại KCN Thăng Long', 'kiem tra phong chay KCN Thang Long'],
    [
      'a longer subject of the same matter',
      'Kiểm tra phòng cháy',
      'Kiểm tra phòng cháy, chữa cháy các nhà xưởng cho thuê',
    ],
  ])('%s', (_what, subject, before) => {
    expect(found(subject, before)).toBe(1);
  });

  test.each([
    ['another matter', 'Góp ý dự án mở rộng nhà xưởng', 'Rà soát ngành nghề ưu đãi đầu tư'],
    [
      'only common words',
      'Phối hợp về việc tại khu công nghiệp Thăng Long',
      'Đề nghị phối hợp tại khu công nghiệp Nội Bài',
    ],
    ['nothing said', '…', '…'],
  ])('is not %s', (_what, subject, before) => {
    expect(found(subject, before)).toBe(0);
  });

  test('is one of three at most, the most alike first', () => {
    const before = [
      'kiem tra nha xuong',
      'kiem tra phong chay',
      'kiem tra phong chay nha xuong',
      'kiem tra phong chay quy ba',
    ];
    const shown = likelyDuplicates(
      'kiem tra phong chay nha xuong quy ba',
      before.map((subject) => ({ subject })),
    );
    expect(shown).toHaveLength(3);
    const alike = shown.map(({ subject }) => likeness('kiem tra phong chay nha xuong quy ba', subject));
    expect(alike).toEqual(alike.toSorted((a, b) => b - a));
  });
});

/** Values and percentages of indicators as officials write them. */

import type { Compared } from '#domain/indicator/indicator.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { key } from '../key.ts';

const NUMBER = String.raw`-?(?:\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,\d{1,6})?`;

export const numberIn = (text: string): number | null =>
  new RegExp(`^${NUMBER}%?$`).test(text) ? Number(text.replaceAll('.', '').replace(',', '.').replace('%', '')) : null;

export type StatedValue = { readonly value: number; readonly valueMax: number | null; readonly isApprox: boolean };

/** `1.234,5`, `2–3`, `khoảng 400`; words after it are its unit, which is asked apart. */
export const valueIn = (text: string): Result<StatedValue> => {
  const plain = key(text).replace(/[–—]/g, '-');
  const [, approx, first = '', last] =
    new RegExp(String.raw`^(khoang )?(${NUMBER})(?:\s*(?:-|den)\s*(${NUMBER}))?(?:%| .*)?$`).exec(plain) ?? [];
  const value = numberIn(first);
  const valueMax = last === undefined ? null : numberIn(last);
  if (value === null || (last !== undefined && (valueMax === null || valueMax < value)))
    return refused('indicator.value');
  return ok({ value, valueMax, isApprox: approx !== undefined });
};

export type Stated = { readonly ofPlan: number | null; readonly vsPrevious: Compared | null };

/** `đạt 25% kế hoạch, bằng 45% so với cùng kỳ`: a level and a change are two things, and one of them is stated. */
export const statedIn = (text: string): Result<Stated> => {
  const plain = key(text);
  const found = [...plain.matchAll(new RegExp(String.raw`(dat|bang|tang|giam) (${NUMBER})\s*%`, 'g'))];
  const percent = (word: string): number | null => {
    const [, , given] = found.find(([, one]) => one === word) ?? [];
    return given === undefined ? null : numberIn(given);
  };
  const words = found.map(([, word]) => word);
  const compared = words.filter((word) => word !== 'dat');
  if (found.length === 0 || found.length !== (plain.match(/%/g) ?? []).length) return refused('indicator.stated');
  if (compared.length > 1 || words.length - compared.length > 1) return refused('indicator.stated');
  return ok({ ofPlan: percent('dat'), vsPrevious: comparedTo(percent('bang'), percent('tang'), percent('giam')) });
};

const comparedTo = (level: number | null, more: number | null, less: number | null): Compared | null => {
  if (level !== null) return { percent: level, kind: 'level' };
  if (more !== null) return { percent: more, kind: 'change' };
  return less === null ? null : { percent: -less, kind: 'change' };
};

/** A number as officials type it: `1.234`, `1 234`, `12,5`. */
import { ok, type Result, refused } from '#domain/result.ts';

const SHAPE = /^(\d{1,3}(?:[. ]\d{3})+|\d{1,12})(?:,(\d{1,3}))?$/;

/** Words after it are let go: "500 người". */
export const countIn = (text: string): Result<number> => {
  const found = SHAPE.exec(text.trim().replace(/\s+\p{L}.*$/u, ''));
  if (found === null) return refused('field.number');
  const [, whole = '', part] = found;
  return ok(Number(`${whole.replaceAll(/[. ]/g, '')}.${part ?? '0'}`));
};

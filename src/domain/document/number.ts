/**
 * The number and symbol of an official document, as Decree 30/2020/NĐ-CP (Annex I, section II.3) writes them: a number,
 * a slash, the symbol in capitals, its groups joined by hyphens; numbers below ten with a zero before them; the year between
 * them in normative documents only; party documents put the type before the slash.
 */
import { ok, type Result, refused } from '#domain/result.ts';

/** Kept in this one form, so that the same document is the same text: `05/BQL-QHXD`. */
export type DocNumber = string & { readonly brand: 'document-number' };

/** The word for "number" and a colon before it, as on the paper; also typed without marks. */
const LEAD = /^(?:s\p{L}(?!\p{L}))?\s*[:.]?\s*/iu;
/** \u0110 is the D with stroke, which no range of ours holds. */
const SHAPE =
  /^(\d{1,5})([A-Z\u0110]?)(-[A-Z\u0110]{1,6})?(?:\/((?:19|20)\d{2}))?\/([A-Z\u0110][A-Z\u01100-9&.]*(?:[-/][A-Z\u01100-9&.]+)*)$/u;
/** The longest symbols in use are under thirty letters. */
const LONGEST = 50;

export const parseDocNumber = (text: string): Result<DocNumber> => {
  const words = text.normalize('NFC').trim().replace(LEAD, '');
  const compact = words
    .replaceAll(/\s*([/\-–—])\s*/gu, '$1')
    .replaceAll(/[–—]/gu, '-')
    .toUpperCase();
  const found = compact.length <= LONGEST ? SHAPE.exec(compact) : null;
  if (found === null) return refused('document.number', { words: text.trim().slice(0, LONGEST) });
  const [, number = '', letter = '', type = '', year, symbol = ''] = found;
  const digits = number.replace(/^0+/, '');
  if (digits === '') return refused('document.number', { words: text.trim().slice(0, LONGEST) });
  const parts = [`${digits.padStart(2, '0')}${letter}${type}`, ...(year === undefined ? [] : [year]), symbol];
  // The shape above is what the brand stands for.
  return ok(parts.join('/') as DocNumber);
};

/** Units as an answer to a question: by name or code, or as officials shorten them (`CA PCCC`, `P. Phúc Lợi`). */
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Lexicon } from '#reading/names/lexicon.ts';
import { readNames } from '#reading/names/read-names.ts';
import { typed } from '#reading/typed.ts';
import { unitsIn } from '#text/names.ts';
import { unitLabel } from '#text/request/card.ts';

export type UnitsKnown = { readonly reference: Reference; readonly lexicon: Lexicon; readonly day: IsoDate };

/** Of an answer so much must be names; else a unit is only mentioned in words that say something else. */
const LEAST_NAMED = 0.6;
const MOST_NAMED = 4;

export const unitsSaid = (text: string, { reference, lexicon, day }: UnitsKnown): Result<readonly number[]> => {
  const written = unitsIn(reference, text, day);
  if (written.ok) return written;
  const read = typed(text);
  const { mentions, units } = readNames(read, lexicon, day);
  const named = mentions.filter(({ kind }) => kind === 'unit' || kind === 'group');
  const letters = named.reduce((sum, { start, end }) => sum + end - start, 0);
  if (units.length === 0 || letters < read.plain.length * LEAST_NAMED) return written;
  const ids = units.flatMap((code) => reference.directory.unitsByCode.get(code)?.id ?? []);
  if (!named.some(({ isOpen }) => isOpen)) return ok(ids);
  const names = ids.slice(0, MOST_NAMED).map((id) => unitLabel(reference.directory, id));
  return refused('field.unit_several', { words: text.trim(), names: names.join(', ') });
};

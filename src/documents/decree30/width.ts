/**
 * How wide words are in Times New Roman, near enough: the lines under issuer and title are to be a third to a half of
 * the line of words over them, and no font is at hand where a paper is made.
 */

/** In half points, as a run has it. */
type Look = { readonly size: number; readonly bold?: boolean };

/** @returns millimetres */
export const widthMm = (words: string, { size, bold = false }: Look): number => {
  const letters = [...words.normalize('NFD').replace(/\p{Mark}/gu, '')];
  const ems = letters.reduce((sum, letter) => sum + emsOf(letter), 0) * (bold ? 1.06 : 1);
  return ems * (size / 2) * MM_OF_POINT;
};

const MM_OF_POINT = 25.4 / 72;

const emsOf = (letter: string): number => CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? 0.47;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[\s.,;:'|]/, 0.25],
  [/[iljtfr()\-/I]/, 0.32],
  [/[MWm]/, 0.85],
  [/\p{Lu}/u, 0.69],
  [/\d/, 0.5],
];

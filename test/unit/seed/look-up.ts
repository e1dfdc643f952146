/** Small questions that the tests of the directory ask. */
import type { UnitSeed, Validity } from '#db/seed/data/types.ts';
import { units } from '#db/seed/data/units.ts';

export const TODAY = '2026-11-24';
const byCode = new Map(units.map((unit) => [unit.code, unit]));
export const unitOf = (code: string): UnitSeed => {
  const unit = byCode.get(code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
};
export const isValidOn = (thing: Validity, day: string): boolean =>
  thing.validFrom <= day && (thing.validTo === null || day <= thing.validTo);
export const lastDay = (thing: Validity): string => thing.validTo ?? '9999-12-31';
export const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

/** Finds units and zones by what people type: full or short name, code, or a part that only one has; marks or none. */
import type { AliasKind } from '#domain/directory/alias.ts';
import { isValidOn, type Unit } from '#domain/directory/directory.ts';
import type { Enterprise, Reference, UnitGroup, Zone } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { key } from './key.ts';

/** Several units, apart by commas, semicolons or "và"; a group's name stands for its members. */
export const unitsIn = (reference: Reference, text: string, day: IsoDate): Result<readonly number[]> => {
  const found: number[] = [];
  for (const words of text.split(/[,;\n]| và /i).map((part) => part.trim())) {
    if (words === '') continue;
    const group = reference.groups.find((one) => isGroup(one, words));
    const unit = group === undefined ? unitIn(reference, words, day) : null;
    if (unit !== null && !unit.ok) return unit;
    found.push(...(group?.units ?? (unit === null ? [] : [unit.value.id])));
  }
  return found.length === 0 ? refused('field.unit_unknown', { words: text.trim() }) : ok([...new Set(found)]);
};

const isGroup = (group: UnitGroup, words: string): boolean => key(group.name) === key(words);

const unitIn = (reference: Reference, words: string, day: IsoDate): Result<Unit> => {
  const wanted = key(words).replace(/^ubnd /, '');
  const called = calledBy(reference, 'unit', words);
  const open = [...reference.directory.units.values()].filter((unit) => isValidOn(unit, day));
  const exact = open.filter(
    (unit) =>
      unit.code === called || unit.code === wanted || key(unit.shortName) === wanted || key(unit.name) === key(words),
  );
  const candidates =
    exact.length > 0
      ? exact
      : open.filter((unit) => [unit.name, unit.shortName].some((name) => key(name).includes(wanted)));
  const [first] = candidates;
  if (first === undefined) return refused('field.unit_unknown', { words });
  if (candidates.length === 1) return ok(first);
  const names = candidates.slice(0, 4).map((unit) => unit.shortName);
  return refused('field.unit_several', { words, names: names.join(', ') });
};

export const zoneIn = (reference: Reference, words: string): Zone | null => {
  const wanted = key(words);
  const called = calledBy(reference, 'zone', words);
  const all = [...reference.zones.values()];
  const exact = all.filter(
    (zone) => zone.code === called || [zone.code, zone.name, ...zone.aliases].some((name) => key(name) === wanted),
  );
  const found = exact.length > 0 ? exact : all.filter((zone) => key(zone.name).includes(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** By tax code (with its branch, spaces and hyphens let go), else by full name, else by a part of it. */
export const enterprisesIn = (reference: Reference, words: string): readonly Enterprise[] => {
  const all = [...reference.enterprises.values()];
  const digits = words.replaceAll(/[\s.-]/g, '');
  if (/^\d{10,13}$/.test(digits)) return all.filter((one) => one.taxCode.replaceAll('-', '') === digits);
  const wanted = key(words);
  const called = calledBy(reference, 'enterprise', words);
  const exact = all.filter((one) => one.taxCode === called || key(one.name) === wanted);
  return exact.length > 0 ? exact : all.filter((one) => key(one.name).includes(wanted));
};

/** What an administrator has given this name to. */
const calledBy = ({ aliases }: Reference, kind: AliasKind, words: string): string | undefined =>
  aliases.find((one) => one.kind === kind && key(one.name) === key(words))?.subject;

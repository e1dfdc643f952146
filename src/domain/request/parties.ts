/** Who is proposed for a zone and a field on a day: the zone's main units and the field's own parties (MA3). */
import { chainOf, isValidOn, type UnitId } from '#domain/directory/directory.ts';
import { type Reference, regulationOn } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';

export type Proposal = {
  /** Preset. Empty where the zone's unit is not settled. */
  readonly units: readonly UnitId[];
  /** Offered one by one, none preset. */
  readonly candidates: readonly UnitId[];
};

export const proposedParties = (
  reference: Reference,
  asked: { readonly zoneId: number | null; readonly fieldId: number | null; readonly askingUnitId: UnitId },
  day: IsoDate,
): Proposal => {
  const zone = asked.zoneId === null ? undefined : reference.zones.get(asked.zoneId);
  const field = asked.fieldId === null ? undefined : reference.fields.get(asked.fieldId);
  const ofZone = (zone?.units ?? []).filter((unit) => isValidOn(unit, day));
  const main = ofZone.filter((unit) => unit.role === 'main').map((unit) => unit.unitId);
  const units = [...new Set([...main, ...(field?.parties ?? [])])].filter((id) => isOpen(reference, id, asked, day));
  const candidates = ofZone
    .map((unit) => unit.unitId)
    .filter((id) => !units.includes(id) && isOpen(reference, id, asked, day));
  return { units, candidates };
};

const isOpen = (
  { directory }: Reference,
  id: UnitId,
  { askingUnitId }: { readonly askingUnitId: UnitId },
  day: IsoDate,
): boolean => {
  const unit = directory.units.get(id);
  return unit !== undefined && unit.id !== askingUnitId && isValidOn(unit, day);
};

/** Units that the regulation in force does not name, neither themselves nor what they are part of: asked all the same, and said so. */
export const outsideRegulation = (
  reference: Reference,
  unitIds: readonly UnitId[],
  day: IsoDate,
): readonly UnitId[] => {
  const parties = regulationOn(reference, day)?.parties;
  if (parties === undefined) return [];
  return unitIds.filter((id) => !chainOf(reference.directory, id).some((unit) => parties.has(unit.id)));
};

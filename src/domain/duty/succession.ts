/** The remedy of a finding goes on when the unit that owes it, or is owed it, has ended: the enterprise stays where it is. */
import { isValidOn, type UnitId } from '#domain/directory/directory.ts';
import { livingHeirs, type Successors } from '#domain/directory/succession.ts';
import type { Reference } from '#domain/reference.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Duty } from './duty.ts';

type On = {
  readonly reference: Reference;
  readonly successors: Successors;
  /** Where the enterprise of the finding lies; null: in no zone. */
  readonly zoneId: number | null;
  readonly now: Millis;
};

type Handed = Partial<Pick<Duty, 'unitId' | 'holderId' | 'owedTo'>>;

/** @returns what changes; empty: both are there, or nobody is known who took over */
export const passOnDuty = (on: On, duty: Duty): Handed => {
  const owing = hasEnded(on, duty.unitId) ? owingHeir(on, duty) : null;
  // Of several, the one that is given the team, with what is owed to it.
  const owed = hasEnded(on, duty.owedTo) ? onlyOf(heirsOf(on, duty.owedTo)) : null;
  return {
    ...(owing === null ? {} : { unitId: owing, holderId: null }),
    ...(owed === null ? {} : { owedTo: owed }),
  };
};

/** Of several the one that has the zone; where that leaves a doubt, the unit that sent the team, as for a new finding. */
const owingHeir = (on: On, duty: Duty): UnitId | null => {
  const heirs = heirsOf(on, duty.unitId);
  const zone = on.zoneId === null ? undefined : on.reference.zones.get(on.zoneId);
  const ofZone = (zone?.units ?? []).filter((row) => isValidOn(row, dateOf(on.now))).map(({ unitId }) => unitId);
  const ruled = onlyOf(heirs.filter((id) => ofZone.includes(id))) ?? onlyOf(heirs);
  if (ruled !== null) return ruled;
  return hasEnded(on, duty.owedTo) ? null : duty.owedTo;
};

const heirsOf = ({ reference, successors, now }: On, from: UnitId): readonly UnitId[] =>
  livingHeirs(reference.directory, successors, from, dateOf(now));

const hasEnded = ({ reference, now }: On, unitId: UnitId): boolean => {
  const unit = reference.directory.units.get(unitId);
  return unit !== undefined && unit.validTo !== null && unit.validTo < dateOf(now);
};

const onlyOf = (ids: readonly UnitId[]): UnitId | null => (ids.length === 1 ? (ids[0] ?? null) : null);

/**
 * What a unit still owes when it has ended goes to those who took over from it (MA2): by rule where zone or number
 * leave no doubt, else the coordinator chooses. The old part stays, under the name it was asked by.
 */
import { hasStandingRole, isValidOn, type PersonId, type UnitId } from '#domain/directory/directory.ts';
import type { Successors } from '#domain/directory/succession.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { further, type Known, unitFault } from './decide/hand-on.ts';
import type { Case, Decision } from './decision.ts';
import { isSettled, type Part } from './request.ts';

export type Heir = {
  /** Null: somebody must choose. */
  readonly byRule: UnitId | null;
  /** Those who may owe the matter now. */
  readonly heirs: readonly UnitId[];
};

/** Whether the part is left with a unit that has ended. */
export const isLeft = ({ reference, now }: Known, part: Part): boolean => {
  const unit = reference.directory.units.get(part.unitId);
  return !isSettled(part) && unit !== undefined && unit.validTo !== null && unit.validTo < dateOf(now);
};

export const heirOf = (on: Known, part: Part, successors: Successors): Heir => {
  const { reference, dossier, now } = on;
  const heirs = livingHeirs(on, part.unitId, successors).filter((id) => unitFault(on, id) === null);
  const zone = dossier.request.zoneId === null ? undefined : reference.zones.get(dossier.request.zoneId);
  const ofZone = (zone?.units ?? []).filter((row) => isValidOn(row, dateOf(now))).map((row) => row.unitId);
  const near = heirs.filter((id) => ofZone.includes(id));
  return { byRule: onlyOf(near) ?? onlyOf(heirs), heirs };
};

const onlyOf = (ids: readonly UnitId[]): UnitId | null => (ids.length === 1 ? (ids[0] ?? null) : null);

/** Through others that have ended in their turn. */
const livingHeirs = ({ reference, now }: Known, from: UnitId, successors: Successors): readonly UnitId[] => {
  const found = new Set<UnitId>();
  const seen = new Set<UnitId>([from]);
  const waiting = [...(successors.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const unit = reference.directory.units.get(next);
    if (unit === undefined || seen.has(next)) continue;
    seen.add(next);
    if (isValidOn(unit, dateOf(now))) found.add(next);
    else waiting.push(...(successors.get(next) ?? []));
  }
  return [...found].sort((a, b) => a - b);
};

/** The successor is asked anew, with terms of its own: nobody is late for what his predecessor left. */
export const passOn = (on: Known, part: Part, to: UnitId): Decision => ({
  parts: [{ id: part.id, state: 'handed_on' }],
  side: [{ kind: 'part_added', part: { ...further(on, to), handCount: part.handCount } }],
  facts: [{ kind: 'succeeded', partId: part.id, data: { from: part.state, to: 'handed_on', unit: to } }],
  told: ['filer'],
});

/** The coordinator's choice. */
export const choosePassOn = (on: Case, part: Part, to: UnitId, successors: Successors): Result<Decision> => {
  const { directory } = on.reference;
  if (!mayChooseHeir(on, on.actor)) return refused('act.not_yours');
  if (on.dossier.request.state !== 'open' || !isLeft(on, part)) return refused('succession.done');
  if (!heirOf(on, part, successors).heirs.includes(to))
    return refused('succession.no_heir', { unit: directory.units.get(to)?.name ?? '' });
  return ok(passOn(on, part, to));
};

const mayChooseHeir = ({ reference, now }: Known, personId: PersonId): boolean =>
  hasStandingRole(reference.directory, personId, 'coordinator', dateOf(now));

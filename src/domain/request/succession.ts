/**
 * What a unit still owes, or still asks, when it has ended goes to those who took over from it (MA2): by rule where zone
 * or number leave no doubt, else the coordinator chooses. The old name stays on the part, and beside the asking unit's.
 */
import { isValidOn, type UnitId } from '#domain/directory/directory.ts';
import { livingHeirs, type Successors } from '#domain/directory/succession.ts';
import { mayChooseHeir } from '#domain/permission/heir.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { further, type Known, unitFault } from './decide/hand-on.ts';
import type { Case, Decision } from './decision.ts';
import { type Dossier, isSettled, type Part } from './request.ts';

export type Heir = {
  /** Null: somebody must choose. */
  readonly byRule: UnitId | null;
  /** Those who may take it over now. */
  readonly heirs: readonly UnitId[];
};

/** A part, or (null) the asking side itself. */
export type LeftPart = Part | null;

/** What is left with a unit that has ended. */
export const isLeft = (on: Known, part: LeftPart): boolean => {
  const unit = on.reference.directory.units.get(leftUnit(on.dossier, part));
  const isEnded = unit !== undefined && unit.validTo !== null && unit.validTo < dateOf(on.now);
  return isEnded && (part === null ? isAlive(on.dossier) : on.dossier.request.state === 'open' && !isSettled(part));
};

export const leftUnit = ({ request }: Dossier, part: LeftPart): UnitId => part?.unitId ?? request.askingUnitId;

const isAlive = ({ request }: Dossier): boolean => request.state === 'open' || request.state === 'synthesised';

export const heirOf = (on: Known, part: LeftPart, successors: Successors): Heir => {
  const { directory } = on.reference;
  const living = livingHeirs(directory, successors, leftUnit(on.dossier, part), dateOf(on.now));
  if (part === null) {
    const ruled = byRuleOf(on, living);
    // Whoever would then answer himself is for the coordinator to name.
    return { byRule: ruled === null || owes(on.dossier, ruled) ? null : ruled, heirs: living };
  }
  const heirs = living.filter((id) => unitFault(on, id) === null);
  return { byRule: byRuleOf(on, heirs), heirs };
};

const byRuleOf = ({ reference, dossier, now }: Known, heirs: readonly UnitId[]): UnitId | null => {
  const zone = dossier.request.zoneId === null ? undefined : reference.zones.get(dossier.request.zoneId);
  const ofZone = (zone?.units ?? []).filter((row) => isValidOn(row, dateOf(now))).map((row) => row.unitId);
  return onlyOf(heirs.filter((id) => ofZone.includes(id))) ?? onlyOf(heirs);
};

const owes = ({ parts }: Dossier, unitId: UnitId): boolean =>
  parts.some((part) => part.unitId === unitId && !isSettled(part));

const onlyOf = (ids: readonly UnitId[]): UnitId | null => (ids.length === 1 ? (ids[0] ?? null) : null);

export const passOn = (on: Known, part: LeftPart, to: UnitId): Decision =>
  part === null ? askInPlace(on, to) : askAnew(on, part, to);

/** The successor is asked anew, with terms of its own: nobody is late for what his predecessor left. */
const askAnew = (on: Known, part: Part, to: UnitId): Decision => ({
  parts: [{ id: part.id, state: 'handed_on' }],
  side: [{ kind: 'part_added', part: { ...further(on, to), handCount: part.handCount } }],
  facts: [{ kind: 'succeeded', partId: part.id, data: { from: part.state, to: 'handed_on', unit: to } }],
  told: ['filer'],
});

/** Terms, parts and answers stay as they are: only who asks has changed. */
const askInPlace = ({ dossier: { request } }: Known, to: UnitId): Decision => ({
  request: { askingUnitId: to, filedUnitId: request.filedUnitId ?? request.askingUnitId },
  facts: [{ kind: 'asking_succeeded', partId: null, data: { unit: to, ended: request.askingUnitId } }],
  told: ['all'],
});

/** The coordinator's choice. */
export const choosePassOn = (on: Case, part: LeftPart, to: UnitId, successors: Successors): Result<Decision> => {
  const { directory } = on.reference;
  if (!mayChooseHeir(directory, on.actor, dateOf(on.now))) return refused('act.not_yours');
  if (!isLeft(on, part)) return refused('succession.done');
  if (!heirOf(on, part, successors).heirs.includes(to))
    return refused('succession.no_heir', { unit: directory.units.get(to)?.name ?? '' });
  return ok(passOn(on, part, to));
};

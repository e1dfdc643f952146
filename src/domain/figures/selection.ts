/**
 * Which parts a person counts: decided here and nowhere else. A part is counted by its own ground (the unit that owes it,
 * the person who holds it; seen from the other side the unit that asks and the person who filed), never because another
 * part of the same request is seen: so figures show less than cards do, and no more.
 */
import { type Directory, homeUnitOf, type PersonId, type UnitId, withSections } from '#domain/directory/directory.ts';
import { type Scope, scopeOf } from '#domain/permission/scope.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';

export const VIEWS = ['mine', 'unit', 'asked', 'all'] as const;
/** What I hold · what my units owe · what my units ask · everything that I may see. */
export type View = (typeof VIEWS)[number];

export type Selection =
  | { readonly side: 'all' }
  | {
      readonly side: 'owed' | 'asked';
      readonly units: readonly UnitId[];
      /** What they hold (or filed) counts wherever it is. */
      readonly people: readonly PersonId[];
      /** Whose own work it is: only that for units he works for now. */
      readonly self: PersonId;
      readonly own: readonly UnitId[];
      /** Parts that wait at a desk he belongs to. */
      readonly desks: readonly UnitId[];
    };

/** The views a person has, the first being where he starts. */
export const viewsOf = (scope: Scope): readonly View[] => {
  if (scope.all) return ['all', 'unit', 'asked', 'mine'];
  return scope.units.length > 0 ? ['unit', 'asked', 'mine'] : ['mine', 'asked'];
};

export const selectionOf = (directory: Directory, personId: PersonId, day: IsoDate, view: View): Selection => {
  const scope = scopeOf(directory, personId, day);
  if (view === 'all' && scope.all) return { side: 'all' };
  const home = homeUnitOf(directory, personId, day);
  // Whoever sees everything sees his own unit whole, whatever his role there.
  const units =
    scope.all && home !== null ? [...new Set([...scope.units, ...withSections(directory, home.id)])] : scope.units;
  const isMine = view === 'mine';
  return {
    side: view === 'asked' ? 'asked' : 'owed',
    units: isMine ? [] : units,
    people: isMine ? [] : scope.people,
    self: personId,
    own: scope.own,
    desks: isMine ? [] : scope.desks,
  };
};

/** Comparing units is for those who see all, who lead several, or whose unit asked them (ST8). */
export const mayCompareUnits = (selection: Selection): boolean =>
  selection.side === 'all' || selection.units.length > (selection.side === 'asked' ? 0 : 1);

export const isSelected = (selection: Selection, { request }: Dossier, part: Part): boolean => {
  if (selection.side === 'all') return true;
  const { units, people, self, own, desks } = selection;
  if (selection.side === 'asked') {
    const unit = request.askingUnitId;
    return units.includes(unit) || people.includes(request.filerId) || (request.filerId === self && own.includes(unit));
  }
  return (
    units.includes(part.unitId) ||
    (part.holderId !== null && people.includes(part.holderId)) ||
    (part.holderId === self && own.includes(part.unitId)) ||
    (part.state === 'awaiting' && desks.includes(part.unitId))
  );
};

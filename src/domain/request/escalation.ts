/** Who hears of an overdue part, step by step: holder, head, leader, the asking unit, the coordinator (RE4). */
import {
  chiefsOf,
  coordinatorsOf,
  type Directory,
  headsOf,
  leadersOf,
  type PersonId,
} from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import { askersOf, followedBy } from './hands.ts';
import type { Part, Request } from './request.ts';

/** Who hears of it at each step; asked only as far as it has come. */
export type Steps = readonly (() => readonly PersonId[])[];

/** @param at.step from one; every step keeps those before it */
export const escalation = (
  directory: Directory,
  request: Pick<Request, 'filerId' | 'askingUnitId'>,
  part: Pick<Part, 'holderId' | 'unitId'>,
  at: { readonly step: number; readonly day: IsoDate },
): readonly PersonId[] => {
  const { day } = at;
  const steps: Steps = [
    () => followedBy(directory, request, part, day),
    () => headsOf(directory, part.unitId, day),
    () => leadersOf(directory, part.unitId, day),
    () => [...askersOf(directory, request, day), ...chiefsOf(directory, request.askingUnitId, day)],
    () => coordinatorsOf(directory, day),
  ];
  return upTo(steps, at.step);
};

/** All who have been reached at a step, from one. */
export const upTo = (steps: Steps, step: number): readonly PersonId[] => distinct(reached(steps, step).flat());

/** A unit without a head has no step for one: the next step that reaches somebody new is taken instead. */
const reached = (steps: Steps, wanted: number): readonly (readonly PersonId[])[] => {
  const known = new Set<PersonId>();
  const taken: (readonly PersonId[])[] = [];
  for (const step of steps) {
    if (taken.length === wanted) break;
    const fresh = step().filter((id) => !known.has(id));
    if (fresh.length === 0) continue;
    for (const id of fresh) known.add(id);
    taken.push(fresh);
  }
  return taken;
};

const distinct = (people: readonly PersonId[]): readonly PersonId[] => [...new Set(people)];

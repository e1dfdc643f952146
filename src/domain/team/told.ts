/** Who hears of what happens to a team beside its members. */
import { type Directory, leadersOf, membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Team } from './team.ts';

/** Those who decide on it, and whoever planned it, while he is there. */
export const answerableFor = (
  directory: Directory,
  { unitId, plannerId }: Pick<Team, 'unitId' | 'plannerId'>,
  day: IsoDate,
): readonly PersonId[] => {
  const planner = membershipsOf(directory, plannerId, day).length > 0 ? [plannerId] : [];
  return [...new Set([...leadersOf(directory, unitId, day), ...planner])];
};

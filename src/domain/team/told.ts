/** Who hears of what happens to a team beside its members. */
import { standIns } from '#domain/directory/delegation.ts';
import { type Directory, membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { toldLeaders } from '#domain/directory/told.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Team } from './team.ts';

/** Those who decide on it, and whoever planned it, while he is there; or those who stand in for them. */
export const answerableFor = (
  directory: Directory,
  { unitId, plannerId }: Pick<Team, 'unitId' | 'plannerId'>,
  day: IsoDate,
): readonly PersonId[] => {
  const planner = membershipsOf(directory, plannerId, day).length > 0 ? [plannerId] : [];
  return [...new Set([...toldLeaders(directory, unitId, day), ...standIns(directory, planner, unitId, day)])];
};

/**
 * Who was on site, stated once: whoever said so on a day of the team, and whoever marked items, sent evidence or gave his
 * opinion of the minutes on one. Minutes wait for them, and papers name the others as absent.
 */
import type { PersonId } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import type { TeamFactKind } from './decision.ts';
import { dayOn, type Team } from './team.ts';

/** That a person was at work for the team, and on which day. */
export type Trace = { readonly personId: PersonId; readonly day: IsoDate };

/** Facts that speak for their actor's presence. */
export const TRACES: readonly TeamFactKind[] = ['item_marked', 'item_remarked', 'evidence_added', 'opinion_given'];

/** While nobody has left a trace, nobody is said to have been absent. */
export const absentFrom = (team: Pick<Team, 'members' | 'days'>, traces: readonly Trace[]): ReadonlySet<PersonId> => {
  const here = new Set(traces.filter(({ day }) => dayOn(team, day) !== null).map(({ personId }) => personId));
  return new Set(here.size === 0 ? [] : team.members.map(({ personId }) => personId).filter((id) => !here.has(id)));
};

/**
 * What a team's deciding unit leaves when it ends (MA2): the team, the right to decide on it and what its findings ask for
 * go to the unit that took over; of several, the coordinator names one, with a reason. Whoever is in the team stays in it,
 * in the unit that took over from his own.
 */
import { type Directory, type UnitId, worksFor } from '#domain/directory/directory.ts';
import { livingHeirs, type Successors } from '#domain/directory/succession.ts';
import type { IsoDate } from '#domain/time.ts';
import { type TeamStep, teamFact } from './decision.ts';
import type { Member, Team } from './team.ts';

type On = { readonly directory: Directory; readonly day: IsoDate };

export const hasEnded = ({ directory, day }: On, unitId: UnitId): boolean => {
  const last = directory.units.get(unitId)?.validTo ?? null;
  return last !== null && last < day;
};

/** Those that may take the team over now. */
export const heirsOfTeam = (on: On, successors: Successors, team: Pick<Team, 'unitId'>): readonly UnitId[] =>
  hasEnded(on, team.unitId) ? livingHeirs(on.directory, successors, team.unitId, on.day) : [];

/** @param reason null: by rule, since there is one successor */
export const passOnTeam = (
  team: Pick<Team, 'unitId' | 'formerUnitId'>,
  to: UnitId,
  reason: string | null,
): TeamStep => ({
  team: { unitId: to, formerUnitId: team.formerUnitId ?? team.unitId },
  facts: [teamFact('unit_succeeded', { fromUnit: team.unitId, unit: to, ...(reason === null ? {} : { reason }) })],
});

/** Members whose unit has ended and who work for a unit that took over from it. @returns null: there are none */
export const membersMoved = (
  on: On,
  successors: Successors,
  { members }: Pick<Team, 'members'>,
): { readonly members: readonly Member[]; readonly step: TeamStep } | null => {
  const moved = members.map((member) => ({ member, to: unitNow(on, successors, member) }));
  const facts = moved.flatMap(({ member, to }) =>
    to === member.unitId
      ? []
      : [teamFact('member_unit_succeeded', { person: member.personId, fromUnit: member.unitId, unit: to })],
  );
  if (facts.length === 0) return null;
  return { members: moved.map(({ member, to }) => ({ ...member, unitId: to })), step: { facts } };
};

const unitNow = (on: On, successors: Successors, { personId, unitId }: Member): UnitId => {
  if (!hasEnded(on, unitId)) return unitId;
  const heirs = livingHeirs(on.directory, successors, unitId, on.day);
  return heirs.find((heir) => worksFor(on.directory, personId, heir, on.day)) ?? unitId;
};

/**
 * Minutes (biên bản): drafted from the record, read out, agreed or disagreed with by each member, locked by the team's
 * leader. What was read is what is locked: reading closes the checklist, and a rework asks for every opinion anew.
 */
import type { PersonId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { TeamCase } from './decide.ts';
import { type TeamStep, teamFact } from './decision.ts';
import type { Item } from './item.ts';
import type { Team } from './team.ts';

export type Opinion = { readonly personId: PersonId; readonly agrees: boolean; readonly words: string | null };

export type EnterpriseOpinion = {
  readonly words: string;
  readonly signs: boolean;
  /** Why it does not sign, and who saw it. */
  readonly reason: string | null;
  readonly witness: string | null;
};

export type Minutes = {
  readonly id: number;
  readonly enterpriseId: number;
  readonly state: 'drafted' | 'read' | 'locked';
  readonly draftedBy: PersonId;
  readonly beganAt: Millis;
  readonly endedAt: Millis;
  readonly place: string;
  readonly representative: string;
  readonly round: number;
  /** On the wording that was read last. */
  readonly opinions: readonly Opinion[];
  readonly enterprise: EnterpriseOpinion | null;
  readonly lockedBy: PersonId | null;
  readonly lockedAt: Millis | null;
  readonly number: string | null;
  readonly numberedOn: IsoDate | null;
  readonly scanFileId: number | null;
};

/** Every line has its result, and what fails has its reason. */
export const canDraft = (items: readonly Item[], minutes: Minutes | null): Result<true> => {
  if (minutes !== null && minutes.state !== 'drafted') return refused('minutes.state');
  const open = items.filter(({ state }) => state === 'open').length;
  if (open > 0) return refused('minutes.items', { count: open });
  const bare = items.some(({ state, remark }) => state === 'fail' && remark === null);
  return bare ? refused('item.remark') : ok(true);
};

export const canRead = (minutes: Minutes | null): Result<Minutes> => {
  if (minutes === null) return refused('minutes.none');
  return minutes.state === 'drafted' ? ok(minutes) : refused('minutes.state');
};

/** Between reading and locking. */
export const underReading = (minutes: Minutes | null): Result<Minutes> => {
  if (minutes === null) return refused('minutes.none');
  if (minutes.state === 'locked') return refused('minutes.locked');
  return minutes.state === 'read' ? ok(minutes) : refused('minutes.state');
};

/** @param absent members who were not there on any day: nobody waits for their opinion */
export const canLock = (
  { team, actor }: Pick<TeamCase, 'team' | 'actor'>,
  minutes: Minutes | null,
  on: { readonly absent: ReadonlySet<PersonId>; readonly nameOf: (id: PersonId) => string },
): Result<Minutes> => {
  const read = underReading(minutes);
  if (!read.ok) return read;
  if (read.value.draftedBy === actor) return refused('minutes.own');
  const missing = withoutOpinion(team, read.value, on.absent);
  if (missing.length > 0) return refused('minutes.opinions', { names: missing.map(on.nameOf).join(', ') });
  return read.value.enterprise === null ? refused('minutes.enterprise') : read;
};

export const withoutOpinion = (
  { members }: Pick<Team, 'members'>,
  { opinions }: Minutes,
  absent: ReadonlySet<PersonId>,
): readonly PersonId[] =>
  members
    .map(({ personId }) => personId)
    .filter((id) => !absent.has(id) && !opinions.some((one) => one.personId === id));

/** The team has its minutes when each of its enterprises has. */
export const lockStep = (
  { team }: Pick<TeamCase, 'team'>,
  all: readonly Minutes[],
  locked: Minutes,
  sha256: string,
): TeamStep => {
  const isLast = team.enterpriseIds.every((id) =>
    all.some((one) => one.enterpriseId === id && (one.state === 'locked' || one.id === locked.id)),
  );
  return {
    ...(isLast ? { team: { state: 'minuted' } } : {}),
    facts: [
      teamFact('minutes_locked', {
        ...{ minutes: locked.id, enterprise: locked.enterpriseId, sha256 },
        ...(isLast ? { from: team.state, to: 'minuted' } : {}),
      }),
    ],
  };
};

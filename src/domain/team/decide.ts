/** Decisions on a whole team: decide, announce, cancel, end. `mayOnTeam` was asked before. */
import type { PersonId } from '#domain/directory/directory.ts';
import type { DocNumber } from '#domain/document/number.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { type TeamStep, teamFact } from './decision.ts';
import { type Earlier, keepsLimit } from './guard.ts';
import { type Team, yearOf } from './team.ts';

export type TeamCase = {
  readonly team: Team;
  readonly actor: PersonId;
  /** In whose place; null: in his own right. */
  readonly actingFor: PersonId | null;
  /** He, and all for whom he stands in. */
  readonly both: readonly PersonId[];
  readonly now: Millis;
};

type Paper = { readonly number: DocNumber; readonly date: IsoDate; readonly signer: string };

/** Deciding allows the exception too, so whoever planned one with a ground does not decide it. */
export const decide = (on: TeamCase, paper: Paper, others: readonly Earlier[]): Result<TeamStep> => {
  const { team, actor, actingFor, now } = on;
  const { exception } = team;
  if (exception !== null && isPlannedBy(team, on.both)) return refused('team.exception_own');
  if (paper.date > dateOf(now)) return refused('document.future', { date: paper.date });
  const first = team.days[0]?.day ?? paper.date;
  if (paper.date > first) return refused('team.decision_after', { date: first });
  // A plan that came in between counts as well.
  const counted = { ...team, teamId: team.id, year: yearOf(team.days) };
  const limit = keepsLimit(counted, others, exception !== null);
  if (!limit.ok) return limit;
  return ok({
    team: {
      ...{ state: 'decided', decision: paper, decidedBy: actor, decidedAt: now, formerUnitId: null },
      ...(exception === null ? {} : { exceptionBy: actor, exceptionFor: actingFor }),
    },
    facts: [
      teamFact('decided', {
        ...{ from: team.state, to: 'decided', number: paper.number, date: paper.date, signer: paper.signer },
        ...(exception === null
          ? {}
          : {
              ground: exception.ground,
              groundNumber: exception.number,
              // The audit carries both: what was allowed, and what stood in the way.
              earlier: limit.value.map(({ earlier }) => earlier.number ?? earlier.code).join('; '),
            }),
      }),
    ],
  });
};

/** Whoever planned it, or in whose place it was planned. */
const isPlannedBy = ({ plannerId, plannedFor }: Team, people: readonly PersonId[]): boolean =>
  people.some((id) => id === plannerId || id === plannedFor);

export const cancel = ({ team }: Pick<TeamCase, 'team'>, reason: string): TeamStep => ({
  team: { state: 'cancelled' },
  facts: [teamFact('cancelled', { from: team.state, to: 'cancelled', reason })],
});

/** Công bố quyết định: the check begins, at the place of the day. */
export const announce = ({ team, now }: Pick<TeamCase, 'team' | 'now'>): TeamStep => ({
  team: { state: 'running', announcedAt: now },
  facts: [teamFact('announced', { from: team.state, to: 'running' })],
});

export const end = ({ team, now }: Pick<TeamCase, 'team' | 'now'>, result: string): TeamStep => ({
  team: { state: 'ended', endedAt: now },
  facts: [teamFact('ended', { from: team.state, to: 'ended', result })],
});

/** Saves what was decided about a team: new values and facts, in the commit of the turn. */
import type { TeamChange, TeamFactDraft, TeamStep } from '#domain/team/decision.ts';
import type { Tx } from '../client.ts';
import { chain, insertFacts, type Origin } from '../fact.ts';
import type { LoadedTeam } from './team.ts';

export const teamStream = (teamId: number): string => `team:${teamId}`;

/** The caller holds the team's lock. */
export const saveTeamStep = async (tx: Tx, team: LoadedTeam, step: TeamStep, origin: Origin): Promise<LoadedTeam> => {
  const { rows, head } = chain(teamStream(team.id), team.head, step.facts.map(bare), origin);
  await Promise.all([
    insertFacts(tx, rows),
    tx
      .updateTable('team')
      .set({ fact_seq: head.seq, fact_hash: head.hash, ...columnsOf(step.team ?? {}) })
      .where('id', '=', team.id)
      .execute(),
  ]);
  return { ...team, head };
};

const bare = ({ kind, data }: TeamFactDraft) => ({ kind, data, partId: null });

const columnsOf = (change: TeamChange) => ({
  ...(change.unitId === undefined ? {} : { unit_id: change.unitId }),
  ...(change.formerUnitId === undefined ? {} : { former_unit_id: change.formerUnitId }),
  ...(change.state === undefined ? {} : { state: change.state }),
  ...(change.decision === undefined
    ? {}
    : {
        number: change.decision.number,
        decided_on: change.decision.date,
        signer: change.decision.signer,
      }),
  ...(change.decidedBy === undefined ? {} : { decided_by: change.decidedBy }),
  ...(change.decidedAt === undefined ? {} : { decided_at: new Date(change.decidedAt) }),
  ...(change.exceptionBy === undefined ? {} : { exception_by: change.exceptionBy }),
  ...(change.exceptionFor === undefined ? {} : { exception_for: change.exceptionFor }),
  ...(change.announcedAt === undefined ? {} : { announced_at: new Date(change.announcedAt) }),
  ...(change.endedAt === undefined ? {} : { ended_at: new Date(change.endedAt) }),
});

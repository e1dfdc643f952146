/** A new team. Its number is taken in the statement that inserts it, so that none is lost; the counter is the last lock. */
import { sql } from 'kysely';
import type { Planned } from '#domain/team/plan.ts';
import type { Tx } from '../client.ts';
import { chain, insertFacts, NO_FACTS, type Origin } from '../fact.ts';
import { teamStream } from './team-write.ts';

export type NewTeam = { readonly id: number; readonly code: string };

export const insertTeam = async (tx: Tx, planned: Planned, origin: Origin): Promise<NewTeam> => {
  const { draft, year } = planned;
  const { rows } = await sql<NewTeam>`
    with number as (
      insert into counter (name, last) values (${`team:${year}`}, 1)
      on conflict (name) do update set last = counter.last + 1
      returning last
    )
    insert into team (code, state, kind, topics, year, unit_id, planner_id, planned_for, planned_at, period_from, period_to,
      exception_ground, exception_number, follows_finding, fact_seq, fact_hash)
    select ${`DKT-${year}-`} || lpad(last::text, greatest(4, length(last::text)), '0'), 'planned', ${draft.kind},
      ${[...draft.topics]}::text[], ${year}::int, ${planned.unitId}::int, ${planned.plannerId}::int, ${planned.plannedFor}::int,
      ${new Date(origin.at)}::timestamptz, ${draft.periodFrom}::date, ${draft.periodTo}::date,
      ${draft.exception?.ground ?? null}, ${draft.exception?.number ?? null},
      ${draft.followsFinding}::bigint, 0, ${NO_FACTS.hash}
    from number returning id, code`.execute(tx);
  const [team] = rows;
  if (team === undefined) throw new Error('the team was not inserted');
  await Promise.all([insertRest(tx, team.id, planned), insertFirstFact(tx, team, planned, origin)]);
  return team;
};

const insertRest = async (tx: Tx, teamId: number, { draft, days }: Planned): Promise<void> => {
  await Promise.all([
    tx
      .insertInto('team_member')
      .values(
        draft.members.map(({ personId, unitId, role }) => ({
          ...{ team_id: teamId, person_id: personId, unit_id: unitId, role },
        })),
      )
      .execute(),
    tx
      .insertInto('team_enterprise')
      // In one order for all, since each waits for those before it at the yearly limit.
      .values(draft.enterpriseIds.toSorted((a, b) => a - b).map((id) => ({ team_id: teamId, enterprise_id: id })))
      .execute(),
    tx
      .insertInto('team_day')
      .values(
        days.map((day) => ({
          ...{ team_id: teamId, day, minute: draft.minute, place: draft.place, bring: draft.bring },
        })),
      )
      .execute(),
  ]);
};

const insertFirstFact = async (tx: Tx, { id, code }: NewTeam, planned: Planned, origin: Origin): Promise<void> => {
  const { draft, conflicts, days } = planned;
  const data = {
    ...{ code, to: 'planned', kind: draft.kind, topics: draft.topics.join(','), unit: planned.unitId },
    ...{ enterprises: draft.enterpriseIds.join(','), first: days[0] ?? '', days: days.length },
    ...(draft.followsFinding === null ? {} : { finding: draft.followsFinding }),
    ...(draft.exception === null
      ? {}
      : {
          ground: draft.exception.ground,
          groundNumber: draft.exception.number,
          earlier: conflicts.map(({ earlier }) => earlier.number ?? earlier.code).join('; '),
        }),
  };
  const { rows, head } = chain(teamStream(id), NO_FACTS, [{ kind: 'planned', partId: null, data }], origin);
  await Promise.all([
    insertFacts(tx, rows),
    tx.updateTable('team').set({ fact_seq: head.seq, fact_hash: head.hash }).where('id', '=', id).execute(),
  ]);
};

/** Teams as values: one, under its lock or not, and lists of them. */
import { sql } from 'kysely';
import type { DocNumber } from '#domain/document/number.ts';
import type { Member, Team, TeamDay, TeamKind, TeamState, TiedGroup } from '#domain/team/team.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import type { Head } from '../fact.ts';

/** With the head of its chain of facts. */
export type LoadedTeam = Team & { readonly head: Head };

/** Locks the team for the rest of the transaction. */
export const lockTeam = async (tx: Tx, id: number): Promise<LoadedTeam | null> => {
  await sql`select 1 from team where id = ${id} for update`.execute(tx);
  return loadTeam(tx, id);
};

export const loadTeam = async (tx: Tx, id: number): Promise<LoadedTeam | null> => {
  const [team] = await loadTeams(tx, [id]);
  return team ?? null;
};

type Row = {
  readonly id: number;
  readonly code: string;
  readonly state: TeamState;
  readonly kind: TeamKind;
  readonly topics: readonly string[];
  readonly unitId: number;
  readonly formerUnitId: number | null;
  readonly plannerId: number;
  readonly plannedFor: number | null;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  readonly enterpriseIds: readonly number[];
  readonly members: readonly Member[];
  readonly days: readonly TeamDay[];
  readonly number: DocNumber | null;
  readonly decidedOn: IsoDate | null;
  readonly signer: string | null;
  readonly decidedBy: number | null;
  readonly decidedAt: Millis | null;
  readonly exceptionGround: string | null;
  readonly exceptionNumber: DocNumber | null;
  readonly exceptionBy: number | null;
  readonly group: TiedGroup | null;
  readonly announcedAt: Millis | null;
  readonly endedAt: Millis | null;
  readonly followsFinding: number | null;
  readonly seq: number;
  readonly hash: Buffer;
};

/** In the order of the ids. */
export const loadTeams = async (tx: Tx, ids: readonly number[]): Promise<LoadedTeam[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select t.id, t.code, t.state, t.kind, t.topics, t.unit_id as "unitId",
      t.former_unit_id as "formerUnitId", t.planner_id as "plannerId",
      t.planned_for as "plannedFor",
      t.period_from as "periodFrom", t.period_to as "periodTo", t.number, t.decided_on as "decidedOn", t.signer,
      t.decided_by as "decidedBy", t.decided_at as "decidedAt", t.exception_ground as "exceptionGround",
      t.exception_number as "exceptionNumber", t.exception_by as "exceptionBy", t.announced_at as "announcedAt",
      t.ended_at as "endedAt", t.follows_finding as "followsFinding",
      t.fact_seq as seq, t.fact_hash as hash,
      (select coalesce(jsonb_agg(enterprise_id order by enterprise_id), '[]') from team_enterprise where team_id = t.id)
        as "enterpriseIds",
      (select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'unitId', unit_id, 'role', role)
          order by array_position(array['leader', 'deputy', 'secretary', 'member'], role), person_id), '[]')
        from team_member where team_id = t.id) as members,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'day', day, 'minute', minute, 'place', place, 'bring', bring)
          order by day), '[]') from team_day where team_id = t.id) as days,
      (select jsonb_build_object('channel', channel, 'address', address, 'title', title) from team_group
        where team_id = t.id and untied_at is null) as "group"
    from team t where t.id = any(${[...ids]}::bigint[])
    order by array_position(${[...ids]}::bigint[], t.id)`.execute(tx);
  return rows.map(teamOf);
};

const teamOf = (row: Row): LoadedTeam => {
  const { number, decidedOn, signer, exceptionGround, exceptionNumber, exceptionBy, seq, hash, ...team } = row;
  return {
    ...team,
    decision: number === null || decidedOn === null ? null : { number, date: decidedOn, signer: signer ?? '' },
    exception:
      exceptionGround === null || exceptionNumber === null
        ? null
        : { ground: exceptionGround, number: exceptionNumber, allowedBy: exceptionBy },
    head: { seq, hash },
  };
};

/** Whether another team was decided by this number. */
/** Numbers begin again each year. */
export const isNumberUsed = async (tx: Tx, number: string, date: IsoDate): Promise<boolean> =>
  (await tx
    .selectFrom('team')
    .select('id')
    .where('number', '=', number)
    .where(sql<boolean>`extract(year from decided_on) = extract(year from ${date}::date)`)
    .executeTakeFirst()) !== undefined;

/** Findings: what the enterprise has to do, until when. The remedy is a duty; its state is that duty's. */
import { sql } from 'kysely';
import type { DutyState } from '#domain/duty/duty.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type Finding = {
  readonly id: number;
  readonly enterpriseId: number;
  readonly words: string;
  readonly due: IsoDate;
  readonly dutyId: number;
  readonly state: DutyState;
  /** The code of the team that looks at it again. */
  readonly followedBy: string | null;
};

const FINDING = sql`
  f.id, f.enterprise_id as "enterpriseId", f.words, f.due, d.id as "dutyId", d.state,
  (select t.code from team t where t.follows_finding = f.id and t.state <> 'cancelled' order by t.id desc limit 1)
    as "followedBy"`;

export const findingById = async (
  tx: Tx,
  id: number,
): Promise<(Finding & { readonly teamId: number; readonly code: string }) | null> => {
  const { rows } = await sql<Finding & { teamId: number; code: string }>`
    select ${FINDING}, f.team_id as "teamId", own.code
    from finding f join duty d on d.finding_id = f.id join team own on own.id = f.team_id
    where f.id = ${id}`.execute(tx);
  return rows[0] ?? null;
};

export const findingsOf = async (tx: Tx, teamId: number): Promise<readonly Finding[]> => {
  const { rows } = await sql<Finding>`
    select ${FINDING} from finding f join duty d on d.finding_id = f.id
    where f.team_id = ${teamId} order by f.id`.execute(tx);
  return rows;
};

type NewFinding = {
  readonly teamId: number;
  readonly enterpriseId: number;
  readonly words: string;
  readonly due: IsoDate;
  readonly by: number;
  readonly at: Millis;
};

/** @returns its id */
export const insertFinding = async (tx: Tx, finding: NewFinding): Promise<number> => {
  const { id } = await tx
    .insertInto('finding')
    .values({
      ...{ team_id: finding.teamId, enterprise_id: finding.enterpriseId, item_no: null },
      ...{ words: finding.words, due: finding.due, added_by: finding.by, added_at: new Date(finding.at) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
